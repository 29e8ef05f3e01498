internal import Foundation

/// A file of an archive that consists of many.
struct TreeFile: Sendable {
    /// Its path below the folder.
    var name: String
    var size: Int64
    /// When it was changed last, in milliseconds since 1970; `nil` where nobody says.
    var changed: Int64?
    /// Why it is not read, where that is plain from the outside.
    var obstacle: Skip.Reason?
}

/// The files in a folder and the folders in it, found without opening any.
///
/// Symbolic links are not followed: they could lead out of what a person meant to import.
struct FolderTree: Sendable {
    let path: String
    /// The files in the order of their names, whatever order the disk has.
    let files: [TreeFile]

    /// Looks through a folder.
    init(path: String) throws(ArchiveError) {
        self.path = path
        var files: [TreeFile] = []
        var open: [(name: String, depth: Int)] = [("", 0)]
        while let folder = open.popLast() {
            let full = folder.name.isEmpty ? path : "\(path)/\(folder.name)"
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: full) else {
                guard !folder.name.isEmpty else { throw .unreadable(path: path, code: errno) }
                files.append(TreeFile(name: folder.name, size: 0, obstacle: .damagedFile))
                continue
            }
            guard files.count + open.count + names.count <= ArchiveLimits.files else {
                throw .tooMany(path: path, limit: ArchiveLimits.files)
            }
            for name in names {
                let below = folder.name.isEmpty ? name : "\(folder.name)/\(name)"
                let (file, isFolder) = FolderTree.file(below, named: name, at: "\(full)/\(name)")
                if !isFolder {
                    files.append(file)
                } else if folder.depth < ArchiveLimits.folderDepth {
                    open.append((below, folder.depth + 1))
                } else {
                    files.append(TreeFile(name: below, size: 0, obstacle: .tooDeep))
                }
            }
        }
        self.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The first bytes of a file, at most so many.
    func content(of file: TreeFile, limit: Int64) throws(ArchiveError) -> [UInt8] {
        let opened: ArchiveFile
        do {
            opened = try ArchiveFile(path: "\(path)/\(file.name)", followsLinks: false)
        } catch .empty {
            return []
        }
        return try opened.read(at: 0, count: Int(Swift.min(opened.size, limit)))
    }

    /// What is at a path, and whether it is a folder to look into.
    private static func file(
        _ below: String, named name: String, at path: String
    ) -> (file: TreeFile, isFolder: Bool) {
        var file = TreeFile(name: below, size: 0)
        var facts = stat()
        guard lstat(path, &facts) == 0 else {
            file.obstacle = .damagedFile
            return (file, false)
        }
        if name.hasPrefix(".") {
            file.obstacle = .hidden
            return (file, false)
        }
        switch facts.st_mode & S_IFMT {
        case S_IFDIR: return (file, true)
        case S_IFREG:
            file.size = Int64(facts.st_size)
            file.changed = milliseconds(facts)
        case S_IFLNK: file.obstacle = .link
        default: file.obstacle = .otherFile
        }
        return (file, false)
    }

    private static func milliseconds(_ facts: stat) -> Int64? {
        #if canImport(Darwin)
            let time = facts.st_mtimespec
        #else
            let time = facts.st_mtim
        #endif
        let (seconds, overflows) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000)
        return overflows ? nil : seconds + Int64(time.tv_nsec) / 1_000_000
    }
}

/// The files of an archive that consists of many, in a folder or packed in a zip file.
enum ArchiveTree: Sendable {
    case folder(FolderTree)
    case packed(ZipFolder)

    var path: String {
        switch self {
        case .folder(let folder): folder.path
        case .packed(let zip): zip.path
        }
    }

    /// The files in the order of their names.
    var files: [TreeFile] {
        switch self {
        case .folder(let folder): folder.files
        case .packed(let zip): zip.files
        }
    }

    /// What is in a file, at most so many bytes of it; a packed one has as many as it says.
    func content(of file: TreeFile, limit: Int64) throws(ArchiveError) -> [UInt8] {
        switch self {
        case .folder(let folder): try folder.content(of: file, limit: limit)
        case .packed(let zip): try zip.content(of: file.name, limit: limit)
        }
    }
}
