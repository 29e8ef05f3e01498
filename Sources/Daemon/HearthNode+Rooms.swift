internal import Community
internal import Foundation
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Communities of elsewhere that are read here.
extension HearthNode {
    private static let mostSpaces = 64
    private static let mostKeys = 10_000

    public func newRoom(_ request: NewRoomRequest) async throws(ServiceError) -> ReadingRoom {
        let room = try RoomKeys(request.head, most: (HearthNode.mostSpaces, HearthNode.mostKeys))
        try await shelf.begin(room)
        return try await shown(room)
    }

    public func fillRoom(_ request: RoomBatch) async throws(ServiceError) -> Nothing {
        let room = try await room(request.room)
        guard !room.isOpen else {
            throw ServiceError(.usage, "\(room.name) has all its commits already.")
        }
        guard let space = SpaceID(hex: request.piece.space),
            space == room.workplace || room.spaces.contains(space)
        else { throw ServiceError(.usage, "The export has no such space.") }
        var runs: [Run] = []
        for text in request.piece.runs {
            guard let data = Data(base64Encoded: text), let run = try? Run.decode(data) else {
                throw ServiceError(
                    .usage, "The export is not as it was written: a run can't be read.",
                    hint: "Get the file again from whoever exported it.")
            }
            runs.append(run)
        }
        try await shelf.fill(room, space, runs)
        return Nothing()
    }

    public func openRoom(_ request: RoomReference) async throws(ServiceError) -> ReadingRoom {
        try await shown(try await shelf.open(try await room(request.room)))
    }

    public func rooms() async throws(ServiceError) -> ReadingRooms {
        var list = ReadingRooms(rooms: [])
        for room in try await shelf.rooms() where room.isOpen {
            list.rooms.append(try await shown(room))
        }
        return list
    }

    public func removeRoom(_ request: RoomReference) async throws(ServiceError) -> ReadingRooms {
        try await shelf.remove(try await room(request.room))
        return try await rooms()
    }

    public func searchRoom(
        _ request: RoomSearchRequest
    ) async throws(ServiceError) -> SearchResults {
        let room = try await openedRoom(request.room)
        let store = try await shelf.store(of: room)
        let limit = min(max(request.limit ?? 20, 1), 200)
        guard let text = request.text, !text.isEmpty else {
            var filter = QuestionFilter()
            filter.limit = limit
            let chosen = filter
            let questions = try await stored { () async throws(StorageError) in
                try await store.questions(chosen)
            }
            return SearchResults(
                hits: questions.map { question in
                    LocalProtocol.SearchHit(
                        id: question.id.hex, code: question.code, kind: .question,
                        question: question.code, title: question.title,
                        author: question.author.byline,
                        writtenAt: Timestamp(milliseconds: question.date),
                        community: room.communityName, snippet: [])
                })
        }
        var query = SearchQuery(text)
        query.limit = limit
        let chosen = query
        let result = try await stored { () async throws(StorageError) in
            try await store.search(chosen)
        }
        var shown: [LocalProtocol.SearchHit] = []
        for hit in result.hits {
            guard let kind = FoundKind(number: hit.kind) else { continue }
            let question = try await stored { () async throws(StorageError) in
                try await store.find(hit.question.hex).first?.code
            }
            shown.append(
                LocalProtocol.SearchHit(
                    id: hit.id.hex, code: hit.code,
                    kind: kind, question: question ?? hit.question.hex, title: hit.title,
                    author: hit.author.byline, writtenAt: Timestamp(milliseconds: hit.date),
                    community: room.communityName, snippet: hit.snippet.pieces))
        }
        var results = SearchResults(hits: shown)
        results.correction = result.correction
        return results
    }

    public func showInRoom(
        _ request: RoomShowRequest
    ) async throws(ServiceError) -> QuestionThread {
        let room = try await openedRoom(request.room)
        let store = try await shelf.store(of: room)
        let details = try await stored { () async throws(StorageError) -> QuestionDetails? in
            guard let question = try await store.find(request.reference).first?.question else {
                return nil
            }
            return try await store.question(question)
        }
        guard let details else {
            throw ServiceError(
                .notFound, "\(request.reference) is no question or answer of \(room.name).",
                hint: "hearth room search \(room.id) WORDS")
        }
        return details.thread(
            in: room.communityName, try await foldings(of: details, in: store), isOpen: false)
    }

    public func dumpRoom(
        _ request: RoomReference
    ) async throws(ServiceError) -> AnswerStream<DumpPiece> {
        let room = try await openedRoom(request.room)
        return try await dump(of: room.spaces.first, in: try await shelf.store(of: room))
    }

    // MARK: Parts

    /// What the community's members had folded when it was exported.
    private func foldings(
        of details: QuestionDetails, in store: Store
    ) async throws(ServiceError) -> [RecordID: Folding] {
        let space = details.summary.space
        let objections = try await stored { () async throws(StorageError) in
            try await store.objections(to: details.items, in: space)
        }
        let membership = store.directory?.community(of: space)?.membership ?? [:]
        let members = Set(membership.filter { $0.value > 0 }.keys)
        let now = clocks.wallClock
        return objections.compactMapValues { said in
            guard said.visibility(members: members, at: now) != .shown else { return nil }
            return Folding(
                cause: .flagged, people: [], reasons: [], sentence: say("hidden by its community"),
                howToRead: say("not in a reading room"))
        }
    }

    func openedRoom(_ reference: String) async throws(ServiceError) -> RoomKeys {
        let room = try await room(reference)
        guard room.isOpen else {
            throw ServiceError(
                .notFound, "\(room.name) was not imported to its end.",
                hint: "Import the file again: hearth import FILE.zip")
        }
        return room
    }

    /// The room with an id, or with a name that no other has.
    private func room(_ reference: String) async throws(ServiceError) -> RoomKeys {
        let all = try await shelf.rooms()
        if let room = all.first(where: { $0.id == reference.lowercased() }) { return room }
        let wanted = reference.lowercased()
        let found = all.filter { $0.name.lowercased().contains(wanted) }
        guard let room = found.first, !wanted.isEmpty else {
            throw ServiceError(
                .notFound, "There is no reading room called \"\(reference)\".",
                hint: "`hearth room` lists all; `hearth import FILE.zip` makes one.")
        }
        guard found.count == 1 else {
            throw ServiceError(
                .usage,
                "\"\(reference)\" can be "
                    + "\(found.map { "\($0.name) (\($0.id))" }.joined(separator: " or ")).")
        }
        return room
    }

    private func shown(_ room: RoomKeys) async throws(ServiceError) -> ReadingRoom {
        let store = try await shelf.store(of: room)
        let statistics = try await stored { () async throws(StorageError) in
            try await store.statistics()
        }.filter { room.spaces.contains($0.space) }
        return ReadingRoom(
            id: room.id, name: room.name, workplace: room.workplaceName,
            questions: statistics.reduce(0) { $0 + $1.questions },
            answers: statistics.reduce(0) { $0 + $1.answers },
            commits: Int64(clamping: room.commits))
    }
}

extension RoomKeys {
    var communityName: CommunityName {
        CommunityName(id: spaces.first?.hex ?? id, code: "", name: name)
    }

    /// Reads what an export says of itself.
    fileprivate init(
        _ head: ExportHead, most: (spaces: Int, keys: Int)
    ) throws(ServiceError) {
        let damaged = ServiceError(
            .usage, "The export is not as it was written: its head can't be read.",
            hint: "Get the file again from whoever exported it.")
        let spaces = head.spaces.compactMap { SpaceID(hex: $0) }
        guard let workplace = SpaceID(hex: head.workplace), !spaces.isEmpty,
            spaces.count == head.spaces.count, spaces.count <= most.spaces,
            head.keys.count <= most.keys, !spaces.contains(workplace)
        else { throw damaged }
        var keyrings: [SpaceID: Keyring] = [:]
        for exported in head.keys {
            guard let space = SpaceID(hex: exported.space),
                space == workplace || spaces.contains(space),
                let bytes = Hex.decode(exported.key), let key = Bytes32(bytes),
                let generation = UInt64(exactly: exported.generation), generation > 0
            else { throw damaged }
            keyrings[space, default: Keyring(space: space)].insert(
                EpochKey(space: space, generation: generation, key: key))
        }
        self.init(
            name: String(head.community.name.prefix(200)),
            workplaceName: String(head.workplaceName.prefix(200)), workplace: workplace,
            spaces: spaces, keyrings: keyrings)
    }
}
