/// What is written for people who have no computer at work (chapter 22).
extension Schema {
    /// Somebody without a computer, noted by a colleague with their consent.
    ///
    /// Words that colleagues write for them name it, and whoever shows the slip is the one.
    public static let unclaimedPerson = RecordKind(
        number: 32, name: "unclaimed_person", letters: "UP", home: .workplace,
        fields: [
            FieldRule(1, "name", .line(characters: 100), .register, .author, required: true),
            FieldRule(2, "site", .line(characters: 100), .register, .author),
            FieldRule(3, "consent", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(4, "slip", .bytes(32), .immutable, .author, required: true),
            FieldRule(5, "claim", .bytes(64), .personal, .each),
            FieldRule(6, "disown", .bytes(64), .personal, .each),
        ])

    /// That words were written on behalf of somebody: by a scribe, or at a shared terminal.
    public static let onBehalf = RecordKind(
        number: 33, name: "on_behalf", letters: "OB", home: .anywhere,
        fields: [
            FieldRule(
                1, "of", .record(kinds: [5, 6, 7, 20, 21, 22]), .immutable, .author,
                required: true),
            FieldRule(2, "name", .line(characters: 100), .immutable, .author),
            FieldRule(3, "consent", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(4, "person", .bytes(16), .immutable, .author),
            FieldRule(5, "claim_token", .bytes(16), .immutable, .author),
            FieldRule(6, "claim", .line(characters: 30), .personal, .each),
            FieldRule(7, "disown", .line(characters: 30), .personal, .each),
        ])
}
