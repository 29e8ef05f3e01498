import Ledger
import TestKit
import Wire

/// Frontiers that differ in known ways, from a seed.
struct Frontiers {
    var one = Frontier()
    var other = Frontier()

    /// So many equal logs, and so many that differ in one way or another.
    init(equal: Int, different: Int, using generator: inout SeededGenerator) {
        for _ in 0..<equal {
            let (log, head) = (Frontiers.log(using: &generator), Frontiers.head(using: &generator))
            one.set(log: log, head: head)
            other.set(log: log, head: head)
        }
        for _ in 0..<different {
            let log = Frontiers.log(using: &generator)
            let head = Frontiers.head(using: &generator)
            switch generator.next() % 4 {
            case 0: one.set(log: log, head: head)
            case 1: other.set(log: log, head: head)
            case 2:
                one.set(log: log, head: head)
                other.set(
                    log: log,
                    head: Head(length: head.length, hash: Frontiers.hash(using: &generator)))
            default:
                one.set(log: log, head: head)
                other.set(
                    log: log,
                    head: Head(length: head.length + 3, hash: Frontiers.hash(using: &generator)))
            }
        }
    }

    static func hash(using generator: inout SeededGenerator) -> Bytes32 {
        Bytes32(
            words: (generator.next(), generator.next(), generator.next(), generator.next() | 1))
    }

    static func log(using generator: inout SeededGenerator) -> LogID {
        LogID(raw: hash(using: &generator))
    }

    static func head(using generator: inout SeededGenerator) -> Head {
        Head(
            length: UInt64.random(in: 1...10_000, using: &generator), hash: hash(using: &generator))
    }

    /// What a comparison of the two must find, as the owner of `one` sees `other`.
    static func differences(_ one: Frontier, _ other: Frontier) -> [UInt64: Entry] {
        var found: [UInt64: Entry] = [:]
        for (log, head) in other.entries where one[log] != head {
            found[log.prefix] = Entry(
                log: log.prefix, length: head.length, head: head.hash.prefix)
        }
        for (log, _) in one.entries where other[log] == nil {
            found[log.prefix] = Entry(log: log.prefix, length: 0, head: 0)
        }
        return found
    }
}
