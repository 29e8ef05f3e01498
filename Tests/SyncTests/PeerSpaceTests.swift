import Ledger
import Sync
import TestKit
import Testing
import Wire

@Suite struct PeerSpaceTests {
    /// Two replicas that change at random while they compare and tell each other, with messages
    /// under way in both directions: what each believes of the other must be true in the end.
    @Test func beliefsStayTrueWhileBothSidesChange() {
        forAll(cases: 80, "beliefs are true") { generator in
            var pair = Pair(using: &generator)
            for _ in 0..<60 { try pair.act(using: &generator) }
            try pair.settle()
            return pair.isTruthful
        }
    }

    /// Two replicas and what is under way between them.
    struct Pair {
        enum Parcel {
            case offer(Bytes16)
            case ranges([FrontierRange])
            case have([Entry])
        }

        var frontiers: [Frontier]
        var views = [PeerSpace(), PeerSpace()]
        var inboxes: [[Parcel]] = [[], []]
        var logs: [LogID]

        init(using generator: inout SeededGenerator) {
            let start = Frontiers(
                equal: Int(generator.next() % 60), different: 10, using: &generator)
            frontiers = [start.one, start.other]
            logs = (start.one.entries + start.other.entries).map(\.log)
            inboxes[1].append(.offer(views[0].offer(frontiers[0])))
        }

        mutating func act(using generator: inout SeededGenerator) throws {
            let side = Int(generator.next() % 2)
            switch generator.next() % 4 {
            case 0: grow(side, using: &generator)
            case 1: announce(side)
            default: try receive(side)
            }
        }

        private mutating func grow(_ side: Int, using generator: inout SeededGenerator) {
            let log = logs.randomElement(using: &generator) ?? Frontiers.log(using: &generator)
            let old = frontiers[side].entry(of: log.prefix)
            // Lengths determine heads, so that nothing is a fork.
            let length = old.length + 1 + generator.next() % 5
            let hash = Bytes32(words: (length &* 0x9E37_79B9, 1, 2, log.prefix))
            frontiers[side].set(log: log, head: Head(length: length, hash: hash))
            views[side].changed(
                log.prefix, from: old, to: frontiers[side].entry(of: log.prefix))
        }

        mutating func announce(_ side: Int) {
            for entries in views[side].announcements(frontiers[side]) {
                inboxes[1 - side].append(.have(entries))
            }
        }

        mutating func receive(_ side: Int) throws {
            guard !inboxes[side].isEmpty else { return }
            switch inboxes[side].removeFirst() {
            case .offer(let digest):
                switch try views[side].receive(offer: digest, frontier: frontiers[side]) {
                case .offer(let own): inboxes[1 - side].append(.offer(own))
                case .ranges(let ranges): inboxes[1 - side].append(.ranges(ranges))
                case .nothing: break
                }
            case .ranges(let ranges):
                let answer = try views[side].receive(ranges, frontier: frontiers[side])
                if !answer.isEmpty { inboxes[1 - side].append(.ranges(answer)) }
            case .have(let entries):
                try views[side].receive(have: entries, frontier: frontiers[side])
            }
        }

        mutating func settle() throws {
            for _ in 0..<200 {
                for side in 0...1 {
                    announce(side)
                    try receive(side)
                }
            }
        }

        var isTruthful: Bool {
            (0...1).allSatisfy { side in
                views[side].isSettled
                    && views[side].remote
                        == Frontiers.differences(frontiers[side], frontiers[1 - side])
            }
        }
    }

    private func settled(_ own: Frontier, _ peer: Frontier) throws -> PeerSpace {
        var view = PeerSpace()
        var other = PeerSpace()
        let offer = view.offer(own)
        switch try other.receive(offer: offer, frontier: peer) {
        case .offer(let digest): _ = try view.receive(offer: digest, frontier: own)
        case .ranges(var ranges):
            var isOwnTurn = true
            while !ranges.isEmpty {
                ranges =
                    isOwnTurn
                    ? try view.receive(ranges, frontier: own)
                    : try other.receive(ranges, frontier: peer)
                isOwnTurn.toggle()
            }
        case .nothing: break
        }
        return view
    }

    private func head(_ length: UInt64, _ word: UInt64 = 5) -> Head {
        Head(length: length, hash: Bytes32(words: (word &+ length, 1, 2, 3)))
    }

    private let log = LogID(raw: Bytes32(words: (77, 0, 0, 1)))

    @Test func aForkIsSeenAndNotAskedFor() throws {
        var own = Frontier()
        own.set(log: log, head: head(4, 100))
        var peer = Frontier()
        peer.set(log: log, head: head(4, 900))
        let view = try settled(own, peer)
        #expect(view.forks(own) == [77])
        #expect(view.missing(own).isEmpty)
        #expect(!view.isInSync)
    }

    @Test func whatIsMissingIsCountedBothWays() throws {
        var own = Frontier()
        own.set(log: log, head: head(4))
        var peer = own
        peer.set(log: log, head: head(9))
        let view = try settled(own, peer)
        #expect(view.weLack(own) == 5)
        #expect(view.theyLack(own) == 0)
        #expect(view.missing(own) == [PeerSpace.Missing(log: 77, from: 5, through: 9)])
        let reverse = try settled(peer, own)
        #expect(reverse.theyLack(peer) == 5)
        #expect(reverse.missing(peer).isEmpty)
    }

    @Test func aRefusedLogIsAskedForAgainOnlyWhenThePeerHasMore() throws {
        let own = Frontier()
        var peer = Frontier()
        peer.set(log: log, head: head(3))
        var view = try settled(own, peer)
        view.refuse(77, .undelivered)
        #expect(view.missing(own).isEmpty)
        try view.receive(have: [Entry(log: 77, length: 3, head: 8)], frontier: own)
        #expect(view.missing(own).isEmpty)
        try view.receive(have: [Entry(log: 77, length: 4, head: 9)], frontier: own)
        #expect(view.missing(own).map(\.through) == [4])
        view.refuse(77, .contradiction)
        try view.receive(have: [Entry(log: 77, length: 5, head: 9)], frontier: own)
        view.forgetRefusals()
        #expect(view.missing(own).isEmpty)
    }

    @Test func aPushedRunNeedsNoAnnouncementAndMayBeFollowedByTheNext() throws {
        var own = Frontier()
        own.set(log: log, head: head(1))
        var view = try settled(own, own)
        let old = own.entry(of: 77)
        own.set(log: log, head: head(2))
        view.changed(77, from: old, to: own.entry(of: 77))
        #expect(view.isUpToDate(with: old, frontier: own))
        view.isSending(77, upTo: 2, frontier: own)
        #expect(!view.hasAnnouncements)
        #expect(view.isUpToDate(with: own.entry(of: 77), frontier: own))
        #expect(!view.isInSync, "it isn't acknowledged yet")
        try view.receive(have: [own.entry(of: 77)], frontier: own)
        #expect(view.isInSync)
    }

    @Test func extremeLengthsDoNotOverflow() throws {
        var view = try settled(Frontier(), Frontier())
        try view.receive(
            have: (1...4).map { Entry(log: $0, length: .max, head: 1) }, frontier: Frontier())
        #expect(view.weLack(Frontier()) == .max)
        #expect(view.missing(Frontier()).count == 4)
    }
}
