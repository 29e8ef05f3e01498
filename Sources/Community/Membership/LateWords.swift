public import Merge
public import Wire

/// A log of a device that was put out, of which more is here than counts.
///
/// What stands behind the end is kept and shown to nobody. Any member may let it count, if it was
/// written in good faith before its author knew: a statement that names a longer end does.
public struct LateLog: Hashable, Sendable {
    /// The log.
    public let log: LogID
    /// Who writes it.
    public let writer: Writer
    /// How many of its commits count.
    public let end: UInt64
    /// How many are here.
    public let length: UInt64

    /// The statement that lets all count that is here.
    public var release: LogEnd { LogEnd(log: log, length: length) }
}

/// Late words that a member has let in.
public struct Release: Hashable, Sendable {
    /// Who did.
    public let by: PersonID
    /// The log.
    public let log: LogID
    /// Who wrote it.
    public let writer: Writer
    /// The first commit that counts by it.
    public let first: UInt64
    /// The last one.
    public let last: UInt64
    /// The stamp of the statement.
    public let stamp: WriteStamp
    /// Its writer's clock in milliseconds since 1970, to show.
    public let wallClock: Int64

    /// What a statement lets in; `nil` if so much counted before.
    init?(_ testimony: Testimony, _ end: LogEnd, by writer: Writer, after former: UInt64) {
        guard end.length > former else { return nil }
        by = testimony.writer.person
        log = end.log
        self.writer = writer
        (first, last) = (former + 1, end.length)
        stamp = testimony.stamp
        wallClock = testimony.wallClock
    }
}

extension Verdicts {
    /// The logs of devices that were put out of which more is here than counts, sorted by log.
    ///
    /// A log that nobody has ended yet counts as a whole in a community, so it isn't among them.
    public func lateLogs(
        of logs: [(log: LogID, writer: Writer, length: UInt64)], in space: SpaceID
    ) -> [LateLog] {
        logs.compactMap { known in
            guard membership.wasRemoved(known.writer),
                let end = end(of: known.log, in: space), end < known.length
            else { return nil }
            return LateLog(
                log: known.log, writer: known.writer, end: end, length: known.length)
        }.sorted { $0.log < $1.log }
    }

    /// Whether a statement of this writer would let late words count: whoever belongs may, with a
    /// device that is in.
    public func mayRelease(_ writer: Writer) -> Bool { membership.isAdmitted(writer) }
}
