/// The kinds by which a community lives: problems, stories, experiments, gatherings, and what
/// colleagues add to them.
extension Schema {
    /// Whether a kind with a number is one of this file.
    public static func isLife(_ number: UInt32) -> Bool {
        (problem.number...tagAlias.number).contains(number)
    }

    /// All kinds of this file, by ascending number.
    public static let life = [
        problem, story, experiment, outcome, trial, event, session, suggestion, valueStory,
        page, condition, tagAlias,
    ]

    /// Something that is in the way of people's work: in a community, or on the wall of the
    /// workplace for everybody.
    public static let problem = RecordKind(
        number: 20, name: "problem", letters: "N", home: .anywhere,
        fields: [
            FieldRule(1, "title", .line(characters: 300), .register, .author, required: true),
            FieldRule(2, "body", .text(characters: 50_000), .register, .author),
            FieldRule(3, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(4, "place", .line(characters: 100), .register, .author),
            FieldRule(5, "on_behalf", .line(characters: 100), .immutable, .author),
            FieldRule(6, "consent", .line(characters: 20), .immutable, .author),
            FieldRule(7, "claim_token", .bytes(16), .immutable, .author),
            FieldRule(8, "claim", .line(characters: 30), .personal, .each),
            FieldRule(9, "me_too", .flag, .personal, .each),
            FieldRule(10, "will_work", .flag, .personal, .each),
            FieldRule(11, "knows", .flag, .personal, .each),
            FieldRule(12, "note", .line(characters: 500), .personal, .each),
            FieldRule(13, "adopted", .bytes(32), .set, .anyone),
            FieldRule(14, "resolution", .bytes(16), .personal, .each),
            FieldRule(15, "still_there", .flag, .personal, .each),
            FieldRule(16, "parked", .flag, .register, .author),
            FieldRule(17, "same_as", .bytes(16), .set, .anyone),
            FieldRule(18, "disown", .line(characters: 30), .personal, .each),
        ])

    /// What happened once, told so that somebody else can use it.
    public static let story = RecordKind(
        number: 21, name: "story", letters: "S", home: .community,
        fields: [
            FieldRule(1, "title", .line(characters: 300), .register, .author, required: true),
            FieldRule(2, "situation", .text(characters: 10_000), .register, .author),
            FieldRule(3, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(4, "place", .line(characters: 100), .register, .author),
            FieldRule(5, "tried", .text(characters: 10_000), .register, .author),
            FieldRule(6, "happened", .text(characters: 10_000), .register, .author),
            FieldRule(7, "lesson", .text(characters: 10_000), .register, .author),
            FieldRule(8, "outcome", .line(characters: 20), .register, .author),
            FieldRule(9, "inspired_by", .bytes(16), .set, .author),
        ])

    /// Something that is tried out, with what could go wrong said before.
    public static let experiment = RecordKind(
        number: 22, name: "experiment", letters: "X", home: .community,
        fields: [
            FieldRule(1, "title", .line(characters: 300), .register, .author, required: true),
            FieldRule(2, "hypothesis", .text(characters: 10_000), .register, .author),
            FieldRule(3, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(4, "place", .line(characters: 100), .register, .author),
            FieldRule(5, "worst_case", .line(characters: 500), .register, .author, required: true),
            FieldRule(6, "stop_rule", .line(characters: 500), .register, .author),
            FieldRule(7, "review", .integer(dates), .register, .author),
            FieldRule(8, "problems", .bytes(16), .set, .anyone),
            FieldRule(9, "started", .flag, .register, .author),
            FieldRule(10, "pledge", .line(characters: 200), .personal, .each),
            FieldRule(11, "builds_on", .bytes(16), .set, .author),
        ])

    /// How an experiment ended, and what was learned: without that none has ended.
    public static let outcome = RecordKind(
        number: 23, name: "outcome", letters: "O", home: .community,
        fields: [
            FieldRule(1, "experiment", .record(kinds: [22]), .immutable, .author, required: true),
            FieldRule(2, "result", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(3, "learning", .text(characters: 10_000), .register, .author, required: true),
            FieldRule(4, "retry_if", .line(characters: 500), .register, .author),
        ])

    /// Somebody's experience with what a colleague advised: it worked for them, or it didn't.
    public static let trial = RecordKind(
        number: 24, name: "trial", letters: "L", home: .community,
        fields: [
            FieldRule(
                1, "of", .record(kinds: [6, 21]), .immutable, .author, required: true),
            FieldRule(2, "worked", .flag, .immutable, .author, required: true),
            FieldRule(3, "machine", .line(characters: 100), .immutable, .author),
            FieldRule(4, "date", .integer(dates), .immutable, .author),
            FieldRule(5, "note", .line(characters: 500), .immutable, .author),
            FieldRule(6, "withdrawn", .flag, .register, .author),
        ])

    /// A gathering: a kick-off, a talk, a visit to a machine.
    ///
    /// Start, end and place are sets of which each change takes away what it has seen: two changes
    /// at the same time leave both, and everybody sees that the time is disputed.
    public static let event = RecordKind(
        number: 25, name: "event", letters: "E", home: .anywhere,
        fields: [
            FieldRule(1, "title", .line(characters: 300), .register, .author, required: true),
            FieldRule(2, "body", .text(characters: 10_000), .register, .author),
            FieldRule(3, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(4, "start", .integer(dates), .set, .anyone, required: true),
            FieldRule(5, "end", .integer(dates), .set, .anyone),
            FieldRule(6, "places", .line(characters: 100), .set, .anyone),
            FieldRule(7, "series", .line(characters: 200), .register, .anyone),
            FieldRule(8, "rsvp", .line(characters: 10), .personal, .each),
            FieldRule(9, "guests", .integer(0...50), .personal, .each),
            FieldRule(10, "notes", .text(characters: 50_000), .register, .anyone),
            FieldRule(11, "rooms", .integer(1...100), .immutable, .author),
            FieldRule(12, "slots", .integer(1...100), .immutable, .author),
            FieldRule(13, "cancelled", .flag, .register, .author),
            FieldRule(14, "attended", .line(characters: 100), .set, .anyone),
        ])

    /// A card on the wall of an open space: what somebody wants to talk about.
    public static let session = RecordKind(
        number: 26, name: "session", letters: "G", home: .anywhere,
        fields: [
            FieldRule(1, "title", .line(characters: 300), .register, .author, required: true),
            FieldRule(2, "event", .record(kinds: [25]), .immutable, .author, required: true),
            FieldRule(3, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(4, "slot", .line(characters: 50), .set, .anyone),
            FieldRule(5, "goes", .flag, .personal, .each),
            FieldRule(6, "notes", .text(characters: 50_000), .register, .anyone),
            FieldRule(7, "takes_notes", .flag, .personal, .each),
        ])

    /// Other words for something that a colleague wrote; its author decides.
    public static let suggestion = RecordKind(
        number: 27, name: "suggestion", letters: "I", home: .community,
        fields: [
            FieldRule(
                1, "to", .record(kinds: [5, 6, 20, 21, 22]), .immutable, .author, required: true),
            FieldRule(2, "field", .line(characters: 30), .immutable, .author, required: true),
            FieldRule(3, "text", .text(characters: 50_000), .register, .author, required: true),
            FieldRule(4, "taken", .flag, .personal, .each),
        ])

    /// What came of it all, told by whoever has the use of it.
    public static let valueStory = RecordKind(
        number: 28, name: "value_story", letters: "Y", home: .community,
        fields: [
            FieldRule(1, "title", .line(characters: 300), .register, .author, required: true),
            FieldRule(2, "immediate", .text(characters: 5_000), .register, .author),
            FieldRule(3, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(4, "potential", .text(characters: 5_000), .register, .author),
            FieldRule(5, "applied", .text(characters: 5_000), .register, .author),
            FieldRule(6, "realised", .text(characters: 5_000), .register, .author),
            FieldRule(7, "reframed", .text(characters: 5_000), .register, .author),
            FieldRule(8, "saving", .line(characters: 100), .register, .author),
            FieldRule(9, "about", .bytes(16), .set, .anyone),
            FieldRule(10, "confirms", .flag, .personal, .each),
        ])

    /// What a community holds to be so: a text that everybody may edit.
    public static let page = RecordKind(
        number: 29, name: "page", letters: "PG", home: .community,
        fields: [
            FieldRule(1, "title", .line(characters: 300), .register, .anyone, required: true),
            FieldRule(2, "body", .text(characters: 200_000), .collaborative, .anyone),
            FieldRule(3, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(4, "review", .integer(dates), .register, .anyone),
            FieldRule(5, "still_valid", .integer(dates), .personal, .each),
            FieldRule(6, "looks_after", .flag, .personal, .each),
            FieldRule(7, "sources", .bytes(16), .set, .anyone),
            FieldRule(8, "place", .line(characters: 100), .register, .anyone),
        ])

    /// A line of a community's conditions card: what helps it or is in its way.
    public static let condition = RecordKind(
        number: 30, name: "condition", letters: "CD", home: .community,
        fields: [
            FieldRule(1, "aspect", .line(characters: 20), .immutable, .author, required: true),
            FieldRule(2, "title", .line(characters: 300), .register, .anyone, required: true),
            FieldRule(3, "helps", .flag, .register, .anyone),
            FieldRule(4, "changed_by", .line(characters: 100), .register, .anyone),
            FieldRule(5, "settled", .flag, .register, .anyone),
        ])

    /// That two tags mean the same.
    public static let tagAlias = RecordKind(
        number: 31, name: "tag_alias", letters: "TA", home: .community,
        fields: [
            FieldRule(1, "tag", .line(characters: 50), .immutable, .author, required: true),
            FieldRule(2, "same_as", .line(characters: 50), .immutable, .author, required: true),
            FieldRule(3, "split", .flag, .register, .anyone),
        ])
}
