internal import Community
internal import GRDB
internal import Ledger
public import Wire

/// An element of a set field, with the name of the operation that added it.
public struct SetElement: Hashable, Sendable {
    /// The element.
    public var value: Value
    /// The addition, as a removal names it.
    public var dot: OperationID
}

/// An element of a set of texts, with the name of the operation that added it.
public struct TextElement: Hashable, Sendable {
    /// The element.
    public var text: String
    /// The addition, as a removal names it.
    public var dot: OperationID
}

/// How lively a community is.
public struct CommunityActivity: Equatable, Sendable {
    /// Visible questions.
    public var questionCount: Int
    /// Questions that nobody has answered.
    public var unansweredCount: Int
    /// The date of the newest question or answer, in milliseconds since 1970.
    public var newestDate: Int64?

    /// Makes one.
    public init(questionCount: Int, unansweredCount: Int, newestDate: Int64?) {
        self.questionCount = questionCount
        self.unansweredCount = unansweredCount
        self.newestDate = newestDate
    }
}

extension Store {
    /// Who wrote a record; `nil` if it is not here or its writer is not admitted.
    public func author(of record: RecordID) async throws(StorageError) -> PersonID? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: """
                    SELECT p.id FROM record AS r
                    JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                    JOIN known_person AS p ON p.number = w.person
                    WHERE r.high = ? AND r.low = ?
                    """, arguments: [record.high, record.low]
            ).flatMap { PersonID($0.bytes(0)) }
        }
    }

    /// The texts in a set field of a record, and the additions that a removal would have to name.
    public func elements(
        of record: RecordID, field: UInt32
    ) async throws(StorageError) -> [TextElement] {
        try await setElements(of: record, field: field).compactMap {
            if case .text(let text) = $0.value { TextElement(text: text, dot: $0.dot) } else { nil }
        }
    }

    /// The elements of a set field of a record, and the additions that a removal would have to
    /// name.
    public func setElements(
        of record: RecordID, field: UInt32
    ) async throws(StorageError) -> [SetElement] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT e.type, e.value, e.dot_high, e.dot_low FROM element AS e
                    JOIN writer AS w ON w.number = e.writer AND w.is_admitted
                        AND NOT w.is_erased
                    WHERE e.high = ? AND e.low = ? AND e.field = ? AND e.counts
                        AND NOT EXISTS (
                            SELECT 1 FROM removal AS d
                            JOIN writer AS v ON v.number = d.writer AND v.is_admitted
                            WHERE d.high = e.high AND d.low = e.low AND d.space = e.space
                                AND d.field = e.field AND d.dot_high = e.dot_high
                                AND d.dot_low = e.dot_low AND d.counts)
                    ORDER BY e.value, e.dot_high, e.dot_low
                    """, arguments: [record.high, record.low, Int64(field)]
            ).compactMap { row in
                OperationID(row, "dot_high", "dot_low").map {
                    SetElement(value: StoredValue.read(row, at: 0), dot: $0)
                }
            }
        }
    }

    /// Who writes each log of a space, as far as its binding is here.
    public func writers(of space: SpaceID) async throws(StorageError) -> [LogID: PersonID] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT l.id AS log_id, p.id AS person_id FROM log AS l
                    JOIN writer AS w ON w.number = l.writer
                    JOIN known_person AS p ON p.number = w.person
                    WHERE l.space = (SELECT number FROM space WHERE id = ?)
                    """, arguments: [space.bytes.blob])
            return Dictionary(
                rows.compactMap { row in
                    guard let log = LogID(row.bytes(named: "log_id")),
                        let person = PersonID(row.bytes(named: "person_id"))
                    else { return nil }
                    return (log, person)
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// How lively the communities are that this node carries, by their spaces.
    public func activity() async throws(StorageError) -> [SpaceID: CommunityActivity] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT s.id,
                        (SELECT count(*) FROM record AS q
                            JOIN writer AS w ON w.number = q.writer AND w.is_admitted
                            WHERE q.space = s.number AND q.kind = 5),
                        (SELECT count(*) FROM record AS q
                            JOIN writer AS w ON w.number = q.writer AND w.is_admitted
                            WHERE q.space = s.number AND q.kind = 5 AND NOT EXISTS (
                                SELECT 1 FROM answer AS a JOIN record AS r ON r.number = a.number
                                JOIN writer AS v ON v.number = r.writer AND v.is_admitted
                                WHERE a.question_high = q.high AND a.question_low = q.low)),
                        (SELECT max(shown) FROM record AS r
                            JOIN writer AS w ON w.number = r.writer AND w.is_admitted
                            WHERE r.space = s.number AND r.kind IN (5, 6))
                    FROM space AS s
                    """)
            return Dictionary(
                rows.compactMap { row in
                    SpaceID(row.bytes(0)).map {
                        (
                            $0,
                            CommunityActivity(
                                questionCount: row[1], unansweredCount: row[2], newestDate: row[3])
                        )
                    }
                }, uniquingKeysWith: { first, _ in first })
        }
    }
}
