internal import Community
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Files that hang on what is in a reading room.
extension HearthNode {
    public func roomFiles(_ request: RoomReference) async throws(ServiceError) -> FileList {
        let room = try await openedRoom(request.room)
        let files = try await shelf.files(of: room)
        let store = try await shelf.store(of: room)
        let listed = try await stored { () async throws(StorageError) in
            try await store.attachedFiles()
        }
        var shown: [FileShown] = []
        for item in listed.reversed() where room.spaces.contains(item.item.space) {
            guard let file = AttachedFile(item.item) else { continue }
            shown.append(try await self.shown(file, item, in: room, files))
        }
        return FileList(files: shown, bytes: Int64(clamping: files.bytes))
    }

    public func addRoomFile(
        _ request: RoomFileRequest
    ) async throws(ServiceError) -> FileShown {
        let (room, file, item) = try await roomFile(request)
        guard request.path.hasPrefix("/") else { throw HearthNode.relative(request.path) }
        let files = try await shelf.files(of: room)
        if !files.chunks(of: file.file).isComplete {
            // Sealed with the same key, the same bytes have the same address, and no others have.
            let added = try await filed { () async throws(FileError) in
                try await HearthNode.add(request.path, file.key, limit: nil, to: files)
            }
            guard added == file.file else {
                do { try files.remove(added.address) } catch { throw error.service }
                throw ServiceError(
                    .usage,
                    "The export is not as it was written: \(item.code) is another file.",
                    hint: "Get the file again from whoever exported it.")
            }
        }
        return try await shown(file, item, in: room, files)
    }

    public func saveRoomFile(
        _ request: RoomFileRequest
    ) async throws(ServiceError) -> FileSaved {
        let (room, file, item) = try await roomFile(request)
        guard request.path.hasPrefix("/") else { throw HearthNode.relative(request.path) }
        let files = try await shelf.files(of: room)
        guard files.chunks(of: file.file).isComplete else {
            throw ServiceError(
                .notFound, "\(item.code) was not in the export.",
                hint: "Ask whoever exported it, or somebody of \(room.workplaceName).")
        }
        try await filed { () async throws(FileError) in
            try await HearthNode.write(file.file, file.key, to: request.path, from: files)
        }
        return FileSaved(
            code: item.code, path: request.path, bytes: Int64(clamping: file.file.shape.size))
    }

    private func filed<Answer: Sendable>(
        _ body: () async throws(FileError) -> Answer
    ) async throws(ServiceError) -> Answer {
        do { return try await body() } catch { throw error.service }
    }

    /// The file of a reading room that a code names.
    private func roomFile(
        _ request: RoomFileRequest
    ) async throws(ServiceError) -> (room: RoomKeys, file: AttachedFile, item: ListedItem) {
        let room = try await openedRoom(request.room)
        let store = try await shelf.store(of: room)
        let item = try await stored { () async throws(StorageError) -> ListedItem? in
            let found = try await store.find(request.reference).first {
                $0.kind == Schema.attachment.number && room.spaces.contains($0.space)
            }
            guard let found else { return nil }
            return try await store.item(found.id)
        }
        guard let item, let file = AttachedFile(item.item) else {
            throw ServiceError(
                .notFound, "There is no file \"\(request.reference)\" in \(room.name).",
                hint: "`hearth room files \(room.name)` lists them.")
        }
        return (room, file, item)
    }

    private func shown(
        _ file: AttachedFile, _ item: ListedItem, in room: RoomKeys, _ files: FileShelf
    ) async throws(ServiceError) -> FileShown {
        let here = files.chunks(of: file.file)
        let store = try await shelf.store(of: room)
        let target = try await stored { () async throws(StorageError) in
            try await store.find(file.target.hex).first?.code ?? file.target.hex
        }
        return FileShown(
            id: file.record.hex, code: item.code, name: file.name, fileName: file.fileName,
            type: file.type.isEmpty ? nil : file.type,
            bytes: Int64(clamping: file.file.shape.size), attachedTo: target,
            community: room.communityName, author: item.author.personName,
            writtenAt: Timestamp(milliseconds: item.item.written), chunks: here.limit,
            chunksHere: here.count)
    }
}
