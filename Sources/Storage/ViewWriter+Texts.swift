internal import Community
internal import GRDB
internal import Ledger
internal import Wire

/// A collaborative text whose column has to be brought up to date.
struct EditedText: Hashable {
    let record: RecordID
    let space: Int64
    let field: UInt32
}

extension ViewWriter {
    /// Keeps a batch of edits; the text is made at the end of the transaction.
    mutating func edit(_ record: RecordID, _ text: TextOperation, _ origin: Origin) throws {
        let statement = try PreparedStatement(
            """
            INSERT INTO text_edit
                (high, low, space, field, writer, log, sequence, place, written, generation, batch)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: database)
        statement.bind(record.prefix, at: 1)
        statement.bind(record.suffix, at: 2)
        statement.bind(origin.space, at: 3)
        statement.bind(Int64(text.field), at: 4)
        statement.bind(origin.writer, at: 5)
        statement.bind(origin.log, at: 6)
        statement.bind(origin.sequence, at: 7)
        statement.bind(Int64(origin.place), at: 8)
        statement.bind(origin.written, at: 9)
        statement.bind(text.generation, at: 10)
        statement.bind(text.batch, at: 11)
        try statement.run()
        if try find(record, in: origin.space) == nil { try noteEarly(record, in: origin.space) }
        edited.insert(EditedText(record: record, space: origin.space, field: text.field))
    }

    /// Notes the texts that somebody wrote in, because what they wrote counts now, or no longer.
    mutating func noteEdited(by writer: Int64) throws {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT DISTINCT high, low, space, field FROM text_edit WHERE writer = ?",
            arguments: [writer])
        for row in rows {
            let id = RecordID(high: UInt64(bitPattern: row[0]), low: UInt64(bitPattern: row[1]))
            edited.insert(
                EditedText(record: id, space: row[2], field: UInt32(clamping: row[3] as Int64)))
        }
    }

    /// Makes the texts that were edited.
    mutating func settleTexts() throws {
        for edited in edited {
            guard let record = try find(edited.record, in: edited.space),
                let columns = record.kind.columns(of: edited.field),
                columns.rule.merge == .collaborative
            else { continue }
            let text = try TextRows.text(
                columns.rule, of: record.id, record.kind.kind, in: edited.space, database)
            try replace(columns, of: record, with: text.map { .text($0.text) })
        }
        edited = []
    }
}

/// Reads the edits of collaborative texts.
enum TextRows {
    /// A text as its edits make it; `nil` if nobody who counts has written in it.
    static func text(
        _ rule: FieldRule, of record: RecordID, _ kind: RecordKind, in space: Int64,
        _ database: Database
    ) throws -> SharedText? {
        let statement = try PreparedStatement(
            """
            SELECT l.id, e.sequence, e.place, p.id, e.written, w.is_admitted, e.generation, e.batch,
                w.role
            FROM text_edit AS e JOIN log AS l ON l.number = e.log
            JOIN writer AS w ON w.number = e.writer
            JOIN known_person AS p ON p.number = w.person
            WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.field = ?
            """, in: database)
        statement.bind(record.prefix, at: 1)
        statement.bind(record.suffix, at: 2)
        statement.bind(space, at: 3)
        statement.bind(Int64(rule.number), at: 4)
        var pieces: [TextPiece] = []
        while try statement.next() {
            guard let log = LogID(statement.bytes(0)), let person = PersonID(statement.bytes(3)),
                let role = LogRole(rawValue: Int(statement.integer(8)))
            else { continue }
            pieces.append(
                TextPiece(
                    log: log, sequence: statement.word(1), index: Int(statement.integer(2)),
                    person: person, wallClock: statement.integer(4),
                    counts: statement.integer(5) != 0
                        && Rights.permits(role, writing: rule, of: kind),
                    generation: statement.word(6),
                    bytes: statement.bytes(7)))
        }
        return pieces.contains(where: \.counts) ? SharedText(pieces, rule: rule) : nil
    }
}
