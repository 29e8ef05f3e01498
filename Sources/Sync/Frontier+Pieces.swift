public import Ledger
public import Wire

/// A piece of the frontier: all logs from one prefix up to, but without, another.
struct Piece: Hashable, Sendable {
    /// The first prefix in the piece.
    var start: UInt64
    /// The first prefix after the piece; `nil` for the end of all logs.
    var end: UInt64?

    /// Its prefixes, unless there are none.
    var range: ClosedRange<UInt64>? {
        guard let end else { return start ... .max }
        return start < end ? start...(end - 1) : nil
    }

    func contains(_ prefix: UInt64) -> Bool {
        prefix >= start && end.map { prefix < $0 } ?? true
    }
}

extension Entry {
    /// What is said about a log that reaches this head.
    public init(log: LogID, head: Head) {
        self.init(log: log.prefix, length: head.length, head: head.hash.prefix)
    }

    /// What is said about a log that the sender has nothing of.
    public init(absent log: UInt64) { self.init(log: log, length: 0, head: 0) }

    /// What a run says about its sender: it has the log at least so far, with a head unknown.
    public init(log: UInt64, atLeast length: UInt64) {
        self.init(log: log, length: length, head: 0)
    }

    /// Whether both say the same, as far as their heads are known.
    func agrees(with other: Entry) -> Bool {
        log == other.log && length == other.length
            && (head == other.head || head == 0 || other.head == 0)
    }

    /// The entry, without a head if it says that there is nothing.
    var normalised: Entry { length == 0 ? Entry(absent: log) : self }
}

extension Frontier {
    /// What a replica with this frontier says about a log, by the log's prefix.
    public func entry(of prefix: UInt64) -> Entry {
        guard let log = resolve(prefix), let head = self[log] else { return Entry(absent: prefix) }
        return Entry(log: log, head: head)
    }

    /// The entries of a piece, in the order of their prefixes.
    func entries(of piece: Piece) -> [Entry] {
        guard let range = piece.range else { return [] }
        return entries(in: range).map { Entry(log: $0.log, head: $0.head) }
    }

    /// The fingerprint of a piece.
    func fingerprint(of piece: Piece) -> Bytes16 {
        guard let range = piece.range else { return Frontier().digest }
        return fingerprint(in: range)
    }
}
