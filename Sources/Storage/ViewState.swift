internal import Community
internal import GRDB
internal import Wire

/// What the view's writer remembers between transactions, so that a new row takes no look-ups.
///
/// It is read from the file when the view is opened and after every transaction that failed.
struct ViewState: Sendable {
    struct Log: Sendable {
        let space: Int64
        var writer: Int64?
        var lamport: UInt64
        /// Where the log ended when its commits were applied.
        var end: UInt64?
    }

    struct Writing: Sendable {
        let writer: Writer
        let person: Int64
        var isAdmitted: Bool
    }

    /// The arrival number up to which everything in the log is in the view.
    var applied: Int64 = 0
    var nextRecord: Int64 = 1
    var logs: [Int64: Log] = [:]
    var logNames: [Int64: LogID] = [:]
    var spaceNames: [Int64: SpaceID] = [:]
    var people: [PersonID: Int64] = [:]
    var writers: [Writer: Int64] = [:]
    /// By number.
    var writings: [Int64: Writing] = [:]
    /// People of whose words this file has none, by number: they took them along before it was
    /// made.
    var blank: Set<Int64> = []
    /// How many payloads had been erased in the log when the view was made.
    var dropped: Int64 = 0
    /// Whether some record was written to before it came.
    var hasEarly = false
    /// The directory that the tables of people were last brought in line with.
    var directory: Directory?
    /// Where logs end that the view doesn't know yet: known before their commits are applied.
    var verdicts: Verdicts?

    /// Nothing.
    init() {}

    /// Reads the state from the file.
    init(_ database: Database) throws {
        applied =
            try Int64.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'applied'") ?? 0
        dropped =
            try Int64.fetchOne(database, sql: "SELECT value FROM meta WHERE name = 'dropped'") ?? 0
        nextRecord =
            try Int64.fetchOne(database, sql: "SELECT coalesce(max(number), 0) + 1 FROM record")
            ?? 1
        hasEarly =
            try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM early)") ?? false
        for row in try Row.fetchAll(database, sql: "SELECT number, id FROM space") {
            spaceNames[row[0]] = SpaceID(row.bytes(1))
        }
        for row in try Row.fetchAll(database, sql: "SELECT number, id FROM known_person") {
            if let person = PersonID(row.bytes(1)) { people[person] = row[0] }
        }
        blank = Set(
            try Int64.fetchAll(database, sql: "SELECT number FROM known_person WHERE is_blank"))
        let names = [Int64: PersonID](
            people.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        let writers = try Row.fetchAll(
            database, sql: "SELECT number, person, device, is_admitted, role FROM writer")
        for row in writers {
            guard let person = names[row[1]], let device = DeviceID(row.bytes(2)) else { continue }
            let role = LogRole(rawValue: row[4]) ?? .unknown
            let writer = Writer(person: person, device: device, role: role)
            self.writers[writer] = row[0]
            writings[row[0]] = Writing(writer: writer, person: row[1], isAdmitted: row[3])
        }
        let logs = try Row.fetchAll(
            database, sql: "SELECT number, space, writer, lamport, id, cut FROM log")
        for row in logs {
            self.logs[row[0]] = Log(
                space: row[1], writer: row[2], lamport: UInt64(bitPattern: row[3]),
                end: (row[5] as Int64?).map { UInt64(bitPattern: $0) })
            logNames[row[0]] = LogID(row.bytes(4))
        }
    }
}

extension ViewState {
    /// Whether no words of a writer are kept here.
    func isBlank(_ writer: Int64) -> Bool {
        !blank.isEmpty && writings[writer].map { blank.contains($0.person) } ?? false
    }

    /// The people of whose words this file has none.
    var blankPeople: Set<PersonID> {
        blank.isEmpty ? [] : Set(people.filter { blank.contains($0.value) }.keys)
    }
}

extension Row {
    /// A column of bytes; empty for NULL.
    func bytes(_ index: Int) -> Bytes {
        (try? withUnsafeData(atIndex: index) { $0.map { Bytes($0) } ?? [] }) ?? []
    }
}
