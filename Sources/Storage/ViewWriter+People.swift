internal import Community
internal import GRDB
internal import Wire

extension ViewWriter {
    /// Makes sure that the space and the log of a commit have rows.
    mutating func know(_ commit: ArrivedCommit) throws {
        guard state.logs[commit.log] == nil else { return }
        if state.spaces.insert(commit.space).inserted {
            let statement = try PreparedStatement(
                "INSERT INTO space (number, id, kind) VALUES (?, ?, ?)", in: database)
            statement.bind(commit.space, at: 1)
            statement.bind(commit.spaceID, at: 2)
            statement.bind(Int64(commit.kind == .workplace ? 1 : 2), at: 3)
            try statement.run()
        }
        let statement = try PreparedStatement(
            "INSERT INTO log (number, space, id, lamport) VALUES (?, ?, ?, 0)", in: database)
        statement.bind(commit.log, at: 1)
        statement.bind(commit.space, at: 2)
        statement.bind(commit.logID, at: 3)
        try statement.run()
        state.logs[commit.log] = ViewState.Log(space: commit.space, writer: nil, lamport: 0)
        state.logNames[commit.log] = commit.logID
    }

    /// Notes who writes a log.
    mutating func bind(_ log: Int64, to writer: Writer) throws {
        let number = try number(of: writer)
        let statement = try PreparedStatement(
            "UPDATE log SET writer = ? WHERE number = ?", in: database)
        statement.bind(number, at: 1)
        statement.bind(log, at: 2)
        try statement.run()
        state.logs[log]?.writer = number
    }

    private mutating func number(of writer: Writer) throws -> Int64 {
        if let number = state.writers[writer] { return number }
        let person = try number(of: writer.person)
        let isAdmitted =
            state.directory?.isAdmitted(writer.person, device: writer.device) ?? false
        let statement = try PreparedStatement(
            "INSERT INTO writer (person, device, is_admitted) VALUES (?, ?, ?)", in: database)
        statement.bind(person, at: 1)
        statement.bind(writer.device, at: 2)
        statement.bind(Int64(isAdmitted ? 1 : 0), at: 3)
        try statement.run()
        let number = database.lastInsertedRowID
        state.writers[writer] = number
        state.writings[number] = ViewState.Writing(
            writer: writer, person: person, isAdmitted: isAdmitted)
        return number
    }

    private mutating func number(of person: PersonID) throws -> Int64 {
        if let number = state.people[person] { return number }
        let statement = try PreparedStatement(
            "INSERT INTO known_person (id) VALUES (?)", in: database)
        statement.bind(person, at: 1)
        try statement.run()
        let number = database.lastInsertedRowID
        state.people[person] = number
        return number
    }

    /// Brings the tables of people in line with the directory, and what depends on who belongs.
    mutating func follow(_ directory: Directory) throws {
        let before = [PersonID: Directory.Person](
            (state.directory?.people ?? []).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        for person in directory.people where before[person.id] != person {
            try write(person)
        }
        let communities = directory.communities.map(\.record)
        if state.directory?.communities.map(\.record) != communities {
            try list(communities, of: directory.workplace)
        }
        state.directory = directory
        for (number, writing) in state.writings.sorted(by: { $0.key < $1.key }) {
            let isAdmitted = directory.isAdmitted(
                writing.writer.person, device: writing.writer.device)
            if isAdmitted != writing.isAdmitted { try admit(number, isAdmitted) }
        }
    }

    private mutating func write(_ person: Directory.Person) throws {
        let number = try number(of: person.id)
        try database.execute(
            sql: """
                UPDATE known_person
                SET is_known = 1, is_admitted = ?, is_founder = ?, name = ? WHERE number = ?
                """,
            arguments: [person.isAdmitted, person.isFounder, person.name, number])
        for card in person.devices {
            let statement = try PreparedStatement(
                "INSERT OR IGNORE INTO known_device (person, id) VALUES (?, ?)", in: database)
            statement.bind(number, at: 1)
            statement.bind(card.device, at: 2)
            try statement.run()
        }
        try database.execute(sql: "DELETE FROM vouch WHERE person = ?", arguments: [number])
        for voucher in person.vouchedBy {
            try database.execute(
                sql: "INSERT INTO vouch (person, voucher) VALUES (?, ?)",
                arguments: [number, try self.number(of: voucher)])
        }
    }

    private func list(_ communities: [RecordID], of workplace: SpaceID) throws {
        try database.execute(sql: "DELETE FROM listed_community")
        let space = try Int64.fetchOne(
            database, sql: "SELECT number FROM space WHERE kind = 1")
        for id in communities {
            guard let space, let record = try find(id, in: space) else { continue }
            try database.execute(
                sql: "INSERT OR IGNORE INTO listed_community VALUES (?)",
                arguments: [record.number])
        }
    }

    /// Lets what a writer wrote count from now on, or no longer.
    private mutating func admit(_ writer: Int64, _ isAdmitted: Bool) throws {
        state.writings[writer]?.isAdmitted = isAdmitted
        try database.execute(
            sql: "UPDATE writer SET is_admitted = ? WHERE number = ?",
            arguments: [isAdmitted, writer])
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT DISTINCT high, low, space, field FROM assignment WHERE writer = ?",
            arguments: [writer])
        for row in rows {
            let id = RecordID(high: UInt64(bitPattern: row[0]), low: UInt64(bitPattern: row[1]))
            guard let record = try find(id, in: row[2]) else { continue }
            try settle(UInt32(clamping: row[3] as Int64), of: record)
        }
    }
}
