internal import Languages
public import Wire

/// What colleagues experienced with an answer or a story (invariant 5 of chapter 19).
///
/// Yes and no stand beside each other and are never added up.
public struct Experience: Equatable, Sendable {
    /// How far an advice has proved itself.
    public enum Standing: String, Equatable, Sendable {
        /// Nobody has tried it.
        case untried
        /// One person has, and it worked.
        case triedOnce = "tried once"
        /// It worked for two people or more who didn't write it.
        case confirmed
        /// On a machine where it worked, it didn't any more.
        case disputed
        /// It worked for nobody yet.
        case failed = "did not work"

        /// The standing in the language of whoever reads it.
        fileprivate var words: String {
            switch self {
            case .untried: say("untried", context: "an advice")
            case .triedOnce: say("tried once", context: "an advice")
            case .confirmed: say("confirmed", context: "an advice")
            case .disputed: say("disputed", context: "an advice")
            case .failed: say("did not work", context: "an advice")
            }
        }
    }

    /// The standing.
    public let standing: Standing
    /// Where it didn't work, each place once, sorted.
    public let exceptions: [String]
    /// Where it worked, each place once, sorted.
    public let places: [String]

    /// Weighs experiences.
    ///
    /// - Parameters:
    ///   - trials: Records of kind `trial` about one record.
    ///   - author: Who wrote what was tried: their own experience confirms nothing.
    public init(_ trials: [RecordFacts], of author: PersonID) {
        let counting = Self.latest(trials.filter { !$0.flag("withdrawn") })
        let good = counting.filter { $0.flag("worked") }
        let bad = counting.filter { !$0.flag("worked") }
        func machine(_ trial: RecordFacts) -> String { trial.text("machine") ?? "" }
        let isDisputed = bad.contains { failure in
            let lastSuccess = good.filter { machine($0) == machine(failure) }.map(\.stamp).max()
            return lastSuccess.map { $0 < failure.stamp } ?? false
        }
        let confirming = Set(good.map(\.person)).subtracting([author])
        if isDisputed {
            standing = .disputed
        } else if confirming.count >= 2 {
            standing = .confirmed
        } else if !good.isEmpty {
            standing = .triedOnce
        } else {
            standing = bad.isEmpty ? .untried : .failed
        }
        exceptions = Self.places(
            of: bad.filter { failure in
                let later = good.contains {
                    machine($0) == machine(failure) && $0.stamp > failure.stamp
                }
                return !later
            })
        places = Self.places(of: good)
    }

    /// Each person's last word about each machine.
    private static func latest(_ trials: [RecordFacts]) -> [RecordFacts] {
        struct Key: Hashable {
            let person: PersonID
            let machine: String
        }
        var latest: [Key: RecordFacts] = [:]
        for trial in trials {
            let key = Key(person: trial.person, machine: trial.text("machine") ?? "")
            if let known = latest[key], known.stamp > trial.stamp { continue }
            latest[key] = trial
        }
        return latest.values.sorted { $0.stamp < $1.stamp }
    }

    private static func places(of trials: [RecordFacts]) -> [String] {
        Set(
            trials.compactMap { trial in
                guard let machine = trial.text("machine"), !machine.isEmpty else {
                    return trial.text("note")
                }
                return trial.flag("worked")
                    ? machine : trial.text("note").map { "\(machine): \($0)" } ?? machine
            }
        ).sorted()
    }

    /// The experience in one line, such as `confirmed, except Press 7`; `nil` if nobody has tried.
    public var sentence: String? {
        guard standing != .untried else { return nil }
        guard !exceptions.isEmpty else { return standing.words }
        let places = exceptions.joined(separator: "; ")
        return standing == .failed
            ? say("did not work on \(places)") : say("\(standing.words), except \(places)")
    }
}
