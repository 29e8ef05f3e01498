/// The fields of a message's head that an import needs, unfolded but not yet decoded.
struct MessageHead: Sendable {
    /// A field that an import needs.
    enum Field: Int, CaseIterable, Sendable {
        case from, sender, date, subject, messageID, inReplyTo, references
        case contentType, contentEncoding, contentDisposition

        /// The names in lower case, in the order of the cases.
        private static let names = [
            "from", "sender", "date", "subject", "message-id", "in-reply-to", "references",
            "content-type", "content-transfer-encoding", "content-disposition",
        ].map { Array($0.utf8) }

        /// The field with a name in any case; `nil` if an import does not need it.
        init?(_ name: ArraySlice<UInt8>) {
            let place = Field.names.firstIndex { known in
                known.count == name.count
                    && zip(known, name).allSatisfy { $0 == Bytes.lower($1) }
            }
            guard let field = place.flatMap(Field.init(rawValue:)) else { return nil }
            self = field
        }
    }

    /// The bytes of each ``Field``, `nil` where it is absent; empty before the first field.
    private var fields: [ArraySlice<UInt8>?] = []

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
        private var open: Field?
        private var bytes = 0
        private var isFirst = true

        /// Takes a line; false if it ends the head (a blank line, or one that is no field).
        mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
            guard let first = line.first, bytes < ArchiveLimits.headBytes else { return false }
            defer { isFirst = false }
            bytes += line.count
            if first == 0x20 || first == 0x09 {
                // A line of blanks only is a fold that lost its text, not the end.
                if let open { head.append(line, to: open) }
                return !isFirst
            }
            if let (name, colon) = MessageHead.fieldStart(line) {
                open = nil
                guard let field = Field(name), !head.has(field) else { return true }
                open = field
                head.set(field, line[(colon + 1)...])
                return true
            }
            // Some mailboxes hold a second separator, quoted, at the top of the head.
            return line.starts(with: FromLine.opening) || line.starts(with: FromLine.quotedOpening)
        }
    }

    /// The name of the field that a line begins and the place of its colon; `nil` if it begins
    /// none.
    static func fieldStart(_ line: ArraySlice<UInt8>) -> (name: ArraySlice<UInt8>, colon: Int)? {
        var nameEnd = line.startIndex
        for place in line.prefix(80).indices {
            let byte = line[place]
            if byte == 0x3A {
                return nameEnd == line.startIndex ? nil : (line[..<nameEnd], place)
            }
            // Blanks may stand before the colon, but nowhere else.
            if byte == 0x20 || byte == 0x09 { continue }
            guard byte > 0x20, byte < 0x7F, place == nameEnd else { return nil }
            nameEnd = place + 1
        }
        return nil
    }

    /// The name, in lower case, of the field that a line begins; `nil` if it begins none.
    static func fieldName(_ line: ArraySlice<UInt8>) -> String? {
        fieldStart(line).map { String(decoding: $0.name, as: UTF8.self).lowercased() }
    }

    private func has(_ field: Field) -> Bool { !fields.isEmpty && fields[field.rawValue] != nil }

    private mutating func set(_ field: Field, _ bytes: ArraySlice<UInt8>) {
        if fields.isEmpty { fields = Array(repeating: nil, count: Field.allCases.count) }
        fields[field.rawValue] = bytes
    }

    private mutating func append(_ line: ArraySlice<UInt8>, to field: Field) {
        guard !fields.isEmpty else { return }
        fields[field.rawValue]?.append(0x20)
        fields[field.rawValue]?.append(contentsOf: line)
    }

    /// The bytes of a field after the colon, unfolded.
    func raw(_ field: Field) -> ArraySlice<UInt8> {
        fields.isEmpty ? [] : fields[field.rawValue] ?? []
    }

    /// A field with its encoded words decoded.
    func text(_ field: Field) -> String { EncodedWords.decode(raw(field)) }

    /// The `<…>` ids of a field, first to last, without the angle brackets.
    func identifiers(_ field: Field) -> [ArraySlice<UInt8>] {
        let bytes = raw(field)
        var found: [ArraySlice<UInt8>] = []
        var start: Int?
        var holdsBlanks = false
        for place in bytes.indices {
            switch bytes[place] {
            case 0x3C:
                start = place + 1
                holdsBlanks = false
            case 0x3E:
                guard let first = start else { break }
                start = nil
                // Long ids are folded in the middle by some programs.
                let whole = bytes[first..<place]
                let id = holdsBlanks ? whole.filter { $0 != 0x20 && $0 != 0x09 }[...] : whole
                if !id.isEmpty { found.append(id) }
            case 0x20, 0x09: holdsBlanks = true
            default: break
            }
        }
        return found
    }

    /// The message's own id, without angle brackets; `nil` if it has none.
    var messageID: String? {
        if let id = identifiers(.messageID).first { return String(decoding: id, as: UTF8.self) }
        let bare = String(decoding: raw(.messageID), as: UTF8.self)
            .split { $0 == " " || $0 == "\t" }
        guard bare.count == 1, bare[0].contains("@"), !bare[0].contains("<") else { return nil }
        return String(bare[0])
    }
}
