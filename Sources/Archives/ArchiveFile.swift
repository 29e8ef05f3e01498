internal import Foundation

/// An open file that can be read at any place.
///
/// It has no position of its own, so that several readers can share it.
final class ArchiveFile: Sendable {
    let path: String
    let size: Int64
    private let descriptor: Int32

    /// Opens a file.
    ///
    /// - Parameter followsLinks: Whether the path may end in a symbolic link.
    init(path: String, followsLinks: Bool = true) throws(ArchiveError) {
        self.path = path
        let links = followsLinks ? 0 : O_NOFOLLOW
        let opened = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | links)
        guard opened >= 0 else {
            let code = errno
            throw code == ENOENT || code == ENOTDIR
                ? .notFound(path: path) : .unreadable(path: path, code: code)
        }
        descriptor = opened
        var facts = stat()
        guard fstat(opened, &facts) == 0 else {
            size = 0
            throw .unreadable(path: path, code: errno)
        }
        size = Int64(facts.st_size)
        switch facts.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR:
            throw .isFolder(path: path, holdsPosts: access(path + "/Posts.xml", F_OK) == 0)
        default: throw .notAFile(path: path)
        }
        guard size > 0 else { throw .empty(path: path) }
    }

    deinit { close(descriptor) }

    /// The name of the folder that holds the file.
    var folderName: String {
        let folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent()
        return folder.lastPathComponent
    }

    /// The last part of a path, also where it is "." or ends in "..".
    static func name(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    }

    /// The path of a file beside this one.
    func sibling(_ name: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// Up to so many bytes at a place; fewer only at the end of the file.
    func read(at offset: Int64, count: Int) throws(ArchiveError) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let start = buffer.baseAddress {
                let got = pread(
                    descriptor, start + filled, count - filled, off_t(offset) + off_t(filled))
                if got < 0 && errno == EINTR { continue }
                if got < 0 { code = errno }
                guard got > 0 else { return }
                filled += got
            }
        }
        guard code == 0 else { throw .unreadable(path: path, code: code) }
        return bytes
    }
}
