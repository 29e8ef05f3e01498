/// The way through a folder of Markdown files, one after the other.
struct MarkdownReader: ArchivePasses {
    private let folder: FolderTree
    private let beginning: String
    private let latest: Int64
    private var file = 0
    private(set) var bytesDone: Int64 = 0
    let bytesTotal: Int64

    /// Starts at the first file.
    ///
    /// - Throws: ``ArchiveError/isFolder(path:holdsPosts:)`` if there is no Markdown file.
    init(_ folder: FolderTree, name: String, latest: Int64) throws(ArchiveError) {
        guard folder.files.contains(where: { MarkdownReader.isNote($0) }) else {
            throw .isFolder(path: folder.path, holdsPosts: false)
        }
        self.folder = folder
        self.latest = latest
        beginning = "markdown:\(SourceName.part(name)):"
        bytesTotal = folder.files.reduce(1) { $0 + Swift.min($1.size, ArchiveLimits.noteBytes) }
    }

    mutating func next() throws(ArchiveError) -> ArchiveItem? {
        guard file < folder.files.count else {
            bytesDone = bytesTotal
            return nil
        }
        let current = folder.files[file]
        file += 1
        bytesDone += Swift.min(current.size, ArchiveLimits.noteBytes)
        if let obstacle = current.obstacle { return .skipped(skip(obstacle, current)) }
        guard MarkdownReader.isNote(current) else { return .skipped(skip(.otherFile, current)) }
        let bytes: [UInt8]
        do {
            bytes = try folder.content(of: current, limit: ArchiveLimits.noteBytes)
        } catch {
            // One file that can't be opened keeps nobody from reading the others.
            return .skipped(skip(.damagedFile, current))
        }
        guard let text = MarkdownReader.text(bytes) else {
            return .skipped(skip(.notText, current))
        }
        let name = current.name.split(separator: "/").last ?? ""
        let post = Note(text).post(
            sourceID: SourceName.id(beginning, current.name),
            name: String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)),
            changed: current.changed, latest: latest)
        return post.map { .post($0) } ?? .skipped(skip(.empty, current))
    }

    private static func isNote(_ file: TreeFile) -> Bool {
        let name = file.name.lowercased()
        return file.obstacle == nil && (name.hasSuffix(".md") || name.hasSuffix(".markdown"))
    }

    /// The text of a file; `nil` if it is no text.
    private static func text(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return Charset.decode(bytes, label: "utf-16")
        }
        guard !bytes.contains(0) else { return nil }
        var whole = bytes[...].withoutByteOrderMark
        if bytes.count == Int(ArchiveLimits.noteBytes) { whole = Charset.withoutTornEnd(whole) }
        return Charset.decode(whole, label: nil)
    }

    private func skip(_ reason: Skip.Reason, _ file: TreeFile) -> Skip {
        Skip(
            reason: reason, path: "\(folder.path)/\(file.name)", byteOffset: 0,
            excerpt: PlainText.line(file.name, limit: ArchiveLimits.excerptCharacters))
    }
}
