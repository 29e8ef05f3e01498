internal import Wire

/// Files that hang on what colleagues wrote (chapter 21).
extension Schema {
    /// A file: what it is called, and what it takes to find, to check and to open it.
    ///
    /// The bytes of the file are in no log: whoever may read the record may ask for them.
    public static let attachment = RecordKind(
        number: 35, name: "attachment", letters: "FL", home: .anywhere,
        fields: [
            FieldRule(
                1, "of", .record(kinds: [5, 6, 20, 21, 22, 23, 25, 26, 28, 29]), .immutable,
                .author, required: true),
            FieldRule(2, "name", .line(characters: 200), .immutable, .author, required: true),
            FieldRule(3, "type", .line(characters: 100), .immutable, .author),
            FieldRule(
                4, "size", .integer(1...Int64(Limits.attachmentBytes)), .immutable, .author,
                required: true),
            FieldRule(5, "address", .bytes(32), .immutable, .author, required: true),
            FieldRule(6, "key", .bytes(32), .immutable, .author, required: true),
            FieldRule(
                7, "milliseconds", .integer(0...MediaFacts.longest), .immutable, .author),
            FieldRule(8, "width", .integer(1...MediaFacts.widest), .immutable, .author),
            FieldRule(9, "height", .integer(1...MediaFacts.widest), .immutable, .author),
        ])

    /// The kinds that a file can be attached to.
    public static let attachable: [RecordKind] = [
        question, answer, problem, story, experiment, outcome, event, session, valueStory, page,
    ]
}
