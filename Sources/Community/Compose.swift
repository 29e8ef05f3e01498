internal import Ledger
public import Wire

/// Turns what a person does into operations.
///
/// Every function gives the operations of one commit and throws if the schema would refuse them,
/// so nothing that is written here is refused by colleagues.
public enum Compose {
    /// Where an imported post comes from.
    public struct Origin: Hashable, Sendable {
        /// The name of its author there.
        public var author: String
        /// When it was published there, in milliseconds since 1970; `nil` where unknown.
        public var date: Int64?
        /// Its name there, such as `mbox:<message-id>`; importing the same again finds it by this.
        public var source: String

        /// Makes an origin.
        public init(author: String, date: Int64?, source: String) {
            self.author = author
            self.date = date
            self.source = source
        }
    }

    // MARK: In the workplace's space

    /// Founds a workplace: the founder's first commit after the binding.
    ///
    /// - Parameters:
    ///   - founding: The encoded ``SpaceFounding``.
    ///   - name: The workplace's name.
    ///   - introduction: What ``introduction(personFounding:name:deviceLabel:)`` gives for the
    ///     founder.
    public static func workplace(
        founding: Bytes, name: String, introduction: [Operation]
    ) throws(CommunityError) -> [Operation] {
        [.statement(.spaceFounded(founding: founding))] + introduction + [
            try create(Schema.workplace, [("name", .text(name))])
        ]
    }

    /// Introduces a person: what a founder or a newcomer says first.
    public static func introduction(
        personFounding: Bytes, name: String, deviceLabel: String
    ) throws(CommunityError) -> [Operation] {
        let founding: PersonFounding
        do throws(LedgerError) {
            founding = try Founding.readPerson(personFounding)
        } catch {
            throw .invalidFounding
        }
        return [
            .statement(.personFounded(founding: personFounding)),
            try create(Schema.person, [("name", .text(name))]),
            try create(
                Schema.device,
                [
                    ("device", .bytes(founding.device.device.bytes)),
                    ("label", .text(deviceLabel)),
                ]),
        ]
    }

    /// Lets a newcomer in.
    public static func vouch(personFounding: Bytes) -> [Operation] {
        [.statement(.vouch(founding: personFounding, how: .shortCode))]
    }

    /// Founds an open community and joins it.
    ///
    /// - Parameters:
    ///   - founding: The encoded ``SpaceFounding`` of the community's space.
    ///   - generation: The generation of the key.
    ///   - key: The key that opens the community for everybody in the workplace.
    public static func community(
        name: String, purpose: String? = nil, tags: [String] = [], founding: Bytes,
        generation: UInt64, key: Bytes32
    ) throws(CommunityError) -> [Operation] {
        let space = Founding.spaceID(of: founding)
        var fields: [(String, Value)] = [
            ("name", .text(name)), ("space", .bytes(space.bytes)), ("membership", .integer(1)),
        ]
        if let purpose { fields.append(("purpose", .text(purpose))) }
        for tag in tags { fields.append(("tags", .text(tag))) }
        return [
            .statement(.spaceFounded(founding: founding)),
            .statement(.keyPublished(space: space, generation: generation, key: key)),
            try create(Schema.community, fields),
        ]
    }

    /// Joins a community.
    public static func join(community: RecordID) -> [Operation] {
        membership(of: community, level: 1)
    }

    /// Leaves a community.
    public static func leave(community: RecordID) -> [Operation] {
        membership(of: community, level: 0)
    }

    private static func membership(of community: RecordID, level: Int64) -> [Operation] {
        let number = Schema.community.number(of: "membership") ?? 0
        return [.setPersonal(record: community, field: Field(number, .integer(level)))]
    }

    // MARK: In a community's space

    /// Asks a question.
    ///
    /// - Parameter pseudonym: What says who asked, to whoever gets its secret; `nil` where the author
    ///   asks.
    public static func question(
        title: String, body: String, tags: [String] = [], origin: Origin? = nil,
        pseudonym: Bytes32? = nil
    ) throws(CommunityError) -> [Operation] {
        var fields: [(String, Value)] = [("title", .text(title))]
        if !body.isEmpty { fields.append(("body", .text(body))) }
        if let pseudonym { fields.append(("pseudonym", .bytes(pseudonym.bytes))) }
        for tag in tags { fields.append(("tags", .text(tag))) }
        return [try create(Schema.question, fields + values(of: origin))]
    }

    /// Answers a question.
    public static func answer(
        question: RecordID, body: String, replyTo: RecordID? = nil, origin: Origin? = nil
    ) throws(CommunityError) -> [Operation] {
        var fields: [(String, Value)] = [("question", .record(question)), ("body", .text(body))]
        if let replyTo { fields.append(("reply_to", .record(replyTo))) }
        return [try create(Schema.answer, fields + values(of: origin))]
    }

    /// Thanks for a question or an answer.
    public static func thanks(
        for record: RecordID, text: String = ""
    ) throws(CommunityError) -> [Operation] {
        var fields: [(String, Value)] = [("for", .record(record))]
        if !text.isEmpty { fields.append(("text", .text(text))) }
        return [try create(Schema.thanks, fields)]
    }

    /// What names a question that an archived community gave another one; so it is given only once.
    public static func source(ofMoved question: RecordID) -> String { "hearth:\(question.hex)" }

    private static func values(of origin: Origin?) -> [(String, Value)] {
        guard let origin else { return [] }
        var fields: [(String, Value)] = [
            ("original_author", .text(origin.author)), ("source", .text(origin.source)),
        ]
        if let date = origin.date { fields.append(("original_date", .integer(date))) }
        return fields
    }
}

extension Compose {
    // MARK: Later changes

    /// Writes a register of a record, such as the title of one's own question.
    ///
    /// - Parameters:
    ///   - field: The field's name in the schema.
    ///   - value: The new value.
    ///   - record: The record.
    ///   - kind: Its kind.
    public static func edit(
        _ field: String, to value: Value, of record: RecordID, kind: RecordKind
    ) throws(CommunityError) -> [Operation] {
        guard let rule = kind.fields.first(where: { $0.name == field }) else {
            throw .refused(.missing(field: field))
        }
        if let refusal = rule.refusal(of: value) { throw .refused(refusal) }
        let field = Field(rule.number, value)
        switch rule.merge {
        case .register: return [try checked(.set(record: record, field: field))]
        case .personal: return [try checked(.setPersonal(record: record, field: field))]
        case .set: return [try checked(.add(record: record, field: field))]
        case .immutable: throw .refused(.repeated(field: rule.name))
        case .collaborative: throw .refused(.wrongType(field: rule.name))
        }
    }

    /// Accepts an answer to one's own question.
    public static func accept(_ answer: RecordID, of question: RecordID) -> [Operation] {
        let number = Schema.question.number(of: "accepted") ?? 0
        return [.set(record: question, field: Field(number, .record(answer)))]
    }

    /// Makes a record if the schema permits it.
    static func create(
        _ kind: RecordKind, _ values: [(name: String, value: Value)]
    ) throws(CommunityError) -> Operation {
        var fields: [Field] = []
        for (name, value) in values {
            guard let number = kind.number(of: name) else {
                throw .refused(.missing(field: name))
            }
            fields.append(Field(number, value))
        }
        if let refusal = Schema.refusal(creating: kind, with: fields, in: kind.home) {
            throw .refused(refusal)
        }
        return try checked(.create(kind: kind.number, fields: fields))
    }

    static func checked(_ operation: Operation) throws(CommunityError) -> Operation {
        let size = operation.encodedByteCount
        guard size <= Limits.operationBytes else {
            throw .tooLong(limit: Limits.operationBytes, actual: size)
        }
        return operation
    }
}
