/// The fields of a message's head that an import needs, unfolded but not yet decoded.
struct MessageHead: Sendable {
    private var fields: [String: [UInt8]] = [:]

    private static let wanted: Set<String> = [
        "from", "sender", "date", "subject", "message-id", "in-reply-to", "references",
        "content-type", "content-transfer-encoding", "content-disposition", "x-from",
    ]

    init() {}

    /// Reads the head at the beginning of some lines.
    ///
    /// - Returns: The head, and how many of the lines belong to it with the blank line after it.
    static func read(_ lines: ArraySlice<ArraySlice<UInt8>>) -> (head: MessageHead, count: Int) {
        var builder = Builder()
        for (count, line) in lines.enumerated() {
            guard builder.take(line) else {
                return (builder.head, line.isEmpty ? count + 1 : count)
            }
        }
        return (builder.head, lines.count)
    }

    /// Takes the lines of a head one by one.
    struct Builder: Sendable {
        private(set) var head = MessageHead()
        private var open: String?
        private var bytes = 0
        private var isFirst = true

        /// Takes a line; false if it ends the head (a blank line, or one that is no field).
        mutating func take(_ line: some Collection<UInt8>) -> Bool {
            guard let first = line.first, bytes < ArchiveLimits.headBytes else { return false }
            defer { isFirst = false }
            bytes += line.count
            if first == 0x20 || first == 0x09 {
                // A line of blanks only is a fold that lost its text, not the end.
                if let open { head.fields[open]?.append(contentsOf: [0x20] + Array(line)) }
                return !isFirst
            }
            if let name = MessageHead.fieldName(line) {
                open = nil
                guard MessageHead.wanted.contains(name), head.fields[name] == nil else {
                    return true
                }
                open = name
                let colon = line.firstIndex(of: 0x3A) ?? line.startIndex
                head.fields[name] = Array(line[line.index(after: colon)...])
                return true
            }
            // Some mailboxes hold a second separator, quoted, at the top of the head.
            return line.starts(with: FromLine.opening)
                || line.starts(with: [0x3E] + FromLine.opening)
        }
    }

    /// The name, in lower case, of the field that a line begins; `nil` if it begins none.
    static func fieldName(_ line: some Collection<UInt8>) -> String? {
        guard let colon = line.prefix(80).firstIndex(of: 0x3A) else { return nil }
        var name = line[..<colon]
        while let last = name.suffix(1).first, last == 0x20 || last == 0x09 {
            name = name.prefix(name.count - 1)
        }
        guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    /// Whether no field was found that an import needs.
    var isEmpty: Bool { fields.isEmpty }

    /// The fields that an author writes; mail servers change all others on the way.
    var identity: [UInt8] {
        ["from", "date", "subject"].flatMap { raw($0) + [0x0A] }
    }

    /// The bytes of a field after the colon, unfolded.
    func raw(_ name: String) -> [UInt8] { fields[name] ?? [] }

    /// A field with its encoded words decoded.
    func text(_ name: String) -> String { EncodedWords.decode(raw(name)) }

    /// The `<…>` ids of a field, first to last, without the angle brackets.
    func identifiers(_ name: String) -> [String] {
        var found: [String] = []
        var open: [UInt8]?
        for byte in raw(name) {
            switch byte {
            case 0x3C: open = []
            case 0x3E:
                if let id = open, !id.isEmpty { found.append(String(decoding: id, as: UTF8.self)) }
                open = nil
            case 0x20, 0x09: break  // Long ids are folded in the middle by some programs.
            default: open?.append(byte)
            }
        }
        return found
    }

    /// The message's own id, without angle brackets; `nil` if it has none.
    var messageID: String? {
        if let id = identifiers("message-id").first { return id }
        let bare = String(decoding: raw("message-id"), as: UTF8.self)
            .split { $0 == " " || $0 == "\t" }
        guard bare.count == 1, bare[0].contains("@"), !bare[0].contains("<") else { return nil }
        return String(bare[0])
    }
}
