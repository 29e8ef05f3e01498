internal import Ledger
public import Wire

extension Compose {
    /// What a proposal says beside its text.
    public struct Terms: Hashable, Sendable {
        /// What it is about.
        public var kind: ProposalKind
        /// The end of the window, in milliseconds since 1970.
        public var closes: Int64
        /// The members whom the author sees.
        public var affected: [PersonID]
        /// When an agreement ends.
        public var sunset: Int64?
        /// When it shall be looked at again.
        public var review: Int64?
        /// The other community of a merge, or the new home of open questions when closing.
        public var community: SpaceID?
        /// Who shall be set aside.
        public var person: PersonID?
        /// The post to restore, or the agreement to renew.
        public var record: RecordID?
        /// The version of the post that shall be shown again.
        public var postVersion: OperationID?
        /// The visibility that is proposed.
        public var visibility: String?
        /// When setting aside ends.
        public var until: Int64?
        /// What was tried with the person before.
        public var step: String?
        /// Where the harvest of a closing community is kept.
        public var harvest: String?
        /// What a closing community leaves behind.
        public var farewell: String?

        /// Makes the terms that every proposal has.
        public init(_ kind: ProposalKind, closes: Int64, affected: [PersonID]) {
            self.kind = kind
            self.closes = closes
            self.affected = affected
        }

        fileprivate var fields: [(String, Value)] {
            var fields: [(String, Value)] = [
                ("kind", .text(kind.rawValue)), ("closes", .integer(closes)),
                ("affected", .bytes(PersonID.pack(affected))),
            ]
            func add(_ name: String, _ value: Value?) {
                if let value { fields.append((name, value)) }
            }
            add("sunset", sunset.map { .integer($0) })
            add("review", review.map { .integer($0) })
            add("community", community.map { .bytes($0.bytes) })
            add("person", person.map { .bytes($0.bytes) })
            add("record", record.map { .record($0) })
            add("post_version", postVersion.map { .bytes($0.bytes) })
            add("visibility", visibility.map { .text($0) })
            add("until", until.map { .integer($0) })
            add("step", step.map { .text($0) })
            add("harvest", harvest.map { .text($0) })
            add("farewell", farewell.map { .text($0) })
            return fields
        }
    }

    /// Proposes something to a community.
    public static func proposal(
        _ text: String, _ terms: Terms
    ) throws(CommunityError) -> [Operation] {
        [try create(Schema.proposal, [("text", .text(text))] + terms.fields)]
    }

    /// Takes a stance to a version of a proposal; replaces one's earlier stance to it.
    ///
    /// - Throws: `missing` for an objection without a reason.
    public static func stance(
        _ choice: StanceChoice, to version: OperationID, of proposal: RecordID, reason: String = ""
    ) throws(CommunityError) -> [Operation] {
        if choice == .objection, TextSurvey(reason, manyLines: true).isBlank {
            throw .refused(.missing(field: "reason"))
        }
        var fields: [(String, Value)] = [
            ("proposal", .record(proposal)), ("version", .bytes(version.bytes)),
            ("choice", .text(choice.rawValue)),
        ]
        if !reason.isEmpty { fields.append(("reason", .text(reason))) }
        return [try create(Schema.stance, fields)]
    }

    /// Closes a round of a proposal.
    ///
    /// - Parameters:
    ///   - outcome: What was found.
    ///   - version: The version that is closed.
    ///   - proposal: The proposal.
    ///   - round: 0 for the first decision.
    ///   - stances: All stances to the version that are here.
    ///   - heads: How far each log of the space is here.
    public static func closing(
        _ outcome: Closing.Outcome, of version: OperationID, of proposal: RecordID, round: Int64,
        stances: [RecordID], heads: [LogLength]
    ) throws(CommunityError) -> [Operation] {
        var fields: [(String, Value)] = [
            ("proposal", .record(proposal)), ("version", .bytes(version.bytes)),
            ("outcome", .text(outcome.rawValue)), ("round", .integer(round)),
            ("stances", .bytes(RecordID.pack(stances))),
        ]
        if !heads.isEmpty { fields.append(("heads", .bytes(LogLength.pack(heads)))) }
        return [try create(Schema.closing, fields)]
    }

    /// Asks something about a proposal, or replies to a question about it.
    public static func proposalQuestion(
        _ text: String, about proposal: RecordID, replyTo: RecordID? = nil
    ) throws(CommunityError) -> [Operation] {
        var fields: [(String, Value)] = [("proposal", .record(proposal)), ("text", .text(text))]
        if let replyTo { fields.append(("reply_to", .record(replyTo))) }
        return [try create(Schema.proposalQuestion, fields)]
    }

    // MARK: In the workplace's space

    /// Tells the workplace what was decided on the shape of a community.
    public static func notice(
        _ notice: Notice, of community: RecordID
    ) throws(CommunityError) -> [Operation] {
        try edit("decided", to: .bytes(notice.bytes), of: community, kind: Schema.community)
    }

    /// Describes a community; what is `nil` stays as it is.
    public static func description(
        of community: RecordID, form: GroupForm? = nil, charter: String? = nil,
        stage: LifeStage? = nil
    ) throws(CommunityError) -> [Operation] {
        var operations: [Operation] = []
        let values: [(String, String?)] = [
            ("form", form?.rawValue), ("charter", charter), ("stage", stage?.rawValue),
        ]
        for (field, value) in values {
            guard let value else { continue }
            operations += try edit(
                field, to: .text(value), of: community, kind: Schema.community)
        }
        return operations
    }

    /// Says how a quiet community shall go on.
    public static func pulse(
        _ choice: PulseChoice, words: String = "", of community: RecordID
    ) throws(CommunityError) -> [Operation] {
        let answer = words.isEmpty ? choice.rawValue : "\(choice.rawValue): \(words)"
        return try edit("pulse", to: .text(answer), of: community, kind: Schema.community)
    }

    /// The past that a fork goes on from.
    ///
    /// Nothing is copied: the new record names the old one and how far each of its logs was then.
    public struct Past: Hashable, Sendable {
        /// The record of the community that it is forked from.
        public var original: RecordID
        /// How far the logs of the original's space are here.
        public var heads: [LogLength]

        /// Makes a past.
        public init(_ original: RecordID, at heads: [LogLength]) {
            self.original = original
            self.heads = heads
        }

        var fields: [(String, Value)] {
            var fields: [(String, Value)] = [("forked_from", .bytes(original.bytes))]
            if heads.count <= Compose.mostHeads {
                fields.append(("forked_at", .bytes(LogLength.pack(heads))))
            }
            return fields
        }
    }

    /// Founds an open community that goes on from another one's past.
    ///
    /// - Parameters:
    ///   - name: The new community's name.
    ///   - past: What it goes on from.
    ///   - founding: The encoded ``SpaceFounding`` of the new space.
    ///   - generation: The generation of its key.
    ///   - key: The key that opens it for everybody in the workplace.
    public static func fork(
        name: String, of past: Past, founding: Bytes, generation: UInt64, key: Bytes32
    ) throws(CommunityError) -> [Operation] {
        let space = Founding.spaceID(of: founding)
        let fields: [(String, Value)] =
            [("name", .text(name)), ("space", .bytes(space.bytes)), ("membership", .integer(1))]
            + past.fields
        return [
            .statement(.spaceFounded(founding: founding)),
            .statement(.keyPublished(space: space, generation: generation, key: key)),
            try create(Schema.community, fields),
        ]
    }

    /// Heads that one record can tell; a space with more logs tells none.
    public static let mostHeads = 1_000
}
