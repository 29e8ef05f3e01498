import Community
import Foundation
import Ledger
import LocalProtocol
import Storage
import Wire

@testable import Daemon

/// Nodes of one workplace that never meet on a network: what they wrote is carried between them.
struct Plant {
    private let folders: [TemporaryFolder]
    let nodes: [HearthNode]

    /// Opens a node for each name; the first founds the workplace and lets the others in.
    ///
    /// - Parameter kiosks: Those of them that are shared terminals.
    init(_ names: [String], kiosks: Set<String> = []) async throws {
        var folders: [TemporaryFolder] = []
        var nodes: [HearthNode] = []
        for name in names {
            let folder = try TemporaryFolder()
            let home = HomeFolders(
                configuration: folder.path + "/hearth.toml", data: folder.path + "/data",
                state: folder.path + "/state", socket: folder.path + "/run/hearth.sock")
            let node = try await HearthNode.open(testing: home)
            _ = try await node.initialize(
                InitializeRequest(
                    name: name, deviceName: name, isKiosk: kiosks.contains(name) ? true : nil))
            folders.append(folder)
            nodes.append(node)
        }
        self.folders = folders
        self.nodes = nodes
        _ = try await nodes[0].foundWorkplace(NewWorkplaceRequest(name: "Plant North"))
        for (name, node) in zip(names, nodes).dropFirst() {
            guard let founding = await node.own?.founding else { continue }
            let welcome = try await nodes[0].admit(
                Newcomer(founding: founding, name: name), nil, nil)
            _ = try await node.adopt(welcome, nil)
        }
        try await sync()
    }

    /// Carries everything between the nodes named, or between all.
    func sync(_ chosen: [Int]? = nil) async throws {
        let chosen = chosen ?? Array(nodes.indices)
        // The second time for spaces that were opened during the first.
        for _ in 0..<2 {
            for from in chosen {
                for to in chosen where to != from { try await carry(from, to) }
            }
        }
    }

    private func carry(_ from: Int, _ to: Int) async throws {
        let source = await nodes[from].store
        let target = await nodes[to].store
        for (space, _) in target.spaces where source.spaces.contains(where: { $0.id == space }) {
            let known = try target.frontier(of: space)
            let needs = try source.frontier(of: space).entries.compactMap { entry in
                let length = known[entry.log]?.length ?? 0
                return length < entry.head.length ? (log: entry.log, from: length + 1) : nil
            }
            guard !needs.isEmpty else { continue }
            var cursor: Int64 = 0
            while true {
                let piece = try await source.runs(
                    of: space, needs: needs, after: cursor, maxBytes: 1_000_000)
                _ = try await target.ingest(piece.runs, into: space)
                cursor = piece.cursor
                if piece.isFinal { break }
            }
        }
        try await target.settle()
        try await nodes[to].followDirectory()
    }

    /// Founds a community with the first of these nodes; the others join.
    func community(_ name: String, _ members: [Int]) async throws -> String {
        guard let first = members.first else { return "" }
        let saved = try await nodes[first].createCommunity(NewCommunityRequest(name: name))
        try await sync()
        for member in members.dropFirst() {
            _ = try await nodes[member].joinCommunity(
                CommunityReference(community: saved.community.code))
        }
        try await sync()
        return saved.community.code
    }

    /// Writes a proposal whose window is over, as if some days had passed.
    func pastProposal(
        by node: Int, in community: String, _ request: ProposeRequest
    ) async throws -> String {
        let author = nodes[node]
        let summary = try await author.resolveCommunity(community)
        var draft = try await author.draft(of: request, in: summary)
        let now = await author.clocks.wallClock
        let shift = draft.terms.closes - now + 1_000
        draft.terms.closes -= shift
        draft.terms.until = draft.terms.until.map { $0 - shift }
        draft.terms.sunset = draft.terms.sunset.map { $0 - shift }
        let outcome = try await author.write(
            [try Compose.proposal(draft.text, draft.terms)], to: summary.space)
        return outcome.records.first?.first?.hex ?? ""
    }
}
