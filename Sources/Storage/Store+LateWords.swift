public import Community
internal import GRDB
internal import Ledger
internal import Synchronization
public import Wire

/// Something that a removed device wrote behind the end of its log.
public struct LateWord: Hashable, Sendable {
    /// What it is, as ``RecordKind/name`` says; empty for what isn't a record.
    public let kind: String
    /// Its first text, if it has one.
    public let text: String
    /// Its writer's clock in milliseconds since 1970.
    public let wallClock: Int64
}

extension Store {
    /// The logs of removed devices of which more is kept here than counts, sorted by log.
    public func lateLogs(in space: SpaceID) -> [LateLog] {
        let (known, verdicts) = state.withLock { ($0.spaces[space], $0.directory?.verdicts) }
        guard let known, let verdicts else { return [] }
        // Where a fork cut a log, nobody can let more of it count.
        let logs = known.logs.values.compactMap { log in
            log.writer.map { (log.id, $0, min(log.head.length, log.cut ?? .max)) }
        }
        return verdicts.lateLogs(of: logs, in: space)
    }

    /// What stands behind the end of a log, the oldest first.
    ///
    /// - Parameter limit: How many records at most.
    public func words(
        of late: LateLog, in space: SpaceID, limit: Int
    ) async throws(StorageError) -> [LateWord] {
        guard let log = state.withLock({ $0.spaces[space]?.logs[late.log] }) else { return [] }
        let source = source
        return try await onLog { database in
            let statement = try PreparedStatement(
                """
                SELECT arrival FROM commits WHERE log = ? AND sequence BETWEEN ? AND ?
                ORDER BY sequence LIMIT ?
                """, in: database)
            statement.bind(log.number, at: 1)
            statement.bind(late.end &+ 1, at: 2)
            statement.bind(late.length, at: 3)
            statement.bind(Int64(limit), at: 4)
            defer { statement.reset() }
            var arrivals: [Int64] = []
            while try statement.next() { arrivals.append(statement.integer(0)) }
            return Array(try source.commits(at: arrivals).flatMap(\.lateWords).prefix(limit))
        }
    }
}

extension ArrivedCommit {
    /// The records that the commit brings into being.
    fileprivate var lateWords: [LateWord] {
        guard case .opened(let commit, let changes) = content else { return [] }
        return changes.compactMap { change in
            guard case .create(let creation) = change.effect else { return nil }
            let texts = (creation.known(.immutable) + creation.known(.register)).compactMap {
                if case .text(let text) = $0.value { text } else { nil }
            }
            return LateWord(
                kind: creation.rule?.name ?? "", text: texts.first { !$0.isEmpty } ?? "",
                wallClock: commit.body.wallClock)
        }
    }
}
