internal import Languages
internal import LocalProtocol

/// What the names are called that answers hold: kinds, fields, states.
enum Words {
    /// A kind of record.
    static func kind(_ name: String) -> String { kinds.word(for: name) }
    /// A field of a record.
    static func field(_ name: String) -> String { fields.word(for: name) }
    /// How a record stands.
    static func state(_ name: String) -> String { states.word(for: name) }
    /// What stands in a field: one of its choices, or somebody's own words.
    static func value(_ text: String, of field: String) -> String {
        choices.contains(field) ? values.word(for: text) : text
    }
    /// How a home lies on the disk.
    static func atRest(_ name: String) -> String { homes.word(for: name) }
    /// How a community came to be.
    static func form(_ form: CommunityForm) -> String { forms.word(for: form.rawValue) }
    /// Where a community stands in its life.
    static func stage(_ stage: CommunityStage) -> String { stages.word(for: stage.rawValue) }

    private static let kinds = Vocabulary(
        context: "a kind of record", "workplace", "person", "device", "community", "question",
        "answer", "thanks", "proposal", "stance", "closing", "proposal question", "role", "flag",
        "blur", "problem", "story", "experiment", "outcome", "trial", "event", "session",
        "suggestion", "value story", "page", "condition", "tag alias", "handover",
        "handover question")

    private static let fields = Vocabulary(
        context: "a field", "about", "adopted", "applied", "aspect", "attended", "body",
        "builds on", "cancelled", "changed by", "community", "confirms", "date", "decided", "end",
        "event", "experiment", "field", "form", "goes", "guests", "happened", "held", "helped",
        "helps", "helps with", "hypothesis", "immediate", "inspired by", "knows", "lesson",
        "learning", "looks after", "machine", "me too", "note", "notes", "of", "on behalf",
        "outcome", "parked", "place", "places", "pledge", "potential", "problems", "purpose",
        "question", "realised", "reframed", "resolution", "result", "retry if", "review", "rooms",
        "rsvp", "same as", "saving", "series", "settled", "site", "situation", "slot", "slots",
        "source", "sources", "start", "started", "still there", "still valid", "stop rule",
        "sunset", "tag", "tags", "taken", "takes notes", "text", "title", "to", "tried", "until",
        "will work", "withdrawn", "worked", "worst case")

    private static let states = Vocabulary(
        context: "a state", "adopted", "cancelled", "confirmed", "ended", "helps", "idea",
        "in the way", "not confirmed", "open", "over", "parked", "planned", "resolved", "running",
        "settled")

    /// The fields in which nothing stands but what can be chosen.
    private static let choices: Set<String> = [
        "aspect", "cancelled", "confirms", "goes", "held", "helped", "helps", "knows",
        "looks_after",
        "me_too", "parked", "result", "rsvp", "settled", "started", "still_there", "taken",
        "takes_notes", "will_work", "withdrawn", "worked",
    ]

    private static let values = Vocabulary(
        context: "a value", "yes", "no", "maybe", "worked", "did-not", "inconclusive", "stopped",
        "social", "cultural", "technical", "physical", "economic", "political")

    private static let homes = Vocabulary(context: "a home", "open", "sealed")

    private static let forms = Vocabulary(context: "a form", "formal", "informal")

    private static let stages = Vocabulary(
        context: "a stage", "potential", "coalescing", "maturing", "stewardship", "transforming")
}
