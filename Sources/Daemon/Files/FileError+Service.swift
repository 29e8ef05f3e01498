internal import Community
internal import Foundation
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Storage
internal import Wire

extension FileError {
    /// What a person is told when a file can't be attached, fetched or saved.
    var service: ServiceError {
        switch self {
        case .storage(let error): error.service
        case .chunk(.cannotDecrypt(chunk: _)):
            ServiceError(
                .internal, "The file can't be opened: its author sealed it with another key.",
                hint: "Ask them to attach it again.")
        case .chunk:
            ServiceError(
                .internal, "The file was damaged on the disk.",
                hint: "Fetch it again; what is damaged comes anew.")
        case .unreadable(let path, _):
            ServiceError(
                .usage, "\(path) can't be opened.",
                hint: "Check the path and whether the file is yours to read or write.")
        case .notAFile(let path):
            ServiceError(
                .usage, "\(path) is no file.", hint: "Pack a folder into one file first.")
        case .empty(let path):
            ServiceError(.usage, "\(path) is empty.", hint: "Attach a file with something in it.")
        case .tooLarge(let bytes, let limit):
            ServiceError(
                .usage, "The file has \(bytes) bytes; at most \(limit) can be attached.",
                hint: "Cut it into several files.")
        case .changed(let path):
            ServiceError(
                .usage, "\(path) changed while it was read.",
                hint: "Attach it again once nobody writes to it.")
        case .exists(let path):
            ServiceError(
                .usage, "There is something at \(path) already.",
                hint: "Give another place with --to; nothing is ever replaced.")
        case .missing:
            ServiceError(
                .offline, "A part of the file is not here, or was damaged on the disk.",
                hint: "Fetch it again; what is here stays.")
        }
    }
}

/// What the ending of a name and the content say of a file; only shown.
enum MediaTypes {
    private static let known = [
        "csv": "text/csv", "gif": "image/gif", "html": "text/html", "jpeg": "image/jpeg",
        "jpg": "image/jpeg", "md": "text/markdown", "mp3": "audio/mpeg", "mp4": "video/mp4",
        "odt": "application/vnd.oasis.opendocument.text", "ogg": "audio/ogg",
        "opus": "audio/opus", "pdf": "application/pdf", "png": "image/png",
        "svg": "image/svg+xml", "txt": "text/plain", "wav": "audio/wav", "webm": "video/webm",
        "webp": "image/webp", "zip": "application/zip",
    ]

    /// What a file says of itself; `nil` if it is no sound or picture, or can't be read.
    static func facts(of path: String) -> MediaFacts? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        do {
            let head = try file.read(upToCount: MediaFacts.headBytes) ?? Data()
            let size = try file.seekToEnd()
            try file.seek(toOffset: size - min(size, UInt64(MediaFacts.tailBytes)))
            let tail = try file.read(upToCount: MediaFacts.tailBytes) ?? Data()
            return MediaFacts(head: Bytes(head), tail: Bytes(tail), size: size)
        } catch {
            return nil
        }
    }

    /// The media type of a file with a name; empty where nothing is known.
    static func type(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return known[name[name.index(after: dot)...].lowercased()] ?? ""
    }
}
