internal import Community
internal import GRDB
internal import Ledger
internal import Wire

/// One batch of runs on its way into the log: verify → open → merge → persist.
///
/// ``take(_:)`` is the whole path of a run that a peer sent, ``write(_:)`` that of one's own. All
/// runs of a batch are written in one transaction of the log. Nothing outside this value changes
/// before that transaction is on the disk; then ``LogState/adopt(_:)`` takes over what is in
/// ``changed``, and the view gets ``commits``.
struct Ingest {
    /// The space as it was before the batch.
    let space: LogState.Space
    private let database: Database
    private let tables: LogTables

    /// The logs that the batch changes, as they will be.
    private(set) var changed: [LogID: LogState.Log] = [:]
    /// The heads at which logs end for everybody that go on behind it here.
    private(set) var endHeads: [LogID: Head] = [:]
    /// The next arrival number.
    private(set) var arrival: Int64
    private(set) var nextLog: Int64
    /// The highest Lamport clock of the batch.
    private(set) var lamport: UInt64 = 0
    /// The new commits that can't be applied yet, by arrival.
    private(set) var waiting: [Int64] = []
    /// The new commits in their order of arrival, for the view.
    private(set) var commits: [ArrivedCommit] = []
    private(set) var outcome = IngestOutcome()
    private var eraser: PayloadEraser
    private var newLogs = 0

    /// Begins a batch inside a transaction of the log.
    init(into space: LogState.Space, of state: LogState, in database: Database) throws {
        self.space = space
        self.database = database
        tables = try LogTables(database)
        eraser = PayloadEraser(in: space, database, tables)
        arrival = state.nextArrival
        nextLog = state.nextLog
    }

    /// How many payloads that were here the batch erased.
    var dropped: Int64 { eraser.dropped }

    // MARK: The path of a run

    /// Takes in a run of a peer.
    ///
    /// What is wrong with it is told in ``outcome``; only the machine's own trouble is thrown.
    mutating func take(_ run: Run) throws {
        let log = changed[run.log] ?? space.logs[run.log] ?? newLog(run.log)
        guard let fresh = try fresh(part: run, of: log) else { return }
        let verified: VerifiedRun
        do throws(LedgerError) {
            verified = try Verifier.verify(fresh, space: space.id, at: log.head)
        } catch {
            return refuse(run, .broken(error))
        }
        try persist(verified.run, hashes: verified.hashes, contents: verified.open(space.keyring))
    }

    /// Takes in a run that was made here just now, whose chain and signature need no check.
    mutating func write(_ run: Run) throws {
        let opener = CommitOpener(space.keyring)
        var head = (changed[run.log] ?? space.logs[run.log] ?? newLog(run.log)).head
        var hashes: [Bytes32] = []
        var contents: [Result<OpenedCommit, Locked>] = []
        for commit in run.commits {
            head = Chain.next(head, commit)
            hashes.append(head.hash)
            contents.append(opener.open(log: run.log, sequence: head.length, commit))
        }
        try persist(run, hashes: hashes, contents: contents)
    }

    /// The part of a run that is not here yet; `nil` if there is none, or none that may be stored.
    private mutating func fresh(part run: Run, of log: LogState.Log) throws -> Run? {
        if let cut = log.cut ?? space.ends[log.id].flatMap({ $0 < run.first ? $0 : nil }) {
            refuse(run, .cut(after: cut))
            return nil
        }
        let expected = log.head.length + 1
        guard run.first <= expected else {
            refuse(run, .gap(expected: expected))
            return nil
        }
        guard log.number < nextLog || space.frontier.count + newLogs < Limits.frontierLogs else {
            refuse(run, .tooManyLogs)
            return nil
        }
        guard run.first > 0, run.first < expected else { return run }
        return try compare(run, with: log)
    }

    /// Holds the beginning of a run against what is here of its log already.
    private mutating func compare(_ run: Run, with log: LogState.Log) throws -> Run? {
        let overlap = min(Int(clamping: log.head.length - run.first + 1), run.commits.count)
        var seen = 0
        let stored = try tables.commits(of: log, from: run.first) { _ in
            seen += 1
            return seen == overlap
        }
        for (index, own) in stored.enumerated() where !own.commit.isSame(as: run.commits[index]) {
            try prove(run, differsAt: index, from: log)
            return nil
        }
        outcome.duplicates += overlap
        guard overlap < run.commits.count else { return nil }
        return run.dropFirst(overlap)
    }

    /// Opens, merges and stores commits that follow their log's head.
    private mutating func persist(
        _ run: Run, hashes: [Bytes32], contents: [Result<OpenedCommit, Locked>]
    ) throws {
        var log = changed[run.log] ?? space.logs[run.log] ?? newLog(run.log)
        if log.number == nextLog {
            try tables.insert(log, space: space.number)
            nextLog += 1
            newLogs += 1
        }
        for (index, commit) in run.commits.enumerated() {
            log.head = Head(length: log.head.length + 1, hash: hashes[index])
            if space.end(of: log) == log.head.length { endHeads[log.id] = log.head }
            log.total += Int64(commit.content.byteCount)
            let signature = index == run.commits.count - 1 ? run.signature : nil
            try tables.insert(commit, of: log, arrival: arrival, signature: signature)
            merge(contents[index], of: &log, bytes: commit.content.byteCount)
            if case .success(let opened) = contents[index] {
                try eraser.apply(opened, to: &log)
            }
            arrival += 1
        }
        try tables.update(log)
        changed[log.id] = log
        outcome.newCommits += run.commits.count
    }

    /// Turns the content of one commit into changes for the view.
    private mutating func merge(
        _ content: Result<OpenedCommit, Locked>, of log: inout LogState.Log, bytes: Int
    ) {
        let commit = ArrivedCommit(
            content, arrival: arrival, log: (log.number, log.id), space: space, bytes: bytes)
        if let opened = commit.opened {
            lamport = max(lamport, opened.body.lamport)
            if let writer = commit.writer { log.writer = writer }
            if opened.takesBack { outcome.takesBack = true }
        }
        if commit.waits(for: log) {
            waiting.append(arrival)
            outcome.locked += 1
        }
        commits.append(commit)
    }

    // MARK: What can be wrong

    private mutating func refuse(_ run: Run, _ cause: RunRefusal.Cause) {
        outcome.refusals.append(RunRefusal(log: run.log, first: run.first, cause: cause))
    }

    private func newLog(_ id: LogID) -> LogState.Log {
        LogState.Log(
            number: nextLog, id: id, head: .start(space: space.id, log: id), total: 0)
    }

    /// Stores the proof that a log has two histories, if the other one is authentic, and cuts the
    /// log where they part.
    private mutating func prove(_ run: Run, differsAt index: Int, from log: LogState.Log) throws {
        let sequence = run.first + UInt64(index)
        let common = try head(of: log, before: sequence)
        var bytes = 0
        let own = try tables.commits(of: log, from: sequence) { stored in
            bytes += stored.commit.content.byteCount
            return stored.signature != nil || bytes > Limits.runBytes
        }
        guard let signature = own.last?.signature else {
            return refuse(run, .broken(.notAFork))
        }
        let ours = Run(
            log: log.id, first: sequence, commits: own.map(\.commit), signature: signature)
        let proof: ForkProof
        do throws(LedgerError) {
            proof = try ForkProof(
                space: space.id, common: common, runs: (ours, run.dropFirst(index)))
        } catch {
            return refuse(run, .broken(error))
        }
        var log = log
        log.cut = common.length
        try store(proof, of: log)
        try tables.update(log)
        changed[log.id] = log
        endHeads[log.id] = common
        outcome.forks.append(log.id)
    }

    private func head(of log: LogState.Log, before sequence: UInt64) throws -> Head {
        guard sequence > 1 else { return .start(space: space.id, log: log.id) }
        let stored = try tables.commits(of: log, from: sequence - 1) { _ in true }
        return Head(length: sequence - 1, hash: stored.first?.hash ?? log.head.hash)
    }

    private func store(_ proof: ForkProof, of log: LogState.Log) throws {
        let runs = Chunk(
            space: SpaceTag(raw: Bytes8(word: 0)), runs: [proof.first, proof.second],
            isFinal: true)
        let statement = try PreparedStatement(
            "INSERT OR REPLACE INTO fork (log, common_length, common_hash, runs) VALUES (?,?,?,?)",
            in: database)
        statement.bind(log.number, at: 1)
        statement.bind(proof.common.length, at: 2)
        statement.bind(proof.common.hash, at: 3)
        statement.bind(SessionMessage.chunk(runs).encoded(), at: 4)
        try statement.run()
    }
}

extension Run {
    /// The run without its first commits.
    fileprivate func dropFirst(_ count: Int) -> Run {
        Run(
            log: log, first: first + UInt64(count), commits: Array(commits.dropFirst(count)),
            signature: signature)
    }
}

extension Commit {
    /// Whether both are one commit for the chain, be its payload there or erased.
    fileprivate func isSame(as other: Commit) -> Bool {
        epoch == other.epoch && isPermanent == other.isPermanent
            && (content == other.content
                || Chain.payloadHash(content) == Chain.payloadHash(other.content))
    }
}
