public import Community
internal import Foundation
internal import GRDB
internal import Ledger
internal import Merge
public import Wire

/// A proposal as a node shows it.
public struct ShownProposal: Sendable {
    /// The proposal with everything that was said to it, and what became of it.
    public var decided: DecidedProposal
    /// Its short code, unique here.
    public var code: String
    /// The short codes of the questions about it, unique here.
    public var questionCodes: [RecordID: String]
    /// The community's space.
    public var space: SpaceID
}

/// Where a record was written.
public struct WrittenPlace: Hashable, Sendable {
    /// The log.
    public var log: LogID
    /// The sequence of the commit.
    public var sequence: UInt64
    /// Who wrote it.
    public var person: PersonID
    /// When, by its author's clock.
    public var written: Int64
}

extension Store {
    /// Everything that was proposed in a community, the earliest first.
    public func proposals(in space: SpaceID) async throws(StorageError) -> [ShownProposal] {
        let community = directory?.community(of: space)
        let joined = Set((community?.joined ?? [:]).keys)
        let merged = directory?.everJoined(space) ?? []
        return try await read { database in
            let all = try Self.deliberations(in: space, database)
            guard !all.isEmpty else { return [] }
            let isSmall = all.contains {
                joined.intersection($0.proposal.affected).count < ConsentRules.people
            }
            let spoke = isSmall ? try Self.earliestWritings(in: space, database) : [:]
            return try all.map { deliberation in
                let proposal = deliberation.proposal
                let affected = Affected(
                    of: proposal, joined: joined, merged: merged, spoke: spoke)
                let questions = try deliberation.questions.map {
                    ($0.id, try ShortCodes.code($0.id, kind: 11, in: database))
                }
                return ShownProposal(
                    decided: DecidedProposal(
                        deliberation, deliberation.decision(among: affected)),
                    code: try ShortCodes.code(proposal.id, kind: 8, in: database),
                    questionCodes: Dictionary(questions) { first, _ in first }, space: space)
            }
        }
    }

    /// Everything that was proposed in a community, without judging it; the same as
    /// ``Replica/deliberations(in:)`` of the same commits.
    public func deliberations(
        in space: SpaceID
    ) async throws(StorageError) -> [Deliberation] {
        try await read { try Self.deliberations(in: space, $0) }
    }

    /// Whether somebody has ever proposed something of a kind in a community.
    public func hasProposals(
        of kind: ProposalKind, in space: SpaceID
    ) async throws(StorageError) -> Bool {
        try await read { database in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM proposal AS x CROSS JOIN record AS r ON r.number = x.number
                        JOIN space AS s ON s.number = r.space WHERE x.kind = ? AND s.id = ?)
                    """, arguments: [kind.rawValue, space.bytes.blob]) ?? false
        }
    }

    /// What members answered to the question how their community shall go on.
    public func pulse(of community: RecordID) async throws(StorageError) -> [PulseWord] {
        guard let field = Schema.community.number(of: "pulse") else { return [] }
        return try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT p.id AS person_id, e.value, e.written FROM latest_entry AS e
                    JOIN known_person AS p ON p.number = e.person
                    WHERE e.high = ? AND e.low = ? AND e.field = ? AND e.type = 1 ORDER BY p.id
                    """, arguments: [community.high, community.low, Int64(field)]
            ).compactMap { row in
                PersonID(row.bytes(named: "person_id")).map {
                    PulseWord(person: $0, text: row["value"], written: row["written"])
                }
            }
        }
    }

    /// Where records of a community stand; those that are not here are left out.
    public func places(
        of records: [RecordID], in space: SpaceID
    ) async throws(StorageError) -> [RecordID: WrittenPlace] {
        try await read { database in
            let statement = try PreparedStatement(
                """
                SELECT l.id, r.sequence, p.id, r.written FROM record AS r
                JOIN log AS l ON l.number = r.log JOIN writer AS w ON w.number = r.writer
                JOIN known_person AS p ON p.number = w.person
                WHERE r.high = ? AND r.low = ?
                    AND r.space = (SELECT number FROM space WHERE id = ?)
                """, in: database)
            var places: [RecordID: WrittenPlace] = [:]
            for record in records {
                statement.bind(record.prefix, at: 1)
                statement.bind(record.suffix, at: 2)
                statement.bind(space, at: 3)
                while try statement.next() {
                    guard let log = LogID(statement.bytes(0)),
                        let person = PersonID(statement.bytes(2))
                    else { continue }
                    places[record] = WrittenPlace(
                        log: log, sequence: statement.word(1), person: person,
                        written: statement.integer(3))
                }
            }
            return places
        }
    }
}

extension Store {
    private static func earliestWritings(
        in space: SpaceID, _ database: Database
    ) throws -> [PersonID: UInt64] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT p.id AS person_id, min(r.lamport) AS lamport FROM record AS r
                JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                JOIN known_person AS p ON p.number = w.person
                WHERE r.space = (SELECT number FROM space WHERE id = ?) GROUP BY p.number
                """, arguments: [space.bytes.blob])
        return Dictionary(
            rows.compactMap { row in
                PersonID(row.bytes(named: "person_id")).map {
                    ($0, UInt64(bitPattern: row["lamport"] as Int64))
                }
            }
        ) { first, _ in first }
    }

    private static func deliberations(
        in space: SpaceID, _ database: Database
    ) throws -> [Deliberation] {
        var proposals: [Proposal] = []
        for (fields, number) in try fields(of: Schema.proposal, in: space, database) {
            let versions = try versions(of: fields, number, database)
            if let made = Proposal(fields, versions: versions) { proposals.append(made) }
        }
        guard !proposals.isEmpty else { return [] }
        func grouped<Part>(
            _ kind: RecordKind, _ make: (GovernanceFields) -> Part?, _ key: (Part) -> RecordID
        ) throws -> [RecordID: [Part]] {
            let parts = try fields(of: kind, in: space, database).compactMap { make($0.fields) }
            return Dictionary(grouping: parts, by: key)
        }
        let stances = try grouped(Schema.stance, Stance.init, \.proposal)
        let closings = try grouped(Schema.closing, Closing.init, \.proposal)
        let questions = try grouped(
            Schema.proposalQuestion, ProposalQuestion.init, \.proposal)
        return proposals.map {
            Deliberation(
                proposal: $0, stances: stances[$0.id] ?? [], closings: closings[$0.id] ?? [],
                questions: questions[$0.id] ?? [])
        }
    }

    /// The visible records of a kind in a community, sorted by stamp, with their local numbers.
    static func fields(
        of kind: RecordKind, in space: SpaceID, _ database: Database
    ) throws -> [(fields: GovernanceFields, number: Int64)] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT r.number AS id_number, r.high AS id_high, r.low AS id_low, r.sequence,
                    r.place, r.lamport, r.written, l.id AS log_id, p.id AS person_id, x.*
                FROM \(kind.name) AS x CROSS JOIN record AS r ON r.number = x.number
                JOIN log AS l ON l.number = r.log
                JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                JOIN known_person AS p ON p.number = w.person
                WHERE r.space = (SELECT number FROM space WHERE id = ?)
                """, arguments: [space.bytes.blob])
        return rows.compactMap { row in
            guard let id = RecordID(row, "id_high", "id_low"), let stamp = WriteStamp(row),
                let person = PersonID(row.bytes(named: "person_id"))
            else { return nil }
            var values: [String: Value] = [:]
            for rule in kind.fields { values[rule.name] = StoredValue.read(rule, in: row) }
            let fields = GovernanceFields(
                id: id, person: person, stamp: stamp, written: row["written"], values: values)
            return (fields, row["id_number"])
        }.sorted { $0.fields.stamp < $1.fields.stamp }
    }

    /// Every wording that a proposal's author gave it.
    ///
    /// Until somebody writes another one, the first stands in the column alone; from then on it is
    /// among the assignments, under the place of the record itself.
    private static func versions(
        of fields: GovernanceFields, _ number: Int64, _ database: Database
    ) throws -> [Proposal.Version] {
        guard let rule = Schema.proposal.fields.first(where: { $0.name == "text" }) else {
            return []
        }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT a.type, a.value, a.sequence, a.place, a.lamport, a.written,
                    l.id AS log_id, (a.log, a.sequence, a.place) = (r.log, r.sequence, r.place) AS is_first
                FROM record AS r JOIN assignment AS a
                    ON a.high = r.high AND a.low = r.low AND a.space = r.space AND a.field = ?
                JOIN log AS l ON l.number = a.log
                JOIN writer AS w ON w.number = a.writer AND w.is_admitted
                JOIN writer AS o ON o.number = r.writer AND o.person = w.person
                WHERE r.number = ?
                """, arguments: [Int64(rule.number), number])
        var versions: [Proposal.Version] = []
        for row in rows {
            let value = StoredValue.read(row, at: 0)
            guard rule.refusal(of: value) == nil, case .text(let text) = value,
                let stamp = WriteStamp(row)
            else { continue }
            let id = (row["is_first"] as Bool) ? fields.id : stamp.operation
            versions.append(
                Proposal.Version(id: id, text: text, stamp: stamp, written: row["written"]))
        }
        if !versions.contains(where: { $0.id == fields.id }), let text = fields.text("text") {
            versions.append(
                Proposal.Version(
                    id: fields.id, text: text, stamp: fields.stamp, written: fields.written))
        }
        return versions
    }
}
