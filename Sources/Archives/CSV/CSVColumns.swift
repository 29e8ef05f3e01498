/// What the columns of a table mean, by the names in its first line.
struct CSVColumns: Sendable {
    /// What separates the fields.
    let separator: UInt8
    /// Where the rows begin, after the names.
    let start: Int64
    /// The places of the columns that mean something.
    private let places: [Role: Int]

    /// What a column can mean.
    enum Role: CaseIterable, Sendable {
        case title, body, author, date, tags, id, parent

        /// The names that it is known by; of several columns the one whose name comes first counts.
        fileprivate var names: [String] {
            switch self {
            case .title: ["title", "subject", "question"]
            case .body: ["body", "text", "description", "answer text", "answer"]
            case .author: ["author", "name", "by"]
            case .date: ["date", "created"]
            case .tags: ["tags", "labels", "category"]
            case .id: ["id"]
            case .parent: ["parent", "reply to"]
            }
        }
    }

    /// Recognises a table by its first line.
    ///
    /// - Parameters:
    ///   - sample: The first bytes of the file.
    /// - Returns: `nil` if no column has a name that we know.
    init?(_ file: ArchiveFile, sample: ArraySlice<UInt8>) throws(ArchiveError) {
        let text = sample.withoutByteOrderMark
        let offset = sample.count - text.count
        let line = text.drop { $0 <= 0x20 }.prefix { $0 != 0x0A && $0 != 0x0D }
        // The first line of a message has names and separators, too.
        guard MessageHead.fieldName(line) == nil, FromLine(line) == nil else { return nil }
        let (first, last) = (Int64(offset), Int64(sample.count))
        var best: CSVColumns?
        for separator in Array(",;\t".utf8) {
            var scanner = CSVScanner(file, separator: separator, range: first..<last) { _ in true }
            guard let row = try scanner.next(), row.isWhole,
                scanner.offset < last || last == file.size
            else { continue }
            let columns = CSVColumns(separator, scanner.offset, row)
            if columns.places.count > best?.places.count ?? 0 { best = columns }
        }
        guard let best else { return nil }
        self = best
    }

    private init(_ separator: UInt8, _ start: Int64, _ header: CSVScanner.Row) {
        self.separator = separator
        self.start = start
        var known: [String: Int] = [:]
        for place in header.fields.indices {
            let name = header.text(place).lowercased().map { "_-".contains($0) ? " " : $0 }
            if known[String(name)] == nil { known[String(name)] = place }
        }
        var places: [Role: Int] = [:]
        for role in Role.allCases {
            places[role] = role.names.lazy.compactMap { known[$0] }.first
        }
        self.places = places
    }

    /// The place of a column; `nil` if the table lacks it.
    subscript(role: Role) -> Int? { places[role] }

    /// Whether there is something to read in the rows.
    var holdText: Bool { self[.title] != nil || self[.body] != nil }

    /// The places of some columns.
    func places(of roles: [Role]) -> Set<Int> { Set(roles.compactMap { places[$0] }) }
}
