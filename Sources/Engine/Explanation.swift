public import Wire

/// One thing that is not in sync, and its one cause.
public struct Explanation: Equatable, Sendable {
    /// Which way the commits have to go.
    public enum Direction: Equatable, Sendable {
        /// This node lacks them.
        case toUs
        /// The peer lacks them.
        case toPeer
    }

    /// Why the commits aren't where they belong.
    public enum Cause: Equatable, Sendable {
        /// They are on their way: so many of so many commits have come.
        case transferring(received: UInt64, expected: UInt64)
        /// They were sent, and the peer hasn't said yet that it stored them.
        case awaitingAcknowledgement
        /// The frontiers are still being compared.
        case comparing
        /// The workplace's own space comes first.
        case waitingForWorkplace
        /// Asked for, from another peer or after what is being received.
        case queued
        /// The peer isn't connected.
        case peerOffline
        /// Everybody who is said to have them was asked, and nobody gave them.
        case noPeerHasIt
        /// The two have different commits under one sequence.
        case fork
        /// The peer refuses, and says why.
        case withheld(Reason)
        /// A commit before it is missing.
        case waitingForDependency
        /// The key of an epoch is missing; only storage knows this one.
        case waitingForKeys
        /// The author or the peer may not.
        case notPermitted
        /// The author has used up what one author may take.
        case quota
        /// The log ends before it.
        case cut
        /// A commit can't be read; only storage knows this one.
        case undecodable
        /// The peer speaks no version that this node speaks.
        case versionTooNew
        /// What came didn't verify.
        case forged
        /// This computer can't store or read.
        case storageFailed(String)
    }

    /// The space; `nil` if it is about the peer as a whole.
    public var space: SpaceID?
    /// The first eight bytes of the log's id; `nil` if it is about the space as a whole.
    public var log: UInt64?
    /// The peer that has or lacks the commits.
    public var device: DeviceID?
    /// Which way the commits have to go.
    public var direction: Direction
    /// How many commits.
    public var commits: UInt64
    /// Why they aren't where they belong.
    public var cause: Cause

    /// Makes an explanation.
    public init(
        space: SpaceID?, log: UInt64?, device: DeviceID?, direction: Direction, commits: UInt64,
        cause: Cause
    ) {
        self.space = space
        self.log = log
        self.device = device
        self.direction = direction
        self.commits = commits
        self.cause = cause
    }
}

/// How one space stands with all connected peers together.
public struct SpaceReport: Equatable, Sendable {
    /// The space.
    public var space: SpaceID
    /// Logs that this node holds something of.
    public var logs: Int
    /// Commits that this node holds.
    public var commits: UInt64
    /// Connected peers that have the space too.
    public var peers: Int
    /// Of these, the ones that hold exactly the same.
    public var peersInSync: Int
    /// Commits that some connected peer has and this node lacks.
    public var weLack: UInt64
}
