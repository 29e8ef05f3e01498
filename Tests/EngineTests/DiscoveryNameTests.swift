import Engine
import Keys
import TestKit
import Testing
import Wire

/// What a capture of multicast DNS tells, and what somebody can do with it; catalogue: cases 22, 23.
@Suite struct DiscoveryNameTests {
    private let near = Address(host: "10.0.0.2", port: 7117)
    private let day: Int64 = 86_400_000

    // Case 23.
    @Test func nothingOfOneDayIsSeenOnTheNext() {
        var seen: Set<String> = []
        forAll(cases: 200, "names and tags are never seen again") { generator in
            let key = SecretBytes(copying: generator.bytes(32))
            // Two days, and a start more on the second.
            for moment in [day - 1, day, day + 1] {
                let name = DiscoveryName(wallClock: moment, using: &generator)
                let tag = Hex.encode(name.tag(networkKey: key))
                guard seen.insert(name.instance).inserted, seen.insert(tag).inserted else {
                    return false
                }
            }
            return true
        }
    }

    @Test func aNameIsOfOneDayOfUTC() {
        var generator = SeededGenerator(seed: 1)
        let name = DiscoveryName(wallClock: 5 * day - 1, using: &generator)
        #expect(name.day == 4 && !name.isStale(wallClock: 4 * day))
        #expect(name.isStale(wallClock: 5 * day) && name.isStale(wallClock: 4 * day - 1))
    }

    @Test func aTagBelongsToItsNameAndItsWorkplaceOnly() {
        forAll(cases: 200, "a tag fits nothing else") { generator in
            let (key, other) = (
                SecretBytes(copying: generator.bytes(32)), SecretBytes(copying: generator.bytes(32))
            )
            let name = DiscoveryName(wallClock: 0, using: &generator)
            let next = DiscoveryName(wallClock: 0, using: &generator)
            let tag = name.tag(networkKey: key)
            return DiscoveryName.matches(instance: name.instance, tag: tag, networkKey: key)
                && !DiscoveryName.matches(instance: next.instance, tag: tag, networkKey: key)
                && !DiscoveryName.matches(instance: name.instance, tag: tag, networkKey: other)
                && !DiscoveryName.matches(
                    instance: name.instance, tag: tag.dropLast() + [], networkKey: key)
        }
    }

    // Case 22: whoever replays what a colleague announced yesterday is dialled, once in a while,
    // and gets the first message of a handshake that only a holder of the network key can go on
    // with.
    @Test func aReplayedNameBringsItsThiefNothing() throws {
        var stage = try Stage()
        var dials = 0
        var bytes = 0
        for _ in 0..<600 {
            stage.sight([near], instance: "yesterday")
            for (id, _) in stage.dials {
                dials += 1
                for (_, sent) in stage.handle(.connected(id)) { bytes += sent.count }
                for (_, sent) in stage.handle(.received(id, stage.generator.bytes(48))) {
                    bytes += sent.count
                }
                #expect(stage.closed.contains(id))
            }
            stage.effects = []
            stage.pass(.seconds(6))
        }
        #expect(dials >= 1, "it was dialled, or this proves nothing")
        #expect(dials < 300, "an hour of replays costs \(dials) dials")
        #expect(bytes <= dials * 128, "and \(bytes) bytes")
        #expect(stage.node.peers(at: stage.now).allSatisfy { $0.person == nil })
    }
}
