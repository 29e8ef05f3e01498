/// What members take along of a community, and reading it elsewhere: a part of ``HearthService``.
public protocol ExportingService: Sendable {
    /// What has to be known to read a community's commits again; `noSuchRight` where the policy of
    /// the machine forbids exports.
    func beginExport(_ request: CommunityReference) async throws(ServiceError) -> ExportHead
    /// What people wrote in a community, some records at a time.
    func exportRecords(
        _ request: CommunityReference
    ) async throws(ServiceError) -> AnswerStream<ExportedRecords>
    /// The signed commits of a community and of its workplace.
    func exportCommits(
        _ request: CommunityReference
    ) async throws(ServiceError) -> AnswerStream<ExportPiece>
    /// Begins a reading room; one that is there already is refused.
    func newRoom(_ request: NewRoomRequest) async throws(ServiceError) -> ReadingRoom
    /// Verifies and stores commits of a reading room; what is not as it was signed is refused.
    func fillRoom(_ request: RoomBatch) async throws(ServiceError) -> Nothing
    /// All commits of a reading room are there.
    func openRoom(_ request: RoomReference) async throws(ServiceError) -> ReadingRoom
    /// All reading rooms of this home.
    func rooms() async throws(ServiceError) -> ReadingRooms
    /// Removes a reading room from this computer.
    func removeRoom(_ request: RoomReference) async throws(ServiceError) -> ReadingRooms
    /// Posts of a reading room that hold some words.
    func searchRoom(_ request: RoomSearchRequest) async throws(ServiceError) -> SearchResults
    /// A question of a reading room with its answers.
    func showInRoom(_ request: RoomShowRequest) async throws(ServiceError) -> QuestionThread
    /// The files that hang on what is in a reading room, the newest first.
    func roomFiles(_ request: RoomReference) async throws(ServiceError) -> FileList
    /// Puts a file into a reading room; `usage` if it isn't the one that was attached.
    func addRoomFile(_ request: RoomFileRequest) async throws(ServiceError) -> FileShown
    /// Writes a file of a reading room to the disk; nothing may be there.
    func saveRoomFile(_ request: RoomFileRequest) async throws(ServiceError) -> FileSaved
    /// A reading room as text that is equal to that of the community's own replicas.
    func dumpRoom(_ request: RoomReference) async throws(ServiceError) -> AnswerStream<DumpPiece>
}
