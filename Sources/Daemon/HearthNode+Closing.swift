internal import Community
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Closing proposals, and telling the workplace what became of a community's shape.
extension HearthNode {
    public func closeProposal(
        _ request: ProposalReference
    ) async throws(ServiceError) -> ProposalSaved {
        let target = try await pending(request.proposal)
        let decision = target.decided.decision
        let proposal = target.decided.proposal
        let finding = decision.finding(for: proposal)
        try checkClosing(target, finding)
        guard let version = decision.version?.id else { throw HearthNode.stopping }
        let operations = try composed { () throws(CommunityError) in
            try Compose.closing(
                finding, of: version, of: proposal.id, round: decision.round,
                stances: target.decided.deliberation.stances.filter { $0.version == version }
                    .map(\.id),
                heads: heads(of: target.space))
        }
        var result = try await saved(operations, to: target)
        try await tellWorkplace(proposal, finding, in: target.space)
        await followNotices()
        await followSetAsidesSoon(in: target.space)
        result.note = await rehomeAfterClosing(result.proposal)
        if result.proposal.closedBy.count < result.proposal.needed,
            result.proposal.state.isPending
        {
            result.note = say("Somebody else has to close it too.")
        }
        return result
    }

    private func checkClosing(
        _ target: ShownProposal, _ finding: Closing.Outcome
    ) throws(ServiceError) {
        let decision = target.decided.decision
        let me = try member.person
        guard decision.affected.deciders.contains(me) else {
            throw ServiceError(
                .noSuchRight, "\(target.code) is closed by two of those whom it affects.",
                hint: "Everybody who was a member when it was proposed can do it.")
        }
        // Whoever found it not adopted before the others spoke may find otherwise now.
        let isRepeated = target.decided.deliberation.closings.contains {
            $0.person == me && $0.version == decision.version?.id && $0.round == decision.round
                && ($0.outcome ?? .notAdopted) == finding
        }
        guard !isRepeated else {
            throw ServiceError(
                .needsConsent, "You have closed \(target.code) already; it takes somebody else.")
        }
        // Nobody else can check that a window is over, so that closing early needs what everybody
        // can see: an objection, or a flaw that no consent mends.
        let isStopped = !decision.objections.isEmpty || target.decided.proposal.flaw != nil
        let waiting = decision.silent.count
        if !isStopped, decision.isOpen, waiting > 0,
            clocks.wallClock < target.decided.proposal.closes
        {
            let end = Timestamp(milliseconds: target.decided.proposal.closes).text.prefix(10)
            throw ServiceError(
                .needsConsent,
                "\(target.code) is open until \(end), and \(waiting) have said nothing yet.",
                hint: "Silence is no consent, and no objection either: ask them, or wait.")
        }
    }

    /// How far each log of a space is here; nothing where there are too many for one record.
    func heads(of space: SpaceID) -> [LogLength] {
        guard let entries = try? store.frontier(of: space).entries,
            entries.count <= Compose.mostHeads
        else { return [] }
        return entries.map { LogLength(log: $0.log, length: $0.head.length) }
    }

    /// Says in the workplace what a closing found, where it changes the shape of a community.
    private func tellWorkplace(
        _ proposal: Proposal, _ finding: Closing.Outcome, in space: SpaceID
    ) async throws(ServiceError) {
        guard let adopted = proposal.notice else { return }
        let notice = finding == .adopted ? adopted : Notice(.nothing, of: proposal.id)
        try await tellWorkplace(notice, in: space)
    }

    /// Gives a notice on a community, as one of those who were ever in it.
    func tellWorkplace(_ notice: Notice, in space: SpaceID) async throws(ServiceError) {
        let member = try self.member
        guard let community = member.directory.community(of: space) else { return }
        let isKnown = community.joined[member.person] != nil
        let operations = try composed { () throws(CommunityError) in
            (isKnown ? [] : Compose.join(community: community.record))
                + (try Compose.notice(notice, of: community.record))
        }
        try await write([operations], to: recordSpace(of: community))
    }
}
