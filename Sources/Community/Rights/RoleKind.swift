internal import Languages

/// A role that somebody takes on in a community for a term.
///
/// No role has a verb that a member has not; a role says who has promised to look after something.
public enum RoleKind: String, CaseIterable, Hashable, Sendable {
    /// Convenes, greets and closes loops.
    case coordinator
    /// Writes down for those who can't type, with their consent.
    case scribe
    /// Keeps pages true.
    case steward
    /// Greets newcomers.
    case greeter
    /// Offers room, hours or money; usually a manager.
    case sponsor

    /// A month of a term in milliseconds: 30 days, so that six are never more than half a year.
    public static let month: Int64 = 30 * 86_400_000

    /// The longest term, in months.
    public var longestTerm: Int64 { self == .sponsor ? 12 : 6 }

    /// The longest term of a role, in milliseconds; a role of a later version has a member's.
    public static func longestTerm(of kind: String) -> Int64 {
        (RoleKind(rawValue: kind) ?? .coordinator).longestTerm * month
    }

    /// What the role is for, in a sentence.
    public var purpose: String {
        switch self {
        case .coordinator: say("Convenes, greets, and sees that questions find an end.")
        case .scribe: say("Writes down for those who can't type, with their consent.")
        case .steward: say("Keeps pages true and tags tidy.")
        case .greeter: say("Greets newcomers and introduces them.")
        case .sponsor: say("Pledges time, room or material, and names conditions.")
        }
    }

    /// The verbs that the role is about, all of which every member has.
    public var verbs: [Rights.Verb] {
        switch self {
        case .coordinator: [.convene, .greet, .weave, .propose]
        case .scribe: [.ask, .answer, .raiseProblem]
        case .steward: [.editPage, .tag, .weave]
        case .greeter: [.greet, .invite, .vouch]
        case .sponsor: [.pledge, .conditions, .thanks]
        }
    }

    /// The column of the table of rights that holds for whoever has the role.
    public var column: Rights.Role {
        switch self {
        case .coordinator: .coordinator
        case .sponsor: .sponsor
        case .scribe, .steward, .greeter: .member
        }
    }
}
