import Engine
import TestKit
import Testing
import Wire

/// Colleagues whom a peer introduces.
@Suite struct IntroductionTests {
    private let place = Address(host: "10.5.0.9", port: 7117)

    @Test func anIntroducedMemberIsDialled() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        let gus = try stage.colleague(isSmaller: false)
        var puppet = try stage.meetMember(ben)
        stage.handle(.membersChanged([member(ben), member(gus)], removed: []))
        stage.effects = []
        try stage.say(
            .live(.acquaintances([told(gus, ["\(place)"])])), &puppet)
        #expect(stage.dials.map(\.1) == [place])
    }

    /// Both learn of each other at the same time: one of them waits for the other's dial.
    @Test func theLargerDeviceWaitsForTheOthersDial() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        let gus = try stage.colleague(isSmaller: true)
        var puppet = try stage.meetMember(ben)
        stage.handle(.membersChanged([member(ben), member(gus)], removed: []))
        stage.effects = []
        try stage.say(
            .live(.acquaintances([told(gus, ["\(place)"])])), &puppet)
        #expect(stage.dials.isEmpty)
        var puppets = [puppet]
        try stage.pass(.seconds(3), puppets: &puppets)
        #expect(stage.dials.map(\.1) == [place])
    }

    @Test func strangersOneselfAndPlacesOfAnotherLinkAreNotDialled() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        let gus = try stage.colleague()
        let stranger = try stage.colleague()
        var puppet = try stage.meetMember(ben)
        stage.handle(.membersChanged([member(ben), member(gus)], removed: []))
        stage.effects = []
        try stage.say(
            .live(
                .acquaintances([
                    told(stranger, ["\(place)"]), told(stage.identity, ["\(place)"]),
                    told(gus, ["[fe80::9]:7117", "10.0.0.1:7117"]),
                ])), &puppet)
        var puppets = [puppet]
        try stage.pass(.seconds(10), puppets: &puppets)
        #expect(!stage.dials.contains { $0.1 == place || $0.1.host.hasPrefix("fe80") })
        #expect(!stage.dials.contains { $0.1.host == "10.0.0.1" }, "its own address")
    }

    /// Whoever isn't a member can't have this node dial places, and nobody without end.
    @Test func introductionsWithoutEndEndTheSession() throws {
        var settings = Settings()
        settings.acquaintancesPerSession = 32
        var stage = try Stage(settings: settings)
        let ben = try stage.colleague()
        let gus = try stage.colleague()
        var puppet = try stage.meetMember(ben)
        let many = (0..<32).map { number in
            told(gus, ["10.5.0.\(number + 1):7117"])
        }
        for _ in 0...settings.patience { try stage.say(.live(.acquaintances(many)), &puppet) }
        #expect(stage.closed.isEmpty)
        for _ in 0..<2 { try stage.say(.live(.acquaintances(many)), &puppet) }
        #expect(!stage.closed.isEmpty)
    }

    @Test func aPeerIsToldOnceWhereTheOthersAre() throws {
        var stage = try Stage()
        let ben = try stage.colleague()
        let gus = try stage.colleague()
        stage.handle(.membersChanged([member(ben), member(gus)], removed: []))
        var puppets = [
            try stage.greet(ben, spaces: [stage.home]), try stage.greet(gus, spaces: [stage.home]),
        ]
        for _ in 0..<3 {
            for index in puppets.indices {
                var hello = puppets[index].hello(
                    [stage.home], addresses: ["10.0.0.\(index + 6):7117", "[fe80::7%eth0]:7117"])
                hello.capabilities = [LiveMessage.capability]
                let bytes = try puppets[index].seal(.hello(hello))
                try stage.deliver(
                    stage.handle(.received(puppets[index].connection, bytes)), to: &puppets)
            }
            try stage.pass(.seconds(3), puppets: &puppets)
        }
        let heard = puppets[0].inbox.flatMap { message -> [Acquaintance] in
            if case .live(.acquaintances(let list)) = message { list } else { [] }
        }
        #expect(heard.map(\.device) == [gus.deviceID.raw.prefix])
        #expect(heard.first?.addresses.contains("10.0.0.7:7117") == true)
        #expect(heard.allSatisfy { $0.addresses.allSatisfy { !$0.contains("fe80") } })
    }

    private func told(_ identity: LocalIdentity, _ addresses: [String]) -> Acquaintance {
        Acquaintance(device: identity.deviceID.raw.prefix, instance: "", addresses: addresses)
    }

    private func member(_ identity: LocalIdentity) -> Member {
        Member(device: identity.deviceID, person: identity.person, name: "Colleague")
    }
}
