internal import Community
internal import GRDB
internal import Ledger
internal import Merge
internal import Wire

/// Reads every word on a yes or no of a record: later ones may overrule earlier ones.
struct AssentRows {
    let space: Int64
    let database: Database

    /// The columns that say who wrote the record `r`, where, and when.
    static let place = "r.high, r.low, r.written, p.id AS person_id, \(stamp("r"))"

    /// The tables that ``place`` reads, for records whose writer is admitted.
    static let joins = """
        JOIN writer AS w ON w.number = r.writer AND w.is_admitted
        JOIN known_person AS p ON p.number = w.person
        JOIN log AS l ON l.number = r.log
        """

    /// The columns that make a stamp; the row's log is joined as `l`.
    static func stamp(_ table: String) -> String {
        "\(table).lamport, l.id AS log_id, \(table).sequence, \(table).place"
    }

    /// The words of a record's author on one of its registers, in order.
    ///
    /// - Parameter initial: What the register was created with; it is among the rows only once
    ///   another value was written.
    func register(
        _ field: UInt32, of id: RecordID, initial: Assent?
    ) throws -> [Assent] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT a.value, a.written, \(Self.stamp("a")) FROM assignment AS a
                    JOIN record AS o ON o.high = a.high AND o.low = a.low AND o.space = a.space
                    JOIN writer AS ow ON ow.number = o.writer
                    JOIN writer AS w ON w.number = a.writer AND w.is_admitted
                        AND w.person = ow.person
                    JOIN log AS l ON l.number = a.log
                    WHERE a.high = ? AND a.low = ? AND a.space = ? AND a.field = ? AND a.type = 5
                    """), arguments: [id.high, id.low, space, Int64(field)])
        guard !rows.isEmpty else { return [initial].compactMap { $0 } }
        return Self.assents(rows)
    }

    /// The words of one person on a personal field, in order.
    func personal(_ field: UInt32, of id: RecordID, by person: PersonID) throws -> [Assent] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT e.value, e.written, \(Self.stamp("e")) FROM entry AS e
                    JOIN writer AS w ON w.number = e.writer AND w.is_admitted
                    JOIN known_person AS p ON p.number = w.person
                    JOIN log AS l ON l.number = e.log
                    WHERE e.high = ? AND e.low = ? AND e.space = ? AND e.field = ? AND e.counts
                        AND e.type = 5 AND p.id = ?
                    """),
            arguments: [id.high, id.low, space, Int64(field), person.bytes.blob])
        return Self.assents(rows)
    }

    private static func assents(_ rows: [Row]) -> [Assent] {
        rows.compactMap { row in
            WriteStamp(row).map {
                Assent(isYes: row["value"], stamp: $0, date: row["written"])
            }
        }.sorted { $0.stamp < $1.stamp }
    }
}

extension WriteStamp {
    /// Reads a stamp from the columns of ``AssentRows/stamp(_:)``.
    init?(_ row: Row) {
        guard let log = LogID(row.bytes(named: "log_id")) else { return nil }
        self.init(
            lamport: UInt64(bitPattern: row["lamport"]), writer: log,
            sequence: UInt64(bitPattern: row["sequence"]), index: row["place"])
    }
}

extension OperationID {
    /// The name of the operation that stands where the columns of ``AssentRows/stamp(_:)`` say.
    init?(place row: Row) {
        guard let log = LogID(row.bytes(named: "log_id")) else { return nil }
        self = OperationNaming.id(
            log: log, sequence: UInt64(bitPattern: row["sequence"]), index: row["place"])
    }
}
