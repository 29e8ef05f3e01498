/// The kinds by which a community decides.
extension Schema {
    /// Something that a community shall agree on.
    public static let proposal = RecordKind(
        number: 8, name: "proposal", letters: "P", home: .community,
        fields: [
            FieldRule(1, "kind", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(2, "text", .text(characters: 5_000), .register, .author, required: true),
            FieldRule(3, "closes", .integer(dates), .immutable, .author, required: true),
            FieldRule(4, "affected", .list(of: 32, upTo: 1_000), .immutable, .author),
            FieldRule(5, "sunset", .integer(dates), .immutable, .author),
            FieldRule(6, "review", .integer(dates), .register, .author),
            FieldRule(7, "community", .bytes(32), .immutable, .author),
            FieldRule(8, "person", .bytes(32), .immutable, .author),
            FieldRule(9, "record", .record(kinds: [5, 6, 8]), .immutable, .author),
            FieldRule(10, "visibility", .line(characters: 20), .immutable, .author),
            FieldRule(11, "until", .integer(dates), .immutable, .author),
            FieldRule(12, "step", .text(characters: 1_000), .immutable, .author),
            FieldRule(13, "harvest", .line(characters: 200), .immutable, .author),
            FieldRule(14, "farewell", .text(characters: 5_000), .immutable, .author),
            FieldRule(15, "post_version", .bytes(16), .immutable, .author),
        ])

    /// What a person says to one version of a proposal's text.
    public static let stance = RecordKind(
        number: 9, name: "stance", letters: "V", home: .community,
        fields: [
            FieldRule(1, "proposal", .record(kinds: [8]), .immutable, .author, required: true),
            FieldRule(2, "version", .bytes(16), .immutable, .author, required: true),
            FieldRule(3, "choice", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(4, "reason", .text(characters: 2_000), .immutable, .author),
        ])

    /// What a person found when closing a proposal, with the stances that they saw.
    public static let closing = RecordKind(
        number: 10, name: "closing", letters: "K", home: .community,
        fields: [
            FieldRule(1, "proposal", .record(kinds: [8]), .immutable, .author, required: true),
            FieldRule(2, "version", .bytes(16), .immutable, .author, required: true),
            FieldRule(3, "outcome", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(4, "round", .integer(0...1_000), .immutable, .author),
            FieldRule(5, "stances", .list(of: 16, upTo: 1_000), .immutable, .author),
            FieldRule(6, "heads", .list(of: 40, upTo: 1_000), .immutable, .author),
        ])

    /// A question about a proposal, or a reply to one.
    public static let proposalQuestion = RecordKind(
        number: 11, name: "proposal_question", letters: "U", home: .community,
        fields: [
            FieldRule(1, "proposal", .record(kinds: [8]), .immutable, .author, required: true),
            FieldRule(2, "text", .text(characters: 2_000), .register, .author, required: true),
            FieldRule(3, "reply_to", .record(kinds: [11]), .immutable, .author),
        ])
}
