import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Frontiers: a lattice with fingerprints")
struct FrontierTests {
    private func log(_ generator: inout SeededGenerator, _ prefixes: Int = 40) -> LogID {
        // Few prefixes, so that ranges begin and end at logs and some logs share a prefix.
        let prefix = UInt64(Int.random(in: 0..<prefixes, using: &generator))
        let place = prefix == 0 ? 0 : UInt64.max / UInt64(prefixes) * prefix
        return LogID(
            raw: Bytes32(words: (place, UInt64.random(in: 0...1, using: &generator), 0, 0)))
    }

    private func head(_ generator: inout SeededGenerator) -> Head {
        let length = UInt64.random(in: 1...3, using: &generator)
        return Head(
            length: length,
            hash: Bytes32(words: (length, 0, 0, UInt64.random(in: 0...1, using: &generator))))
    }

    private func frontier(
        _ generator: inout SeededGenerator, _ size: Int = 30, _ prefixes: Int = 40
    ) -> Frontier {
        var frontier = Frontier()
        for _ in 0..<Int.random(in: 0...size, using: &generator) {
            frontier.set(log: log(&generator, prefixes), head: head(&generator))
        }
        return frontier
    }

    /// The fingerprint as chapter 05 defines it, without caches.
    private func naive(_ entries: [(log: LogID, head: Head)]) -> Bytes16? {
        var sum = Bytes(repeating: 0, count: 32)
        for (log, head) in entries {
            let hash = Hash.digest(
                .frontierItem, [log.bytes, bigEndianBytes(head.length), head.hash.bytes]
            ).bytes
            var carry = 0
            for index in (0..<32).reversed() {
                let total = Int(sum[index]) + Int(hash[index]) + carry
                sum[index] = UInt8(truncatingIfNeeded: total)
                carry = total >> 8
            }
        }
        let parts = [bigEndianBytes(UInt64(entries.count)), sum]
        return Bytes16(Hash.digest(.frontierRange, parts).bytes.prefix(16))
    }

    @Test func lattice() {
        forAll(cases: 300, "merge is commutative, associative, idempotent") { generator in
            let a = frontier(&generator)
            let b = frontier(&generator)
            let c = frontier(&generator)
            func merged(_ left: Frontier, _ right: Frontier) -> Frontier {
                var result = left
                result.merge(right)
                return result
            }
            return merged(a, b) == merged(b, a) && merged(a, a) == a
                && merged(merged(a, b), c) == merged(a, merged(b, c))
                && merged(a, Frontier()) == a && merged(a, b).digest == merged(b, a).digest
        }
    }

    @Test func fingerprintsAreThoseOfANaiveSum() {
        forAll(cases: 12, "cached sums equal the sum over the entries") { generator in
            var frontier = Frontier()
            var model: [LogID: Head] = [:]
            for _ in 0..<Int.random(in: 0...1_800, using: &generator) {
                let log = log(&generator, 1_500)
                let isRemoval = Int.random(in: 0...9, using: &generator) == 0
                let head = isRemoval ? Head.start(space: space, log: log) : head(&generator)
                frontier.set(log: log, head: head)
                model[log] = isRemoval ? nil : head
            }
            let entries = model.sorted { $0.key < $1.key }.map { (log: $0.key, head: $0.value) }
            guard frontier.count == entries.count,
                frontier.commitCount == entries.reduce(0, { $0 + $1.head.length }),
                frontier.digest == naive(entries)
            else { return false }
            for _ in 0..<20 {
                let bounds = [bound(&generator), bound(&generator)].sorted()
                let range = bounds[0]...bounds[1]
                let inside = entries.filter { range.contains($0.log.prefix) }
                guard frontier.entries(in: range).elementsEqual(inside, by: ==),
                    frontier.count(in: range) == inside.count,
                    frontier.fingerprint(in: range) == naive(inside)
                else { return false }
            }
            return entries.allSatisfy { frontier[$0.log] == $0.head }
        }
    }

    private let space = Founding.spaceID(of: [1])

    private func bound(_ generator: inout SeededGenerator) -> UInt64 {
        switch Int.random(in: 0...3, using: &generator) {
        case 0: 0
        case 1: .max
        case 2: log(&generator, 1_500).prefix
        default: generator.next()
        }
    }

    @Test func resolvesPrefixes() {
        forAll(cases: 50, "a prefix gives the first log that has it") { generator in
            let frontier = frontier(&generator, 2_000, 1_500)
            for (log, _) in frontier.entries {
                let first = frontier.entries.first { $0.log.prefix == log.prefix }?.log
                guard frontier.resolve(log.prefix) == first else { return false }
                let beside = frontier.entries.contains { $0.log.prefix == log.prefix &+ 1 }
                guard beside || frontier.resolve(log.prefix &+ 1) == nil else { return false }
                if Int.random(in: 0...9, using: &generator) > 0 { break }
            }
            return Frontier().resolve(generator.next()) == nil
        }
    }

    @Test func equalFrontiersAreEqualHoweverTheyGrew() {
        forAll(cases: 20, "insertion order doesn't show") { generator in
            let frontier = frontier(&generator, 1_500, 4_000)
            var other = Frontier()
            for (log, head) in frontier.entries.shuffled(using: &generator) {
                other.set(log: log, head: head)
            }
            guard frontier == other && frontier.digest == other.digest else { return false }
            guard let entry = frontier.entries.randomElement(using: &generator) else { return true }
            other.set(
                log: entry.log,
                head: Head(length: entry.head.length, hash: Bytes32(words: (9, 9, 9, 9))))
            return frontier != other && frontier.digest != other.digest
        }
    }

    @Test func holdsAHundredThousandLogsAndNoMore() {
        var generator = SeededGenerator(seed: 11)
        var frontier = Frontier()
        let head = Head(length: 1, hash: Bytes32(words: (1, 1, 1, 1)))
        for _ in 0..<Limits.frontierLogs {
            let words = (generator.next(), generator.next(), generator.next(), generator.next())
            frontier.set(log: LogID(raw: Bytes32(words: words)), head: head)
        }
        #expect(frontier.count == Limits.frontierLogs)
        let more = LogID(raw: Bytes32(words: (5, 5, 5, 5)))
        let (isTaken, isThere) = (frontier.set(log: more, head: head), frontier[more] != nil)
        #expect(!isTaken && !isThere)
        let known = frontier.entries[500].log
        let longer = Head(length: 2, hash: head.hash)
        let isMoved = frontier.set(log: known, head: longer)
        #expect(isMoved && frontier[known] == longer)
        #expect(frontier.commitCount == UInt64(Limits.frontierLogs) + 1)
        #expect(frontier.digest == naive(frontier.entries))
    }
}
