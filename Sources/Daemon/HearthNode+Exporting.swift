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

    public func exportRecords(
        _ request: CommunityReference
    ) async throws(ServiceError) -> AnswerStream<ExportedRecords> {
        _ = try member
        try obey { () throws(PolicyRefusal) in try machine.policy.checkExport("hearth export") }
        let community = try await exportable(request)
        let activity = try await stored { () async throws(StorageError) in
            try await store.activity()
        }
        let questions = community.spaces.reduce(0) { $0 + (activity[$1]?.questionCount ?? 0) }
        let pages = ExportedPages(
            node: self, community: community, questions: Int64(clamping: questions))
        return AnswerStream { try await pages.next() }
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

    // MARK: Pages of records

    /// The next questions of a community with everything below them, and where to go on.
    fileprivate func exportedThreads(
        of community: CommunitySummary, after place: ListCursor?, limit: Int
    ) async throws(ServiceError) -> (threads: [QuestionThread], next: ListCursor?) {
        var filter = QuestionFilter()
        (filter.space, filter.mergedSpaces) = (community.space, community.merged.map(\.space))
        (filter.after, filter.limit) = (place, limit)
        let chosen = filter
        let found = try await stored { () async throws(StorageError) in
            try await store.threads(chosen)
        }
        return (
            try await threads(found, isOpen: false),
            found.count == limit ? found.last?.summary.cursor : nil
        )
    }

    /// The next records of a kind with those that belong to them, and where to go on.
    fileprivate func exportedItems(
        _ kind: RecordKind, of community: CommunitySummary, after place: ListCursor?, limit: Int
    ) async throws(ServiceError) -> (items: [ItemDetails], next: ListCursor?) {
        var filter = ItemFilter(kind)
        (filter.spaces, filter.after, filter.limit) = (community.spaces, place, limit)
        let chosen = filter
        let found = try await stored { () async throws(StorageError) in
            try await store.items(chosen)
        }
        var items: [ItemDetails] = []
        for item in found { items.append(try await details(of: item, isOpen: false)) }
        return (items, found.count == limit ? found.last?.cursor : nil)
    }

    fileprivate func exportedProposals(
        of community: CommunitySummary
    ) async throws(ServiceError) -> [ProposalShown] {
        try await proposals(ProposalsRequest(community: community.id.hex)).proposals
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

/// What people wrote in a community, a page at a time; each page is as of its own moment.
private actor ExportedPages {
    /// Which page comes next.
    private enum Place {
        case threads(ListCursor?)
        case items(ArraySlice<RecordKind>, ListCursor?)
        case proposals
        case end
    }

    /// The kinds of records that stand by themselves; the others stand with them.
    private static let kinds = [
        Schema.problem, Schema.story, Schema.experiment, Schema.event, Schema.valueStory,
        Schema.page, Schema.condition,
    ]
    /// Few enough that a page of long threads stays small, many enough that what is asked once a
    /// page costs little.
    private static let length = 100

    private let node: HearthNode
    private let community: CommunitySummary
    private let questions: Int64
    private var place = Place.threads(nil)

    init(node: HearthNode, community: CommunitySummary, questions: Int64) {
        self.node = node
        self.community = community
        self.questions = questions
    }

    func next() async throws -> ExportedRecords? {
        var records = ExportedRecords(questions: questions)
        switch place {
        case .threads(let cursor):
            let page = try await node.exportedThreads(
                of: community, after: cursor, limit: Self.length)
            records.threads = page.threads
            place = page.next.map { .threads($0) } ?? .items(Self.kinds[...], nil)
        case .items(let kinds, let cursor):
            guard let kind = kinds.first else {
                place = .proposals
                break
            }
            let page = try await node.exportedItems(
                kind, of: community, after: cursor, limit: Self.length)
            records.items = page.items
            place = .items(page.next == nil ? kinds.dropFirst() : kinds, page.next)
        case .proposals:
            records.proposals = try await node.exportedProposals(of: community)
            place = .end
        case .end: return nil
        }
        return records
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
