// What members take along of a community, and reading it elsewhere.
extension Routes {
    /// Commits come in pieces of about a mebibyte, which Base64 makes larger.
    private static let pieceLimit = 8 << 20

    /// The routes of this file.
    static let exporting: [any AnyRoute] = [
        beginExport, exportRecords, exportCommits, newRoom, fillRoom, openRoom, rooms, removeRoom,
        searchRoom,
        showInRoom, dumpRoom, roomFiles, addRoomFile, saveRoomFile, backup, exportBundle,
        importBundle,
    ]

    /// `POST /v1/bundles`: write signed commits into a file.
    public static let exportBundle = Route<BundleRequest, BundleReport>(
        "exportBundle", .post, "/v1/bundles",
        "Write signed commits into a file, for colleagues whom no network reaches"
    ) { service, request throws(ServiceError) in try await service.exportBundle(request) }

    /// `POST /v1/bundles/import`: take in what is in such a file.
    public static let importBundle = Route<BundleRequest, BundleReport>(
        "importBundle", .post, "/v1/bundles/import", "Take in the commits of a bundle"
    ) { service, request throws(ServiceError) in try await service.importBundle(request) }

    /// `POST /v1/backups`: make a backup of this home.
    public static let backup = StreamRoute<BackupRequest, BackupProgress>(
        "backup", .post, "/v1/backups", "Make a sealed backup of this home, while it runs"
    ) { service, request throws(ServiceError) in try await service.backup(request) }

    /// `GET /v1/export`: what has to be known to read a community's commits again.
    public static let beginExport = Route<CommunityReference, ExportHead>(
        "beginExport", .get, "/v1/export", "The keys with which a community's commits are read"
    ) { service, request throws(ServiceError) in try await service.beginExport(request) }

    /// `GET /v1/export/records`: what people wrote in a community, some records a line.
    public static let exportRecords = StreamRoute<CommunityReference, ExportedRecords>(
        "exportRecords", .get, "/v1/export/records",
        "What people wrote in a community, some records a line"
    ) { service, request throws(ServiceError) in try await service.exportRecords(request) }

    /// `GET /v1/export/commits`: the signed commits of a community and of its workplace.
    public static let exportCommits = StreamRoute<CommunityReference, ExportPiece>(
        "exportCommits", .get, "/v1/export/commits",
        "The signed commits of a community and of its workplace"
    ) { service, request throws(ServiceError) in try await service.exportCommits(request) }

    /// `POST /v1/rooms`: begin a reading room.
    public static let newRoom = Route<NewRoomRequest, ReadingRoom>(
        "newRoom", .post, "/v1/rooms", "Begin a reading room for a community that was exported"
    ) { service, request throws(ServiceError) in try await service.newRoom(request) }

    /// `POST /v1/rooms/fill`: verify and store commits of a reading room.
    public static let fillRoom = Route<RoomBatch, Nothing>(
        "fillRoom", .post, "/v1/rooms/fill", "Verify and store commits of a reading room",
        bodyLimit: pieceLimit
    ) { service, request throws(ServiceError) in try await service.fillRoom(request) }

    /// `POST /v1/rooms/open`: all commits are there.
    public static let openRoom = Route<RoomReference, ReadingRoom>(
        "openRoom", .post, "/v1/rooms/open", "All commits of a reading room are there"
    ) { service, request throws(ServiceError) in try await service.openRoom(request) }

    /// `GET /v1/rooms`: all reading rooms.
    public static let rooms = Route<Nothing, ReadingRooms>(
        "rooms", .get, "/v1/rooms", "All reading rooms of this home"
    ) { service, _ throws(ServiceError) in try await service.rooms() }

    /// `DELETE /v1/rooms`: remove a reading room from this computer.
    public static let removeRoom = Route<RoomReference, ReadingRooms>(
        "removeRoom", .delete, "/v1/rooms", "Remove a reading room from this computer"
    ) { service, request throws(ServiceError) in try await service.removeRoom(request) }

    /// `GET /v1/rooms/search`: posts of a reading room.
    public static let searchRoom = Route<RoomSearchRequest, SearchResults>(
        "searchRoom", .get, "/v1/rooms/search", "Posts of a reading room that hold some words"
    ) { service, request throws(ServiceError) in try await service.searchRoom(request) }

    /// `GET /v1/rooms/show`: a question of a reading room with its answers.
    public static let showInRoom = Route<RoomShowRequest, QuestionThread>(
        "showInRoom", .get, "/v1/rooms/show", "A question of a reading room with its answers"
    ) { service, request throws(ServiceError) in try await service.showInRoom(request) }

    /// `GET /v1/rooms/files`: the files that hang on what is in a reading room.
    public static let roomFiles = Route<RoomReference, FileList>(
        "roomFiles", .get, "/v1/rooms/files",
        "The files that hang on what is in a reading room"
    ) { service, request throws(ServiceError) in try await service.roomFiles(request) }

    /// `POST /v1/rooms/file`: put a file into a reading room, if it is the one that was attached.
    public static let addRoomFile = Route<RoomFileRequest, FileShown>(
        "addRoomFile", .post, "/v1/rooms/file",
        "Put a file into a reading room, if it is the one that was attached"
    ) { service, request throws(ServiceError) in try await service.addRoomFile(request) }

    /// `POST /v1/rooms/file/save`: write a file of a reading room to a disk of this computer.
    public static let saveRoomFile = Route<RoomFileRequest, FileSaved>(
        "saveRoomFile", .post, "/v1/rooms/file/save",
        "Write a file of a reading room to a disk of this computer"
    ) { service, request throws(ServiceError) in try await service.saveRoomFile(request) }

    /// `GET /v1/rooms/dump`: a reading room as text that is equal to the community's own.
    public static let dumpRoom = StreamRoute<RoomReference, DumpPiece>(
        "dumpRoom", .get, "/v1/rooms/dump",
        "A reading room as text that is equal to that of the community's own replicas"
    ) { service, request throws(ServiceError) in try await service.dumpRoom(request) }
}
