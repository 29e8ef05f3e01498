/// Every kind of record that this version knows.
///
/// Validation, the Replica, the database and chapter 08 of `Protocol/` follow from this one table.
/// A number that was given is never given again and never changes its meaning; a new field takes
/// the next number, a new kind likewise.
public enum Schema {
    /// The kinds, by ascending number.
    public static let kinds: [RecordKind] =
        [
            workplace, person, device, community, question, answer, thanks,
            proposal, stance, closing, proposalQuestion, role, flag, blur,
        ] + life + [unclaimedPerson, onBehalf, digestIssue, attachment, handover, handoverQuestion]

    /// The workplace itself: its name.
    public static let workplace = RecordKind(
        number: 1, name: "workplace", letters: "W", home: .workplace,
        fields: [
            FieldRule(1, "name", .line(characters: 100), .register, .anyone, required: true),
            FieldRule(2, "purpose", .text(characters: 2_000), .register, .anyone),
        ])

    /// What a person says about themselves.
    public static let person = RecordKind(
        number: 2, name: "person", letters: "M", home: .workplace,
        fields: [
            FieldRule(1, "name", .line(characters: 100), .register, .author, required: true),
            FieldRule(2, "about", .text(characters: 2_000), .register, .author),
            FieldRule(3, "site", .line(characters: 100), .register, .author),
            FieldRule(4, "helps_with", .line(characters: 50), .set, .author),
            FieldRule(5, "learning", .line(characters: 50), .set, .author),
            FieldRule(6, "languages", .line(characters: 35), .set, .author),
            FieldRule(7, "findable", .flag, .register, .author),
        ])

    /// A computer of a person.
    public static let device = RecordKind(
        number: 3, name: "device", letters: "D", home: .workplace,
        fields: [
            FieldRule(1, "device", .bytes(32), .immutable, .author, required: true),
            FieldRule(2, "label", .line(characters: 100), .register, .author),
            FieldRule(3, "form", .line(characters: 20), .immutable, .author),
        ])

    /// A community and who belongs to it.
    public static let community = RecordKind(
        number: 4, name: "community", letters: "C", home: .anywhere,
        fields: [
            FieldRule(1, "name", .line(characters: 100), .register, .anyone, required: true),
            FieldRule(2, "space", .bytes(32), .immutable, .author, required: true),
            FieldRule(3, "membership", .integer(0...4), .personal, .each),
            FieldRule(4, "purpose", .text(characters: 2_000), .register, .anyone),
            FieldRule(5, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(6, "visibility", .integer(0...2), .immutable, .author),
            FieldRule(10, "form", .line(characters: 30), .register, .anyone),
            FieldRule(11, "charter", .text(characters: 2_000), .register, .anyone),
            FieldRule(12, "stage", .line(characters: 20), .register, .anyone),
            FieldRule(13, "forked_from", .bytes(16), .immutable, .author),
            FieldRule(14, "forked_at", .list(of: 40, upTo: 1_000), .immutable, .author),
            FieldRule(15, "decided", .bytes(49), .personal, .each),
            FieldRule(16, "pulse", .line(characters: 200), .personal, .each),
        ])

    /// A question of a community.
    public static let question = RecordKind(
        number: 5, name: "question", letters: "Q", home: .community,
        fields: [
            FieldRule(1, "title", .line(characters: 300), .register, .author, required: true),
            FieldRule(2, "body", .text(characters: 50_000), .register, .author),
            FieldRule(3, "tags", .line(characters: 50), .set, .anyone),
            FieldRule(4, "accepted", .record(kinds: [6]), .register, .author),
            FieldRule(5, "helped", .flag, .personal, .each),
            FieldRule(6, "original_author", .line(characters: 200), .immutable, .author),
            FieldRule(7, "original_date", .integer(dates), .immutable, .author),
            FieldRule(8, "source", .line(characters: 1_000), .immutable, .author),
            FieldRule(9, "same_as", .bytes(16), .set, .anyone),
            FieldRule(10, "pseudonym", .bytes(32), .immutable, .author),
            FieldRule(11, "reveal", .bytes(32), .personal, .each),
        ])

    /// An answer to a question.
    public static let answer = RecordKind(
        number: 6, name: "answer", letters: "A", home: .community,
        fields: [
            FieldRule(1, "question", .record(kinds: [5]), .immutable, .author, required: true),
            FieldRule(2, "body", .text(characters: 50_000), .register, .author, required: true),
            FieldRule(3, "reply_to", .record(kinds: [6]), .immutable, .author),
            FieldRule(4, "worked", .flag, .personal, .each),
            FieldRule(5, "helped", .flag, .personal, .each),
            FieldRule(6, "original_author", .line(characters: 200), .immutable, .author),
            FieldRule(7, "original_date", .integer(dates), .immutable, .author),
            FieldRule(8, "source", .line(characters: 1_000), .immutable, .author),
        ])

    /// The kinds that somebody can be thanked for.
    public static var thankable: [RecordKind] {
        [question, answer, problem, story, experiment, valueStory]
    }

    /// A thank-you for what a colleague wrote, to its author.
    public static let thanks = RecordKind(
        number: 7, name: "thanks", letters: "T", home: .community,
        fields: [
            FieldRule(
                1, "for", .record(kinds: [5, 6, 20, 21, 22, 28]), .immutable, .author,
                required: true),
            FieldRule(2, "text", .text(characters: 1_000), .immutable, .author),
            FieldRule(3, "withdrawn", .flag, .register, .author),
        ])

    /// Milliseconds since 1970 of the years 1 to 9999, which every calendar can show.
    static let dates: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

    /// The kind with a number; `nil` for a kind of a later version.
    public static func kind(_ number: UInt32) -> RecordKind? {
        position(of: number).map { kinds[$0] }
    }

    /// The place of a kind in ``kinds``; `nil` for a kind of a later version.
    public static func position(of number: UInt32) -> Int? {
        kinds.position(of: number, \.number)
    }

    /// The kind with a name.
    public static func kind(named name: String) -> RecordKind? { kinds.first { $0.name == name } }

    /// The kind whose short codes begin with these letters, in either case.
    public static func kind(letters: String) -> RecordKind? {
        kinds.first { $0.letters == letters.uppercased() }
    }
}

extension Array {
    /// The place of the element with a number, in an array sorted by it.
    ///
    /// Numbers nearly always run from 1 without a gap, so the first guess is the rule; a gap is
    /// left where somebody else has been promised the numbers.
    func position(of number: UInt32, _ numberOf: (Element) -> UInt32) -> Int? {
        let guess = Int(number) - 1
        if indices.contains(guess), numberOf(self[guess]) == number { return guess }
        return firstIndex { numberOf($0) == number }
    }
}

extension FieldRule {
    init(
        _ number: UInt32, _ name: String, _ type: ValueType, _ merge: MergeRule, _ writer: Writer,
        required: Bool = false
    ) {
        self.init(
            number: number, name: name, type: type, merge: merge, writer: writer,
            isRequired: required)
    }
}
