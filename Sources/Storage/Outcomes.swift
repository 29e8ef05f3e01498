public import Ledger
public import Wire

/// Operations that shall become one commit of one's own.
public struct Draft: Equatable, Sendable {
    /// What it changes; `Compose` makes them.
    public var operations: [Operation]
    /// The wall clock in milliseconds since 1970, for display.
    public var wallClock: Int64

    /// Makes a draft.
    public init(_ operations: [Operation], wallClock: Int64) {
        self.operations = operations
        self.wallClock = wallClock
    }
}

/// Where a log stands after a batch.
public struct HeadChange: Equatable, Sendable {
    /// The log.
    public var log: LogID
    /// Its new head.
    public var head: Head

    /// Makes a change.
    public init(log: LogID, head: Head) {
        self.log = log
        self.head = head
    }
}

/// What became of one's own drafts.
public struct AppendOutcome: Sendable {
    /// The signed runs, to be pushed to peers.
    public var runs: [Run]
    /// The log's new head.
    public var heads: [HeadChange]
    /// For each draft, the ids of the records that it created, in order.
    public var records: [[RecordID]]
    /// Whether people, communities or their keys changed.
    public var directoryChanged: Bool
    /// Communities in which logs end elsewhere now: their frontiers have changed.
    public var endedSpaces: Set<SpaceID> = []
    /// Whether the view has to be made anew.
    var needsRebuild = false
}

/// What became of the runs of a peer.
///
/// Everything in ``heads`` is durable.
public struct IngestOutcome: Sendable {
    /// The logs that grew, with their new heads.
    public var heads: [HeadChange] = []
    /// Commits that were new.
    public var newCommits = 0
    /// Commits that were here already.
    public var duplicates = 0
    /// Runs that were not stored, and why.
    public var refusals: [RunRefusal] = []
    /// New proofs that a log's owner wrote two histories.
    public var forks: [LogID] = []
    /// New commits whose content can't be read yet, for want of a key.
    public var locked = 0
    /// Whether somebody took words back.
    public var takesBack = false
    /// Whether people, communities or their keys changed.
    public var directoryChanged = false
    /// Communities in which logs end elsewhere now: their frontiers have changed.
    public var endedSpaces: Set<SpaceID> = []
    /// Whether the view has to be made anew.
    var needsRebuild = false

    /// An outcome in which nothing happened.
    public init() {}
}

/// A run that was not stored.
public struct RunRefusal: Equatable, Sendable {
    /// Why a run was not stored.
    public enum Cause: Equatable, Sendable {
        /// Commits before it are missing; ask for them from `expected` on.
        case gap(expected: UInt64)
        /// The run breaks a rule of the ledger: whoever sent it does not follow the protocol.
        case broken(LedgerError)
        /// The log ends earlier for everybody, because its owner wrote two histories.
        case cut(after: UInt64)
        /// The space has as many logs as a frontier may name.
        case tooManyLogs
    }

    /// The log.
    public var log: LogID
    /// The first sequence of the run.
    public var first: UInt64
    /// Why it was not stored.
    public var cause: Cause
}

/// One piece of what a peer asked for.
public struct LoadedRuns: Sendable {
    /// The runs, in this node's order of arrival, each ending in a signature.
    public var runs: [Run]
    /// Where the next piece begins: hand it to the next call.
    public var cursor: Int64
    /// Whether nothing more follows.
    public var isFinal: Bool
}

/// How much a peer's needs amount to.
public struct TransferSize: Equatable, Sendable {
    /// Commits.
    public var commits: UInt64
    /// Bytes of their payloads.
    public var bytes: UInt64
}

/// How far a rebuild or a catch-up of the view has come.
public struct RebuildProgress: Equatable, Sendable {
    /// Commits done.
    public var done: Int64
    /// Commits in all.
    public var total: Int64
}
