import Ledger
import Sync
import TestKit
import Testing
import Wire

@Suite struct ReconciliationTests {
    /// One whole comparison, as it goes over the wire.
    struct Exchange {
        var messages: [SessionMessage] = []
        var starter: Reconciliation
        var answerer: Reconciliation

        init(_ one: Frontier, _ other: Frontier) throws {
            starter = Reconciliation(one, isStarter: true)
            answerer = Reconciliation(other, isStarter: false)
            let tag = SpaceTag(raw: Bytes8(word: 1))
            messages.append(.offer(Offer(space: tag, digest: starter.digest)))
            var ranges = try answerer.receive(offer: starter.digest)
            guard !ranges.isEmpty else {
                messages.append(.offer(Offer(space: tag, digest: answerer.digest)))
                _ = try starter.receive(offer: answerer.digest)
                return
            }
            var isStarterNext = true
            while !ranges.isEmpty {
                messages.append(.ranges(space: tag, ranges))
                ranges =
                    isStarterNext
                    ? try starter.receive(ranges) : try answerer.receive(ranges)
                isStarterNext.toggle()
            }
        }

        var bytes: Int { messages.reduce(0) { $0 + $1.encoded().count } }
    }

    @Test func bothSidesFindExactlyTheDifferences() {
        forAll(cases: 60, "both sides find the differences") { generator in
            let equal = [0, 3, 31, 40, 600, 3_000].randomElement(using: &generator) ?? 0
            let different = [0, 1, 2, 20, 90].randomElement(using: &generator) ?? 0
            let frontiers = Frontiers(equal: equal, different: different, using: &generator)
            let exchange = try Exchange(frontiers.one, frontiers.other)
            return exchange.starter.isSettled && exchange.answerer.isSettled
                && exchange.starter.differences
                    == Frontiers.differences(frontiers.one, frontiers.other)
                && exchange.answerer.differences
                    == Frontiers.differences(frontiers.other, frontiers.one)
        }
    }

    @Test func equalFrontiersTakeOneMessageEachWayHoweverLarge() throws {
        var generator = SeededGenerator(seed: 1)
        let large = Frontiers(equal: 20_000, different: 0, using: &generator)
        let exchange = try Exchange(large.one, large.other)
        #expect(exchange.messages.count == 2)
        #expect(exchange.bytes < 80, "\(exchange.bytes) bytes before encryption")
    }

    @Test func aNewcomerGetsAllEntriesInPortions() throws {
        var generator = SeededGenerator(seed: 2)
        let full = Frontiers(equal: 20_000, different: 0, using: &generator).one
        for (one, other) in [(full, Frontier()), (Frontier(), full)] {
            let exchange = try Exchange(one, other)
            #expect(exchange.starter.differences.count == 20_000)
            #expect(exchange.answerer.differences.count == 20_000)
            #expect(exchange.messages.count < 12)
            for message in exchange.messages {
                #expect(try SessionMessage.decode(message.encoded()) == message)
            }
        }
    }

    @Test func theTrafficGrowsWithTheDifferencesOnly() throws {
        var generator = SeededGenerator(seed: 3)
        let few = Frontiers(equal: 1_000, different: 1, using: &generator)
        let many = Frontiers(equal: 30_000, different: 1, using: &generator)
        let small = try Exchange(few.one, few.other)
        let large = try Exchange(many.one, many.other)
        #expect(small.bytes < 2_000, "\(small.bytes)")
        #expect(large.bytes < 3_000, "\(large.bytes)")
        #expect(large.messages.count <= 6)
    }

    // MARK: Crafted pieces (case 86)

    private func answerer(logs: Int) throws -> Reconciliation {
        var generator = SeededGenerator(seed: 4)
        let frontier = Frontiers(equal: logs, different: 0, using: &generator).one
        var answerer = Reconciliation(frontier, isStarter: false)
        _ = try answerer.receive(offer: Bytes16(Bytes(repeating: 7, count: 16)) ?? answerer.digest)
        return answerer
    }

    @Test func endlesslyDifferentFingerprintsEnd() throws {
        var answerer = try answerer(logs: 100)
        let fingerprint = try #require(Bytes16(Bytes(repeating: 9, count: 16)))
        var rounds = 0
        #expect(throws: SyncError.tooManyRounds(limit: Reconciliation.roundLimit)) {
            while rounds < 10_000 {
                rounds += 1
                _ = try answerer.receive([
                    FrontierRange(end: nil, content: .fingerprint(fingerprint))
                ])
            }
        }
        #expect(rounds <= Reconciliation.roundLimit)
    }

    @Test func manyWrongFingerprintsAreAnsweredWithinTheLimitOfAMessage() throws {
        var answerer = try answerer(logs: 50_000)
        let fingerprint = try #require(Bytes16(Bytes(repeating: 9, count: 16)))
        let count = UInt64(Limits.rangeEntries)
        let ranges = (1...count).map {
            FrontierRange(
                end: $0 == count ? nil : $0 * (UInt64.max / count),
                content: .fingerprint(fingerprint))
        }
        let answer = try answerer.receive(ranges)
        let message = SessionMessage.ranges(space: SpaceTag(raw: Bytes8(word: 1)), answer)
        #expect(try SessionMessage.decode(message.encoded()) == message)
        #expect(message.encoded().count < Limits.sessionMessageBytes / 2)
    }

    @Test func entriesOutsideTheirPieceAreRefused() throws {
        let entry = Entry(log: 500, length: 1, head: 1)
        for (ranges, error) in [
            (
                [FrontierRange(end: 400, content: .entries([entry], answer: false))],
                SyncError.misplacedEntry(log: 500)
            ),
            (
                [FrontierRange(end: 400, content: .skip), FrontierRange(end: 300, content: .skip)],
                SyncError.disorderedRanges
            ),
            (
                [
                    FrontierRange(
                        end: nil,
                        content: .entries(
                            [entry, Entry(log: 499, length: 1, head: 1)], answer: true))
                ], SyncError.misplacedEntry(log: 499)
            ),
        ] {
            var answerer = try answerer(logs: 10)
            #expect(throws: error) { try answerer.receive(ranges) }
        }
    }

    @Test func piecesOutOfTurnAreRefused() throws {
        var fresh = Reconciliation(Frontier(), isStarter: false)
        #expect(throws: SyncError.outOfTurn) {
            try fresh.receive([FrontierRange(end: nil, content: .skip)])
        }
        var settled = Reconciliation(Frontier(), isStarter: true)
        _ = try settled.receive(offer: settled.digest)
        #expect(throws: SyncError.outOfTurn) {
            try settled.receive([FrontierRange(end: nil, content: .skip)])
        }
        var starter = Reconciliation(Frontier(), isStarter: true)
        let wrong = try #require(Bytes16(Bytes(repeating: 1, count: 16)))
        #expect(throws: SyncError.offerDiffers) { try starter.receive(offer: wrong) }
    }

    @Test func anUnboundedNumberOfLogsIsRefused() throws {
        var answerer = try answerer(logs: 1)
        let fingerprint = try #require(Bytes16(Bytes(repeating: 9, count: 16)))
        var next: UInt64 = 1
        #expect(throws: SyncError.tooManyLogs(limit: Limits.frontierLogs)) {
            for _ in 0..<100 {
                let entries = (0..<8_000).map { Entry(log: next + $0, length: 1, head: 1) }
                next += 8_000
                _ = try answerer.receive([
                    FrontierRange(end: next, content: .entries(entries, answer: false)),
                    FrontierRange(end: nil, content: .fingerprint(fingerprint)),
                ])
            }
        }
    }

    @Test func randomPiecesNeverTrap() {
        forAll(cases: 300, "random pieces are answered or refused") { generator in
            var answerer = try self.answerer(logs: Int(generator.next() % 200))
            for _ in 0..<8 {
                var end: UInt64 = 0
                let ranges = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    end = end &+ generator.next() >> UInt64.random(in: 0...8, using: &generator)
                    return FrontierRange(
                        end: generator.next() % 5 == 0 ? nil : end,
                        content: Self.content(below: end, using: &generator))
                }
                do {
                    _ = try answerer.receive(ranges)
                } catch {
                    return error is SyncError
                }
            }
            return true
        }
    }

    private static func content(
        below end: UInt64, using generator: inout SeededGenerator
    ) -> FrontierRange.Content {
        switch generator.next() % 4 {
        case 0: return .skip
        case 1: return Bytes16(generator.bytes(16)).map { .fingerprint($0) } ?? .skip
        default:
            let entries = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                Entry(
                    log: generator.next() >> 1, length: generator.next(), head: generator.next())
            }
            return .entries(
                generator.next() % 2 == 0 ? entries.sorted { $0.log < $1.log } : entries,
                answer: Bool.random(using: &generator))
        }
    }
}
