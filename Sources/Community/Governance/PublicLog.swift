public import Wire

/// A step that touches others, as every member can read it: who, what, why, which version, when.
public struct PublicStep: Hashable, Sendable {
    /// What somebody did.
    public enum Act: Hashable, Sendable {
        /// Flagged a version of an item.
        case flagged(item: RecordID, version: OperationID, reason: String, text: String)
        /// Took a flag back.
        case withdrewFlag(item: RecordID, version: OperationID)
        /// Flagged again by taking back the withdrawal.
        case renewedFlag(item: RecordID, version: OperationID)
        /// Blurred an item.
        case blurred(item: RecordID, version: OperationID, reason: String, text: String)
        /// Lifted a blur early.
        case liftedBlur(item: RecordID, version: OperationID)
        /// Blurred again within the time of the first blur.
        case renewedBlur(item: RecordID, version: OperationID)
        /// Asked somebody to take a role.
        case askedForRole(kind: String, person: PersonID, until: Int64)
        /// Took a role, or accepted it.
        case tookRole(kind: String, askedBy: PersonID?, until: Int64)
        /// Laid a role down, or declined it.
        case laidDownRole(kind: String)
        /// Proposed something.
        case proposed(Proposal)
        /// Gave their own proposal other words.
        case amended(proposal: RecordID, version: OperationID, text: String)
        /// Asked something about a proposal, or replied to such a question.
        case askedAbout(
            proposal: RecordID, question: RecordID, replyTo: RecordID?, text: String)
        /// Took a stance to a version of a proposal.
        case tookStance(
            proposal: RecordID, version: OperationID, choice: StanceChoice, reason: String)
        /// Objected to what was adopted without this objection having been seen.
        case putUnderReview(proposal: RecordID, version: OperationID, reason: String)
        /// Closed a proposal; `decides` is what became of it, if it took just this closing.
        case closed(
            Proposal, version: OperationID, finding: Closing.Outcome, decides: Decision.State?)
        /// Let somebody in, with the invitation of a member if one was shown.
        case letIn(person: PersonID, invitedBy: PersonID?)
        /// Left the community.
        case left
        /// Said with others that the community is open to everybody; the last of those whom it took.
        case opened(proposal: RecordID)
        /// Opened the archived community again; `proposal` is the one that had closed it.
        case reopened(proposal: RecordID)
        /// Founded a community that goes on from this one's past.
        case forked(into: RecordID, name: String)
        /// Let words in that a removed device wrote behind the end of its log.
        case released(Release)
        /// Decided something about a person or a device of the workplace; `person` is the first
        /// of those who did.
        case settled(Membership.Step)
    }

    /// Who did it.
    public let person: PersonID
    /// What.
    public let act: Act
    /// When, in the order that all replicas agree on.
    public let stamp: WriteStamp
    /// When, by the writer's clock, in milliseconds since 1970.
    public let date: Int64

    /// Makes a step.
    public init(person: PersonID, act: Act, stamp: WriteStamp, date: Int64) {
        self.person = person
        self.act = act
        self.stamp = stamp
        self.date = date
    }
}

/// The public log of a community: a function of its records, so that nobody can leave a step out.
public enum PublicLog {
    /// The steps that flags tell of.
    public static func steps(of flags: [Flag]) -> [PublicStep] {
        flags.flatMap { flag in
            let first = PublicStep(
                person: flag.person,
                act: .flagged(
                    item: flag.target, version: flag.version, reason: flag.reason,
                    text: flag.text), stamp: flag.stamp, date: flag.date)
            return [first]
                + changes(flag.withdrawals, from: false).map { change in
                    PublicStep(
                        person: flag.person,
                        act: change.isYes
                            ? .withdrewFlag(item: flag.target, version: flag.version)
                            : .renewedFlag(item: flag.target, version: flag.version),
                        stamp: change.stamp, date: change.date)
                }
        }
    }

    /// The steps that blurs tell of.
    public static func steps(of blurs: [Blur]) -> [PublicStep] {
        blurs.flatMap { blur in
            let first = PublicStep(
                person: blur.person,
                act: .blurred(
                    item: blur.target, version: blur.version, reason: blur.reason,
                    text: blur.text), stamp: blur.stamp, date: blur.date)
            return [first]
                + changes(blur.lifts, from: false).map { change in
                    PublicStep(
                        person: blur.person,
                        act: change.isYes
                            ? .liftedBlur(item: blur.target, version: blur.version)
                            : .renewedBlur(item: blur.target, version: blur.version),
                        stamp: change.stamp, date: change.date)
                }
        }
    }

    /// The steps that terms in roles tell of.
    public static func steps(of terms: [RoleTerm]) -> [PublicStep] {
        terms.flatMap { term in
            let asked = term.askedBy.map { asker in
                PublicStep(
                    person: asker,
                    act: .askedForRole(kind: term.kind, person: term.person, until: term.until),
                    stamp: term.stamp, date: term.date)
            }
            return [asked].compactMap { $0 }
                + changes(term.answers, from: nil).map { change in
                    PublicStep(
                        person: term.person,
                        act: change.isYes
                            ? .tookRole(kind: term.kind, askedBy: term.askedBy, until: term.until)
                            : .laidDownRole(kind: term.kind),
                        stamp: change.stamp, date: change.date)
                }
        }
    }

    /// Newest first.
    public static func inOrder(_ steps: [PublicStep]) -> [PublicStep] {
        inOrder(spaces: [steps])
    }

    /// Newest first, from several spaces.
    ///
    /// Stamps order what is in one space; between spaces they say nothing, so that the writers'
    /// clocks have to. A step never comes before one of its own space that it follows.
    ///
    /// - Parameter spaces: The steps of each space, in any order.
    public static func inOrder(spaces: [[PublicStep]]) -> [PublicStep] {
        var dated: [(step: PublicStep, date: Int64)] = []
        for steps in spaces {
            var latest = Int64.min
            for step in steps.sorted(by: { $0.stamp < $1.stamp }) {
                latest = max(latest, step.date)
                dated.append((step, latest))
            }
        }
        return dated.sorted { ($0.date, $0.step.stamp) > ($1.date, $1.step.stamp) }.map(\.step)
    }

    /// The assents that changed something: saying the same again is no step.
    private static func changes(_ assents: [Assent], from start: Bool?) -> [Assent] {
        var current = start
        return assents.inOrder.filter { assent in
            defer { current = assent.isYes }
            return assent.isYes != current
        }
    }
}
