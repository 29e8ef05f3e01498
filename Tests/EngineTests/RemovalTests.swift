import Engine
import Ledger
import Sync
import TestKit
import Testing
import Wire

/// A device that is out, and comes back to ask.
@Suite struct RemovalTests {
    private let log = LogID(raw: Bytes32(words: (1, 2, 3, 4)))
    private let other = LogID(raw: Bytes32(words: (9, 2, 3, 4)))

    private func frontier(_ lengths: [LogID: UInt64]) -> Frontier {
        var frontier = Frontier()
        for (log, length) in lengths {
            frontier.set(
                log: log, head: Head(length: length, hash: Bytes32(words: (length, 1, 1, 1))))
        }
        return frontier
    }

    /// A node that holds more than it may show, with a device that was put out connected to it.
    private func told(
        _ proof: [LogID: UInt64]?
    ) throws -> (stage: Stage, puppet: Puppet, ada: LocalIdentity) {
        var settings = Settings()
        settings.tellingTime = .seconds(20)
        var stage = try Stage(settings: settings)
        let ada = try stage.colleague()
        stage.handle(.spaceClosed(stage.home))
        stage.handle(.spaceOpened(stage.home, frontier([log: 7, other: 3])))
        stage.handle(.membersChanged([], removed: [ada.deviceID]))
        var puppet = try stage.connect(ada)
        try stage.say(.proof(try puppet.proof()), &puppet)
        #expect(
            stage.effects.contains {
                if case .proveRemoval(of: ada.deviceID) = $0 { true } else { false }
            })
        var puppets = [puppet]
        try stage.deliver(
            stage.handle(.removalProof(of: ada.deviceID, proof.map(frontier))), to: &puppets)
        puppet = puppets[0]
        return (stage, puppet, ada)
    }

    private func hello(_ puppet: Puppet) throws -> Hello {
        try #require(
            puppet.inbox.compactMap { if case .hello(let hello) = $0 { hello } else { nil } }.last)
    }

    @Test func itIsToldOnlyWhatShowsItThatItIsOut() throws {
        var (stage, puppet, _) = try told([log: 4])
        let hello = try hello(puppet)
        let tag = puppet.tag(of: stage.home)
        #expect(hello.spaces == [tag] && hello.addresses.isEmpty)
        try stage.say(.hello(puppet.hello([stage.home, stage.community])), &puppet)
        puppet.inbox = []
        try stage.say(.offer(Offer(space: tag, digest: Frontier().digest)), &puppet)
        guard case .ranges(_, let ranges) = try #require(puppet.inbox.last) else {
            Issue.record("the offer was answered by \(puppet.inbox)")
            return
        }
        let entries = ranges.flatMap { range -> [Entry] in
            if case .entries(let entries, answer: _) = range.content { entries } else { [] }
        }
        #expect(entries.map(\.log) == [log.prefix] && entries.map(\.length) == [4])

        // It may have the four, and not the other three, nor a log that it isn't shown.
        stage.effects = []
        try stage.say(
            .want(space: tag, [Need(log: log.prefix, from: 2), Need(log: other.prefix, from: 1)]),
            &puppet)
        #expect(
            puppet.inbox.contains(.withheld(space: tag, logs: [other.prefix], .unavailable)))
        let needs = stage.effects.flatMap { effect -> [LogNeed] in
            if case .count(_, _, let needs) = effect { needs } else { [] }
        }
        #expect(needs == [LogNeed(log: log, from: 2, through: 4)])
    }

    @Test func nothingIsTakenFromItAndNothingNewIsSaid() throws {
        var (stage, puppet, _) = try told([log: 4])
        let tag = puppet.tag(of: stage.home)
        try stage.say(.hello(puppet.hello([stage.home])), &puppet)
        let late = LogID(raw: Bytes32(words: (5, 5, 5, 5)))
        stage.effects = []
        puppet.inbox = []
        let run = Run(
            log: late, first: 1,
            commits: [Commit(epoch: EpochID(raw: Bytes8(word: 1)), content: .payload([1]))],
            signature: try #require(Bytes64(Bytes(repeating: 1, count: 64))))
        try stage.say(.chunk(Chunk(space: tag, runs: [run], isFinal: false)), &puppet)
        #expect(stage.ingests.isEmpty)
        let new = Head(length: 8, hash: Bytes32(words: (8, 1, 1, 1)))
        var puppets = [puppet]
        try stage.deliver(
            stage.handle(
                .stored(
                    Stored(
                        space: stage.home, changes: [Stored.Change(log: log, head: new)],
                        written: []))), to: &puppets)
        try stage.pass(.seconds(2), puppets: &puppets)
        #expect(!puppets[0].inbox.contains { if case .have = $0 { true } else { false } })
        #expect(!puppets[0].isClosed)
        try stage.pass(.seconds(20), puppets: &puppets)
        #expect(puppets[0].inbox.last == .bye(.deviceRevoked, detail: ""))
        #expect(puppets[0].isClosed)
    }

    @Test func itIsToldGoodbyeOnceItHasEverything() throws {
        var (stage, puppet, _) = try told([log: 4])
        let tag = puppet.tag(of: stage.home)
        try stage.say(.hello(puppet.hello([stage.home])), &puppet)
        try stage.say(
            .offer(Offer(space: tag, digest: frontier([log: 4]).digest)), &puppet)
        #expect(puppet.inbox.last == .bye(.deviceRevoked, detail: ""))
        #expect(puppet.isClosed)
    }

    // What shows the removal is looked for meanwhile: a busy computer may find it after the hello.
    @Test func nothingIsSaidBeforeTheHelloHoweverLateTheProof() throws {
        var stage = try Stage()
        let ada = try stage.colleague()
        stage.handle(.spaceClosed(stage.home))
        stage.handle(.spaceOpened(stage.home, frontier([log: 4])))
        stage.handle(.membersChanged([], removed: [ada.deviceID]))
        var puppet = try stage.connect(ada)
        try stage.say(.proof(try puppet.proof()), &puppet)
        try stage.say(.hello(puppet.hello([stage.home])), &puppet)
        #expect(puppet.inbox.count == 1, "only the proof, but \(puppet.inbox)")
        puppet.inbox = []
        var puppets = [puppet]
        try stage.deliver(
            stage.handle(.removalProof(of: ada.deviceID, frontier([log: 4]))), to: &puppets)
        guard case .hello = puppets[0].inbox.first else {
            Issue.record("the first word is no hello: \(puppets[0].inbox)")
            return
        }
        puppet = puppets[0]
        try stage.say(
            .offer(
                Offer(space: puppet.tag(of: stage.home), digest: frontier([log: 4]).digest)),
            &puppet)
        #expect(puppet.inbox.last == .bye(.deviceRevoked, detail: ""))
    }

    @Test func aProofThatNeverComesIsNoFaultOfTheOther() throws {
        var stage = try Stage()
        let ada = try stage.colleague()
        stage.handle(.membersChanged([], removed: [ada.deviceID]))
        var puppets = [try stage.greet(ada, spaces: [stage.home])]
        try stage.pass(Settings().handshakeTimeout, puppets: &puppets)
        #expect(puppets[0].inbox.last == .bye(.deviceRevoked, detail: ""))
        #expect(stage.endings == [.dismissed(.deviceRevoked)])
    }

    @Test func oneThatIsInAgainBeginsAnew() throws {
        var (stage, puppet, ada) = try told([log: 4])
        try stage.say(.hello(puppet.hello([stage.home])), &puppet)
        var puppets = [puppet]
        let member = Member(device: ada.deviceID, person: ada.person, name: "Ada")
        try stage.deliver(stage.handle(.membersChanged([member], removed: [])), to: &puppets)
        #expect(puppets[0].isClosed)
        let again = try stage.greet(ada, spaces: [stage.home, stage.community])
        #expect(try hello(again).spaces.count == 2)
    }

    // Its own user still sees what was there; colleagues get nothing but questions.
    @Test func aNodeThatIsOutItselfAsksForTheWorkplaceOnly() throws {
        var stage = try Stage()
        let ada = try stage.colleague()
        let puppet = try stage.meetMember(ada)
        var puppets = [puppet]
        try stage.deliver(stage.handle(.standingChanged(isOut: true)), to: &puppets)
        #expect(try hello(puppets[0]).spaces == [puppet.tag(of: stage.home)])
        #expect(!puppets[0].isClosed)
        let letter = Letter(id: try #require(Bytes16(Bytes(repeating: 1, count: 16))), box: [1])
        try stage.deliver(
            stage.handle(.outboxChanged([ada.deviceID: [letter]])), to: &puppets)
        #expect(!puppets[0].inbox.contains(.letter(letter)))
        try stage.deliver(stage.handle(.standingChanged(isOut: false)), to: &puppets)
        #expect(try hello(puppets[0]).spaces.count == 2)
        #expect(puppets[0].inbox.contains(.letter(letter)))
    }
}
