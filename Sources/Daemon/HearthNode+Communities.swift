internal import Engine
internal import Languages
internal import Storage
internal import Community
internal import Keys
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Communities and who belongs to them.
extension HearthNode {
    public func communities() async throws(ServiceError) -> CommunityList {
        _ = try member
        let summaries = try await communitySummaries()
        let activity = try await activity()
        return CommunityList(communities: summaries.map { listed($0, activity) })
    }

    public func createCommunity(
        _ request: NewCommunityRequest
    ) async throws(ServiceError) -> CommunitySaved {
        guard let from = request.from else { return try await founded(request) }
        guard request.visibility != .private else {
            throw ServiceError(
                .usage, "A private community can't be named on a problem that others read.",
                hint: "Start it without --from.")
        }
        let problem = try await resolve(from, kinds: [Schema.problem])
        let saved = try await founded(request)
        _ = try await changeItem(
            ItemChangeRequest(
                reference: problem.id.hex, set: [],
                add: [ItemField(name: "adopted", value: saved.community.id)]))
        return saved
    }

    private func founded(
        _ request: NewCommunityRequest
    ) async throws(ServiceError) -> CommunitySaved {
        let member = try self.member
        let name = try cleaned(request.name, of: Schema.community)
        if let visibility = request.visibility, visibility != .open {
            return try await changed(
                try await createClosed(
                    name, about: request.about, isListed: visibility == .listed))
        }
        let (founding, space) = Founding.space(
            kind: .community, founder: member.device, workplace: member.workplace.space,
            using: &generator)
        guard let key = Bytes32(randomBytes(32, using: &generator)) else {
            throw ServiceError(.internal, "The random generator gave too little.")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.community(
                name: name, purpose: request.about, founding: founding, generation: 1, key: key)
        }
        try await write([operations], to: member.workplace.space)
        audit(.keyCreated(kind: "community", of: space.hex))
        return try await changed(space)
    }

    public func community(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunityDetails {
        try await details(try await resolveCommunity(request.community))
    }

    func details(_ summary: CommunitySummary) async throws(ServiceError) -> CommunityDetails {
        let directory = try member.directory
        var details = CommunityDetails(
            community: listed(summary, try await activity()),
            createdBy: summary.founder.personName, members: [])
        describe(&details, summary)
        guard let community = directory.community(of: summary.space) else { return details }
        let isOpen = community.visibility == .open
        details.members = directory.members(of: summary.space)
            .map { person in
                let hosts = Set(community.admissions.filter { $0.person == person }.map(\.by))
                return CommunityMember(
                    id: person.hex, name: name(of: person),
                    letInBy: isOpen ? nil : hosts.sorted().map { personName($0) })
            }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        if summary.isJoined {
            details.coordinator = try await standings(in: summary.space).first {
                $0.role == RoleKind.coordinator.rawValue
            }
        }
        if let proposal = community.shape.archivedBy {
            let closing = try await storedProposals(in: summary.space).first {
                $0.decided.proposal.id == proposal
            }
            if let closing { details.closing = try await shown(closing) }
        }
        guard !isOpen else { return details }
        let everybody = Set(community.membership.keys).union(community.everAdmitted)
        details.waiting = named(
            everybody.filter(community.isWaiting) + community.surplus)
        details.invited = named(
            everybody.filter { community.isInvited($0) && !community.isMember($0) })
        return details
    }

    private func named(_ people: some Sequence<PersonID>) -> [PersonName] {
        Set(people).map { personName($0) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    public func joinCommunity(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunitySaved {
        let summary = try await resolveCommunity(request.community)
        let me = try member.person
        if let community = store.directory?.community(of: summary.space),
            community.visibility == .hidden, !community.shares(me)
        {
            throw ServiceError(
                .noSuchRight, "\(summary.name) is private: a member has to invite you.",
                hint: "Ask one of them for: hearth community invite \(summary.code) NAME")
        }
        return try await setMembership(request) { [Compose.join(community: $0.id)] }
    }

    public func leaveCommunity(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunitySaved {
        // Whoever leaves a community that has merged leaves all that it consists of.
        try await setMembership(request) { summary in
            [Compose.leave(community: summary.id)]
                + summary.merged.map { Compose.leave(community: $0.id) }
        }
    }

    private func setMembership(
        _ request: CommunityReference, _ compose: (CommunitySummary) -> [[Operation]]
    ) async throws(ServiceError) -> CommunitySaved {
        let member = try self.member
        let summary = try await resolveCommunity(request.community)
        var space = member.workplace.space
        if let community = store.directory?.community(of: summary.space) {
            space = recordSpace(of: community)
        }
        try await write(compose(summary), to: space)
        return try await changed(summary.space)
    }

    func changed(_ space: SpaceID) async throws(ServiceError) -> CommunitySaved {
        let member = try self.member
        guard
            let summary = try await communitySummaries().first(where: { $0.spaces.contains(space) })
        else { throw ServiceError(.internal, "The community was written but can't be read.") }
        return CommunitySaved(
            community: listed(summary, try await activity()),
            durability: await durability(
                in: store.directory?.community(of: space).map(recordSpace)
                    ?? member.workplace.space))
    }

    // MARK: Finding one

    func communitySummaries() async throws(ServiceError) -> [CommunitySummary] {
        let me = try member.person
        let directory = try member.directory
        let summaries = try await stored { () async throws(StorageError) in
            try await store.communities(asking: me)
        }.map { (summary: CommunitySummary) -> CommunitySummary in
            guard let community = directory.community(of: summary.space),
                community.visibility != .open
            else { return summary }
            var summary = summary
            summary.isJoined = community.isMember(me)
            if summary.isJoined { summary.memberCount = community.members.count }
            return summary
        }
        return summaries.merged(by: directory, for: me)
    }

    func activity() async throws(ServiceError) -> [SpaceID: CommunityActivity] {
        try await stored { () async throws(StorageError) in try await store.activity() }
    }

    /// The community that a code, an id or a name means.
    func resolveCommunity(_ text: String) async throws(ServiceError) -> CommunitySummary {
        let all = try await communitySummaries()
        let wanted = text.lowercased()
        let found = all.filter { $0.isMeant(by: wanted) }
        if found.count == 1, let summary = found.first { return summary }
        if found.count > 1 {
            let codes = found.map(\.code).joined(separator: ", ")
            throw ServiceError(
                .usage, "Several communities are called \"\(text)\".",
                hint: "Say which one by its code: \(codes).")
        }
        throw ServiceError(
            .notFound, "There is no community \"\(text)\" here.",
            hint: "`hearth community list` shows all. A new one may not have arrived yet: "
                + "`hearth sync`.")
    }

    /// The community that is meant, or the only one that this person is in.
    func chosenCommunity(_ text: String?) async throws(ServiceError) -> CommunitySummary {
        if let text {
            let summary = try await resolveCommunity(text)
            // Visitors of a terminal are in no community.
            let isVisitor = try isVisitor(at: summary)
            guard summary.isJoined || isVisitor else {
                throw ServiceError(
                    .noSuchRight, "You are not a member of \(summary.name).",
                    hint: "Run `hearth community join \(summary.code)`.")
            }
            return summary
        }
        let joined = try await communitySummaries().filter(\.isJoined)
        if joined.count == 1, let summary = joined.first { return summary }
        throw ServiceError(
            .usage,
            said: joined.isEmpty
                ? say("You are in no community yet.") : say("You are in several communities."),
            hint: joined.isEmpty
                ? say("Run `hearth community list`, then `hearth community join NAME`.")
                : say("Say which one: --community \(joined.map(\.name).joined(separator: " or ")).")
        )
    }

    /// What the schema says of something that a person wrote.
    func composed<Result>(
        _ body: () throws(CommunityError) -> Result
    ) throws(ServiceError) -> Result {
        do {
            return try body()
        } catch {
            throw error.service
        }
    }

    /// How many connected colleagues hold everything of a space, after a moment for their answers.
    func durability(in space: SpaceID) async -> Durability {
        guard let loop = membership?.loop else { return Durability(connected: 0, holding: 0) }
        var connected = 0
        var holding = 0
        for _ in 0..<15 {
            let sharing = await loop.peers().filter { $0.state == .connected }
                .compactMap { peer in peer.spaces.first { $0.space == space } }
            connected = sharing.count
            holding = sharing.filter { $0.theyLack == 0 }.count
            if holding == connected { break }
            do {
                try await Task.sleep(for: .milliseconds(20))
            } catch {
                break
            }
        }
        return Durability(connected: connected, holding: holding)
    }
}

extension Directory.Visibility {
    /// The visibility as the local API says it.
    var shown: CommunityVisibility {
        switch self {
        case .open: .open
        case .listed: .listed
        case .hidden: .private
        }
    }
}
