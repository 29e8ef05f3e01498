internal import Community
internal import Foundation
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// What a member takes along of a community: everything, signed as it was written.
extension HearthNode {
    public func beginExport(
        _ request: CommunityReference
    ) async throws(ServiceError) -> ExportHead {
        let member = try self.member
        try obey { () throws(PolicyRefusal) in try machine.policy.checkExport("hearth export") }
        let community = try await exportable(request)
        let spaces = community.spaces
        var keys: [ExportedKey] = []
        var commits: UInt64 = 0
        for space in [member.workplace.space] + spaces {
            for key in store.keyring(of: space)?.all ?? [] {
                keys.append(
                    ExportedKey(
                        space: space.hex, generation: Int64(clamping: key.generation),
                        key: key.exposed.hex))
            }
            commits += try needs(of: space).reduce(0) { $0 + $1.length }
        }
        audit(.exported(what: "community \(community.space.hex)"))
        return ExportHead(
            community: community.communityName, workplaceName: try await workplace().name,
            workplace: member.workplace.space.hex, spaces: spaces.map(\.hex), keys: keys,
            commits: Int64(clamping: commits))
    }

    public func exportCommits(
        _ request: CommunityReference
    ) async throws(ServiceError) -> AnswerStream<ExportPiece> {
        let member = try self.member
        try obey { () throws(PolicyRefusal) in try machine.policy.checkExport("hearth export") }
        let community = try await exportable(request)
        // The community first: what ended logs stands in the workplace, and cuts them where it is
        // known.
        var parts: [CommitPieces.Part] = []
        for space in community.spaces + [member.workplace.space] {
            parts.append(
                CommitPieces.Part(
                    space: space, needs: try needs(of: space).map { (log: $0.log, from: 1) }))
        }
        let pieces = CommitPieces(store: store, parts: parts)
        return AnswerStream { try await pieces.next() }
    }

    /// A community whose words the person may read.
    private func exportable(
        _ request: CommunityReference
    ) async throws(ServiceError) -> CommunitySummary {
        let community = try await resolveCommunity(request.community)
        let member = try self.member
        for space in community.spaces {
            guard let known = member.directory.community(of: space), known.visibility != .open,
                !known.isMember(member.person)
            else { continue }
            throw ServiceError(
                .noSuchRight, "\(community.name) is read by its members only.",
                hint: "Ask one of them to let you in.")
        }
        let here = Set(store.spaces.map(\.id))
        guard community.spaces.allSatisfy(here.contains) else {
            throw ServiceError(
                .offline, "The words of \(community.name) are not on this computer.",
                hint: "Join it first: hearth community join \(community.code)")
        }
        return community
    }

    private func needs(of space: SpaceID) throws(ServiceError) -> [(log: LogID, length: UInt64)] {
        do {
            return try store.frontier(of: space).entries.map { ($0.log, $0.head.length) }
        } catch {
            throw error.service
        }
    }
}

/// The commits of some spaces, a piece at a time.
private actor CommitPieces {
    /// What is wanted of one space.
    struct Part: Sendable {
        var space: SpaceID
        var needs: [(log: LogID, from: UInt64)]
        var cursor: Int64 = 0
    }

    private static let pieceBytes = 1 << 20

    private let store: Store
    private var parts: ArraySlice<Part>

    init(store: Store, parts: [Part]) {
        self.store = store
        self.parts = parts[...]
    }

    func next() async throws -> ExportPiece? {
        while var part = parts.first {
            let loaded = try await store.runs(
                of: part.space, needs: part.needs, after: part.cursor,
                maxBytes: CommitPieces.pieceBytes, isBeyondEnds: true)
            part.cursor = loaded.cursor
            parts = parts.dropFirst()
            if !loaded.isFinal { parts = [part] + parts }
            guard !loaded.runs.isEmpty else { continue }
            return ExportPiece(
                space: part.space.hex,
                runs: loaded.runs.map { Data($0.encoded()).base64EncodedString() },
                commits: loaded.runs.reduce(0) { $0 + Int64($1.commits.count) })
        }
        return nil
    }
}
