/// When an operation was written, in the order that all replicas agree on.
///
/// Causes have lower clocks than their effects. Operations that don't know of each other may have
/// equal clocks; then the writer decides, and for one writer the place in its log. Two different
/// operations never have equal stamps.
public struct Stamp<Writer: Comparable & Hashable & Sendable>: Hashable, Comparable, Sendable {
    /// The Lamport clock of the commit.
    public let lamport: UInt64
    /// Who wrote it: the log.
    public let writer: Writer
    /// The place of the operation in its log; see ``init(lamport:writer:sequence:index:)``.
    public let index: UInt64

    /// Makes a stamp of a place that is a single number.
    public init(lamport: UInt64, writer: Writer, index: UInt64) {
        self.lamport = lamport
        self.writer = writer
        self.index = index
    }

    /// Makes the stamp of an operation at an index of the commit with a sequence.
    ///
    /// A commit has fewer than 2^18 operations, because each takes at least two of its 256 KiB.
    public init(lamport: UInt64, writer: Writer, sequence: UInt64, index: Int) {
        let place = (sequence &<< 18) | UInt64(truncatingIfNeeded: index) & (1 << 18 - 1)
        self.init(lamport: lamport, writer: writer, index: place)
    }

    public static func < (left: Stamp, right: Stamp) -> Bool {
        if left.lamport != right.lamport { return left.lamport < right.lamport }
        if left.writer != right.writer { return left.writer < right.writer }
        return left.index < right.index
    }
}
