internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// What commands for records of a community's life have in common.
struct ItemFields {
    /// The fields so far.
    private(set) var fields: [ItemField] = []

    /// Adds a field; one that was not given is left out.
    mutating func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { fields.append(ItemField(name: name, value: value)) }
    }

    /// Adds each element of a set.
    mutating func add(_ name: String, each values: [String]) {
        for value in values { add(name, value) }
    }
}

/// Where a new record goes.
struct PlaceOptions: ParsableArguments {
    @Option(help: .say("Short code or name of the community; not needed by a member of just one."))
    var community: String?
    @Option(name: .customLong("tag"), help: .say("A tag; may be given several times."))
    var tags: [String] = []
}

/// Which records to list.
struct ItemListOptions: ParsableArguments {
    @Option(help: .say("Only of this community."))
    var community: String?
    @Option(help: .say("Only those in this state."))
    var state: String?
    @Option(help: .say("Only those with this tag."))
    var tag: String?
    @Flag(help: .say("Only your own."))
    var mine = false
    @Option(help: .say("How many at most."))
    var limit = 20
    @Option(help: .say("Go on after the page that ended with this mark."))
    var before: String?

    /// The request for a kind.
    func request(_ kind: ItemKind, wall: Bool = false) -> ItemsRequest {
        ItemsRequest(
            kind: kind, community: community, wall: wall ? true : nil, state: state, tag: tag,
            mine: mine ? true : nil, limit: limit, before: before)
    }
}

extension Session {
    /// Publishes a record and says so.
    func publish(
        _ kind: ItemKind, _ fields: ItemFields, community: String? = nil, wall: Bool = false,
        attaching files: [String] = [], _ verb: String
    ) async throws {
        var saved = try await client.call(
            Routes.createItem,
            NewItemRequest(
                kind: kind, community: community, wall: wall ? true : nil, fields: fields.fields))
        saved = try await AttachOptions.attach(files, to: saved, in: self)
        try print(saved) { PostReport.lines(saved, verb, $0) }
    }

    /// Changes a record and says so.
    func change(
        _ reference: String, set: ItemFields = ItemFields(), add: ItemFields = ItemFields(),
        _ verb: String
    ) async throws {
        let saved = try await client.call(
            Routes.changeItem,
            ItemChangeRequest(reference: reference, set: set.fields, add: add.fields))
        try print(saved) { PostReport.lines(saved, verb, $0) }
    }

    /// Lists records of a kind.
    func list(_ request: ItemsRequest, empty: String) async throws {
        let list = try await client.call(Routes.listItems, request)
        try print(list) { ItemReport.lines(list, empty: empty, $0) }
    }
}
