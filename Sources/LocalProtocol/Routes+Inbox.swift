// What is new for the person of this home; none of it leaves the home.
extension Routes {
    /// The routes of this file.
    static let reading: [any AnyRoute] = [
        inbox, markRead, follow, following, similar, catchUp, whoKnows,
        setFindable, mirror,
    ]

    /// `GET /v1/inbox`: what is unread.
    public static let inbox = Route<InboxRequest, Inbox>(
        "inbox", .get, "/v1/inbox", "What is unread, the newest first"
    ) { service, request throws(ServiceError) in try await service.inbox(request) }

    /// `POST /v1/inbox/read`: take note of what was read.
    public static let markRead = Route<ReadRequest, Inbox>(
        "markRead", .post, "/v1/inbox/read", "Take note of what was read; answers with the rest"
    ) { service, request throws(ServiceError) in try await service.markRead(request) }

    /// `POST /v1/follow`: follow a record, or don't any more.
    public static let follow = Route<FollowRequest, FollowedItem>(
        "follow", .post, "/v1/follow", "Follow a record, or don't any more"
    ) { service, request throws(ServiceError) in try await service.follow(request) }

    /// `GET /v1/following`: what the person chose to follow.
    public static let following = Route<Nothing, Following>(
        "following", .get, "/v1/following", "What you chose to follow or not to hear of"
    ) { service, _ throws(ServiceError) in try await service.following() }

    /// `GET /v1/similar`: what is here already that is like a draft.
    public static let similar = Route<SimilarRequest, SimilarItems>(
        "similar", .get, "/v1/similar", "What is here already that is like a draft, and why"
    ) { service, request throws(ServiceError) in try await service.similar(request) }

    /// `GET /v1/catch-up`: a community in twenty lines.
    public static let catchUp = Route<CommunityReference, CatchUp>(
        "catchUp", .get, "/v1/catch-up",
        "A community in twenty lines, for whoever comes new or comes back"
    ) { service, request throws(ServiceError) in try await service.catchUp(request) }

    /// `GET /v1/who-knows`: who can help, and why.
    public static let whoKnows = Route<WhoKnowsRequest, Knowers>(
        "whoKnows", .get, "/v1/who-knows", "Who can help, and why; asked of this node alone"
    ) { service, request throws(ServiceError) in try await service.whoKnows(request) }

    /// `POST /v1/findable`: whether one wants to be named there.
    public static let setFindable = Route<FindableRequest, Nothing>(
        "setFindable", .post, "/v1/findable", "Say whether you want to be named as who can help"
    ) { service, request throws(ServiceError) in try await service.setFindable(request) }

    /// `GET /v1/mirror`: what one's own words were good for.
    public static let mirror = Route<MirrorRequest, Mirror>(
        "mirror", .get, "/v1/mirror", "What your words were good for; of nobody else's"
    ) { service, request throws(ServiceError) in try await service.mirror(request) }
}
