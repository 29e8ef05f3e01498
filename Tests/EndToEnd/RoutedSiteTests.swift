import Foundation
import LocalProtocol
import TestKit
import Testing

/// Two subnets with a router between them that no multicast crosses.
@Suite(.serialized) struct RoutedSiteTests {
    private static let routed = "[network]\nhop-limit = 2\n"

    /// One side knows the other from the company's name server, and whoever is met introduces the rest.
    @Test(.timeLimit(.minutes(5))) func nameServersAndIntroductionsJoinTwoSubnets() throws {
        let searching = Self.routed + "search-domains = [\"plant.example\"]\n"
        let office = try #require(
            try Office(
                people: 4, name: "routed",
                configurations: [1: Self.routed, 2: Self.routed, 3: searching, 4: Self.routed]))
        defer { office.close() }
        let zone = try Zone(of: office)
        defer { zone.close() }
        try office.open()
        try office.nodes[0].check("community", "new", "Bearings")
        try office.wait("everybody has joined") {
            try office.nodes.dropFirst().allSatisfy {
                try $0.hearth("community", "join", "Bearings").status == 0
            }
        }
        try office.agree()
        for node in office.nodes { try node.stop() }
        try forgetAddresses(of: office)

        try office.lab.fault("subnets", "h1,h2|h3,h4")
        try zone.serve(on: "h1", for: office.nodes[2])
        for node in office.nodes { try node.start() }
        try office.wait(seconds: 60, "Gus has met Ada, whom the name server names") {
            try office.nodes[2].meets("Ada")
        }
        try office.wait(seconds: 120, "Hana's side and Ada's are introduced to each other") {
            try office.nodes[3].meets("Ben")
        }
        try office.nodes[1].check(
            "ask", "Who has the pump?", "--community", "Bearings", "--new")
        try office.agree(within: 60)
        let doctor = try office.nodes[2].check("doctor", "--json")
        #expect(doctor.contains("search-domain") && doctor.contains("name 1 address"))
    }

    private func forgetAddresses(of office: Office) throws {
        for node in office.nodes {
            let peers = node.home.appendingPathComponent("state/peers")
            if FileManager.default.fileExists(atPath: peers.path) {
                try FileManager.default.removeItem(at: peers)
            }
        }
    }
}

/// A name server of a company, on one of its hosts.
private final class Zone {
    private let office: Office
    private let folder: URL
    private var server: Background?

    init(of office: Office) throws {
        self.office = office
        folder = office.folder.appendingPathComponent("zone")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Serves a domain that names a host's node, and lets another node ask this server.
    func serve(on host: String, for asker: Node) throws {
        let address = "10.77.1.1"
        server = try Background(
            office.lab.on(
                host,
                // It closes the descriptors by which its end would be noticed, so it has a parent.
                [
                    "sh", "-c", "dnsmasq \"$@\"; exit", "sh", "--keep-in-foreground", "--no-resolv",
                    "--no-hosts", "--port=53",
                    "--listen-address=\(address)", "--bind-interfaces", "--user=root",
                    "--pid-file=",
                    "--ptr-record=_hearth._tcp.plant.example,Ada._hearth._tcp.plant.example",
                    "--srv-host=Ada._hearth._tcp.plant.example,ada.plant.example,7117",
                    "--host-record=ada.plant.example,\(address)",
                ]))
        let file = folder.appendingPathComponent("resolv.conf")
        try Data("nameserver \(address)\n".utf8).write(to: file)
        asker.prelude = [
            "sh", "-c", "mount --bind \(file.path) /etc/resolv.conf && exec \"$@\"", "sh",
        ]
    }

    func close() {
        server = nil
    }
}

extension Node {
    /// Whether it is in a session with a colleague.
    fileprivate func meets(_ name: String) throws -> Bool {
        try read(PeerList.self, "peers").peers.contains {
            $0.state == .connected && $0.person?.name == name
        }
    }
}
