internal import Community
internal import GRDB
internal import Ledger
internal import Merge
internal import Wire

/// Applies commits to the view inside one of its transactions.
///
/// Creating records is the hot path and stands here; what changes records later is in
/// `ViewWriter+Fields.swift`, who belongs here in `ViewWriter+People.swift`.
struct ViewWriter {
    let database: Database
    let tables: ViewTables
    var state: ViewState
    private var text = Bytes()
    /// The logs whose clocks moved in this transaction.
    private var moved: Set<Int64> = []
    /// The texts that were edited in this transaction.
    var edited: Set<EditedText> = []

    init(_ database: Database, _ state: ViewState) throws {
        self.database = database
        self.state = state
        tables = try ViewTables(database)
    }

    /// Where an operation stands and who wrote it.
    struct Origin {
        let writer: Int64
        let space: Int64
        let log: Int64
        let sequence: UInt64
        let place: Int
        let lamport: UInt64
        let written: Int64
    }

    /// Applies a commit, or notes why it can't be; does nothing for one that was applied before.
    mutating func apply(_ commit: ArrivedCommit) throws {
        if commit.arrival <= state.applied {
            guard try forgetUnopened(commit.arrival) else { return }
        }
        try know(commit)
        switch commit.content {
        case .closed(let reason): try leave(commit, reason)
        case .opened(let opened, let changes):
            if let writer = commit.writer { try bind(commit.log, to: writer) }
            guard let log = state.logs[commit.log], let writer = log.writer else {
                return try leave(commit, .noBinding)
            }
            state.logs[commit.log]?.lamport = max(log.lamport, opened.body.lamport)
            moved.insert(commit.log)
            if commit.kind == .community, opened.essence != nil { try keepEssential(commit) }
            if let end = log.end, opened.sequence > end { return }
            for change in changes {
                let origin = Origin(
                    writer: writer, space: commit.space, log: commit.log,
                    sequence: opened.sequence, place: change.index,
                    lamport: opened.body.lamport, written: opened.body.wallClock)
                try apply(change.effect, origin, opened)
                if commit.kind == .community, case .state(let statement) = change.effect {
                    try note(statement, origin)
                }
            }
        }
    }

    private mutating func apply(
        _ effect: Change.Effect, _ origin: Origin, _ commit: OpenedCommit
    ) throws {
        switch effect {
        case .create(let creation):
            let isBlank = state.isBlank(origin.writer)
            try create(isBlank ? creation.withoutWords : creation, origin, commit)
        case .write(let record, let field): try assign(field, of: record, origin)
        case .writePersonal(let record, let field):
            try addEntry(field, of: record, origin, to: find(record, in: origin.space))
        case .add(let record, let field, let dot):
            try addElement(field, of: record, dot: dot, origin, to: find(record, in: origin.space))
        case .remove(let record, let field, let dots):
            try remove(dots, from: field, of: record, origin)
        case .edit(let record, let text): try edit(record, text, origin)
        case .state: break  // The directory says what the statements mean together.
        case .refuse(let refusal): try note(refusal, origin)
        }
    }

    /// Brings a record into being.
    private mutating func create(
        _ creation: Creation, _ origin: Origin, _ commit: OpenedCommit
    ) throws {
        let origin = try permitted(creation, origin)
        let number = state.nextRecord
        state.nextRecord += 1
        try insertRecord(creation, number, origin)
        guard let position = Schema.position(of: creation.kind) else {
            return try settleEarly(creation.record, in: origin.space)
        }
        let table = KindTable.all[position]
        let statement = tables.kinds[position]
        statement.clear()
        statement.bind(number, at: 1)
        var hasOthers = false
        text.removeAll(keepingCapacity: true)
        for field in creation.fields {
            guard let columns = table.columns(of: field.number) else {
                hasOthers = true
                continue
            }
            StoredValue.bind(field.value, to: statement, columns, from: columns.argument)
            if table.searched.contains(field.number), case .text(let value) = field.value {
                SearchText.append(value, to: &text)
                text.append(0x0A)
            }
        }
        try statement.run()
        if !table.searched.isEmpty { try insertSearch(number) }
        let record = KnownRecord(
            id: creation.record, number: number, kind: table, origin: origin)
        if hasOthers { try addOthers(of: creation, record, commit) }
        try settleEarly(creation.record, in: origin.space)
    }

    /// The origin of a record; nobody's who counts where the writer had no right to create it.
    private mutating func permitted(
        _ creation: Creation, _ origin: Origin
    ) throws -> Origin {
        guard let writer = state.writings[origin.writer]?.writer, writer.role != .computer else {
            return origin
        }
        return Origin(
            writer: try number(of: writer.creating(creation)), space: origin.space,
            log: origin.log, sequence: origin.sequence, place: origin.place,
            lamport: origin.lamport, written: origin.written)
    }

    private func insertRecord(
        _ creation: Creation, _ number: Int64, _ origin: Origin
    ) throws {
        let statement = tables.record
        statement.bind(number, at: 1)
        statement.bind(creation.record.prefix, at: 2)
        statement.bind(creation.record.suffix, at: 3)
        statement.bind(origin.space, at: 4)
        statement.bind(Int64(creation.kind), at: 5)
        statement.bind(origin.writer, at: 6)
        statement.bind(origin.log, at: 7)
        statement.bind(origin.sequence, at: 8)
        statement.bind(Int64(origin.place), at: 9)
        statement.bind(origin.lamport, at: 10)
        statement.bind(origin.written, at: 11)
        let provenance = creation.provenance
        statement.bind(provenance.date ?? origin.written, at: 12)
        statement.bind(provenance.source.map(SourceKey.of), at: 13)
        try statement.run()
    }

    private func insertSearch(_ number: Int64) throws {
        try text.withUnsafeBytes { buffer in
            tables.search.bind(number, at: 1)
            tables.search.bind(utf8: buffer, at: 2, copying: false)
            try tables.search.run()
        }
    }

    /// The sets and personal entries that a record was created with.
    private mutating func addOthers(
        of creation: Creation, _ record: KnownRecord, _ commit: OpenedCommit
    ) throws {
        for field in creation.known(.set) {
            let dot = commit.dot(creation: record.origin.place, place: field.place)
            try addElement(
                Field(field.rule.number, field.value), of: record.id, dot: dot, record.origin,
                to: record)
        }
        for field in creation.known(.personal) {
            try addEntry(
                Field(field.rule.number, field.value), of: record.id, record.origin, to: record)
        }
    }

    private func keepEssential(_ commit: ArrivedCommit) throws {
        let statement = try PreparedStatement(
            "INSERT OR IGNORE INTO essential (arrival) VALUES (?)", in: database)
        statement.bind(commit.arrival, at: 1)
        try statement.run()
    }

    // MARK: Commits that can't be applied

    private mutating func leave(_ commit: ArrivedCommit, _ reason: ArrivedCommit.Reason) throws {
        let statement = try PreparedStatement(
            "INSERT OR REPLACE INTO unopened (arrival, space, log, reason) VALUES (?, ?, ?, ?)",
            in: database)
        statement.bind(commit.arrival, at: 1)
        statement.bind(commit.space, at: 2)
        statement.bind(commit.log, at: 3)
        statement.bind(reason.rawValue, at: 4)
        try statement.run()
    }

    private func forgetUnopened(_ arrival: Int64) throws -> Bool {
        let statement = try PreparedStatement(
            "DELETE FROM unopened WHERE arrival = ?", in: database)
        statement.bind(arrival, at: 1)
        try statement.run()
        return database.changesCount > 0
    }

    private func note(_ refusal: Refusal, _ origin: Origin) throws {
        let statement = try PreparedStatement(
            "INSERT OR IGNORE INTO refused (log, sequence, place, reason) VALUES (?, ?, ?, ?)",
            in: database)
        statement.bind(origin.log, at: 1)
        statement.bind(origin.sequence, at: 2)
        statement.bind(Int64(origin.place), at: 3)
        statement.bind(refusal.summary, at: 4)
        try statement.run()
    }

    // MARK: The end of a transaction

    /// Notes how far the view has come.
    mutating func finish(applied: Int64) throws {
        let clock = try PreparedStatement(
            "UPDATE log SET lamport = ? WHERE number = ? AND lamport < ?", in: database)
        for number in moved.sorted() {
            guard let log = state.logs[number] else { continue }
            clock.bind(log.lamport, at: 1)
            clock.bind(number, at: 2)
            clock.bind(log.lamport, at: 3)
            try clock.run()
        }
        moved = []
        guard applied > state.applied else { return }
        let statement = try PreparedStatement(
            "UPDATE meta SET value = ? WHERE name = 'applied'", in: database)
        statement.bind(applied, at: 1)
        try statement.run()
        state.applied = applied
    }
}

extension Creation {
    /// When and where an imported record was first published.
    fileprivate var provenance: (date: Int64?, source: String?) {
        guard kind == Schema.question.number || kind == Schema.answer.number else {
            return (nil, nil)
        }
        var date: Int64?
        var source: String?
        for field in fields {
            switch (field.number, field.value) {
            case (7, .integer(let value)): date = value
            case (8, .text(let value)): source = value
            default: continue
            }
        }
        return (date, source)
    }
}

/// A number by which the view finds an imported record again.
enum SourceKey {
    /// FNV-1a, 64 bits: a hit is compared with the source itself, so all that counts is speed.
    static func of(_ source: String) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in source.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int64(bitPattern: hash)
    }
}
