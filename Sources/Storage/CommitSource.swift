internal import Community
internal import GRDB
internal import Ledger
internal import Wire

/// Reads commits back from the log and opens them, for a view that has to catch up.
struct CommitSource: Sendable {
    let pool: DatabasePool
    let file: DatabaseFile
    /// Spaces by number.
    let spaces: [Int64: LogState.Space]
    let directory: Directory?
    /// How many payloads were erased after they had been here.
    let dropped: Int64

    /// Bytes of payloads that are opened at a time.
    private static let pieceBytes = 4_194_304

    init(_ pool: DatabasePool, _ file: DatabaseFile, _ state: LogState) {
        self.pool = pool
        self.file = file
        directory = state.directory
        dropped = state.dropped
        spaces = [Int64: LogState.Space](
            state.spaces.values.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The highest arrival number in the log.
    func lastArrival() throws -> Int64 {
        try pool.read {
            try Int64.fetchOne($0, sql: "SELECT max(arrival) FROM commits") ?? 0
        }
    }

    private static let columns = """
        SELECT c.arrival, c.log, c.sequence, c.epoch, c.payload_hash, c.payload, l.space, l.id,
            l.cut, c.permanent, c.notice
        FROM commits AS c JOIN log AS l ON l.number = c.log
        """

    /// The next commits in their order of arrival; none at the end of the log.
    func commits(after arrival: Int64) throws -> [ArrivedCommit] {
        try pool.read { database in
            let statement = try PreparedStatement(
                Self.columns + " WHERE c.arrival > ? ORDER BY c.arrival", in: database)
            statement.bind(arrival, at: 1)
            defer { statement.reset() }
            var commits: [ArrivedCommit] = []
            var bytes = 0
            while bytes < Self.pieceBytes, try statement.next() {
                let commit = try commit(statement)
                bytes += commit.bytes + 64
                commits.append(commit)
            }
            return commits
        }
    }

    /// The commits with these arrival numbers.
    func commits(at arrivals: [Int64]) throws -> [ArrivedCommit] {
        try pool.read { database in
            let statement = try PreparedStatement(
                Self.columns + " WHERE c.arrival = ?", in: database)
            var commits: [ArrivedCommit] = []
            for arrival in arrivals {
                statement.bind(arrival, at: 1)
                if try statement.next() { commits.append(try commit(statement)) }
                statement.reset()
            }
            return commits
        }
    }

    /// All commits of a space that can be opened, log by log, each handed to a closure.
    func forEachOpened(in space: LogState.Space, _ body: (OpenedCommit) -> Void) throws {
        try pool.read { database in
            let statement = try PreparedStatement(
                Self.columns + " WHERE l.space = ? ORDER BY c.log, c.sequence", in: database)
            statement.bind(space.number, at: 1)
            defer { statement.reset() }
            while try statement.next() {
                if let opened = try commit(statement).opened { body(opened) }
            }
        }
    }

    private func commit(_ statement: PreparedStatement) throws -> ArrivedCommit {
        guard let space = spaces[statement.integer(6)], let log = LogID(statement.bytes(7)),
            let commit = statement.commit(
                epoch: 3, hash: 4, payload: 5, permanent: 9, notice: 10)
        else { throw StorageError.logDamaged(path: file.path, detail: "a commit can't be read") }
        let sequence = statement.word(2)
        let isCut =
            !statement.isNull(8) && sequence > statement.word(8)
        let content: Result<OpenedCommit, Locked> =
            isCut
            ? .failure(.erased)
            : CommitOpener(space.keyring).open(log: log, sequence: sequence, commit)
        return ArrivedCommit(
            content, arrival: statement.integer(0), log: (statement.integer(1), log),
            space: space, bytes: commit.content.byteCount)
    }
}

extension PreparedStatement {
    /// A commit from five columns; `nil` if they hold none.
    func commit(
        epoch: Int32, hash: Int32, payload: Int32, permanent: Int32, notice: Int32
    ) -> Commit? {
        let content: Commit.Content
        if isNull(payload) {
            guard let hash = Bytes32(bytes(hash)) else { return nil }
            content = .erased(hash, notice: isNull(notice) ? nil : Bytes64(bytes(notice)))
        } else {
            content = .payload(bytes(payload))
        }
        return Commit(
            epoch: EpochID(raw: Bytes8(word: word(epoch))), content: content,
            isPermanent: integer(permanent) != 0)
    }
}
