public import Languages

/// Who may do what: one table for the whole program.
///
/// It has a row for every verb and a column for every role. What is not in it does not exist; what
/// exists for nobody stands in it with an empty row, so that the program can say so. Refusals of
/// the program take their words from here.
public enum Rights {
    /// A column of the table: in which capacity somebody acts.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        /// Somebody without a device or key, at a kiosk or with a slip of paper.
        case visitor
        /// Somebody who has signed in at a shared terminal, which keeps a key for them.
        case kiosk
        /// Somebody who was invited to one thing.
        case guest
        /// A member.
        case member
        /// A member who convenes a community for a term.
        case coordinator
        /// A member, usually a manager, who offers room, hours or money.
        case sponsor
        /// Whoever writes the policy of a machine.
        case itPolicy = "it_policy"
        /// The key with which personnel or IT marks departures, where a workplace has one.
        case doorKey = "door_key"

        /// Reads a role as people type it: `it policy`, `door-key`, `manager`.
        public init?(typed text: String) {
            let name = text.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
            guard let role = Role(rawValue: Self.synonyms[name] ?? name) else { return nil }
            self = role
        }

        private static let synonyms = [
            "manager": "sponsor", "it": "it_policy", "door": "door_key", "terminal": "kiosk",
        ]
    }

    /// A way in which something may be done.
    public enum Way: String, CaseIterable, Hashable, Sendable {
        /// With one's own words, devices, membership or profile.
        case own
        /// When those concerned consent to a proposal.
        case consent = "by consent"
        /// When two members do it together.
        case twoMembers = "two members"
        /// When two members do it; it takes effect after some working days and is void if the
        /// person acts meanwhile.
        case delayed
        /// At any time, alone.
        case always

        /// The way in the words of the printed table.
        public var words: String {
            switch self {
            case .own: say("own", context: "a way")
            case .consent: say("by consent", context: "a way")
            case .twoMembers: say("two members", context: "a way")
            case .delayed: say("two members, delayed", context: "a way")
            case .always: say("always", context: "a way")
            }
        }
    }

    /// A cell: in which ways a role may do something.
    public struct Cell: Hashable, Sendable {
        /// The ways, each of which suffices; none if the right does not exist for the role.
        public let ways: [Way]
        /// What limits the right, such as `one thread`.
        public let limit: Sentence?

        init(_ ways: Way..., note limit: Sentence? = nil) {
            self.ways = ways
            self.limit = limit
        }

        /// The right does not exist.
        public static let never = Cell()
        /// The right exists without any condition.
        public static let always = Cell(.always)
        /// The right exists for what is one's own.
        public static let own = Cell(.own)
        /// The right exists for those who consent together.
        public static let consent = Cell(.consent)

        /// The right exists within a limit.
        static func limited(_ limit: Sentence) -> Cell { Cell(.always, note: limit) }

        /// What limits the right, in the language of whoever reads it.
        public var note: String? { limit?.said }

        /// Whether the right exists in any way.
        public var exists: Bool { !ways.isEmpty }

        /// The cell as it is printed: `own or two members, delayed`, `always (one thread)`, `never`.
        public var text: String {
            guard exists else { return say("never", context: "a way") }
            let words = Language.current.choice(ways.map(\.words))
            return note.map { say("\(words) (\($0))", context: "a right with its limit") } ?? words
        }
    }

    /// A row: one verb with its cells.
    public struct Row: Sendable {
        /// The verb.
        public let verb: Verb
        /// The verb in words, as in "nobody can …".
        public let meaning: Sentence
        /// What people do who look for a right that exists for nobody; `nil` where it exists.
        public let way: Sentence?
        private let cells: [Role: Cell]

        /// A right of people; coordinators and sponsors have those of members, never more.
        ///
        /// - Parameter kiosk: Where it is less at a shared terminal than at one's own computer.
        init(
            _ verb: Verb, _ meaning: Sentence, visitor: Cell = .never, kiosk: Cell? = nil,
            guest: Cell = .never, members: Cell
        ) {
            self.init(
                verb, meaning, instead: nil,
                cells: [
                    .visitor: visitor, .kiosk: kiosk ?? members, .guest: guest, .member: members,
                    .coordinator: members, .sponsor: members,
                ])
        }

        init(_ verb: Verb, _ meaning: Sentence, instead way: Sentence?, cells: [Role: Cell]) {
            self.verb = verb
            self.meaning = meaning
            self.way = way
            self.cells = cells
        }

        /// The same right for one more role.
        func and(_ role: Role, _ cell: Cell) -> Row {
            Row(
                verb, meaning, instead: way,
                cells: cells.merging([role: cell], uniquingKeysWith: { $1 }))
        }

        /// The verb in words, in the language of whoever reads them.
        public var summary: String { meaning.said }

        /// What people do instead, in the language of whoever reads it.
        public var instead: String? { way?.said }

        /// The cell of a role.
        public func cell(_ role: Role) -> Cell { cells[role, default: .never] }

        /// Whether the right exists for nobody.
        public var isForNobody: Bool { !Role.allCases.contains { cell($0).exists } }
    }

    /// The row of a verb.
    public static func row(_ verb: Verb) -> Row {
        rows[verb] ?? Row(verb, Sentence(verbatim: verb.rawValue), instead: nil, cells: [:])
    }

    /// What a role may do with a verb.
    public static func cell(_ verb: Verb, _ role: Role) -> Cell { row(verb).cell(role) }

    /// The verbs that a role has and a member has not: none, for every role that a member can take.
    public static func exclusiveVerbs(of role: Role) -> [Verb] {
        table.filter { $0.cell(role).exists && !$0.cell(.member).exists }.map(\.verb)
    }

    private static let rows = [Verb: Row](
        table.map { ($0.verb, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Rights.Verb {
    /// Reads a verb as people type it: `read open`, `Close a problem`, `set-aside`.
    public init?(typed text: String) {
        let fillers: Set<Substring> = ["a", "an", "the", "to"]
        let words = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }
            .filter { !fillers.contains($0) }
        self.init(rawValue: words.joined(separator: "-"))
    }
}
