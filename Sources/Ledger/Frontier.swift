public import Wire

/// How far a replica has each log of a space.
///
/// It maps each log to the head that the replica has reached without gaps; a log that it never
/// heard of is absent. Frontiers form a lattice under ``merge(_:)``. They stand in the order of
/// their logs, in blocks that keep the sum of their entries' hashes, so that the fingerprint of any
/// range of 100,000 logs takes a few hundred additions and one hash.
///
/// - Important: The frontier of a peer is a claim, not evidence. Nothing may be deleted because
///   some frontier covers it.
public struct Frontier: Sendable {
    private var blocks: [FrontierBlock] = []

    /// How many logs there are; at most ``Limits/frontierLogs``.
    public private(set) var count = 0

    /// How many commits all logs together have.
    public private(set) var commitCount: UInt64 = 0

    /// Starts without logs.
    public init() {}

    /// The head of a log; `nil` if nothing of it is here.
    public subscript(log: LogID) -> Head? {
        guard let place = blockIndex(of: log), let index = blocks[place].index(of: log) else {
            return nil
        }
        return blocks[place].items[index].head
    }

    /// Says how far a log is here.
    ///
    /// A head of length 0 takes the log out.
    ///
    /// - Returns: False, and nothing changes, if the log would be one more than the limit allows.
    @discardableResult
    public mutating func set(log: LogID, head: Head) -> Bool {
        guard head.length > 0 else {
            remove(log)
            return true
        }
        let item = FrontierItem(log: log, head: head)
        guard let place = blockIndex(of: log) else {
            blocks.append(FrontierBlock(item))
            count += 1
            commitCount &+= head.length
            return true
        }
        if let index = blocks[place].index(of: log) {
            commitCount &-= blocks[place].items[index].head.length
            commitCount &+= head.length
            blocks[place].replace(index, with: item)
            return true
        }
        guard count < Limits.frontierLogs else { return false }
        blocks[place].insert(item)
        count += 1
        commitCount &+= head.length
        if let upper = blocks[place].splitIfLarge() { blocks.insert(upper, at: place + 1) }
        return true
    }

    private mutating func remove(_ log: LogID) {
        guard let place = blockIndex(of: log), let index = blocks[place].index(of: log) else {
            return
        }
        commitCount &-= blocks[place].items[index].head.length
        count -= 1
        blocks[place].remove(index)
        if blocks[place].items.isEmpty { blocks.remove(at: place) }
    }

    /// Takes over what another frontier has further: of each log the longer head, and of two heads
    /// of equal length the one with the smaller hash, so that the result doesn't depend on order.
    public mutating func merge(_ other: Frontier) {
        for block in other.blocks {
            for item in block.items {
                if let own = self[item.log], !Frontier.isFurther(item.head, than: own) { continue }
                set(log: item.log, head: item.head)
            }
        }
    }

    private static func isFurther(_ head: Head, than other: Head) -> Bool {
        head.length != other.length ? head.length > other.length : head.hash < other.hash
    }

    /// All logs and heads in the order of the logs.
    public var entries: [(log: LogID, head: Head)] { entries(in: Frontier.everything) }

    /// The logs whose prefixes lie in a range, and their heads, in the order of the logs.
    public func entries(in prefixes: ClosedRange<UInt64>) -> [(log: LogID, head: Head)] {
        var entries: [(log: LogID, head: Head)] = []
        visit(prefixes) { block, range in
            for item in block.items[range] { entries.append((item.log, item.head)) }
        }
        return entries
    }

    /// How many logs have a prefix in a range.
    public func count(in prefixes: ClosedRange<UInt64>) -> Int {
        var count = 0
        visit(prefixes) { count += $1.count }
        return count
    }

    /// The log whose id begins with a prefix; of several the first; `nil` for none.
    public func resolve(_ prefix: UInt64) -> LogID? {
        let lowest = LogID(raw: Bytes32(words: (prefix, 0, 0, 0)))
        var place = blockIndex(of: lowest) ?? blocks.endIndex
        while place < blocks.endIndex {
            if let item = blocks[place].item(atOrAfter: lowest) {
                return item.log.prefix == prefix ? item.log : nil
            }
            place += 1
        }
        return nil
    }

    /// The fingerprint of all entries.
    public var digest: Bytes16 { fingerprint(in: Frontier.everything) }

    /// The fingerprint of the logs whose prefixes lie in a range (chapter 05, section 8).
    public func fingerprint(in prefixes: ClosedRange<UInt64>) -> Bytes16 {
        var sum = FingerprintSum()
        visit(prefixes) { block, range in
            sum.add(block.sum(of: range))
        }
        return sum.fingerprint
    }

    /// All prefixes.
    public static let everything: ClosedRange<UInt64> = .min ... .max

    /// Shows the part of each block that lies in a range of prefixes.
    private func visit(
        _ prefixes: ClosedRange<UInt64>, _ body: (FrontierBlock, Range<Int>) -> Void
    ) {
        let lowest = LogID(raw: Bytes32(words: (prefixes.lowerBound, 0, 0, 0)))
        guard var place = blockIndex(of: lowest) else { return }
        while place < blocks.endIndex {
            let range = blocks[place].range(of: prefixes)
            if !range.isEmpty { body(blocks[place], range) }
            if range.upperBound < blocks[place].items.count { return }
            place += 1
        }
    }

    /// The last block that begins at or before a log, or else the first block.
    private func blockIndex(of log: LogID) -> Int? {
        guard !blocks.isEmpty else { return nil }
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].first <= log { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}

extension Frontier: Equatable {
    public static func == (left: Frontier, right: Frontier) -> Bool {
        guard left.count == right.count, left.commitCount == right.commitCount else { return false }
        let others = right.blocks.lazy.flatMap(\.items)
        return left.blocks.lazy.flatMap(\.items).elementsEqual(others)
    }
}
