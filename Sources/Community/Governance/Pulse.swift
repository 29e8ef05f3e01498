public import Wire

/// When nothing was posted for long, members are asked how it shall go on.
public enum Quiet {
    /// Days without a post after which a community is asked.
    public static let days: Int64 = 60

    /// Whether a community has been quiet for long.
    ///
    /// - Parameters:
    ///   - lastPost: The date of its newest question or answer; `nil` if there is none.
    ///   - founded: When it was founded.
    ///   - now: The time, in milliseconds since 1970.
    public static func isQuiet(lastPost: Int64?, founded: Int64, now: Int64) -> Bool {
        let since = max(lastPost ?? founded, founded)
        return now.subtractingReportingOverflow(since).partialValue >= days * ConsentRules.day
            && now > since
    }
}

/// What a member of a quiet community wishes; nothing follows from it by itself.
public enum PulseChoice: String, Hashable, Sendable, CaseIterable {
    /// It shall go on.
    case goOn = "go_on"
    /// It may rest.
    case rest
    /// It should be closed; that takes a proposal.
    case close
    /// Somebody else should look after it.
    case handOver = "hand_over"
}

/// What one member of a quiet community answered.
public struct PulseWord: Hashable, Sendable {
    /// Who.
    public var person: PersonID
    /// The answer; `nil` for one of a later version.
    public var choice: PulseChoice?
    /// More words, or all of an answer of a later version.
    public var words: String
    /// When, by their clock, in milliseconds since 1970.
    public var written: Int64

    /// Reads an answer as the record holds it: the choice and, after a colon, more words.
    public init(person: PersonID, text: String, written: Int64) {
        self.person = person
        self.written = written
        let parts = text.split(separator: ":", maxSplits: 1)
        choice = parts.first.flatMap { PulseChoice(rawValue: String($0)) }
        let rest = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
        words = choice == nil ? text : String(rest)
    }
}

extension [PulseWord] {
    /// The answers that stand: of people who are in, given since the last post ended a quiet before.
    public func standing(members: Set<PersonID>, since lastPost: Int64?) -> [PulseWord] {
        filter { $0.written >= lastPost ?? .min && members.contains($0.person) }
    }

    /// How many people gave each answer that was given, in the order of ``PulseChoice``.
    ///
    /// Who has said nothing is in no count and in no list.
    public var counts: [(choice: PulseChoice, people: Int)] {
        PulseChoice.allCases.compactMap { choice in
            let people = Set(filter { $0.choice == choice }.map(\.person)).count
            return people > 0 ? (choice, people) : nil
        }
    }
}
