internal import Community
internal import LocalProtocol
internal import Storage
internal import Wire

// From the values of deciding by consent to those of the local API.

extension HearthNode {
    /// A proposal with everything that was said to it.
    func shown(_ found: ShownProposal) async throws(ServiceError) -> ProposalShown {
        let names = try await communityNames()
        let proposal = found.decided.proposal
        let decision = found.decided.decision
        let late = Set(decision.lateObjections.map(\.id))
        var shown = ProposalShown(
            id: proposal.id.hex, code: found.code,
            community: names[found.space] ?? found.space.nameless,
            subject: proposal.kind?.shown ?? .other, text: decision.version?.text ?? "",
            author: personName(proposal.author), state: decision.state.shown,
            closesAt: Timestamp(milliseconds: proposal.closes))
        shown.versions = proposal.versions.count
        shown.endsAt = (proposal.sunset ?? proposal.until).map { Timestamp(milliseconds: $0) }
        shown.reviewAt = proposal.review.map { Timestamp(milliseconds: $0) }
        shown.other = proposal.community.map { names[$0] ?? $0.nameless }
        shown.person = proposal.person.map { personName($0) }
        shown.step = proposal.step
        shown.visibility = proposal.visibility
        shown.harvest = proposal.harvest
        shown.farewell = proposal.farewell
        shown.stances = decision.stances.compactMap { stance in
            stance.choice.map {
                StanceShown(
                    person: personName(stance.person), stance: $0.shown, reason: stance.reason,
                    isLate: late.contains(stance.id))
            }
        }
        shown.silent = decision.silent.map { personName($0) }
        shown.closedBy = decision.closers.map { personName($0) }
        shown.needed = decision.affected.needed
        shown.flaw = proposal.flaw
        shown.consequence = proposal.kind == .visibility ? Self.meaningOfOpening : nil
        shown.questions = found.decided.deliberation.questions.map { question in
            ProposalQuestionShown(
                code: found.questionCodes[question.id] ?? question.id.hex,
                person: personName(question.person), text: question.text,
                replyTo: question.replyTo.flatMap { found.questionCodes[$0] })
        }
        return shown
    }
}

extension ProposalKind {
    var shown: ProposalSubject {
        switch self {
        case .agreement: .agreement
        case .merge: .merge
        case .close: .close
        case .visibility: .visibility
        case .setAside: .setAside
        case .restore: .restore
        }
    }
}

extension Decision.State {
    var shown: ProposalState {
        switch self {
        case .open: .open
        case .adopted: .adopted
        case .notAdopted: .notAdopted
        case .underReview: .underReview
        case .void: .void
        }
    }
}

extension ProposalState {
    /// Whether there is still something to say.
    var isPending: Bool { self == .open || self == .underReview }
}

extension StanceKind {
    var choice: StanceChoice {
        switch self {
        case .consent: .consent
        case .concern: .concern
        case .objection: .objection
        case .standAside: .standAside
        }
    }
}

extension StanceChoice {
    var shown: StanceKind {
        switch self {
        case .consent: .consent
        case .concern: .concern
        case .objection: .objection
        case .standAside: .standAside
        }
    }
}

extension Agreement.State {
    var shown: AgreementState {
        switch self {
        case .inForce: .inForce
        case .underReview: .underReview
        case .expired: .expired
        case .renewed: .renewed
        case .void: .void
        }
    }
}

extension AgreementState {
    /// Whether it binds.
    var isInForce: Bool { self == .inForce || self == .underReview }
}

extension PulseKind {
    var choice: PulseChoice {
        switch self {
        case .goOn: .goOn
        case .rest: .rest
        case .close: .close
        case .handOver: .handOver
        }
    }
}

extension PulseChoice {
    var shown: PulseKind {
        switch self {
        case .goOn: .goOn
        case .rest: .rest
        case .close: .close
        case .handOver: .handOver
        }
    }
}
