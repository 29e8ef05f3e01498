// What somebody leaves to those who stay. The numbers leave room for kinds that are on their way.
extension Schema {
    /// That somebody answers colleagues' questions before they go.
    public static let handover = RecordKind(
        number: 40, name: "handover", letters: "H", home: .workplace,
        fields: [FieldRule(1, "note", .text(characters: 2_000), .register, .author)])

    /// A colleague's question to somebody who goes; only that person's `answer` counts.
    public static let handoverQuestion = RecordKind(
        number: 41, name: "handover_question", letters: "J", home: .workplace,
        fields: [
            FieldRule(1, "handover", .record(kinds: [40]), .immutable, .author, required: true),
            FieldRule(2, "text", .text(characters: 1_000), .register, .author, required: true),
            FieldRule(3, "answer", .text(characters: 10_000), .personal, .each),
        ])
}
