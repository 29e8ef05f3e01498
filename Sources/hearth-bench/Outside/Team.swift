internal import Foundation
internal import LocalProtocol

/// Some colleagues' nodes in one workplace, all members of one community.
struct Team {
    /// The name of the community.
    static let community = "Bearings"
    private static let names = ["Ada", "Ben", "Gus", "Eli", "Hana", "Dana"]

    /// The nodes; the first founded everything.
    let nodes: [HomeNode]

    /// A node on each of these hosts of a lab, finding each other by themselves.
    init(
        on hosts: [String], of lab: Lab, in folder: URL, _ surroundings: Surroundings,
        configuration: String = ""
    ) throws {
        nodes = try zip(Self.names, hosts).map { name, host in
            try HomeNode(
                name, on: .lab(lab, host), in: folder, programs: surroundings.programs,
                configuration: configuration)
        }
    }

    /// Two nodes on the loopback interface of this computer; the second dials the first.
    init(onLoopbackIn folder: URL, _ surroundings: Surroundings) throws {
        let port = try Self.freePort()
        let configurations = [
            "[network]\nport = \(port)\nloopback = true\nmulticast = false\n",
            """
            [network]
            port = 0
            loopback = true
            multicast = false
            static-peers = ["127.0.0.1:\(port)"]

            """,
        ]
        nodes = try zip(Self.names, configurations).map { name, configuration in
            try HomeNode(
                name, on: .here, in: folder, programs: surroundings.programs,
                configuration: configuration)
        }
        address = "127.0.0.1:\(port)"
    }

    private var address: String?

    /// Ends all nodes.
    func close() { for node in nodes { node.crash() } }

    /// Starts all nodes, lets the first one found a workplace with a community and invite the
    /// others, and lets these join.
    func open() async throws {
        for node in nodes {
            try await node.start()
            _ = try node.socket.call(Routes.initialize, InitializeRequest(name: node.name))
        }
        let founder = try nodes[0].socket
        _ = try founder.call(Routes.foundWorkplace, NewWorkplaceRequest(name: "Plant North"))
        for node in nodes.dropFirst() { try await pair(founder, with: node) }
        _ = try founder.call(
            Routes.createCommunity, NewCommunityRequest(name: Self.community))
        for node in nodes.dropFirst() {
            let socket = try node.socket
            try await wait(seconds: 60, "\(node.name) joins the community") {
                let reference = CommunityReference(community: Self.community)
                return (try? socket.call(Routes.joinCommunity, reference)) != nil
            }
        }
        try await settle()
    }

    /// Waits until every node is connected with all others and nobody lacks anything.
    func settle() async throws {
        try await wait(seconds: 60, "all nodes are in sync") {
            let states = try nodes.map { try $0.socket.call(Routes.status) }
            return states.allSatisfy {
                $0.isInSync && $0.connectedPeers == nodes.count - 1
                    && $0.counts.commits == states[0].counts.commits
            }
        }
    }

    private func pair(_ inviter: LocalSocket, with node: HomeNode) async throws {
        let invitation = try inviter.call(Routes.invite, InviteRequest())
        guard let code = invitation.code else { throw Failed("an invitation has no code") }
        let joiner = try node.socket
        let join = try joiner.call(Routes.join, JoinRequest(code: code, address: address))
        var agreed: Set<String> = []
        try await wait(seconds: 60, "\(node.name) is let in") {
            var joined = 0
            for (socket, id) in [(inviter, invitation.id), (joiner, join.id)] {
                let pairing = try socket.call(Routes.pairing, PairingReference(id: id))
                switch pairing.state {
                case .comparing where agreed.insert(id).inserted:
                    _ = try socket.call(
                        Routes.judgeWords, PairingVerdict(id: id, wordsMatch: true))
                case .joined: joined += 1
                case .refused, .expired, .cancelled, .failed:
                    throw Failed(
                        "\(node.name) was not let in: \(pairing.problem?.message ?? "no reason")")
                default: break
                }
            }
            return joined == 2
        }
    }

    /// A port that nobody uses at this moment.
    private static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { Foundation.close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard status == 0 else { throw Failed("no free port: \(errno)") }
        return UInt16(bigEndian: address.sin_port)
    }
}
