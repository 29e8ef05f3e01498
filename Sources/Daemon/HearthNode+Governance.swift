internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Deciding by consent: proposals, stances, questions.
extension HearthNode {
    public func propose(_ request: ProposeRequest) async throws(ServiceError) -> ProposalSaved {
        let community = try await chosenCommunity(request.community)
        try await checkPosting(in: community)
        let draft = try await draft(of: request, in: community)
        let space = draft.space ?? community.space
        let id = try await write(draft, to: space)
        var saved = try await savedProposal(id, in: space)
        if draft.terms.kind == .merge, let other = draft.other {
            if other.isJoined {
                var counterpart = draft
                counterpart.terms.community = space
                counterpart.terms.affected = try member.directory.members(of: other.space)
                let twin = try await write(counterpart, to: other.space)
                saved.counterpart = try await savedProposal(twin, in: other.space).proposal
            } else {
                saved.note = say(
                    "\(other.name) has to decide the same: a member there runs "
                        + "hearth propose \(other.code) --merge-into \(community.code)")
            }
        }
        tell(
            .posted, Sentence("You proposed \(saved.proposal.code)."), code: saved.proposal.code,
            community: community.id.hex)
        return saved
    }

    private func write(
        _ draft: ProposalDraft, to space: SpaceID
    ) async throws(ServiceError) -> RecordID {
        let operations = try composed { () throws(CommunityError) in
            try Compose.proposal(draft.text, draft.terms)
        }
        let outcome = try await write([operations], to: space)
        guard let id = outcome.records.first?.first else {
            throw ServiceError(.internal, "The proposal was written but has no name.")
        }
        return id
    }

    public func proposals(_ request: ProposalsRequest) async throws(ServiceError) -> ProposalList {
        let all = try await communitySummaries()
        var chosen = all.filter(\.isJoined)
        if let community = request.community {
            chosen = [try await resolveCommunity(community)]
        }
        var list: [ProposalShown] = []
        for space in chosen.flatMap(\.spaces) {
            for proposal in try await storedProposals(in: space) {
                list.append(try await shown(proposal))
            }
        }
        if request.open == true {
            list.removeAll { $0.state != .open && $0.state != .underReview }
        }
        list.sort { first, second in
            let (one, two) = (first.state.isPending, second.state.isPending)
            return one == two ? first.closesAt > second.closesAt : one
        }
        return ProposalList(proposals: list)
    }

    public func proposal(_ request: ProposalReference) async throws(ServiceError) -> ProposalShown {
        try await shownProposal(try await resolve(request.proposal, kinds: [Schema.proposal]))
    }

    public func takeStance(_ request: StanceRequest) async throws(ServiceError) -> ProposalSaved {
        let target = try await pending(request.proposal)
        let decision = target.decided.decision
        guard decision.affected.voices.contains(try member.person) else {
            throw ServiceError(
                .noSuchRight, "You have no say in \(target.code).",
                hint: "Members decide; somebody whom it is about does not.")
        }
        let reason = String((request.reason ?? "").trimming { $0.isWhitespace })
        guard request.stance != .objection || !reason.isEmpty else {
            throw ServiceError(
                .usage, "An objection needs a reason.",
                hint: "Say what is not good enough for now, or not safe enough to try.")
        }
        let version = decision.version?.id ?? target.decided.proposal.id
        let operations = try composed { () throws(CommunityError) in
            try Compose.stance(
                request.stance.choice, to: version, of: target.decided.proposal.id, reason: reason)
        }
        return try await saved(operations, to: target)
    }

    public func amend(_ request: AmendRequest) async throws(ServiceError) -> ProposalSaved {
        let target = try await pending(request.proposal)
        let proposal = target.decided.proposal
        guard proposal.author == (try member.person) else {
            throw ServiceError(
                .noSuchRight, "\(target.code) was proposed by somebody else.",
                hint: "Ask for other words: hearth question \(target.code) \"…\"")
        }
        guard target.decided.decision.isOpen else {
            throw ServiceError(
                .usage, "\(target.code) is decided; other words are another proposal.")
        }
        let review = request.reviewDays.map {
            clocks.wallClock + Int64(clamping: $0) * ConsentRules.day
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.edit(
                "text", to: .text(request.text), of: proposal.id, kind: Schema.proposal)
                + (review.map { moment throws(CommunityError) in
                    try Compose.edit(
                        "review", to: .integer(moment), of: proposal.id, kind: Schema.proposal)
                } ?? [])
        }
        return try await saved(operations, to: target)
    }

    public func askAboutProposal(
        _ request: ProposalQuestionRequest
    ) async throws(ServiceError) -> ProposalSaved {
        let reference = try await resolve(
            request.about, kinds: [Schema.proposal, Schema.proposalQuestion])
        _ = try await home(of: reference)
        let target = try await storedProposal(reference)
        let isReply = reference.kind == Schema.proposalQuestion.number
        let operations = try composed { () throws(CommunityError) in
            try Compose.proposalQuestion(
                request.text, about: target.decided.proposal.id,
                replyTo: isReply ? reference.id : nil)
        }
        return try await saved(operations, to: target)
    }

    // MARK: Finding and showing

    func storedProposals(in space: SpaceID) async throws(ServiceError) -> [ShownProposal] {
        try await stored { () async throws(StorageError) in
            try await store.proposals(in: space)
        }
    }

    /// The proposal that a record is, or was said to, as everything here decides it.
    func storedProposal(_ target: RecordReference) async throws(ServiceError) -> ShownProposal {
        let all = try await storedProposals(in: target.space)
        guard let found = all.first(where: { $0.decided.deliberation.holds(target.id) }) else {
            throw Self.notHere(target.code)
        }
        return found
    }

    private static func notHere(_ code: String) -> ServiceError {
        ServiceError(
            .offline, "\(code) is not here yet.",
            hint: "Run `hearth sync` while a colleague is connected.")
    }

    /// A proposal of a community that the person is in, on which there is still something to say.
    func pending(_ code: String) async throws(ServiceError) -> ShownProposal {
        let reference = try await resolve(code, kinds: [Schema.proposal])
        _ = try await home(of: reference)
        let target = try await storedProposal(reference)
        let state = target.decided.decision.state
        guard state == .open || state == .underReview else {
            throw ServiceError(
                .usage, "\(target.code) is decided: \(state.shown.words).",
                hint: "To change it, propose something new.")
        }
        return target
    }

    /// Writes something to a proposal's space and gives the proposal as it is then.
    func saved(
        _ operations: [Operation], to target: ShownProposal
    ) async throws(ServiceError) -> ProposalSaved {
        try await write([operations], to: target.space)
        return try await savedProposal(target.decided.proposal.id, in: target.space)
    }

    func savedProposal(
        _ id: RecordID, in space: SpaceID
    ) async throws(ServiceError) -> ProposalSaved {
        let found = try await storedProposals(in: space).first { $0.decided.proposal.id == id }
        guard let found else {
            throw ServiceError(.internal, "The proposal was written but can't be read.")
        }
        return ProposalSaved(
            proposal: try await shown(found), durability: await durability(in: space))
    }

    func shownProposal(_ target: RecordReference) async throws(ServiceError) -> ProposalShown {
        try await shown(try await storedProposal(target))
    }
}
