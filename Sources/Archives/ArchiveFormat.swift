/// A format of archive that can be imported.
public enum ArchiveFormat: String, Sendable {
    /// A mailbox of messages, each after a line `From sender date` (RFC 4155 and its relatives).
    case mbox
    /// The `Posts.xml` of a StackExchange data dump.
    case stackExchange = "stackexchange"
    /// An export of a Slack workspace, as a zip file or unpacked.
    case slack
    /// A folder of Markdown files.
    case markdown
    /// A table of comma-separated values (RFC 4180) with the names of the columns in its first line.
    case csv

    /// The format of a file or folder, recognised from what is in it, not from its name.
    ///
    /// - Throws: ``ArchiveError`` if it can't be read or is none of these.
    public static func detect(path: String) throws(ArchiveError) -> ArchiveFormat {
        try ArchiveSource(path: path).format
    }

    static func detect(_ file: ArchiveFile) throws(ArchiveError) -> ArchiveFormat {
        let sample = try file.read(at: 0, count: ArchiveLimits.sampleBytes)
        if sample.starts(with: ZipFormat.local), let packed = try? ZipFolder(file),
            SlackFiles.root(of: packed.names) != nil
        {
            return .slack
        }
        for (magic, format, tool) in compressions where sample.starts(with: magic) {
            let command = "\(tool) \(file.path)"
            throw .compressed(path: file.path, format: format, command: command)
        }
        if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF])
            || sample.contains(0)
        {
            throw .binary(path: file.path)
        }
        var text = sample[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        text = text.drop { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
        if text.isEmpty {
            if sample.count < ArchiveLimits.sampleBytes { throw .empty(path: file.path) }
            throw .unknownFormat(path: file.path)
        }
        if text.first == UInt8(ascii: "<") { return .stackExchange }
        // The texts of a table may hold whole messages, so it is looked for first.
        if try CSVColumns(file, sample: sample[...]) != nil { return .csv }
        if isMailbox(text) { return .mbox }
        throw .unknownFormat(path: file.path)
    }

    private static let compressions: [(magic: [UInt8], format: String, tool: String)] = [
        ([0x1F, 0x8B], "gzip", "gunzip"),
        (Array("BZh".utf8), "bzip2", "bunzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz", "unxz"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "unzstd"),
        ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip", "7z x"),
        (Array("PK\u{3}\u{4}".utf8), "zip", "unzip"),
        ([0x1F, 0x9D], "compress", "uncompress"),
    ]

    /// Whether a line in the first bytes separates messages, or the bytes begin with the head of
    /// a single message.
    private static func isMailbox(_ sample: ArraySlice<UInt8>) -> Bool {
        var fields: Set<String> = []
        var isHead = true
        for line in sample.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = line.last == 0x0D ? line.dropLast() : line
            if FromLine(line) != nil { return true }
            guard isHead else { continue }
            if let name = MessageHead.fieldName(line) {
                fields.insert(name)
            } else if !(line.first == 0x20 || line.first == 0x09) {
                isHead = false
            }
        }
        return fields.contains("from")
            && !fields.isDisjoint(with: ["date", "message-id", "subject"])
    }
}
