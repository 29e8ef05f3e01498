internal import Community
internal import Keys
internal import Ledger
internal import Wire

/// What the store knows of its logs without asking the disk.
///
/// It changes only after a transaction of the log is on the disk, so it never has to be rolled
/// back, and whoever reads it sees nothing that a power cut could take away.
struct LogState: Sendable {
    /// One log.
    struct Log: Sendable {
        let number: Int64
        let id: LogID
        var head: Head
        /// Bytes of the payloads of all its commits.
        var total: Int64
        /// Where the log ends for everybody, if its owner wrote two histories.
        var cut: UInt64?
        /// Who writes it; `nil` until its first commit can be read.
        var writer: Writer?
    }

    /// One space.
    struct Space: Sendable {
        let number: Int64
        let id: SpaceID
        let kind: SpaceFounding.Kind
        var keyring: Keyring
        var logs: [LogID: Log] = [:]
        var frontier = Frontier()
        var lamport: UInt64 = 0
        /// Where colleagues ended logs of this community.
        var ends: [LogID: UInt64] = [:]
        /// Commits that wait for a key or for the start of their log, by arrival.
        var waiting: [Int64] = []
        /// What this node writes with in its own name.
        var pen: Pen?
        /// What it writes with for people whose keys it keeps, by the key's device.
        var heldPens: [DeviceID: Pen] = [:]
        /// The keys that were in use when somebody was set aside.
        var barred: Set<EpochID> = []

        /// What somebody writes with here: the node itself, or a device whose key it keeps.
        func pen(of device: DeviceID?) -> Pen? { device.map { heldPens[$0] } ?? pen }

        var home: RecordKind.Home { kind == .workplace ? .workplace : .community }

        /// How many commits of a log count for everybody; `nil` if it goes on.
        func end(of log: Log) -> UInt64? {
            switch (log.cut, ends[log.id]) {
            case (nil, nil): nil
            case (let cut?, nil): cut
            case (nil, let end?): end
            case (let cut?, let end?): min(cut, end)
            }
        }
    }

    /// What is needed to write into a space.
    struct Pen: Sendable {
        let key: SigningKey
        let binding: Binding

        var log: LogID { LogID(raw: key.publicKey) }
    }

    var spaces: [SpaceID: Space] = [:]
    var nextArrival: Int64 = 1
    var nextLog: Int64 = 1
    var directory: Directory?
    /// How many payloads were erased after they had been here.
    var dropped: Int64 = 0

    /// The workplace, if it was opened.
    var workplace: Space? { spaces.values.first { $0.kind == .workplace } }

    /// The key that one's own words in a space are sealed with.
    func writingKey(in space: Space) -> EpochKey? {
        directory?.writingKey(in: space.keyring, barred: space.barred) ?? space.keyring.current
    }

    /// Takes over what a batch has put on the disk.
    mutating func adopt(_ batch: Ingest) {
        guard var space = spaces[batch.space.id] else { return }
        for log in batch.changed.values {
            space.logs[log.id] = log
            if let end = space.end(of: log), end < log.head.length {
                if let head = batch.endHeads[log.id] {
                    space.frontier.set(log: log.id, head: head)
                }
            } else {
                space.frontier.set(log: log.id, head: log.head)
            }
        }
        space.lamport = max(space.lamport, batch.lamport)
        space.waiting += batch.waiting
        spaces[batch.space.id] = space
        dropped += batch.dropped
        nextArrival = batch.arrival
        nextLog = batch.nextLog
    }
}
