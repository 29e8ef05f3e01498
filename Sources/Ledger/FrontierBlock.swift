internal import Keys
internal import Wire

/// One log of a frontier with the hash that goes into fingerprints.
struct FrontierItem: Equatable, Sendable {
    let log: LogID
    let head: Head
    let hash: Bytes32

    init(log: LogID, head: Head) {
        self.log = log
        self.head = head
        var input = Bytes()
        input.reserveCapacity(72)
        log.append(to: &input)
        Bytes8(word: head.length).append(to: &input)
        head.hash.append(to: &input)
        hash = input.withUnsafeBytes { Hash.digest(.frontierItem, $0) }
    }
}

/// Neighbouring logs of a frontier and the sum of their hashes; never empty for long.
struct FrontierBlock: Sendable {
    private(set) var items: [FrontierItem]
    private var sum: FingerprintSum
    private(set) var first: LogID

    private static let largest = 512

    init(_ item: FrontierItem) { self.init([item], first: item.log) }

    private init(_ items: [FrontierItem], first: LogID) {
        self.items = items
        self.first = first
        sum = FingerprintSum()
        for item in items { sum.add(item.hash) }
    }

    /// The index of the first item at or after a log.
    private func position(of log: LogID) -> Int {
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if items[middle].log < log { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func index(of log: LogID) -> Int? {
        let index = position(of: log)
        return index < items.count && items[index].log == log ? index : nil
    }

    func item(atOrAfter log: LogID) -> FrontierItem? {
        let index = position(of: log)
        return index < items.count ? items[index] : nil
    }

    /// The indices of the items whose prefixes lie in a range.
    func range(of prefixes: ClosedRange<UInt64>) -> Range<Int> {
        let lowest = LogID(raw: Bytes32(words: (prefixes.lowerBound, 0, 0, 0)))
        let start = position(of: lowest)
        if let last = items.last, last.log.prefix <= prefixes.upperBound {
            return start..<items.count
        }
        // The upper bound is not the highest prefix, or the last item would have been in reach.
        let beyond = LogID(raw: Bytes32(words: (prefixes.upperBound &+ 1, 0, 0, 0)))
        return start..<max(start, position(of: beyond))
    }

    /// The sum of a range, from the cached sum of all where fewer are outside than inside.
    func sum(of range: Range<Int>) -> FingerprintSum {
        if range.count > items.count / 2 {
            var result = sum
            for item in items[..<range.lowerBound] { result.subtract(item.hash) }
            for item in items[range.upperBound...] { result.subtract(item.hash) }
            return result
        }
        var result = FingerprintSum()
        for item in items[range] { result.add(item.hash) }
        return result
    }

    mutating func replace(_ index: Int, with item: FrontierItem) {
        sum.subtract(items[index].hash)
        sum.add(item.hash)
        items[index] = item
    }

    mutating func insert(_ item: FrontierItem) {
        items.insert(item, at: position(of: item.log))
        sum.add(item.hash)
        first = min(first, item.log)
    }

    mutating func remove(_ index: Int) {
        sum.subtract(items.remove(at: index).hash)
    }

    /// Keeps the lower half of a block that has grown too large and returns the upper one.
    mutating func splitIfLarge() -> FrontierBlock? {
        guard items.count > FrontierBlock.largest else { return nil }
        let half = items.count / 2
        let upper = FrontierBlock(Array(items[half...]), first: items[half].log)
        self = FrontierBlock(Array(items[..<half]), first: first)
        return upper
    }
}

/// A number of entries and the sum of their hashes modulo 2^256.
struct FingerprintSum: Equatable, Sendable {
    private var count: UInt64 = 0
    private var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    mutating func add(_ hash: Bytes32) {
        add(hash.words)
        count &+= 1
    }

    mutating func add(_ other: FingerprintSum) {
        add(other.sum)
        count &+= other.count
    }

    mutating func subtract(_ hash: Bytes32) {
        // Adds the two's complement.
        let words = hash.words
        add((~words.0, ~words.1, ~words.2, ~words.3))
        add((0, 0, 0, 1))
        count &-= 1
    }

    private mutating func add(_ words: (UInt64, UInt64, UInt64, UInt64)) {
        var carry: UInt64 = 0
        sum.3 = FingerprintSum.add(sum.3, words.3, &carry)
        sum.2 = FingerprintSum.add(sum.2, words.2, &carry)
        sum.1 = FingerprintSum.add(sum.1, words.1, &carry)
        sum.0 = FingerprintSum.add(sum.0, words.0, &carry)
    }

    private static func add(_ left: UInt64, _ right: UInt64, _ carry: inout UInt64) -> UInt64 {
        let (partial, first) = left.addingReportingOverflow(right)
        let (total, second) = partial.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        return total
    }

    /// The number and the sum, hashed.
    var fingerprint: Bytes16 {
        let parts = [bigEndianBytes(count), Bytes32(words: sum).bytes]
        return Hash.digest(.frontierRange, parts).firstHalf
    }

    static func == (left: FingerprintSum, right: FingerprintSum) -> Bool {
        left.count == right.count && left.sum == right.sum
    }
}
