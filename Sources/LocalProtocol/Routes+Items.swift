// Records of a community's life.
extension Routes {
    /// The routes of this file.
    static let items: [any AnyRoute] = [
        listItems, item, createItem, changeItem, calendar, openSpace, digest, issueDigest,
        digestIssues, trace,
    ]

    /// `GET /v1/items`: records of a kind, newest first.
    public static let listItems = Route<ItemsRequest, ItemList>(
        "listItems", .get, "/v1/items", "Problems, stories, experiments, events: one kind a page"
    ) { service, request throws(ServiceError) in try await service.items(request) }

    /// `GET /v1/item`: one record with those that belong to it.
    public static let item = Route<ItemReference, ItemDetails>(
        "item", .get, "/v1/item", "One record with those that belong to it"
    ) { service, request throws(ServiceError) in try await service.item(request) }

    /// `POST /v1/items`: publish a record.
    public static let createItem = Route<NewItemRequest, Saved>(
        "createItem", .post, "/v1/items", "Publish a problem, story, experiment or event"
    ) { service, request throws(ServiceError) in try await service.createItem(request) }

    /// `POST /v1/items/change`: change a record, or one's own entries in it.
    public static let changeItem = Route<ItemChangeRequest, Saved>(
        "changeItem", .post, "/v1/items/change", "Change a record, or one's own entries in it"
    ) { service, request throws(ServiceError) in try await service.changeItem(request) }

    /// `GET /v1/calendar`: events as a calendar file.
    public static let calendar = Route<CalendarRequest, CalendarFile>(
        "calendar", .get, "/v1/calendar", "Events as a calendar file"
    ) { service, request throws(ServiceError) in try await service.calendar(request) }

    /// `GET /v1/event/wall`: an event with the wall of its open space.
    public static let openSpace = Route<ItemReference, OpenSpace>(
        "openSpace", .get, "/v1/event/wall", "An event with the wall of its open space"
    ) { service, request throws(ServiceError) in try await service.openSpace(request) }

    /// `GET /v1/digest`: what happened, for the wall.
    public static let digest = Route<DigestRequest, Digest>(
        "digest", .get, "/v1/digest", "What happened, for whoever reads it on a wall"
    ) { service, request throws(ServiceError) in try await service.digest(request) }

    /// `POST /v1/digest/issues`: gives a digest out under the next number.
    public static let issueDigest = Route<DigestRequest, Digest>(
        "issueDigest", .post, "/v1/digest/issues", "Give a digest out, under the next number"
    ) { service, request throws(ServiceError) in try await service.issueDigest(request) }

    /// `GET /v1/digest/issues`: the digests that were given out.
    public static let digestIssues = Route<Nothing, DigestIssueList>(
        "digestIssues", .get, "/v1/digest/issues", "The digests that were given out, newest first"
    ) { service, _ throws(ServiceError) in try await service.digestIssues() }

    /// `GET /v1/trace`: everything that hangs together with a record.
    public static let trace = Route<TraceRequest, TraceChain>(
        "trace", .get, "/v1/trace", "The chain from a problem to what came of it, and its people"
    ) { service, request throws(ServiceError) in try await service.trace(request) }
}
