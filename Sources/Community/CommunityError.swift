/// Words or choices that can't become an operation.
public enum CommunityError: Error, Equatable, Sendable {
    /// A field breaks a rule of the schema.
    case refused(Refusal)
    /// A field holds a word that is none of those that it may hold.
    case notAChoice(field: String, choices: [String])
    /// All fields together are longer than one operation may be.
    case tooLong(limit: Int, actual: Int)
    /// A personal founding that can't be read or whose device card is not genuine.
    case invalidFounding
    /// A version of a collaborative text that isn't here.
    case unknownVersion
}
