internal import Community
internal import GRDB
internal import Wire

extension ViewWriter {
    /// Makes sure that the space and the log of a commit have rows.
    mutating func know(_ commit: ArrivedCommit) throws {
        guard state.logs[commit.log] == nil else { return }
        if state.spaceNames.updateValue(commit.spaceID, forKey: commit.space) == nil {
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
        if let end = state.verdicts?.end(of: commit.logID, in: commit.spaceID) {
            try setEnd(of: commit.log, to: end)
        }
    }

    /// Notes where a log ends, for the commits that come from now on.
    mutating func setEnd(of log: Int64, to end: UInt64?) throws {
        guard state.logs[log]?.end != end else { return }
        state.logs[log]?.end = end
        try database.execute(
            sql: "UPDATE log SET cut = ? WHERE number = ?",
            arguments: [end.map { Int64(bitPattern: $0) }, log])
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

    mutating func number(of writer: Writer) throws -> Int64 {
        if let number = state.writers[writer] { return number }
        let person = try number(of: writer.person)
        let isAdmitted = state.directory?.membership.wasAdmitted(writer) ?? false
        let statement = try PreparedStatement(
            """
            INSERT INTO writer (person, device, is_admitted, is_erased, role) VALUES (?, ?, ?, ?, ?)
            """, in: database)
        let isErased = state.directory?.person(writer.person)?.tookWords ?? false
        statement.bind(person, at: 1)
        statement.bind(writer.device, at: 2)
        statement.bind(Int64(isAdmitted ? 1 : 0), at: 3)
        statement.bind(Int64(isErased ? 1 : 0), at: 4)
        statement.bind(Int64(writer.role.rawValue), at: 5)
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

    /// Keeps no words of people in a file that has none of anybody yet.
    mutating func leaveOut(_ people: Set<PersonID>) throws {
        for person in people.sorted() {
            let number = try number(of: person)
            state.blank.insert(number)
            try database.execute(
                sql: "UPDATE known_person SET is_blank = 1 WHERE number = ?", arguments: [number])
        }
    }

    /// Notes how many payloads had been erased when an empty view began to fill.
    mutating func note(dropped: Int64) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO meta VALUES ('dropped', ?)", arguments: [dropped])
        state.dropped = dropped
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
            try list(directory.communities)
        }
        state.directory = directory
        state.verdicts = directory.verdicts
        for (number, name) in state.logNames {
            guard let space = state.logs[number].flatMap({ state.spaceNames[$0.space] }) else {
                continue
            }
            try setEnd(of: number, to: directory.verdicts.end(of: name, in: space))
        }
        for (number, writing) in state.writings.sorted(by: { $0.key < $1.key }) {
            let isAdmitted = directory.membership.wasAdmitted(writing.writer)
            if isAdmitted != writing.isAdmitted { try admit(number, isAdmitted) }
        }
    }

    private mutating func write(_ person: Directory.Person) throws {
        let number = try number(of: person.id)
        try database.execute(
            sql: """
                UPDATE known_person
                SET is_known = 1, is_admitted = ?, is_founder = ?, has_left = ?, words = ?, name = ?,
                    is_kiosk = ?
                WHERE number = ?
                """,
            arguments: [
                person.isAdmitted, person.isFounder, person.membership.standing == .departed,
                person.membership.words.stored, person.shownName, person.isKiosk, number,
            ])
        try database.execute(
            sql: "UPDATE writer SET is_erased = ? WHERE person = ?",
            arguments: [person.tookWords, number])
        try database.execute(sql: "DELETE FROM known_device WHERE person = ?", arguments: [number])
        for device in person.membership.devices {
            let statement = try PreparedStatement(
                "INSERT INTO known_device (person, id, use, is_in, kiosk) VALUES (?, ?, ?, ?, ?)",
                in: database)
            statement.clear()
            statement.bind(number, at: 1)
            statement.bind(device.card.device, at: 2)
            statement.bind(device.use.stored, at: 3)
            statement.bind(Int64(device.isIn ? 1 : 0), at: 4)
            if let kiosk = device.kiosk { statement.bind(kiosk, at: 5) }
            try statement.run()
        }
        try database.execute(sql: "DELETE FROM vouch WHERE person = ?", arguments: [number])
        for voucher in person.vouchedBy {
            try database.execute(
                sql: "INSERT INTO vouch (person, voucher, has_verified) VALUES (?, ?, ?)",
                arguments: [
                    number, try self.number(of: voucher),
                    person.membership.verifiers.contains(voucher),
                ])
        }
    }

    /// The record of a hidden community lives in the community's own space.
    private func list(_ communities: [Directory.Community]) throws {
        try database.execute(sql: "DELETE FROM listed_community")
        for community in communities {
            let home = try Int64.fetchOne(
                database,
                sql: community.visibility == .hidden
                    ? "SELECT number FROM space WHERE id = ?"
                    : "SELECT number FROM space WHERE kind = 1",
                arguments: community.visibility == .hidden ? [community.space.bytes.blob] : [])
            guard let home, let record = try find(community.record, in: home) else { continue }
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
        try noteEdited(by: writer)
    }
}

extension DeviceUse {
    /// The number in the column `use` of `known_device`.
    fileprivate var stored: Int64 {
        switch self {
        case .computer, .unknown: 0
        case .sheet: 1
        case .held: 2
        case .kiosk: 3
        }
    }
}

extension LeaversWords {
    /// The number in the column `words` of `known_person`.
    var stored: Int64 {
        switch self {
        case .unknown: 0
        case .keepName: 1
        case .formerColleague: 2
        case .erase: 3
        }
    }
}
