internal import Keys
internal import Wire

/// The bytes of one key file: a mark, the kind, fields with their lengths, and a checksum.
///
/// The checksum only tells damage from content; what protects the file is its mode.
struct KeyFile {
    /// What a file holds.
    enum Kind: UInt8 {
        case identity = 1
        case workplace = 2
        case space = 3
        /// Far from the others, which grow in number.
        case seal = 16
        case heldKey = 17
        case pepper = 18
        case outgoingLetter = 21
        case incomingLetter = 22
        case typedCode = 23
        /// No key file, but sealed like one: the addresses of peers.
        case peers = 24
        case proposalDraft = 31
        case readingList = 32
        case readingRoom = 33
    }

    private static let mark = Bytes("HEARTH1".utf8)
    private static let checksumBytes = 8

    let kind: Kind
    var fields: [Bytes]

    init(kind: Kind, fields: [Bytes]) {
        self.kind = kind
        self.fields = fields
    }

    /// Reads a file; `nil` if there is none.
    ///
    /// - Parameter key: The file key of a sealed home, `nil` for an open one. Where there is one,
    ///   a file that is not sealed under it is never read.
    init?(reading path: String, kind: Kind, key: SecretBytes?) throws(DaemonError) {
        let file = key == nil ? path : path + SealedFile.suffix
        guard var content = try PrivateFile.read(file) else { return nil }
        defer { wipe(&content) }
        if let key {
            guard
                let plain = SealedFile.open(
                    content, kind: kind.rawValue, name: KeyFile.name(path), key: key)
            else { throw .damagedKeyFile(path: file) }
            content = plain
        }
        guard let fields = KeyFile.parse(content, kind: kind) else {
            throw .damagedKeyFile(path: path)
        }
        self.init(kind: kind, fields: fields)
    }

    /// Writes the file and wipes the fields.
    ///
    /// - Parameter key: The file key of a sealed home, `nil` for an open one.
    consuming func write(to path: String, key: SecretBytes?) throws(DaemonError) {
        var content = KeyFile.mark + [kind.rawValue]
        for index in fields.indices {
            content += bigEndianBytes(UInt64(fields[index].count))
            content += fields[index]
            wipe(&fields[index])
        }
        content += KeyFile.checksum(content)
        defer { wipe(&content) }
        guard let key else { return try PrivateFile.replace(path, with: content) }
        try PrivateFile.replace(
            path + SealedFile.suffix,
            with: SealedFile.seal(
                content, kind: kind.rawValue, name: KeyFile.name(path), key: key))
    }

    /// The kind that the bytes of a key file name; `nil` if they are none.
    static func kind(of content: Bytes) -> Kind? {
        guard content.count > mark.count, content.starts(with: mark) else { return nil }
        return Kind(rawValue: content[mark.count])
    }

    private static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private static func parse(_ content: Bytes, kind: Kind) -> [Bytes]? {
        let head = mark + [kind.rawValue]
        guard content.count >= head.count + checksumBytes, content.starts(with: head) else {
            return nil
        }
        let end = content.count - checksumBytes
        guard Bytes(content[end...]) == checksum(content[..<end]) else { return nil }
        return PartList.read(content[head.count..<end])
    }

    private static func checksum(_ content: some Collection<UInt8>) -> Bytes {
        Bytes(Hash.digest(.keyFile, [Bytes(content)]).bytes.prefix(checksumBytes))
    }
}
