internal import Community
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Agreements, forks, reopening, and how quiet communities go on.
extension HearthNode {
    public func agreements(
        _ request: CommunityReference
    ) async throws(ServiceError) -> AgreementList {
        let community = try await resolveCommunity(request.community)
        var list: [AgreementShown] = []
        for space in community.spaces {
            let proposals = try await storedProposals(in: space)
            let codes = Dictionary(
                proposals.map { ($0.decided.proposal.id, $0.code) }
            ) { first, _ in first }
            let agreements = Agreement.all(
                among: proposals.map(\.decided), now: clocks.wallClock)
            list += agreements.map { agreement in
                AgreementShown(
                    code: codes[agreement.proposal] ?? agreement.proposal.hex,
                    text: agreement.text, state: agreement.state.shown,
                    endsAt: Timestamp(milliseconds: agreement.sunset),
                    binds: agreement.bound.sorted().map { personName($0) })
            }
        }
        list.sort { first, second in
            first.state.isInForce == second.state.isInForce
                ? first.endsAt > second.endsAt : first.state.isInForce
        }
        return AgreementList(
            community: community.communityName, agreements: list,
            inForce: list.filter(\.state.isInForce).count, budget: ConsentRules.agreementBudget)
    }

    public func forkCommunity(_ request: ForkRequest) async throws(ServiceError) -> CommunitySaved {
        let member = try self.member
        let original = try await resolveCommunity(request.community)
        guard original.isJoined else {
            throw ServiceError(
                .noSuchRight, "You are not a member of \(original.name).",
                hint: "Run `hearth community join \(original.code)`, or start one of your own.")
        }
        let name = try cleaned(request.name, of: Schema.community)
        let past = Compose.Past(original.id, at: heads(of: original.space))
        // A fork is as visible as what it goes on from: that a private community exists must not
        // come to stand in the workplace.
        let visibility = member.directory.community(of: original.space)?.visibility ?? .open
        guard visibility == .open else {
            return try await changed(
                try await createClosed(
                    name, about: nil, isListed: visibility == .listed, of: past))
        }
        let (founding, space) = Founding.space(
            kind: .community, founder: member.device, workplace: member.workplace.space,
            using: &generator)
        guard let key = Bytes32(randomBytes(32, using: &generator)) else {
            throw ServiceError(.internal, "The random generator gave too little.")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.fork(
                name: name, of: past, founding: founding, generation: 1, key: key)
        }
        try await write([operations], to: member.workplace.space)
        return try await changed(space)
    }

    public func reopenCommunity(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunitySaved {
        let member = try self.member
        let community = try await resolveCommunity(request.community)
        let archived = community.spaces.compactMap { space in
            (member.directory.community(of: space)?.shape.archivedBy).map { (space, $0) }
        }
        guard !archived.isEmpty else {
            throw ServiceError(.usage, "\(community.name) is not archived.")
        }
        guard member.directory.everJoined(community.space).contains(member.person) else {
            throw ServiceError(
                .noSuchRight, "\(community.name) is reopened by somebody who was a member.",
                hint: "Start one of your own: hearth community new \"NAME\"")
        }
        if !community.isJoined {
            try await write(
                [Compose.join(community: community.id)], to: recordSpace(of: community))
        }
        for (space, proposal) in archived {
            try await tellWorkplace(Notice(.reopened, of: proposal), in: space)
        }
        return try await changed(community.space)
    }

    public func pulse() async throws(ServiceError) -> PulseList {
        var list: [Pulse] = []
        for community in try await communitySummaries() where community.isJoined {
            list.append(try await pulse(of: community))
        }
        return PulseList(
            communities: list.filter(\.isQuiet) + list.filter { !$0.isQuiet })
    }

    public func answerPulse(_ request: PulseRequest) async throws(ServiceError) -> Pulse {
        let community = try await chosenCommunity(request.community)
        let operations = try composed { () throws(CommunityError) in
            try Compose.pulse(
                request.answer.choice, words: request.words ?? "", of: community.id)
        }
        try await write([operations], to: recordSpace(of: community))
        return try await pulse(of: community)
    }

    private func pulse(of community: CommunitySummary) async throws(ServiceError) -> Pulse {
        let activity = try await activity()
        let last = community.spaces.compactMap { activity[$0]?.newestDate }.max()
        let answers = try await stored { () async throws(StorageError) in
            try await store.pulse(of: community.id)
        }
        let standing = answers.standing(
            members: Set(try member.directory.members(of: community.space)), since: last)
        return Pulse(
            community: community.communityName,
            isQuiet: Quiet.isQuiet(
                lastPost: last, founded: community.date, now: clocks.wallClock),
            lastPostAt: last.map { Timestamp(milliseconds: $0) },
            answers: standing.map { answer in
                PulseAnswerShown(
                    person: personName(answer.person), answer: answer.choice?.shown,
                    words: answer.words)
            },
            counts: standing.counts.map { PulseCount(answer: $0.choice.shown, people: $0.people) })
    }
}
