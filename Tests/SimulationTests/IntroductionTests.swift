import Engine
import Simulation
import Testing
import Wire

/// Whoever meets two colleagues brings them together.
@Suite struct IntroductionTests {
    /// Two sites that no multicast joins; one computer of the one knows an address of the other.
    @Test func oneConfiguredAddressJoinsTwoSites() throws {
        var world = World(seed: 31, people: 6)
        world.conditions.hasMulticast = false
        world.startAll()
        let sites = [[0, 1, 2], [3, 4, 5]]
        for site in sites {
            for watcher in site {
                for seen in site where seen != watcher { world.show(seen, to: watcher) }
            }
        }
        try world.write(2, in: world.workplace.home, on: 1)
        world.run(for: .seconds(30))
        #expect(world.computers[2].commitCount == 2 && world.computers[4].commitCount == 0)
        world.deliver(.staticPeers([world.computers[0].address]), to: 3)
        let time = try #require(world.run(limit: .seconds(60)) { $0.isConverged && $0.isQuiet })
        #expect(time < .seconds(15), "\(time)")
        let met = world.computers[5].node?.peers(at: world.now).first {
            $0.device == world.computers[1].colleague.member.device
        }
        #expect(met?.sources.contains(.introduced) == true)
    }

    @Test func whoeverMovesIsIntroducedAgain() throws {
        var world = World(seed: 32, people: 3)
        world.conditions.hasMulticast = false
        world.startAll()
        for number in 1..<3 {
            world.deliver(.staticPeers([world.computers[0].address]), to: number)
        }
        _ = try #require(world.run(limit: .seconds(60)) { $0.isQuiet })
        world.move(2)
        world.run(for: .seconds(60))
        _ = try #require(world.run(limit: .seconds(300)) { $0.isQuiet })
        let met = world.computers[1].node?.peers(at: world.now).first {
            $0.device == world.computers[2].colleague.member.device
        }
        #expect(met?.address?.host == world.computers[2].address.host)
    }
}
