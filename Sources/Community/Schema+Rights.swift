// What a community says of itself: who has promised what, and which words its members object to.
extension Schema {
    /// The kinds whose words members of a community can flag and blur.
    ///
    /// What everybody may change is not among them.
    public static var flaggable: [RecordKind] {
        [question, answer, thanks] + life.filter { flaggableNumbers.contains($0.number) }
    }

    private static let flaggableNumbers: [UInt32] =
        [5, 6, 7] + Array(20...28)

    /// A role that somebody takes, or is asked to take, in a community for a term.
    ///
    /// Whoever it is for is `asked`, or else the author; only that person's `held` counts.
    public static let role = RecordKind(
        number: 12, name: "role", letters: "R", home: .community,
        fields: [
            FieldRule(1, "kind", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(2, "asked", .bytes(32), .immutable, .author),
            FieldRule(3, "from", .integer(dates), .immutable, .author, required: true),
            FieldRule(4, "until", .integer(dates), .immutable, .author, required: true),
            FieldRule(5, "held", .flag, .personal, .each),
            FieldRule(6, "pledge", .text(characters: 2_000), .personal, .each),
        ])

    /// One person's objection to one version of somebody's words.
    public static let flag = RecordKind(
        number: 13, name: "flag", letters: "F", home: .community,
        fields: [
            FieldRule(
                1, "target", .record(kinds: flaggableNumbers), .immutable, .author,
                required: true),
            FieldRule(2, "version", .bytes(16), .immutable, .author, required: true),
            FieldRule(3, "reason", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(4, "text", .text(characters: 1_000), .immutable, .author),
            FieldRule(5, "withdrawn", .flag, .register, .author),
        ])

    /// Words blurred at once by one member, for a short while, because they may do harm.
    public static let blur = RecordKind(
        number: 14, name: "blur", letters: "B", home: .community,
        fields: [
            FieldRule(
                1, "target", .record(kinds: flaggableNumbers), .immutable, .author,
                required: true),
            FieldRule(2, "version", .bytes(16), .immutable, .author, required: true),
            FieldRule(3, "reason", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(4, "text", .text(characters: 1_000), .immutable, .author),
            FieldRule(5, "lifted", .flag, .register, .author),
        ])
}
