import Engine
import Keys
import Ledger
import Sync
import TestKit
import Testing
import Wire

/// What peers say about neighbours and trees, and how much of it is borne.
@Suite struct GossipTests {
    /// A node that sees a building of fourteen others, and a colleague who understands gossip.
    private func crowd(_ settings: Settings = Settings()) throws -> (Stage, Puppet) {
        var stage = try Stage(settings: settings)
        var puppet = try meet(&stage, try stage.colleague())
        for number in 0..<14 {
            stage.sight([Address(host: "10.1.0.\(number)", port: 7117)], instance: "name\(number)")
        }
        stage.pass(.seconds(5))
        puppet.inbox = []
        stage.effects = []
        return (stage, puppet)
    }

    private func meet(
        _ stage: inout Stage, _ identity: LocalIdentity, isNew: Bool = false
    ) throws -> Puppet {
        let own = stage.identity
        stage.handle(
            .membersChanged(
                [identity, own].map {
                    Member(device: $0.deviceID, person: $0.person, name: "Ada")
                }, removed: []))
        var puppet = try stage.connect(identity)
        try stage.say(.proof(try puppet.proof()), &puppet)
        var hello = puppet.hello([stage.home, stage.community])
        hello.capabilities = [LiveMessage.capability]
        try stage.say(.hello(hello), &puppet)
        for space in [stage.home, stage.community] {
            try stage.say(
                .offer(Offer(space: puppet.tag(of: space), digest: Frontier().digest)), &puppet)
        }
        return puppet
    }

    private func runs(
        _ stage: inout Stage
    ) throws -> (runs: [Run], log: LogID, head: Head) {
        var writer = LogWriter(space: stage.home, key: .generate(using: &stage.generator))
        let keyring = Keyring(
            space: stage.home,
            [EpochKey.generate(space: stage.home, generation: 1, using: &stage.generator)])
        let bodies = (0..<1).map {
            CommitBody(
                lamport: UInt64($0) + 1, wallClock: 0,
                operations: [
                    .binding(
                        LogBinding.make(
                            space: writer.space, log: writer.log, person: stage.identity.person,
                            device: stage.identity.device))
                ])
        }
        let runs = try writer.append(bodies, keyring: keyring, using: &stage.generator)
        return (runs, writer.log, writer.head)
    }

    @Test func inABuildingOnlySomeAreKept() throws {
        let (stage, _) = try crowd()
        let reports = stage.node.peers(at: stage.now)
        let kept = reports.filter(\.isNeighbour)
        #expect(reports.count == 15)
        #expect((4...8).contains(kept.count), "\(kept.count)")
    }

    @Test func aFewAreAllKept() throws {
        var stage = try Stage()
        for number in 0..<12 {
            stage.sight([Address(host: "10.1.0.\(number)", port: 7117)], instance: "name\(number)")
        }
        stage.pass(.seconds(2))
        let kept = stage.node.peers(at: stage.now).filter(\.isNeighbour)
        #expect(kept.count == 12)
        #expect(stage.dials.count >= 12)
    }

    /// What comes twice is pruned once; whoever goes on pushing is of no use.
    @Test func aSecondCopyPrunesTheLink() throws {
        var (stage, puppet) = try crowd()
        let tag = puppet.tag(of: stage.home)
        let (runs, log, head) = try runs(&stage)
        let push = SessionMessage.chunk(
            Chunk(space: tag, runs: runs, isFinal: false, hops: 2))
        try stage.say(push, &puppet)
        let token = try #require(stage.ingests.first?.token)
        stage.handle(
            .stored(
                Stored(
                    space: stage.home, changes: [Stored.Change(log: log, head: head)],
                    token: token)))
        try stage.say(push, &puppet)
        #expect(puppet.inbox.filter { $0 == .live(.prune(space: tag)) }.count == 1)
        for _ in 0..<64 { try stage.say(push, &puppet) }
        #expect(!puppet.isClosed)
        try stage.say(push, &puppet)
        #expect(stage.endings == [.violation(.useless(65))])
    }

    /// What is announced may come by itself; if it doesn't, the link that announced it is grafted.
    @Test func whatIsOnlyAnnouncedIsGraftedAfterAMoment() throws {
        var (stage, puppet) = try crowd()
        let tag = puppet.tag(of: stage.home)
        try stage.say(.live(.prune(space: tag)), &puppet)
        let (_, log, head) = try runs(&stage)
        try stage.say(
            .have(space: tag, [Entry(log: log, head: head)], hops: 3), &puppet)
        #expect(puppet.inbox.isEmpty, "it may be on its way")
        var puppets = [puppet]
        try stage.pass(.milliseconds(100), puppets: &puppets)
        let asked = puppets[0].inbox.filter {
            if case .live(.neighbour) = $0 { false } else { true }
        }
        #expect(
            asked == [
                .live(.graft(space: tag)), .want(space: tag, [Need(log: log.prefix, from: 1)]),
            ])
    }

    @Test func graftsAndPrunesWithoutEndEndTheSession() throws {
        var (stage, puppet) = try crowd()
        let tag = puppet.tag(of: stage.home)
        for _ in 0..<64 {
            try stage.say(.live(.prune(space: tag)), &puppet)
            try stage.say(.live(.graft(space: tag)), &puppet)
        }
        #expect(!puppet.isClosed)
        try stage.say(.live(.prune(space: tag)), &puppet)
        #expect(stage.endings == [.violation(.useless(65))])
    }

    @Test func announcementsOfWhatDoesNotExistEndTheSession() throws {
        var (stage, puppet) = try crowd()
        let tag = puppet.tag(of: stage.home)
        var puppets = [puppet]
        var length: UInt64 = 0
        while !puppets[0].isClosed, length < 200 {
            length += 1
            let entry = Entry(log: 77, length: length, head: 5)
            try stage.deliver(
                stage.handle(
                    .received(puppet.connection, try puppets[0].seal(.have(space: tag, [entry])))),
                to: &puppets)
            try stage.pass(.milliseconds(100), puppets: &puppets)
            for answer in [
                SessionMessage.serving(space: tag, commits: 0, bytes: 0),
                .chunk(Chunk(space: tag, runs: [], isFinal: true)),
            ] where !puppets[0].isClosed {
                let bytes = try puppets[0].seal(answer)
                try stage.deliver(
                    stage.handle(.received(puppet.connection, bytes)), to: &puppets)
            }
        }
        puppet = puppets[0]
        #expect(stage.endings.contains(.violation(.useless(65))), "after \(length)")
    }

    /// Whoever announces and doesn't give holds nothing up for longer than a request may take.
    @Test func whoeverRefusesToGiveIsPassedOver() throws {
        var (stage, liar) = try crowd()
        var friend = try meet(&stage, try stage.colleague())
        let (runs, log, head) = try runs(&stage)
        var puppets = [liar]
        let have = { (tag: SpaceTag) in
            SessionMessage.have(space: tag, [Entry(log: log, head: head)], hops: 1)
        }
        try stage.say(have(liar.tag(of: stage.home)), &liar)
        puppets = [liar, friend]
        try stage.pass(.milliseconds(200), puppets: &puppets)
        friend = puppets[1]
        let tag = friend.tag(of: stage.home)
        // A push from somebody else isn't kept waiting at all.
        try stage.say(
            .chunk(Chunk(space: tag, runs: runs, isFinal: false, hops: 4)), &friend)
        #expect(stage.ingests.count == 1)
    }

    @Test func newsFromStrangersIsOfNoUse() throws {
        var stage = try Stage()
        let own = Member(
            device: stage.identity.deviceID, person: stage.identity.person, name: "Me")
        stage.handle(.membersChanged([own], removed: []))
        var puppet = try stage.greet(try stage.colleague(), spaces: [stage.home])
        for _ in 0..<64 {
            try stage.say(
                .live(.acquaintances([Acquaintance(device: 1, instance: "name3")])), &puppet)
        }
        #expect(!puppet.isClosed)
        try stage.say(.live(.neighbour(isWanted: false)), &puppet)
        #expect(stage.endings == [.violation(.useless(65))])
    }

    /// Above the bound a newcomer that isn't a neighbour is sent on, with names of others.
    @Test func whoeverComesWhenThereAreEnoughIsSentOn() throws {
        var settings = Settings()
        settings.neighbourSessions = 2
        var (stage, first) = try crowd(settings)
        var members = [first.identity]
        var sentOn = 0
        for _ in 0..<8 {
            let identity = try stage.colleague()
            members.append(identity)
            stage.handle(
                .membersChanged(
                    (members + [stage.identity]).map {
                        Member(device: $0.deviceID, person: $0.person, name: "Ada")
                    }, removed: []))
            var puppet = try stage.connect(identity)
            try stage.say(.proof(try puppet.proof()), &puppet)
            var hello = puppet.hello([stage.home], addresses: ["10.2.0.9:7117"])
            hello.capabilities = [LiveMessage.capability]
            try stage.say(.hello(hello), &puppet)
            if puppet.inbox.contains(.bye(.crowded, detail: "")) {
                sentOn += 1
                #expect(puppet.isClosed)
            }
        }
        #expect(sentOn >= 4, "\(sentOn)")
        first.inbox = []
    }
}
