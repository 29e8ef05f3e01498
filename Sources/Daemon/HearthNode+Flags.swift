internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What members say against words, and how such words are shown.
extension HearthNode {
    public func flag(_ request: ObjectionRequest) async throws(ServiceError) -> Saved {
        guard let reason = FlagReason(rawValue: request.reason) else {
            throw Self.unknown(request.reason, among: FlagReason.allCases.map(\.rawValue))
        }
        let (target, community, said) = try await item(request.reference)
        let me = try member.person
        let isRepeated = said.flags.contains {
            $0.person == me && $0.version == said.version && !$0.isWithdrawn
        }
        guard !isRepeated else {
            throw ServiceError(
                .usage, "You have flagged this version of \(target.code) already.",
                hint: "Take it back with `hearth unflag \(target.code)`.")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.flag(
                target.id, version: said.version, reason: reason, text: request.text ?? "")
        }
        return try await publish(operations, in: community, target.space)
    }

    public func unflag(_ request: WithdrawalRequest) async throws(ServiceError) -> Saved {
        let (target, community, said) = try await item(request.reference)
        let me = try member.person
        let own = said.flags.filter { $0.person == me && !$0.isWithdrawn }
        guard !own.isEmpty else {
            throw ServiceError(
                .notFound, "You have no flag on \(target.code).",
                hint: "`hearth log \(community.name)` shows who flagged what.")
        }
        return try await takeBack(own.map(\.record), of: target, in: community) {
            (flag) throws(CommunityError) in try Compose.withdraw(flag: flag)
        }
    }

    public func blur(_ request: ObjectionRequest) async throws(ServiceError) -> Saved {
        guard let reason = BlurReason(rawValue: request.reason) else {
            throw Self.unknown(request.reason, among: BlurReason.allCases.map(\.rawValue))
        }
        let (target, community, said) = try await item(request.reference)
        let members = try members(of: community.space)
        guard !said.blurs.contains(where: { members.contains($0.person) }) else {
            throw ServiceError(
                .noSuchRight, "\(target.code) was blurred before; an item is blurred only once.",
                hint: "Flag it: `hearth flag \(target.code) --reason \(reason.rawValue)`.")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.blur(
                target.id, version: said.version, reason: reason, text: request.text ?? "")
        }
        return try await publish(operations, in: community, target.space)
    }

    public func unblur(_ request: WithdrawalRequest) async throws(ServiceError) -> Saved {
        let (target, community, said) = try await item(request.reference)
        let me = try member.person
        let own = said.blurs.filter { $0.person == me && !$0.isLifted }
        guard !own.isEmpty else {
            throw ServiceError(.notFound, "You have not blurred \(target.code).")
        }
        return try await takeBack(own.map(\.record), of: target, in: community) {
            (blur) throws(CommunityError) in try Compose.lift(blur: blur)
        }
    }

    private func takeBack(
        _ records: [RecordID], of target: RecordReference, in community: CommunitySummary,
        _ compose: (RecordID) throws(CommunityError) -> [Operation]
    ) async throws(ServiceError) -> Saved {
        var operations: [Operation] = []
        for record in records {
            operations += try composed { () throws(CommunityError) in try compose(record) }
        }
        try await write([operations], to: target.space)
        return Saved(
            id: target.id.hex, code: target.code, community: community.communityName,
            durability: await durability(in: target.space))
    }

    private static func unknown(_ reason: String, among reasons: [String]) -> ServiceError {
        ServiceError(
            .usage, "\"\(reason)\" is not in the list of reasons.",
            hint: "The list: \(reasons.joined(separator: ", ")).")
    }

    /// The item that a reference means, or that the flag or blur that it means is about, with the
    /// version that is shown here and all that was said against it.
    private func item(
        _ text: String
    ) async throws(ServiceError) -> (RecordReference, CommunitySummary, Objections) {
        var target = try await resolve(
            text, kinds: Schema.flaggable + [Schema.flag, Schema.blur])
        if target.kind == Schema.flag.number || target.kind == Schema.blur.number {
            target = try await self.target(of: target)
        }
        let community = try await home(of: target)
        let found = target
        let (version, said) = try await stored { () async throws(StorageError) in
            (
                try await store.version(of: found.id, in: found.space),
                try await store.objections(to: [found.id], in: found.space)[found.id]
            )
        }
        return (target, community, said ?? Objections(version: version ?? target.id))
    }

    /// What a flag or a blur is about.
    func target(of objection: RecordReference) async throws(ServiceError) -> RecordReference {
        let found = try await stored { () async throws(StorageError) -> [RecordReference] in
            guard
                let item = try await store.target(
                    ofObjection: objection.id, in: objection.space)
            else { return [] }
            return try await store.find(item.hex)
        }
        guard let target = found.first(where: { $0.space == objection.space }) else {
            throw ServiceError(
                .offline, "What \(objection.code) is about is not here yet.",
                hint: "Run `hearth sync` while a colleague is connected.")
        }
        return target
    }

    // MARK: How items are shown

    /// Which of some items of a space are folded, and why.
    func foldings(
        of items: [RecordID], in space: SpaceID
    ) async throws(ServiceError) -> [RecordID: Folding] {
        let said = try await stored { () async throws(StorageError) in
            try await store.objections(to: items, in: space)
        }
        guard !said.isEmpty else { return [:] }
        let members = try members(of: space)
        let now = clocks.wallClock
        let folded = said.filter { $0.value.visibility(members: members, at: now) != .shown }
        guard !folded.isEmpty else { return [:] }
        let restored = try await restored(in: space)
        var foldings: [RecordID: Folding] = [:]
        for (item, objections) in folded {
            let appearance = objections.visibility(
                members: members, at: now, restored: restored[item] ?? [])
            foldings[item] = folding(appearance, try await code(of: item))
        }
        return foldings
    }

    /// The versions of posts that the community decided to show again.
    private func restored(
        in space: SpaceID
    ) async throws(ServiceError) -> [RecordID: Set<OperationID>] {
        let isAny = try await stored { () async throws(StorageError) in
            try await store.hasProposals(of: .restore, in: space)
        }
        guard isAny else { return [:] }
        return Restoring.all(among: try await storedProposals(in: space).map(\.decided))
    }

    /// Which of some items are folded, each in its own space.
    func foldings(
        of items: [(id: RecordID, space: SpaceID)]
    ) async throws(ServiceError) -> [RecordID: Folding] {
        var all: [RecordID: Folding] = [:]
        for (space, own) in Dictionary(grouping: items, by: \.space) {
            all.merge(
                try await foldings(of: own.map(\.id), in: space),
                uniquingKeysWith: { first, _ in first })
        }
        return all
    }

    private func folding(_ visibility: Appearance, _ code: String) -> Folding? {
        let howToRead = "hearth show \(code) --collapsed"
        switch visibility {
        case .shown: return nil
        case .flagged(let people, let reasons):
            return Folding(
                cause: .flagged, people: people.map { personName(of: $0) }, reasons: reasons,
                sentence: say(
                    "hidden by \(people.count): \(Language.current.list(reasons))"),
                howToRead: howToRead)
        case .blurred(let people, let reasons, let until):
            let end = Timestamp(milliseconds: until)
            return Folding(
                cause: .blurred, people: people.map { personName(of: $0) }, reasons: reasons,
                until: end,
                sentence: say(
                    "blurred by \(Language.current.list(people.map { name(of: $0) })) "
                        + "until \(end.text.prefix(16)) UTC: \(Language.current.list(reasons))"),
                howToRead: howToRead)
        }
    }
}
