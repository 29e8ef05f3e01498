internal import Foundation

/// An archive that is read step by step, in memory that does not grow with its size.
///
/// ```swift
/// var reader = try ArchiveReader(paths: ["2007-January.txt"])
/// while let item = try reader.next() {
///     if case .post(let post) = item { send(post) }
///     draw(reader.bytesDone, of: reader.bytesTotal)
/// }
/// print(reader.summary.questions)
/// ```
///
/// Most files are passed over twice: first to learn which messages belong together, then to read
/// them. A question always comes before its answers, even where it stands after them in the file.
/// Several mailboxes (the months of a mailing list) are threaded as one.
public struct ArchiveReader: Sendable {
    /// The format of the archive.
    public let format: ArchiveFormat
    /// How much was read for which result so far.
    public private(set) var summary = ArchiveSummary()
    private var passes: any ArchivePasses

    /// Opens the files of one archive and recognises their format.
    ///
    /// - Parameters:
    ///   - paths: Mailboxes in the order of time, or one file or folder of another format.
    ///   - site: The name of the StackExchange site in source ids; by default the name of the
    ///     folder that holds `Posts.xml`.
    ///   - latest: Milliseconds since 1970 after which no date is believed; by default tomorrow.
    /// - Throws: ``ArchiveError`` if a file can't be read or has no format that we know.
    public init(paths: [String], site: String? = nil, latest: Int64? = nil) throws(ArchiveError) {
        var sources: [ArchiveSource] = []
        for path in paths { sources.append(try ArchiveSource(path: path)) }
        guard let first = sources.first else { throw .notFound(path: "") }
        guard sources.allSatisfy({ $0.format == first.format }),
            first.format == .mbox || sources.count == 1
        else { throw .mixedFormats }
        format = first.format
        let tomorrow = Int64(Date().timeIntervalSince1970 * 1_000) + 86_400_000
        passes = try ArchiveReader.passes(
            first, sources.compactMap(\.file), site: site, latest: latest ?? tomorrow)
    }

    private static func passes(
        _ source: ArchiveSource, _ files: [ArchiveFile], site: String?, latest: Int64
    ) throws(ArchiveError) -> any ArchivePasses {
        switch (source.format, source.file) {
        case (.slack, let file):
            let tree: ArchiveTree =
                if let file {
                    .packed(try ZipFolder(file))
                } else {
                    .folder(try FolderTree(path: source.path))
                }
            return try SlackReader(tree, name: source.name, latest: latest)
        case (.csv, .some(let file)):
            return try CSVReader(file: file, name: source.name, latest: latest)
        case (.stackExchange, .some(let file)):
            return try StackExchangeReader(
                file: file, site: site ?? file.folderName, latest: latest)
        case (.mbox, .some): return MboxReader(files: files, latest: latest)
        case (_, _):
            return try MarkdownReader(
                FolderTree(path: source.path), name: source.name, latest: latest)
        }
    }

    /// Opens an archive of one file.
    public init(path: String, site: String? = nil, latest: Int64? = nil) throws(ArchiveError) {
        try self.init(paths: [path], site: site, latest: latest)
    }

    /// Bytes read so far, over all passes.
    public var bytesDone: Int64 { Swift.min(passes.bytesDone, bytesTotal) }

    /// Bytes to read, over all passes.
    public var bytesTotal: Int64 { passes.bytesTotal }

    /// The next post, skip or step; `nil` at the end.
    ///
    /// - Throws: ``ArchiveError`` if the file as a whole turns out to be unreadable.
    public mutating func next() throws(ArchiveError) -> ArchiveItem? {
        guard let item = try passes.next() else { return nil }
        summary.count(item)
        return item
    }
}

/// One format's way through its files.
protocol ArchivePasses: Sendable {
    var bytesDone: Int64 { get }
    var bytesTotal: Int64 { get }
    mutating func next() throws(ArchiveError) -> ArchiveItem?
}
