public import Wire

/// Who wrote something.
public struct Author: Hashable, Sendable {
    /// The person who brought it here.
    public var person: PersonID
    /// That person's name; empty where none is known yet.
    public var name: String
    /// Whom an imported post is from originally.
    public var originalName: String?
    /// The shared terminal at which it was written with a key that it keeps, by name.
    public var via: String?
    /// What is known of who asked, where the one who brought it here did so for somebody.
    public var pseudonym: Pseudonymous?

    /// The name to show for a post: the original author's where there is one.
    public var shownName: String { originalName ?? name }
}

/// Who asked a question that names nobody.
public struct Pseudonymous: Hashable, Sendable {
    /// What the question holds.
    public var commitment: Bytes32
    /// The person who has shown that they are the one; `nil` as long as nobody has.
    public var asker: PersonID?
    /// That person's name.
    public var name: String
}

/// A question in a list.
public struct QuestionSummary: Sendable {
    /// Its id.
    public var id: RecordID
    /// Its short code, unique here.
    public var code: String
    /// The community's space.
    public var space: SpaceID
    /// The title.
    public var title: String
    /// Who asks.
    public var author: Author
    /// When it was written or, if imported, first published, in milliseconds since 1970.
    public var date: Int64
    /// The tags, sorted.
    public var tags: [String]
    /// Visible answers.
    public var answerCount: Int
    /// Whether the asker has accepted an answer that is still visible.
    public var isResolved: Bool
    /// Thanks for the question or any of its answers.
    public var thanksCount: Int
    /// Where to go on with the list after this one.
    public var cursor: ListCursor
}

/// A place in a list that is sorted from newest to oldest.
public struct ListCursor: Hashable, Sendable {
    /// The date of the last one seen.
    public var date: Int64
    /// The local number of the last one seen.
    public var number: Int64

    /// Makes a cursor.
    public init(date: Int64, number: Int64) {
        self.date = date
        self.number = number
    }
}

/// Which questions to list.
public struct QuestionFilter: Sendable {
    /// Only of this community.
    public var space: SpaceID?
    /// Also of these, where ``space`` is given: communities that have merged with it.
    public var mergedSpaces: [SpaceID] = []
    /// Only with this tag.
    public var tag: String?
    /// Only by this person.
    public var author: PersonID?
    /// Only without any visible answer.
    public var unansweredOnly = false
    /// Only after this place in the list.
    public var after: ListCursor?
    /// At most so many.
    public var limit = 50

    /// All questions, newest first.
    public init() {}
}

/// One question with everything that belongs to it.
public struct QuestionDetails: Sendable {
    /// The question as in a list.
    public var summary: QuestionSummary
    /// The text.
    public var body: String
    /// Where an imported question comes from.
    public var source: String?
    /// How often title or text were changed after creation.
    public var editCount: Int
    /// Thanks for the question itself.
    public var thanks: [ThanksDetails]
    /// The visible answers, oldest first.
    public var answers: [AnswerDetails]
    /// The answer that the asker accepted last, whether or not it is here.
    public var accepted: RecordID?
    /// Whether its author took that answer back.
    public var isAcceptedTakenBack = false
    /// Whether the asker took the question back, so that only what others wrote is left.
    public var isTakenBack = false
}

/// One answer with its thanks.
public struct AnswerDetails: Sendable {
    /// Its id.
    public var id: RecordID
    /// Its short code, unique here.
    public var code: String
    /// Its question's id.
    public var question: RecordID
    /// The answer that it replies to, if any.
    public var replyTo: RecordID?
    /// The text.
    public var body: String
    /// Who answers.
    public var author: Author
    /// When it was written or, if imported, first published, in milliseconds since 1970.
    public var date: Int64
    /// Whether the asker accepted it.
    public var isAccepted: Bool
    /// Where an imported answer comes from.
    public var source: String?
    /// How often the text was changed after creation.
    public var editCount: Int
    /// Thanks for it.
    public var thanks: [ThanksDetails]
}

/// A thank-you.
public struct ThanksDetails: Sendable {
    /// Its id.
    public var id: RecordID
    /// What it is for.
    public var target: RecordID
    /// Who gives it.
    public var author: Author
    /// The text; may be empty.
    public var text: String
    /// When it was written, in milliseconds since 1970.
    public var date: Int64
}

/// A record that a short code or an id names.
public struct RecordReference: Hashable, Sendable {
    /// Its id.
    public var id: RecordID
    /// Its short code, unique here.
    public var code: String
    /// Its kind's number in the schema.
    public var kind: UInt32
    /// The space that it lives in.
    public var space: SpaceID
    /// The question that it belongs to: its own id for a question, its question's for an answer;
    /// `nil` for everything else.
    public var question: RecordID?
}

/// A community in a list.
public struct CommunitySummary: Sendable {
    /// The community record's id.
    public var id: RecordID
    /// Its short code, unique here.
    public var code: String
    /// Its space.
    public var space: SpaceID
    /// The name.
    public var name: String
    /// What it is for.
    public var purpose: String
    /// Whether it was set up on purpose; empty where nothing was said.
    public var form: String
    /// What its members agreed to be, in their words; empty where nothing was said.
    public var charter: String
    /// Where its members say that it stands in its life; empty where nothing was said.
    public var stage: String
    /// Who founded it.
    public var founder: Author
    /// When it was founded, in milliseconds since 1970.
    public var date: Int64
    /// People who are in.
    public var memberCount: Int
    /// Whether the person asked about is in.
    public var isJoined: Bool
    /// The tags, sorted.
    public var tags: [String]
    /// The communities that have merged with this one, by record, code and space.
    public var merged: [MergedCommunity] = []

    /// Its space and those of the communities that have merged with it.
    public var spaces: [SpaceID] { [space] + merged.map(\.space) }
}

/// A community that has become one with another and goes by the other's name.
public struct MergedCommunity: Hashable, Sendable {
    /// The community record's id.
    public var id: RecordID
    /// Its short code, which still leads to it.
    public var code: String
    /// Its space.
    public var space: SpaceID
    /// The name that it had.
    public var name: String

    /// Makes one from what was listed.
    public init(_ summary: CommunitySummary) {
        id = summary.id
        code = summary.code
        space = summary.space
        name = summary.name
    }
}

/// A person in a list.
public struct PersonSummary: Sendable {
    /// The person.
    public var id: PersonID
    /// The name; empty where none is known yet.
    public var name: String
    /// What the person says about themselves.
    public var about: String
    /// Where the person works.
    public var site: String
    /// Whether the person founded the workplace.
    public var isFounder: Bool
    /// Whether somebody who belongs here has let the person in, or the person founded it.
    public var isAdmitted: Bool
    /// Whether it is a shared terminal, and no human.
    public var isKiosk: Bool
    /// Who let the person in.
    public var vouchedBy: [PersonID]
    /// The devices, with their labels.
    public var devices: [DeviceSummary]
}

/// A device of a person.
public struct DeviceSummary: Hashable, Sendable {
    /// The device.
    public var id: DeviceID
    /// What its owner calls it; empty where nothing was said.
    public var label: String
    /// Whether it is a recovery sheet: a key on paper.
    public var isSheet: Bool
    /// Whether it is a key that a shared terminal keeps.
    public var isHeld: Bool
    /// Whether it may act for the person.
    public var isIn: Bool
}

/// What is here of one space.
public struct SpaceStatistics: Equatable, Sendable {
    /// The space.
    public var space: SpaceID
    /// Logs.
    public var logs: Int
    /// Commits.
    public var commits: Int64
    /// Bytes of their payloads.
    public var bytes: Int64
    /// Commits that wait for a key or for the start of their log.
    public var lockedCommits: Int
    /// Visible questions.
    public var questions: Int
    /// Visible answers.
    public var answers: Int
    /// Visible thanks.
    public var thanks: Int
    /// Records that are hidden because nobody vouched for their author yet.
    public var hiddenRecords: Int
    /// Operations that were not applied because they break a rule of the schema.
    public var refusedOperations: Int
}

/// A post that was imported before.
public struct ImportedRecord: Hashable, Sendable {
    /// Its id.
    public var id: RecordID
    /// The question that it belongs to: its own id for a question.
    public var question: RecordID
}

/// An operation that was stored and is not applied.
public struct RefusedOperation: Equatable, Sendable {
    /// The space.
    public var space: SpaceID
    /// The log that it stands in.
    public var log: LogID
    /// The commit's sequence.
    public var sequence: UInt64
    /// The operation's place in the commit.
    public var index: Int
    /// Why it is not applied.
    public var reason: String
}
