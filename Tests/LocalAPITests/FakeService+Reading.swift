import LocalProtocol

/// What is new, and reading rooms.
extension FakeService {
    func inbox(_ request: InboxRequest) async throws(ServiceError) -> Inbox {
        note("inbox", request)
        return Inbox(news: [], hasMore: false)
    }

    func markRead(_ request: ReadRequest) async throws(ServiceError) -> Inbox {
        note("markRead", request)
        return Inbox(news: [], hasMore: false)
    }

    func follow(_ request: FollowRequest) async throws(ServiceError) -> FollowedItem {
        note("follow", request)
        return FollowedItem(code: "Q-7F3KD", title: "Rattle?", isFollowed: request.follow)
    }

    func following() async throws(ServiceError) -> Following {
        note("following", Nothing())
        return Following(items: [])
    }

    func similar(_ request: SimilarRequest) async throws(ServiceError) -> SimilarItems {
        note("similar", request)
        return SimilarItems(items: [])
    }

    func catchUp(_ request: CommunityReference) async throws(ServiceError) -> CatchUp {
        note("catchUp", request)
        return CatchUp(
            community: CommunityName(id: "00", code: "C-7F3KD", name: "Bearings"), people: [],
            sections: [], tasks: [])
    }

    func whoKnows(_ request: WhoKnowsRequest) async throws(ServiceError) -> Knowers {
        note("whoKnows", request)
        return Knowers(people: [])
    }

    func setFindable(_ request: FindableRequest) async throws(ServiceError) -> Nothing {
        note("setFindable", request)
        return Nothing()
    }

    func mirror(_ request: MirrorRequest) async throws(ServiceError) -> Mirror {
        note("mirror", request)
        return Mirror(thankedBy: 0, uses: [])
    }

    func beginExport(_ request: CommunityReference) async throws(ServiceError) -> ExportHead {
        note("beginExport", request)
        return ExportHead(
            community: CommunityName(id: "00", code: "C-7F3KD", name: "Bearings"),
            workplaceName: "Plant North", workplace: "00", spaces: [], keys: [], commits: 0)
    }

    func exportRecords(
        _ request: CommunityReference
    ) async throws(ServiceError) -> AnswerStream<ExportedRecords> {
        note("exportRecords", request)
        return AnswerStream { $0.finish() }
    }

    func exportCommits(
        _ request: CommunityReference
    ) async throws(ServiceError) -> AnswerStream<ExportPiece> {
        note("exportCommits", request)
        return AnswerStream { $0.finish() }
    }

    func roomFiles(_ request: RoomReference) async throws(ServiceError) -> FileList {
        note("roomFiles", request)
        return FileList(files: [], bytes: 0)
    }

    func addRoomFile(_ request: RoomFileRequest) async throws(ServiceError) -> FileShown {
        note("addRoomFile", request)
        return try await file(FileReference(reference: request.reference))
    }

    func saveRoomFile(_ request: RoomFileRequest) async throws(ServiceError) -> FileSaved {
        note("saveRoomFile", request)
        return FileSaved(code: request.reference, path: request.path, bytes: 1)
    }

    func newRoom(_ request: NewRoomRequest) async throws(ServiceError) -> ReadingRoom {
        note("newRoom", request)
        return Self.room
    }

    func fillRoom(_ request: RoomBatch) async throws(ServiceError) -> Nothing {
        note("fillRoom", request)
        return Nothing()
    }

    func openRoom(_ request: RoomReference) async throws(ServiceError) -> ReadingRoom {
        note("openRoom", request)
        return Self.room
    }

    func rooms() async throws(ServiceError) -> ReadingRooms {
        note("rooms", Nothing())
        return ReadingRooms(rooms: [Self.room])
    }

    func removeRoom(_ request: RoomReference) async throws(ServiceError) -> ReadingRooms {
        note("removeRoom", request)
        return ReadingRooms(rooms: [])
    }

    func searchRoom(_ request: RoomSearchRequest) async throws(ServiceError) -> SearchResults {
        note("searchRoom", request)
        return SearchResults(hits: [])
    }

    func showInRoom(_ request: RoomShowRequest) async throws(ServiceError) -> QuestionThread {
        note("showInRoom", request)
        throw ServiceError(.notFound, said: "There is no such question.")
    }

    func dumpRoom(
        _ request: RoomReference
    ) async throws(ServiceError) -> AnswerStream<DumpPiece> {
        note("dumpRoom", request)
        return AnswerStream { $0.finish() }
    }

    private static let room = ReadingRoom(
        id: "00", name: "Bearings", workplace: "Plant North", questions: 0, answers: 0, commits: 0)
}
