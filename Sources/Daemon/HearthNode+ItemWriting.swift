internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Problems, stories, experiments, gatherings: writing them.
extension HearthNode {
    public func createItem(_ request: NewItemRequest) async throws(ServiceError) -> Saved {
        let kind = request.kind.rule
        var values = try await values(request.fields, of: kind)
        let home = try await home(of: request, kind, values)
        if let community = home.community { try await checkPosting(in: community) }
        var slip: InvitationCode?
        if values.contains(where: { $0.name == "on_behalf" }) {
            let code = InvitationCode(using: &generator)
            values.append(("claim_token", .bytes(code.token.bytes)))
            slip = code
        }
        let complete = values
        let operations = try composed { () throws(CommunityError) in
            try Compose.item(kind, complete)
        }
        var saved = try await publish(operations, home)
        saved.slip = slip?.description
        return saved
    }

    public func changeItem(_ request: ItemChangeRequest) async throws(ServiceError) -> Saved {
        // A field of the author's is written by whoever wrote the rest.
        let fields = Set((request.set + (request.add ?? [])).map(\.name))
        let isAuthors = fields.allSatisfy {
            Schema.question.field(named: $0)?.writer == .author
        }
        let token = isAuthors ? try await mender(of: request.reference) : CallerSession.token
        return try await asking(as: token) { () async throws(ServiceError) in
            try await change(request)
        }
    }

    private func change(_ request: ItemChangeRequest) async throws(ServiceError) -> Saved {
        let member = try self.member
        let target = try await resolve(
            request.reference, kinds: Schema.life + [Schema.question, Schema.answer])
        guard let kind = Schema.kind(target.kind) else {
            throw ServiceError(.internal, "The kind of \(target.code) is unknown.")
        }
        let set = try await values(request.set, of: kind)
        let add = try await values(request.add ?? [], of: kind)
        guard !set.isEmpty || !add.isEmpty else {
            throw ServiceError(.usage, "Nothing was to be changed in \(target.code).")
        }
        let owner = try await author(of: target)
        for (name, _) in set + add
        where kind.field(named: name)?.writer == .author && owner != member.person {
            throw Rights.row(.editOthers).refusal(
                about: say("\(target.code) was written by somebody else"))
        }
        let home = try await home(of: target.space)
        if let community = home.community { try await checkPosting(in: community) }
        var operations = try await replacements(set, of: target, kind)
        operations += try composed { () throws(CommunityError) in
            try Compose.change(
                target.id, of: kind,
                set.filter { kind.field(named: $0.name)?.merge != .set } + add)
        }
        try await write([operations], to: target.space)
        return Saved(
            id: target.id.hex, code: target.code, community: home.community?.communityName,
            durability: await durability(in: target.space))
    }

    /// The operations after which a set holds exactly what is named, as far as it is seen here.
    private func replacements(
        _ values: [(name: String, value: Value)], of target: RecordReference, _ kind: RecordKind
    ) async throws(ServiceError) -> [Operation] {
        var operations: [Operation] = []
        let sets = Dictionary(grouping: values, by: \.name)
        for (name, wanted) in sets.sorted(by: { $0.key < $1.key }) {
            guard let rule = kind.field(named: name), rule.merge == .set else { continue }
            let present = try await stored { () async throws(StorageError) in
                try await store.setElements(of: target.id, field: rule.number)
            }
            let stays = Set(wanted.map(\.value))
            let gone = present.filter { !stays.contains($0.value) }.map(\.dot)
            if !gone.isEmpty {
                operations.append(.remove(record: target.id, field: rule.number, dots: gone))
            }
            // A choice between two values that stand beside each other is a change as well.
            let isChoice = present.count > 1 && stays.count == 1
            for value in RecordFacts.sorted(stays)
            where isChoice || !present.contains(where: { $0.value == value }) {
                operations += try composed { () throws(CommunityError) in
                    try Compose.edit(name, to: value, of: target.id, kind: kind)
                }
            }
        }
        return operations
    }

    // MARK: Where it goes

    /// Where a record is written: a community, or the wall of the workplace.
    struct ItemHome {
        let space: SpaceID
        let community: CommunitySummary?
    }

    private func home(
        of request: NewItemRequest, _ kind: RecordKind, _ values: [(name: String, value: Value)]
    ) async throws(ServiceError) -> ItemHome {
        if request.wall == true {
            guard kind.home == .anywhere else {
                throw ServiceError(
                    .usage, "A \(kind.name) belongs into a community.",
                    hint: "Say which one: --community NAME.")
            }
            return ItemHome(space: try member.workplace.space, community: nil)
        }
        // What names another record stands where that one does.
        for (_, value) in values {
            guard kind.isPart, case .record(let record) = value else { continue }
            let found = try await stored { () async throws(StorageError) in
                try await store.find(record.hex)
            }
            if let whole = found.first { return try await home(of: whole.space) }
        }
        let community = try await chosenCommunity(request.community)
        return ItemHome(space: community.space, community: community)
    }

    private func home(of space: SpaceID) async throws(ServiceError) -> ItemHome {
        if space == (try member.workplace.space) { return ItemHome(space: space, community: nil) }
        let summaries = try await communitySummaries()
        guard let summary = summaries.first(where: { $0.spaces.contains(space) }) else {
            throw ServiceError(.offline, "Its community is not here yet.", hint: "hearth sync")
        }
        return ItemHome(space: space, community: try await chosenCommunity(summary.id.hex))
    }

    private func publish(
        _ operations: [Operation], _ home: ItemHome
    ) async throws(ServiceError) -> Saved {
        if let community = home.community {
            return try await publish(operations, in: community, home.space)
        }
        let outcome = try await write([operations], to: home.space)
        await showPresence()
        guard let id = outcome.records.first?.first else {
            throw ServiceError(.internal, "The words were written but have no name.")
        }
        let code = try await code(of: id)
        tell(.posted, Sentence("You wrote \(code) for everybody."), code: code)
        return Saved(
            id: id.hex, code: code, durability: await durability(in: home.space))
    }
}
