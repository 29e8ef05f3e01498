internal import Wire

extension PublicLog {
    /// The steps of deciding: proposals, other words for them, questions and replies, stances and
    /// closings of those who have a say.
    public static func steps(of decided: [DecidedProposal]) -> [PublicStep] {
        decided.flatMap {
            wordings($0.proposal) + questions($0.deliberation) + stances($0) + closings($0)
        }
    }

    private static func questions(_ deliberation: Deliberation) -> [PublicStep] {
        deliberation.questions.map { question in
            PublicStep(
                person: question.person,
                act: .askedAbout(
                    proposal: question.proposal, question: question.id,
                    replyTo: question.replyTo, text: question.text),
                stamp: question.stamp, date: question.written)
        }
    }

    private static func wordings(_ proposal: Proposal) -> [PublicStep] {
        proposal.versions.map { version in
            let isFirst = version.id == proposal.id
            return PublicStep(
                person: proposal.author,
                act: isFirst
                    ? .proposed(proposal)
                    : .amended(proposal: proposal.id, version: version.id, text: version.text),
                stamp: version.stamp, date: isFirst ? proposal.written : version.written)
        }
    }

    /// The stances of those who have a say; saying the same again is no step.
    private static func stances(_ decided: DecidedProposal) -> [PublicStep] {
        var former: [PersonID: PublicStep.Act] = [:]
        var steps: [PublicStep] = []
        for stance in decided.deliberation.stances.sorted(by: { $0.stamp < $1.stamp })
        where decided.decision.affected.voices.contains(stance.person) {
            guard let choice = stance.choice else { continue }
            let (proposal, version) = (stance.proposal, stance.version)
            let act: PublicStep.Act =
                isLate(stance, decided.decision)
                ? .putUnderReview(proposal: proposal, version: version, reason: stance.reason)
                : .tookStance(
                    proposal: proposal, version: version, choice: choice, reason: stance.reason)
            guard former.updateValue(act, forKey: stance.person) != act else { continue }
            steps.append(
                PublicStep(
                    person: stance.person, act: act, stamp: stance.stamp, date: stance.written))
        }
        return steps
    }

    /// Whether a stance put an adopted proposal under review; one that came after it was given up
    /// did not.
    private static func isLate(_ stance: Stance, _ decision: Decision) -> Bool {
        guard stance.isObjection, stance.version == decision.version?.id,
            let first = decision.rounds.first, first.state == .adopted,
            let last = decision.rounds.last
        else { return false }
        return !first.cited.contains(stance.id)
            && (last.state == .adopted || last.cited.contains(stance.id))
    }

    /// What one person said to one round of one version; saying the same again is no step.
    private struct Verdict: Hashable {
        let person: PersonID
        let version: OperationID
        let round: Int64
        let finding: Closing.Outcome
    }

    private static func closings(_ decided: DecidedProposal) -> [PublicStep] {
        let outcomes = Dictionary(decided.decision.rounds.map { ($0.decidedBy, $0.state) }) {
            first, _ in first
        }
        var known: Set<Verdict> = []
        var steps: [PublicStep] = []
        for closing in decided.deliberation.closings.sorted(by: { $0.stamp < $1.stamp })
        where decided.decision.affected.deciders.contains(closing.person) {
            let finding = closing.outcome ?? .notAdopted
            let verdict = Verdict(
                person: closing.person, version: closing.version, round: closing.round,
                finding: finding)
            guard known.insert(verdict).inserted else { continue }
            steps.append(
                PublicStep(
                    person: closing.person,
                    act: .closed(
                        decided.proposal, version: closing.version, finding: finding,
                        decides: outcomes[closing.id]),
                    stamp: closing.stamp, date: closing.written))
        }
        return steps
    }
}
