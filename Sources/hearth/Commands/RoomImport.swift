internal import Archives
internal import Foundation
internal import Languages
internal import LocalProtocol

/// Brings an export into a reading room.
struct RoomImport {
    let session: Session
    let path: String

    /// Verifies and stores everything; what was begun is taken back if the file is damaged.
    func run() async throws -> ReadingRoom {
        let reader = try reading { () throws(ZipReader.Failure) in try ZipReader(path: path) }
        let manifest = try reading { () throws(ZipReader.Failure) in
            try reader.content(of: ExportFormat.manifest)
        }
        guard let head = try? JSONText.decode(ExportHead.self, from: Data(manifest)) else {
            throw damaged(say("its head can't be read"))
        }
        let room = try await session.client.call(Routes.newRoom, NewRoomRequest(head: head))
        do {
            try await fill(room, head, reader)
            let opened = try await session.client.call(
                Routes.openRoom, RoomReference(room: room.id))
            try await addFiles(to: room, reader)
            return opened
        } catch {
            _ = try? await session.client.call(Routes.removeRoom, RoomReference(room: room.id))
            throw error
        }
    }

    private func fill(
        _ room: ReadingRoom, _ head: ExportHead, _ reader: ZipReader
    ) async throws {
        var bar = session.progress()
        defer { bar.finish() }
        // The community first, as `hearth export` has it: see Protocol/, chapter 20.
        for space in head.spaces + [head.workplace] {
            for name in reader.names where name.hasPrefix("log/\(space)/") {
                try Task.checkCancellation()
                let content = try reading { () throws(ZipReader.Failure) in
                    try reader.content(of: name)
                }
                for batch in try batches(content) {
                    let piece = ExportPiece(space: space, runs: batch, commits: 0)
                    _ = try await session.client.call(
                        Routes.fillRoom, RoomBatch(room: room.id, piece: piece))
                }
                bar.draw(say("verifying \(name)"))
            }
        }
    }

    /// Puts the attached files that came along in their places again, each checked against the
    /// record that names it.
    private func addFiles(to room: ReadingRoom, _ reader: ZipReader) async throws {
        guard reader.names.contains(ExportFormat.fileList) else { return }
        let list = try reading { () throws(ZipReader.Failure) in
            try reader.content(of: ExportFormat.fileList)
        }
        var bar = session.progress()
        defer { bar.finish() }
        for line in list.split(separator: 0x0A) {
            guard let file = try? JSONText.decode(ExportedFile.self, from: Data(line)) else {
                throw damaged(say("its list of files can't be read"))
            }
            guard let entry = file.entry else { continue }
            try Task.checkCancellation()
            bar.draw(say("checking \(PlainText.line(file.name))"))
            let unpacked = try unpack(entry, from: reader)
            defer { unlink(unpacked) }
            _ = try await session.client.call(
                Routes.addRoomFile,
                RoomFileRequest(room: room.id, reference: file.id, path: unpacked))
        }
    }

    /// Copies an entry into a file that only its owner reads.
    private func unpack(_ entry: String, from reader: ZipReader) throws -> String {
        let place = FileManager.default.temporaryDirectory
            .appendingPathComponent("hearth-\(UUID().uuidString)").path
        let descriptor = Foundation.open(place, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            throw ServiceError(.internal, "\(place) can't be written (errno \(errno)).")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try reading { () throws(ZipReader.Failure) in
                try reader.read(entry) { try handle.write(contentsOf: Data($0)) }
            }.get()
            return place
        } catch {
            unlink(place)
            throw error
        }
    }

    /// The runs of an entry in Base64, as many together as a request takes.
    private func batches(_ content: [UInt8]) throws -> [[String]] {
        var batches: [[String]] = [[]]
        var bytes = 0
        var place = 0
        while place < content.count {
            guard place + 4 <= content.count else { throw damaged(say("a run is cut")) }
            let length = content[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard place + 4 + length <= content.count else { throw damaged(say("a run is cut")) }
            if bytes + length > 2 << 20, bytes > 0 {
                batches.append([])
                bytes = 0
            }
            batches[batches.count - 1].append(
                Data(content[place + 4..<place + 4 + length]).base64EncodedString())
            bytes += length
            place += 4 + length
        }
        return batches.filter { !$0.isEmpty }
    }

    private func reading<Result>(
        _ body: () throws(ZipReader.Failure) -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch {
            switch error {
            case .unreadable(let path):
                throw ServiceError(.notFound, "\(path) can't be read.", hint: "Check the path.")
            case .notZip: throw damaged(say("its end is missing"))
            case .damaged(let name): throw damaged(say("\(name) is not as it was written"))
            case .foreign(let name):
                throw damaged(
                    say("\(name) was packed by another program"),
                    hint: say(
                        "Zip files are read of Hearth and of Slack only; unpack all others."))
            case .missing(let name): throw damaged(say("\(name) is missing"))
            }
        }
    }

    private func damaged(
        _ what: String, hint: String = say("Get the file again from whoever exported it.")
    ) -> ServiceError {
        ServiceError(
            .usage, said: say("\(path) is no whole export of Hearth: \(what)."), hint: hint)
    }
}
