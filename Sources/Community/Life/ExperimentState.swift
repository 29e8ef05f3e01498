public import Wire

/// How an experiment ended.
public enum ExperimentResult: String, CaseIterable, Hashable, Sendable {
    /// It worked.
    case worked
    /// It did not.
    case didNot = "did-not"
    /// It can't be said.
    case inconclusive
    /// It was stopped before its end.
    case stopped
}

/// How an experiment stands: idea → running → ended (chapter 19).
///
/// The last step has no way around what was learned: an outcome without it is refused by every
/// replica.
public enum ExperimentState: Equatable, Sendable {
    /// It is an idea.
    case idea
    /// It has begun.
    case running
    /// It has ended; several outcomes that were written at the same time are all there.
    case ended([RecordID])

    /// Its name.
    public var name: String {
        switch self {
        case .idea: "idea"
        case .running: "running"
        case .ended: "ended"
        }
    }

    /// Reads the state off an experiment.
    ///
    /// - Parameter outcomes: Records of kind `outcome`; those of somebody else don't count.
    public init(_ experiment: RecordFacts, outcomes: [RecordFacts]) {
        let ended = Self.counting(outcomes, of: experiment)
        if !ended.isEmpty {
            self = .ended(ended.map(\.id))
        } else {
            self = experiment.flag("started") ? .running : .idea
        }
    }

    /// The outcomes that count, the earliest first: those of the experiment's own author.
    public static func counting(_ outcomes: [RecordFacts], of experiment: RecordFacts)
        -> [RecordFacts]
    {
        outcomes.filter {
            $0.record("experiment") == experiment.id && $0.person == experiment.person
        }.sorted { $0.stamp < $1.stamp }
    }
}
