internal import Community
internal import Engine
internal import Foundation
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Files that hang on what was written, as people ask for them.
extension HearthNode {
    public func attach(_ request: AttachRequest) async throws(ServiceError) -> FileAttached {
        // A file with the asker's name on it would tell whose a question without one is.
        let token = try await writer(of: request.reference)
        return try await asking(as: token) { () async throws(ServiceError) in
            try await attachOwn(request)
        }
    }

    private func attachOwn(_ request: AttachRequest) async throws(ServiceError) -> FileAttached {
        let member = try self.member
        let target = try await resolve(request.reference, kinds: Schema.attachable)
        if target.space != member.workplace.space {
            try await checkPosting(in: try await home(of: target))
        }
        try checkRoom(in: target.space, of: member)
        try checkRoomForFiles()
        let path = try attachablePath(request.path)
        let key = SecretBytes(random: 32, using: &generator)
        let limit = machine.policy.attachmentSize.map { UInt64(clamping: $0) }
        let file = try await filed(path) { [files] () async throws(FileError) in
            try await HearthNode.add(path, key, limit: limit, to: files)
        }
        let called = Compose.cleaned(
            request.name ?? URL(fileURLWithPath: path).lastPathComponent,
            for: Schema.attachment.field(named: "name") ?? Schema.attachment.fields[1])
        let operation = try composed { () throws(CommunityError) in
            try Compose.attachment(
                to: target.id, name: called.isEmpty ? "file" : called,
                type: MediaTypes.type(of: called),
                media: MediaTypes.facts(of: path), file: file, key: key)
        }
        let outcome = try await write([[operation]], to: target.space)
        guard let record = outcome.records.first?.first else {
            throw ServiceError(.internal, "The file was attached but its record has no name.")
        }
        fileWishes.named[file.address, default: []].insert(record)
        followFilesSoon()
        let attached = try await attachedFile(record.hex)
        tell(
            .posted, Sentence("You attached \(attached.code) to \(target.code)."),
            code: attached.code)
        return FileAttached(
            file: try await shown(attached.file, attached.code, written: attached.written),
            durability: await durability(in: target.space))
    }

    public func attachedFiles() async throws(ServiceError) -> FileList {
        _ = try member
        let listed = try await stored { () async throws(StorageError) in
            try await store.attachedFiles()
        }
        var shown: [FileShown] = []
        var named: Set<AttachmentAddress> = []
        for item in listed.reversed() {
            guard let file = AttachedFile(item.item) else { continue }
            named.insert(file.file.address)
            shown.append(try await self.shown(file, item.code, written: item.item.written))
        }
        let unnamed = files.kept.filter { !named.contains($0.id.address) }.count
        return FileList(files: shown, bytes: Int64(clamping: files.bytes), unnamed: unnamed)
    }

    public func file(_ request: FileReference) async throws(ServiceError) -> FileShown {
        let found = try await attachedFile(request.reference)
        return try await shown(found.file, found.code, written: found.written)
    }

    public func fetchFile(_ request: FileReference) async throws(ServiceError) -> FileShown {
        let found = try await attachedFile(request.reference)
        let file = found.file.file
        if !files.chunks(of: file).isComplete {
            try checkRoomForFiles()
            let isNew = fileWishes.asked[file.address] == nil
            fileWishes.asked[file.address] = clocks.now + FileWishList.patience
            if isNew { await followFileRecords() }
        }
        return try await shown(found.file, found.code, written: found.written)
    }

    public func saveFile(_ request: SaveFileRequest) async throws(ServiceError) -> FileSaved {
        let found = try await attachedFile(request.reference)
        let file = found.file.file
        guard request.path.hasPrefix("/") else { throw HearthNode.relative(request.path) }
        guard files.chunks(of: file).isComplete else {
            throw ServiceError(
                .offline, "\(found.code) is not here yet.", hint: "hearth fetch \(found.code)")
        }
        let key = found.file.key
        do {
            try await filed(request.path) { [files] () async throws(FileError) in
                try await HearthNode.write(file, key, to: request.path, from: files)
            }
        } catch {
            // A chunk may turn out to be damaged: then it is fetched again.
            followFilesSoon()
            throw error
        }
        return FileSaved(
            code: found.code, path: request.path, bytes: Int64(clamping: file.shape.size))
    }

    // MARK: The disk

    /// Seals a file beside what else the node does: it may be large.
    static func add(
        _ path: String, _ key: SecretBytes, limit: UInt64?, to files: FileShelf
    ) async throws(FileError) -> AttachmentID {
        try files.add(path, key: key, limit: limit ?? Limits.attachmentBytes)
    }

    /// Writes a file out beside what else the node does.
    static func write(
        _ file: AttachmentID, _ key: SecretBytes, to path: String, from files: FileShelf
    ) async throws(FileError) {
        try files.write(file, key: key, to: path)
    }

    static func relative(_ path: String) -> ServiceError {
        ServiceError(.usage, "\"\(path)\" is no absolute path.", hint: "Begin it with a slash.")
    }

    /// The path of a file that may be attached: keys and words of this home are none of them.
    private func attachablePath(_ path: String) throws(ServiceError) -> String {
        guard path.hasPrefix("/") else { throw HearthNode.relative(path) }
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        for folder in [home.data, home.state, home.configuration] {
            let own = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
            guard resolved != own, !resolved.hasPrefix(own + "/") else {
                throw ServiceError(
                    .usage, "\(path) is a file of Hearth itself.",
                    hint: "Keys and databases are never attached.")
            }
        }
        return path
    }

    private func checkRoomForFiles() throws(ServiceError) {
        guard !hasRoomForFiles() else { return }
        try obey { () throws(PolicyRefusal) in
            throw machine.policy.refusal(.quota, of: say("more files on this computer"))
        }
    }

    private func filed<Answer: Sendable>(
        _ path: String, _ body: () async throws(FileError) -> Answer
    ) async throws(ServiceError) -> Answer {
        do {
            return try await body()
        } catch .tooLarge(let bytes, let limit) where limit < Limits.attachmentBytes {
            try obey { () throws(PolicyRefusal) in
                throw machine.policy.refusal(.attachmentSize, of: say("a file of \(bytes) bytes"))
            }
            throw FileError.tooLarge(bytes: bytes, limit: limit).service
        } catch {
            throw error.service
        }
    }

    // MARK: What is shown

    /// The file that a code names.
    private func attachedFile(
        _ reference: String
    ) async throws(ServiceError) -> (file: AttachedFile, code: String, written: Int64) {
        let target = try await resolve(reference, kinds: [Schema.attachment])
        let item = try await stored { () async throws(StorageError) in
            try await store.item(target.id)
        }
        guard let item, let file = AttachedFile(item.item) else {
            throw ServiceError(
                .notFound, "The file of \(target.code) is no longer shown.",
                hint: "Whoever attached it left and took their words along.")
        }
        return (file, item.code, item.item.written)
    }

    private func shown(
        _ file: AttachedFile, _ code: String, written: Int64
    ) async throws(ServiceError) -> FileShown {
        let here = files.chunks(of: file.file)
        var shown = FileShown(
            id: file.record.hex, code: code, name: file.name, fileName: file.fileName,
            type: file.type.isEmpty ? nil : file.type,
            bytes: Int64(clamping: file.file.shape.size),
            attachedTo: try await self.code(of: file.target),
            community: try await communityNames()[file.space], author: personName(file.person),
            writtenAt: Timestamp(milliseconds: written), chunks: here.limit,
            chunksHere: here.count,
            isFetched: !here.isComplete && fileWishes.asked[file.file.address] != nil)
        shown.media = file.media
        if !here.isComplete { shown.holders = try await holders(of: file.file.address) }
        return shown
    }

    private func holders(
        of address: AttachmentAddress
    ) async throws(ServiceError) -> [LocalProtocol.FileHolder] {
        let member = try self.member
        var named: [LocalProtocol.FileHolder] = []
        for holder in await member.loop.holders(of: address) {
            guard
                let person = member.directory.members.first(where: {
                    $0.device == holder.device
                })?.person
            else { continue }
            let device = try await devices(of: person).first { $0.id == holder.device.hex }
            named.append(
                LocalProtocol.FileHolder(
                    person: personName(person), device: device?.name ?? "a computer",
                    chunks: holder.chunks))
        }
        return named
    }

    /// The files that hang on records, oldest first; `nil` for none.
    func filesShown(on records: [RecordID]) async throws(ServiceError) -> [FileShown]? {
        let found = try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.attachment], naming: records)
        }
        var shown: [FileShown] = []
        for item in records.flatMap({ found[$0] ?? [] }) {
            guard let file = AttachedFile(item.item) else { continue }
            shown.append(try await self.shown(file, item.code, written: item.item.written))
        }
        return shown.isEmpty ? nil : shown
    }

    /// The files that a person attached to a record; they go with it.
    func ownFiles(
        on record: RecordID, by person: PersonID
    ) async throws(ServiceError) -> [RecordReference] {
        let found = try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.attachment], naming: [record])
        }
        var own: [RecordReference] = []
        for item in found[record] ?? [] where item.item.person == person {
            own.append(try await resolve(item.item.id.hex, kinds: [Schema.attachment]))
        }
        return own
    }
}

extension AttachedFile {
    /// What it is to hear or to see.
    fileprivate var media: MediaShown? {
        if type.hasPrefix("audio/") { return MediaShown(kind: .sound, milliseconds: milliseconds) }
        guard type.hasPrefix("image/") else { return nil }
        return MediaShown(
            kind: .picture, width: width.map { Int(clamping: $0) },
            height: height.map { Int(clamping: $0) })
    }
}
