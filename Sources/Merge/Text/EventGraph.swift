/// Which event knew of which: the causal graph of a text, in runs.
///
/// An **event** is the insertion or the deletion of one character. Events have local numbers in the
/// order in which they came, so whatever an event knew of has a lower number. A **version** is
/// named by its heads: the events that no other event of it knew of. Most events know of the one
/// before and nothing else; these make one entry.
struct EventGraph: Sendable {
    /// Consecutive events of which each knew the one before; the first knew of some parents.
    struct Entry: Sendable {
        var first: Int32
        var end: Int32
        var parentStart: Int32
        var parentCount: Int32
    }

    private(set) var entries: [Entry] = []
    private var parentPool: [Int32] = []
    /// The heads of the version that knows of everything, ascending.
    private(set) var heads: [Int] = []

    /// Events that split all others into those that they knew of and those that know of them.
    struct CriticalRun: Sendable {
        var first: Int
        var end: Int
        /// How many characters the text had behind the last of them.
        var length: Int
    }

    /// All critical events, ascending.
    ///
    /// Whatever comes later can only take events away from its end or add there.
    private(set) var criticals: [CriticalRun] = []

    /// How many events there are.
    private(set) var count = 0

    /// What the first event of an entry knew of, ascending.
    func parents(of entry: Entry) -> [Int] {
        let start = Int(entry.parentStart)
        return parentPool[start..<start + Int(entry.parentCount)].map(Int.init)
    }

    /// Adds events of which each knows the one before.
    ///
    /// - Parameters:
    ///   - parents: The heads of the version that the first knew of, ascending.
    ///   - length: How many characters the text has at the last critical event that is left then.
    mutating func append(_ number: Int, parents: [Int], length: Int) {
        let range = count..<count + number
        count = range.upperBound
        if parents.count != 1 || parents[0] != range.lowerBound - 1 || entries.isEmpty {
            addEntry(range, parents)
        } else {
            entries[entries.count - 1].end = Int32(truncatingIfNeeded: count)
        }
        if parents == heads {
            heads = [count - 1]
            addCriticals(range, length)
        } else {
            heads.removeAll { parents.contains($0) }
            heads.append(count - 1)
            dropCriticals(above: parents.last ?? -1, length)
        }
    }

    /// Adds events of which each knows the one before, and the first everything.
    mutating func appendNext(_ number: Int, length: Int) {
        guard heads.count == 1, heads[0] == count - 1 else {
            return append(number, parents: heads, length: length)
        }
        count += number
        heads[0] = count - 1
        entries[entries.count - 1].end = Int32(truncatingIfNeeded: count)
        // The only head is critical, so the last run of critical events goes on.
        criticals[criticals.count - 1].end = count
        criticals[criticals.count - 1].length = length
    }

    /// Says how many characters the text had at the last event of a critical run.
    mutating func setLength(_ length: Int, ofCritical index: Int) {
        criticals[index].length = length
    }

    private mutating func addEntry(_ range: Range<Int>, _ parents: [Int]) {
        entries.append(
            Entry(
                first: Int32(truncatingIfNeeded: range.lowerBound),
                end: Int32(truncatingIfNeeded: range.upperBound),
                parentStart: Int32(truncatingIfNeeded: parentPool.count),
                parentCount: Int32(truncatingIfNeeded: parents.count)))
        for parent in parents { parentPool.append(Int32(truncatingIfNeeded: parent)) }
    }

    private mutating func addCriticals(_ range: Range<Int>, _ length: Int) {
        if let last = criticals.last, last.end == range.lowerBound {
            criticals[criticals.count - 1].end = range.upperBound
            criticals[criticals.count - 1].length = length
        } else {
            criticals.append(
                CriticalRun(first: range.lowerBound, end: range.upperBound, length: length))
        }
    }

    private mutating func dropCriticals(above event: Int, _ length: Int) {
        while let last = criticals.last, last.end > event + 1 {
            if last.first <= event {
                criticals[criticals.count - 1].end = event + 1
                criticals[criticals.count - 1].length = length
            } else {
                criticals.removeLast()
            }
        }
    }

    /// The last critical event that is at most the given one, -1 for the beginning: everything
    /// behind it is what may be concurrent with an event that knew of the given one.
    func critical(atMost event: Int) -> Int {
        guard let run = criticals.last(where: { $0.first <= event }) else { return -1 }
        return min(event, run.end - 1)
    }

    /// The run of critical events that holds one; `nil` for the beginning.
    func criticalRun(of event: Int) -> CriticalRun? {
        criticals.last { $0.first <= event }
    }

    /// The index of the entry that holds an event.
    func entryIndex(of event: Int) -> Int {
        var low = 0
        var high = entries.count - 1
        // Mostly it is one of the last.
        if high >= 0, Int(entries[high].first) <= event { return high }
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(entries[middle].first) <= event { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
