/// The rows of a StackExchange XML file, one by one.
///
/// These files are flat: one root element with `row` elements that hold nothing but attributes.
/// This reader knows just that much XML, which is why memory stays constant (the platform's parser
/// keeps whole documents on Linux) and why there are no entities to expand, no external documents
/// to load and no depth to exhaust: a document type is refused, and so is nesting.
struct RowScanner: Sendable {
    /// One element below the root.
    struct Row: Sendable {
        /// The bytes that it takes in the file.
        var range: Range<Int64>
        /// Its name; `row`, if the file is as it should be.
        var name: String
        /// Its attributes, decoded; of long ones the first `ArchiveLimits.attributeBytes`.
        var attributes: [String: [UInt8]]
        /// Whether it is well formed and complete.
        var isWhole: Bool
        /// An attribute as text; empty if absent.
        func text(_ name: String) -> String {
            attributes[name].map { String(decoding: $0, as: UTF8.self) } ?? ""
        }

        /// An attribute as a number; `nil` if absent or not a number.
        func number(_ name: String) -> Int64? { Int64(text(name)) }
    }

    private let wanted: Set<String>
    private var bytes: ByteReader
    private var depth = 0
    private(set) var root: String?

    /// Starts at a place in a file and keeps only the attributes that are wanted.
    init(_ file: ArchiveFile, wanted: Set<String>, range: Range<Int64>? = nil) {
        bytes = ByteReader(file, range: range ?? 0..<file.size)
        self.wanted = wanted
        if range != nil {
            depth = 1
            root = ""
        }
    }

    /// Bytes passed over so far.
    var bytesDone: Int64 { bytes.offset }

    /// The next element below the root; `nil` at the end.
    mutating func next() throws(ArchiveError) -> Row? {
        while try bytes.skip(to: UInt8(ascii: "<")) {
            let start = bytes.offset
            try bytes.advance()
            guard let first = try bytes.peek() else { return nil }
            switch first {
            case UInt8(ascii: "?"): _ = try bytes.skip(to: UInt8(ascii: ">"))
            case UInt8(ascii: "!"): try skipComment()
            case UInt8(ascii: "/"):
                depth -= 1
                _ = try bytes.skip(to: UInt8(ascii: ">"))
            default:
                if let row = try element(from: start) { return row }
            }
        }
        return nil
    }

    /// Passes over a comment; anything else that begins with "<!" is a declaration.
    private mutating func skipComment() throws(ArchiveError) {
        try bytes.advance()
        for _ in 0..<2 {
            guard try bytes.peek() == UInt8(ascii: "-") else {
                throw .declaresEntities(path: bytes.path)
            }
            try bytes.advance()
        }
        var hyphens = 0
        while let byte = try bytes.peek() {
            try bytes.advance()
            if byte == UInt8(ascii: ">") && hyphens >= 2 { return }
            hyphens = byte == UInt8(ascii: "-") ? hyphens + 1 : 0
        }
    }

    /// Reads an element's start; `nil` for the root.
    private mutating func element(from start: Int64) throws(ArchiveError) -> Row? {
        let name = String(decoding: try bytes.word(limit: 64), as: UTF8.self)
        var row = Row(range: start..<start, name: name, attributes: [:], isWhole: false)
        let isEmpty = try readAttributes(into: &row)
        row.range = start..<bytes.offset
        if root == nil {
            root = name
            depth = 1
            return nil
        }
        if !isEmpty && row.isWhole {
            depth += 1
            guard depth <= 2 else { throw .nestedTooDeep(path: bytes.path) }
        }
        return row
    }

    /// Reads up to the ">" of a start tag and tells whether the element is empty ("/>").
    private mutating func readAttributes(into row: inout Row) throws(ArchiveError) -> Bool {
        var isEmpty = false
        while let byte = try bytes.peek() {
            switch byte {
            case UInt8(ascii: ">"):
                try bytes.advance()
                row.isWhole = true
                return isEmpty
            case UInt8(ascii: "<"): return isEmpty  // The tag broke off.
            case UInt8(ascii: "/"):
                isEmpty = true
                try bytes.advance()
            case _ where HTMLTokens.isLetter(byte):
                isEmpty = false
                guard try readAttribute(into: &row) else { return isEmpty }
            default: try bytes.advance()
            }
        }
        return isEmpty
    }

    /// Reads `name="value"`; false if it is not well formed.
    private mutating func readAttribute(into row: inout Row) throws(ArchiveError) -> Bool {
        let name = String(decoding: try bytes.word(limit: 64), as: UTF8.self)
        try bytes.skipBlanks()
        guard try bytes.peek() == UInt8(ascii: "=") else { return false }
        try bytes.advance()
        try bytes.skipBlanks()
        guard let quote = try bytes.peek(), quote == 0x22 || quote == 0x27 else { return false }
        try bytes.advance()
        let limit = wanted.contains(name) ? ArchiveLimits.attributeBytes : 0
        let (value, isClosed) = try bytes.value(to: quote, limit: limit)
        guard isClosed else { return false }
        try bytes.advance()
        if limit > 0, row.attributes[name] == nil {
            row.attributes[name] = Entities.decodedXML(value[...])
        }
        return true
    }
}
