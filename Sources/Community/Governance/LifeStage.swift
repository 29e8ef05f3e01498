/// How a community came to be, as its members see it.
public enum GroupForm: String, Hashable, Sendable, CaseIterable {
    /// Set up on purpose, such as that of all mechanical engineers.
    case formal
    /// Grown by itself.
    case informal
}

/// Where a community stands in its life; its members declare it, nothing follows from it.
///
/// Source: Wenger, McDermott and Snyder, Cultivating Communities of Practice (2002).
public enum LifeStage: String, Hashable, Sendable, CaseIterable {
    /// A few people with a common matter.
    case potential
    /// They meet, and build trust.
    case coalescing
    /// They know what they are for, and grow.
    case maturing
    /// They keep what they have alive.
    case stewardship
    /// They become something else.
    case transforming

    /// The word for a community that was closed; no stage that somebody can declare.
    public static let archived = "archived"

    /// Members from which on a community is more than a potential one.
    public static let fewMembers = 2
    /// Members from which on it may be maturing.
    public static let manyMembers = 5
    /// Questions from which on it may be maturing.
    public static let manyQuestions = 10
    /// Milliseconds since its founding from which on it may be one to keep: a year.
    public static let longLife: Int64 = 365 * ConsentRules.day

    /// The stage that the signs speak for; a hint to those who declare it.
    ///
    /// - Parameters:
    ///   - members: People who are in.
    ///   - questions: Questions that were ever asked.
    ///   - age: Milliseconds since it was founded.
    ///   - isQuiet: Whether nobody has posted for long.
    public static func suggested(
        members: Int, questions: Int, age: Int64, isQuiet: Bool
    ) -> LifeStage {
        if members < fewMembers { return .potential }
        if isQuiet { return .transforming }
        guard members >= manyMembers, questions >= manyQuestions else { return .coalescing }
        return age >= longLife ? .stewardship : .maturing
    }
}
