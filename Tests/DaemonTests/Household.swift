import Community
import Foundation
import Keys
import Ledger
import LocalProtocol
import Storage
import Testing
import Wire

@testable import Daemon

/// Nodes in one process, without a network: pairings and syncing are carried out by hand.
struct Household {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A node on an empty home.
    func node(_ name: String, configuration: String = "") async throws -> HearthNode {
        let home = folder.path + "/" + name
        try PrivateFile.makeFolder(home)
        try PrivateFile.replace(
            home + "/hearth.toml",
            with: Bytes(("[network]\nmulticast = false\nport = 0\n" + configuration).utf8))
        return try await HearthNode.open(
            testing: HomeFolders(
                configuration: home + "/hearth.toml", data: home, state: home + "/state",
                socket: home + "/s"))
    }

    /// A node whose person has founded the workplace.
    func founder(_ name: String) async throws -> HearthNode {
        let node = try await node(name)
        _ = try await node.initialize(InitializeRequest(name: name))
        _ = try await node.foundWorkplace(NewWorkplaceRequest(name: "Works"))
        return node
    }

    /// A node whose person was let in by a colleague.
    func colleague(_ name: String, of inviter: HearthNode) async throws -> HearthNode {
        let node = try await node(name)
        _ = try await node.initialize(InitializeRequest(name: name))
        let own = try #require(await node.own)
        let welcome = try await inviter.admit(
            Newcomer(founding: own.founding, name: name), nil, nil)
        _ = try await node.adopt(welcome, nil)
        try await meet([inviter, node])
        return node
    }

    /// Makes an empty home one more device of the inviter's person.
    func laptop(
        _ name: String, of inviter: HearthNode, configuration: String = ""
    ) async throws -> HearthNode {
        let node = try await node(name, configuration: configuration)
        _ = try await node.joinAsDevice(
            JoinDeviceRequest(code: "47-copper-lava", deviceName: name))
        let arriving = try #require(await node.arriving)
        let card = DeviceCard.make(device: arriving.device, agreement: arriving.agreement)
        let newcomer = Newcomer(device: card, label: name)
        let offer = try #require(try await inviter.offer(to: newcomer, .device))
        let keys = try await node.consider(offer)
        let acceptance = PairingAcceptance(
            acceptance: DeviceAcceptance.make(
                device: keys.device, for: Founding.personID(of: offer.founding),
                in: offer.workplace))
        _ = try await node.adopt(try await inviter.admit(newcomer, offer, acceptance), offer)
        try await meet([inviter, node])
        return node
    }

    /// Lets everybody have what the others have, until nothing is new.
    func meet(_ nodes: [HearthNode]) async throws {
        for _ in 0..<3 {
            for source in nodes {
                for target in nodes where target !== source { try await copy(source, target) }
            }
        }
    }

    /// Lets a node have what a colleague's node shows a device that is out.
    ///
    /// - Returns: Whether there was something to show.
    @discardableResult
    func tell(_ removed: HearthNode, by source: HearthNode) async throws -> Bool {
        let member = try #require(await removed.membership)
        let (from, into) = await (source.store, removed.store)
        guard let proof = try await from.removalProof(of: member.device) else { return false }
        let space = member.workplace.space
        let lengths = proof.entries.map { ($0.log, $0.head.length) }
        let shown = try await from.runs(
            of: space, needs: proof.entries.map { ($0.log, 1) },
            limits: Dictionary(uniqueKeysWithValues: lengths), after: 0, maxBytes: 1 << 24)
        _ = try await into.ingest(shown.runs, into: space)
        try await into.settle()
        await removed.followDirectoryOrLog()
        return true
    }

    private func copy(_ source: HearthNode, _ target: HearthNode) async throws {
        let (from, into) = await (source.store, target.store)
        for space in into.spaces.map(\.id) {
            guard let frontier = try? from.frontier(of: space) else { continue }
            let loaded = try await from.runs(
                of: space, needs: frontier.entries.map { ($0.log, 1) }, after: 0,
                maxBytes: 1 << 24)
            _ = try await into.ingest(loaded.runs, into: space)
        }
        // Readers don't wait for what comes from others.
        try await into.settle()
        await target.followDirectoryOrLog()
    }
}
