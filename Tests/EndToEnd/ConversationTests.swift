import Foundation
import LocalProtocol
import TestKit
import Testing

/// Real daemons on several hosts with real multicast DNS.
@Suite(.serialized)
struct ConversationTests {
    @Test("six colleagues find each other, pair, and share a question")
    func sixColleagues() throws {
        guard let office = try Office(people: 6, name: "six") else { return }
        defer { office.close() }
        let capture = try Capture(lab: office.lab, file: office.folder.appendingPathComponent("c"))
        try office.open()
        let nodes = office.nodes
        try office.wait("everybody sees five peers") {
            try nodes.allSatisfy { node in
                let peers = try node.read(PeerList.self, "peers").peers
                return peers.filter { $0.state == .connected }.count == 5
            }
        }
        try nodes[0].check("community", "new", "Bearings")
        for node in nodes.dropFirst() {
            try office.wait("\(node.name) knows the community") {
                try node.read(CommunityList.self, "community", "list").communities.count == 1
            }
            try node.check("community", "join", "Bearings")
        }
        let asked = try nodes[0].read(
            Saved.self, "ask", "--new", "Seal leaks after zylophagous wash-down?", "--community",
            "Bearings",
            "--body", "Press 4, every Monday.")
        try office.wait("Ben sees the question") {
            try nodes[1].hearth("show", asked.code).status == 0
        }
        try nodes[1].check("answer", asked.code, "Bearing, not belt: quixotically regrease.")
        try nodes[2].check("thanks", asked.code, "Saved my night shift")
        let dump = try office.agree()
        #expect(dump.contains("zylophagous") && dump.contains("quixotically"))
        let thread = try nodes[5].read(Shown.self, "show", asked.code)
        #expect(thread.thread?.answers.map(\.author.name) == ["Ben"])
        try searchCapture(try capture.stop(), of: office)
    }

    /// What a switch saw holds no word, no name and no key.
    private func searchCapture(_ bytes: Data, of office: Office) throws {
        #expect(bytes.count > 50_000, "the capture is too small to mean anything")
        #expect(bytes.range(of: Data("_hearth".utf8)) != nil, "the capture misses discovery")
        let addresses = CapturedPackets(bytes).addresses
        #expect(addresses.contains([10, 77, 0, 1]) && addresses.contains([224, 0, 0, 251]))
        for address in addresses {
            #expect(CapturedPackets.isLocal(address), "\(address) is outside of the building")
        }
        #expect(!CapturedPackets.isLocal([8, 8, 8, 8]), "the search would find one")
        var secrets = ["zylophagous", "quixotically", "Bearings", "Plant North", "night shift"]
        secrets += office.nodes.map(\.name).filter { $0.count > 3 }
        for secret in secrets {
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) is in the capture")
        }
        for node in office.nodes {
            let identity = try node.read(Identity.self, "whoami")
            let keys = [identity.device.id, identity.person.id]
            for hex in keys {
                #expect(bytes.range(of: Data(hex.utf8)) == nil)
                #expect(bytes.range(of: Data(try bytesOf(hex))) == nil, "\(hex) is in the capture")
            }
        }
    }

    @Test("what is written apart is merged when the network heals")
    func faults() throws {
        guard let office = try Office(people: 4, name: "faults") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben, gus, eli) = (
            office.nodes[0], office.nodes[1], office.nodes[2], office.nodes[3]
        )
        try found("Bearings", by: ada, office)

        try office.lab.fault("cut", "h2")
        let apart = try ben.check("ask", "Asked while cut off?", "--community", "Bearings")
        #expect(!apart.isEmpty)
        try ada.check("ask", "Asked while Ben was away?", "--community", "Bearings")
        try office.lab.fault("heal", "h2")
        try office.agree(within: 90)

        try office.lab.fault("partition", "h1,h2|h3,h4")
        try ada.check("ask", "Left half?", "--community", "Bearings")
        try gus.check("ask", "Right half?", "--community", "Bearings")
        try office.agree([gus, eli])
        try office.agree([ada, ben])
        #expect(try ada.dump() != gus.dump())
        try office.lab.fault("heal-all")
        let dump = try office.agree(within: 90)
        for title in ["cut off", "was away", "Left half", "Right half"] {
            #expect(dump.contains(title))
        }

        try office.lab.fault("avahi", "h1", "kill")
        try office.wait("Ada's node notices that multicast DNS is gone") {
            try !ada.read(Status.self, "status").discovery.isAvailable
        }
        try office.lab.fault("avahi", "h1", "start")
        try office.wait("Ada's node notices that multicast DNS is back") {
            try ada.read(Status.self, "status").discovery.isAvailable
        }
        try ben.stop()
        try ben.start()
        try ben.check("ask", "After the restarts?", "--community", "Bearings")
        #expect(try office.agree(within: 60).contains("After the restarts"))
    }

    @Test("a host without multicast is reached through a static peer")
    func mutedHost() throws {
        let configuration = "[network]\nport = 7117\nstatic-peers = [\"10.77.0.1:7117\"]\n"
        let offices = try Office(
            people: 2, name: "muted",
            configurations: [1: "[network]\nport = 7117\n", 2: configuration]
        )
        guard let office = offices else { return }
        defer { office.close() }
        try office.lab.fault("mute", "h2")
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        for node in office.nodes {
            try node.start()
            try node.check("init", "--name", node.name, "--no-start")
        }
        try ada.check("workplace", "new", "Plant North")
        try office.pair(ada, with: ben, address: "10.77.0.1:7117")
        try found("Bearings", by: ada, office)
        let peers = try ben.read(PeerList.self, "peers").peers
        #expect(peers.first { $0.state == .connected }?.origin == .configured)
        try office.agree()
    }

    private func found(_ community: String, by founder: Node, _ office: Office) throws {
        try founder.check("community", "new", community)
        for node in office.nodes where node !== founder {
            try office.wait("\(node.name) knows \(community)") {
                try node.hearth("community", "join", community).status == 0
            }
        }
        try office.agree()
    }

    private func bytesOf(_ hex: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = hex[...]
        while !rest.isEmpty {
            bytes.append(try #require(UInt8(rest.prefix(2), radix: 16)))
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
