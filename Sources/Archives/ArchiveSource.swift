internal import Foundation

/// A file or folder that a person has named, and its format.
struct ArchiveSource: Sendable {
    let path: String
    let format: ArchiveFormat
    /// The open file; `nil` for a folder.
    let file: ArchiveFile?

    /// Opens what is at a path and recognises its format.
    init(path: String) throws(ArchiveError) {
        self.path = path
        do {
            file = try ArchiveFile(path: path)
        } catch .isFolder(_, false) {
            file = nil
        }
        if let file {
            format = try ArchiveFormat.detect(file)
        } else {
            format = ArchiveSource.holdsSlack(path) ? .slack : .markdown
        }
    }

    /// The last part of the path.
    var name: String { ArchiveFile.name(path) }

    private static func holdsSlack(_ path: String) -> Bool {
        [SlackFiles.users, SlackFiles.channels].allSatisfy { access("\(path)/\($0)", F_OK) == 0 }
    }
}
