public import Merge
public import Wire

/// The values of a record's fields by name, as the Replica and the database both can give them.
public struct GovernanceFields: Sendable {
    /// The record.
    public let id: RecordID
    /// Who wrote it.
    public let person: PersonID
    /// When and where.
    public let stamp: WriteStamp
    /// When, by its author's clock.
    public let written: Int64
    private let values: [String: Value]

    /// Makes the fields of a record.
    ///
    /// - Parameters:
    ///   - id: The record.
    ///   - person: Who wrote it.
    ///   - stamp: When and where.
    ///   - written: When, by its author's clock.
    ///   - values: The values of its registers and immutable fields, by name.
    public init(
        id: RecordID, person: PersonID, stamp: WriteStamp, written: Int64, values: [String: Value]
    ) {
        self.id = id
        self.person = person
        self.stamp = stamp
        self.written = written
        self.values = values
    }

    /// The text of a field, if it holds one.
    public func text(_ name: String) -> String? {
        if case .text(let text) = values[name] { text } else { nil }
    }

    fileprivate func integer(_ name: String) -> Int64? {
        if case .integer(let number) = values[name] { number } else { nil }
    }

    /// The record that a field names, if it holds one.
    public func record(_ name: String) -> RecordID? {
        if case .record(let record) = values[name] { record } else { nil }
    }

    fileprivate func bytes(_ name: String) -> Bytes? {
        if case .bytes(let bytes) = values[name] { bytes } else { nil }
    }
}

extension Proposal {
    /// Reads a proposal from its record; `nil` if what every proposal has is missing.
    public init?(_ fields: GovernanceFields, versions: [Version]) {
        guard let closes = fields.integer("closes"), let kind = fields.text("kind"),
            !versions.isEmpty
        else { return nil }
        self.init(
            id: fields.id, author: fields.person, kind: ProposalKind(rawValue: kind),
            versions: versions, closes: closes, written: fields.written,
            affected: PersonID.list(fields.bytes("affected") ?? []))
        sunset = fields.integer("sunset")
        review = fields.integer("review")
        community = fields.bytes("community").flatMap { SpaceID($0) }
        person = fields.bytes("person").flatMap { PersonID($0) }
        record = fields.record("record")
        postVersion = fields.bytes("post_version").flatMap { OperationID($0) }
        visibility = fields.text("visibility")
        until = fields.integer("until")
        step = fields.text("step")
        harvest = fields.text("harvest")
        farewell = fields.text("farewell")
    }
}

extension Stance {
    /// Reads a stance from its record.
    public init?(_ fields: GovernanceFields) {
        guard let proposal = fields.record("proposal"),
            let version = fields.bytes("version").flatMap({ OperationID($0) }),
            let choice = fields.text("choice")
        else { return nil }
        self.init(
            id: fields.id, proposal: proposal, person: fields.person, version: version,
            choice: StanceChoice(rawValue: choice), reason: fields.text("reason") ?? "",
            stamp: fields.stamp, written: fields.written)
    }
}

extension Closing {
    /// Reads a closing from its record.
    public init?(_ fields: GovernanceFields) {
        guard let proposal = fields.record("proposal"),
            let version = fields.bytes("version").flatMap({ OperationID($0) }),
            let outcome = fields.text("outcome")
        else { return nil }
        self.init(
            id: fields.id, proposal: proposal, person: fields.person, version: version,
            outcome: Outcome(rawValue: outcome), round: fields.integer("round") ?? 0,
            stances: RecordID.list(fields.bytes("stances") ?? []),
            heads: LogLength.list(fields.bytes("heads") ?? []), stamp: fields.stamp,
            written: fields.written)
    }
}

extension ProposalQuestion {
    /// Reads a question from its record.
    public init?(_ fields: GovernanceFields) {
        guard let proposal = fields.record("proposal"), let text = fields.text("text") else {
            return nil
        }
        self.init(
            id: fields.id, proposal: proposal, person: fields.person, text: text,
            replyTo: fields.record("reply_to"), stamp: fields.stamp, written: fields.written)
    }
}
