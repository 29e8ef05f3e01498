public import Merge
public import Wire

/// A colleague's question to somebody who goes.
public struct HandoverQuestion: Hashable, Sendable {
    /// The record.
    public var id: RecordID
    /// Who asks.
    public var person: PersonID
    /// The words.
    public var text: String
    /// What the person who goes answered; `nil` as long as nothing was.
    public var answer: String?
    /// When it was asked, in the order that all replicas agree on.
    public var stamp: WriteStamp
    /// When it was asked, by the writer's clock, in milliseconds since 1970.
    public var written: Int64

    /// Makes a question.
    public init(
        id: RecordID, person: PersonID, text: String, answer: String? = nil, stamp: WriteStamp,
        written: Int64
    ) {
        self.id = id
        self.person = person
        self.text = text
        self.answer = answer.flatMap { TextSurvey($0, manyLines: true).isBlank ? nil : $0 }
        self.stamp = stamp
        self.written = written
    }
}

/// What somebody leaves to those who stay: a note, and answers to a few questions of colleagues.
public struct Handover: Hashable, Sendable {
    /// Questions that one person is asked at most.
    public static let mostQuestions = 5

    /// The record that it began with.
    public var id: RecordID
    /// Who goes.
    public var person: PersonID
    /// Whom to ask from now on, or whatever else they say; empty where nothing was said.
    public var note: String
    /// The questions that count, the earliest first.
    public var questions: [HandoverQuestion]
    /// When it was begun, by the writer's clock, in milliseconds since 1970.
    public var written: Int64

    /// A record of a handover, before records of one person have come together.
    public struct Part: Hashable, Sendable {
        /// The record.
        public var id: RecordID
        /// Who goes.
        public var person: PersonID
        /// The note.
        public var note: String
        /// When and where it was written.
        public var stamp: WriteStamp
        /// When, by the writer's clock.
        public var written: Int64
        /// Everything that was asked, in any order.
        public var questions: [HandoverQuestion] = []

        /// Reads a handover from its record.
        public init(_ fields: GovernanceFields) {
            id = fields.id
            person = fields.person
            note = fields.text("note") ?? ""
            stamp = fields.stamp
            written = fields.written
        }
    }

    /// The handovers, one for each person, sorted by person.
    ///
    /// Somebody may begin one on two computers, or come back and go again: all of it is one, under the
    /// first record's id, with the latest note.
    public static func all(_ parts: [Part]) -> [Handover] {
        Dictionary(grouping: parts, by: \.person).sorted { $0.key < $1.key }.compactMap { entry in
            let parts = entry.value.sorted { $0.stamp < $1.stamp }
            guard let first = parts.first else { return nil }
            return Handover(
                id: first.id, person: first.person,
                note: parts.last { !TextSurvey($0.note, manyLines: true).isBlank }?.note ?? "",
                questions: chosen(Set(parts.flatMap(\.questions))), written: first.written)
        }
    }

    /// The questions that count: all that were answered, so that no answer is ever lost, and of the
    /// others the earliest that there is room for.
    static func chosen(_ questions: Set<HandoverQuestion>) -> [HandoverQuestion] {
        let sorted = questions.sorted { $0.stamp < $1.stamp }
        let room = max(0, mostQuestions - sorted.count { $0.answer != nil })
        let waiting = sorted.filter { $0.answer == nil }.prefix(room)
        return sorted.filter { $0.answer != nil || waiting.contains($0) }
    }

    /// Whether somebody may still ask something.
    public var hasRoom: Bool { questions.count < Self.mostQuestions }

    /// The questions that wait for an answer.
    public var waiting: [HandoverQuestion] { questions.filter { $0.answer == nil } }
}

extension Compose {
    /// Begins a handover: colleagues may ask.
    public static func handover(note: String = "") throws(CommunityError) -> [Operation] {
        [try create(Schema.handover, note.isEmpty ? [] : [("note", .text(note))])]
    }

    /// Asks somebody who goes a question.
    public static func handoverQuestion(
        _ text: String, in handover: RecordID
    ) throws(CommunityError) -> [Operation] {
        [
            try create(
                Schema.handoverQuestion, [("handover", .record(handover)), ("text", .text(text))])
        ]
    }

    /// Answers a question that was asked before one goes.
    public static func handoverAnswer(
        _ text: String, to question: RecordID
    ) throws(CommunityError) -> [Operation] {
        try edit("answer", to: .text(text), of: question, kind: Schema.handoverQuestion)
    }
}

extension Replica {
    /// The handovers of a workplace: the measure for what the database tells.
    public func handovers() -> [Handover] {
        let verdicts = verdicts()
        var parts: [RecordID: Handover.Part] = [:]
        var asked: [(key: RecordKey, record: Created)] = []
        for (key, record) in records
        where key.space == workplace && isShown(record, verdicts) {
            switch record.creation.kind {
            case Schema.handover.number:
                parts[key.record] = Handover.Part(fields(of: key, record, verdicts))
            case Schema.handoverQuestion.number: asked.append((key, record))
            default: continue
            }
        }
        for (key, record) in asked {
            let fields = fields(of: key, record, verdicts)
            guard let handover = fields.record("handover"), let part = parts[handover],
                let text = fields.text("text"),
                let rule = Schema.handoverQuestion.field(named: "answer")
            else { continue }
            var answer: String?
            if case .text(let words) = latestEntries(rule, of: key, record, verdicts)[part.person]?
                .value
            {
                answer = words
            }
            parts[handover]?.questions.append(
                HandoverQuestion(
                    id: key.record, person: fields.person, text: text, answer: answer,
                    stamp: fields.stamp, written: fields.written))
        }
        return Handover.all(Array(parts.values))
    }
}
