internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Roles: who has promised what, for how long.
extension HearthNode {
    public func roles(_ request: RolesRequest) async throws(ServiceError) -> RoleList {
        let chosen: [CommunitySummary]
        if let community = request.community {
            chosen = [try await resolveCommunity(community)]
        } else {
            chosen = try await communitySummaries().filter(\.isJoined)
        }
        var listed: [CommunityRoles] = []
        for community in chosen {
            listed.append(
                CommunityRoles(
                    community: community.communityName,
                    roles: try await standings(in: community.space)))
        }
        return RoleList(communities: listed)
    }

    /// How it stands with each role of a community.
    func standings(in space: SpaceID) async throws(ServiceError) -> [RoleStanding] {
        let now = clocks.wallClock
        let terms = try await terms(in: space)
        var standings: [RoleStanding] = []
        for state in RoleState.all(terms, members: try members(of: space), at: now) {
            standings.append(
                RoleStanding(
                    role: state.kind, holders: try await listed(state.holders),
                    asked: try await listed(state.pending),
                    vacantSince: state.vacantSince.map { Timestamp(milliseconds: $0) },
                    isUpForAll: state.isUpForAll(at: now)))
        }
        return standings
    }

    private func listed(_ terms: [RoleTerm]) async throws(ServiceError) -> [RoleHolder] {
        var holders: [RoleHolder] = []
        for term in terms {
            holders.append(
                RoleHolder(
                    code: try await code(of: term.record), id: term.record.hex,
                    person: personName(of: term.person),
                    askedBy: term.askedBy.map { personName(of: $0) },
                    until: Timestamp(milliseconds: term.until),
                    pledge: term.pledge.isEmpty ? nil : term.pledge))
        }
        return holders
    }

    public func takeRole(_ request: RoleRequest) async throws(ServiceError) -> Saved {
        let community = try await chosenCommunity(request.community)
        guard let kind = RoleKind(rawValue: request.role.lowercased()) else {
            let names = RoleKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ServiceError(
                .usage, "There is no role \"\(request.role)\".", hint: "The roles: \(names).")
        }
        let months = Int64(request.months ?? Int(kind.longestTerm))
        guard (1...kind.longestTerm).contains(months) else {
            throw ServiceError(
                .usage, "A term lasts 1 to \(kind.longestTerm) months.",
                hint: "Take it up again when it ends.")
        }
        let asked = try request.person.map { (name) throws(ServiceError) in
            try resolvePerson(name)
        }
        let isForOther =
            try asked.map { (person) throws(ServiceError) in
                try person != member.person
            } ?? false
        if isForOther { try checkAsking(request, asked, in: community) }
        let now = clocks.wallClock
        let operations = try composed { () throws(CommunityError) in
            try Compose.role(
                kind, asked: isForOther ? asked : nil, from: now,
                until: now + months * RoleKind.month, pledge: request.pledge ?? "")
        }
        return try await publish(operations, in: community, community.space)
    }

    /// Nobody gives a role to somebody: one asks, and only for what the other can promise.
    private func checkAsking(
        _ request: RoleRequest, _ asked: PersonID?, in community: CommunitySummary
    ) throws(ServiceError) {
        guard let asked, try members(of: community.space).contains(asked) else {
            throw ServiceError(
                .usage, "\(request.person ?? "") is not a member of \(community.name).",
                hint: "Only members have roles. Ask them to join first.")
        }
        guard request.pledge == nil else {
            throw ServiceError(
                .usage, "Only the person who takes the role can pledge something.",
                hint: "They say it when they accept: `hearth role accept CODE --pledge \"…\"`.")
        }
    }

    public func acceptRole(_ request: RoleAnswer) async throws(ServiceError) -> Saved {
        let (target, term) = try await ownTerm(request.reference, else: .appoint)
        guard clocks.wallClock < term.until else {
            throw ServiceError(
                .usage, "The term of \(target.code) is over.",
                hint: "Take the role up anew: `hearth role take \(term.kind)`.")
        }
        return try await answer(target) { () throws(CommunityError) in
            try Compose.acceptRole(target.id, pledge: request.pledge ?? "")
        }
    }

    public func layDownRole(_ request: RoleAnswer) async throws(ServiceError) -> Saved {
        let (target, _) = try await ownTerm(request.reference, else: .dismiss)
        return try await answer(target) { () throws(CommunityError) in
            try Compose.layDownRole(target.id)
        }
    }

    /// The term that a reference means, if it is this person's own to answer for.
    ///
    /// - Parameter verb: What answering for somebody else would be, which nobody can.
    private func ownTerm(
        _ reference: String, else verb: Rights.Verb
    ) async throws(ServiceError) -> (RecordReference, RoleTerm) {
        let target = try await resolve(reference, kinds: [Schema.role])
        let all = try await terms(in: target.space)
        guard let term = all.first(where: { $0.record == target.id }) else {
            throw ServiceError(.notFound, "\(target.code) is no role.")
        }
        guard term.person == (try member.person) else {
            let name = name(of: term.person)
            throw Rights.row(verb).refusal(
                about: say("\(target.code) is for \(name) to accept or lay down"))
        }
        return (target, term)
    }

    private func answer(
        _ target: RecordReference, _ compose: () throws(CommunityError) -> [Operation]
    ) async throws(ServiceError) -> Saved {
        let community = try await home(of: target)
        try await write([try composed(compose)], to: target.space)
        return Saved(
            id: target.id.hex, code: target.code, community: community.communityName,
            durability: await durability(in: target.space))
    }

    func terms(in space: SpaceID) async throws(ServiceError) -> [RoleTerm] {
        try await stored { () async throws(StorageError) in
            try await store.roleTerms(in: space)
        }
    }

    /// Who is in the community of a space, by the replicated membership map.
    func members(of space: SpaceID) throws(ServiceError) -> Set<PersonID> {
        let membership = try member.directory.community(of: space)?.membership ?? [:]
        return Set(membership.filter { $0.value > 0 }.keys)
    }

    func personName(of person: PersonID) -> PersonName {
        PersonName(id: person.hex, code: person.code, name: name(of: person))
    }

    /// The short code of a record.
    func code(of record: RecordID) async throws(ServiceError) -> String {
        try await stored { () async throws(StorageError) in
            try await store.find(record.hex).first?.code ?? record.hex
        }
    }
}
