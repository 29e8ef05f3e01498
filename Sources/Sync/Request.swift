/// A want that this side sent, until everything that answers it is stored.
public struct Request: Sendable {
    /// The wanted logs and the last sequence that the peer said to have of each.
    public let targets: [UInt64: UInt64]
    /// Commits and bytes that the peer announced.
    public private(set) var announced: (commits: UInt64, bytes: UInt64)?
    /// Commits that came.
    public private(set) var received: UInt64 = 0
    /// Whether the last chunk came.
    public private(set) var isAnswered = false
    /// Whether the peer was too slow, so that others may be asked for the same.
    public var isStalled = false
    /// Chunks that came and aren't stored yet.
    private var open = 0

    /// A want for these logs.
    public init(_ missing: [PeerSpace.Missing]) {
        targets = Dictionary(
            missing.map { ($0.log, $0.through) }, uniquingKeysWith: { max($0, $1) })
    }

    /// Everything came and was stored or refused.
    public var isFinished: Bool { isAnswered && open == 0 }

    /// The peer says how much is coming.
    ///
    /// - Throws: ``SyncError/answerWithoutWant`` if it said so before.
    public mutating func receive(commits: UInt64, bytes: UInt64) throws(SyncError) {
        guard announced == nil, !isAnswered else { throw .answerWithoutWant }
        announced = (commits, bytes)
    }

    /// A chunk came; if `isStoring`, it is being stored.
    ///
    /// - Throws: ``SyncError/answerWithoutWant`` if counts didn't come before the last chunk.
    public mutating func receive(
        commits: UInt64, isFinal: Bool, isStoring: Bool
    ) throws(SyncError) {
        guard announced != nil || !isFinal else { throw .answerWithoutWant }
        received = received.addingClamped(commits)
        isAnswered = isAnswered || isFinal
        if isStoring { open += 1 }
    }

    /// A chunk was stored or refused.
    public mutating func stored() { open = max(0, open - 1) }
}
