public import Wire

/// The chain from a problem over experiments and stories to a page, and back (chapter 19,
/// section 9).
///
/// The links are those of the records themselves; nothing is guessed from words.
public struct Trace: Equatable, Sendable {
    /// One record names another.
    public struct Link: Hashable, Sendable {
        /// The record that names.
        public let from: RecordID
        /// The record that is named.
        public let to: RecordID
        /// The field in which it is.
        public let field: String

        /// Makes a link.
        public init(from: RecordID, to: RecordID, field: String) {
            self.from = from
            self.to = to
            self.field = field
        }
    }

    /// Records beyond which a chain isn't followed.
    public static let most = 100

    /// The records of the chain, each once; those next to the first one come first.
    public private(set) var records: [RecordID]
    /// The links between them, each once.
    public private(set) var links: [Link] = []
    /// Whether the chain goes on behind ``most`` records.
    public private(set) var isCut = false
    private var known: Set<RecordID>
    private var knownLinks: Set<Link> = []
    private var next = 0

    /// Begins at a record.
    public init(from record: RecordID) {
        records = [record]
        known = [record]
    }

    /// The record whose links have to be looked up next; `nil` at the end.
    public mutating func takeNext() -> RecordID? {
        guard next < records.count else { return nil }
        defer { next += 1 }
        return records[next]
    }

    /// Adds links of a record of the chain, in both directions.
    public mutating func add(_ found: [Link]) {
        for link in found where known.contains(link.from) || known.contains(link.to) {
            for end in [link.from, link.to] where !known.contains(end) {
                guard records.count < Self.most else {
                    isCut = true
                    continue
                }
                known.insert(end)
                records.append(end)
            }
            guard known.contains(link.from), known.contains(link.to),
                knownLinks.insert(link).inserted
            else { continue }
            links.append(link)
        }
    }
}

extension RecordFacts {
    /// The records that this one names.
    public var namedRecords: [Trace.Link] {
        kind.fields.flatMap { rule -> [Trace.Link] in
            var named: [RecordID] = []
            if case .record = rule.type, let record = record(rule.name) { named.append(record) }
            if rule.namesRecord {
                named += records(rule.name)
                named += entries[rule.name, default: []].compactMap {
                    if case .bytes(let bytes) = $0.value { RecordID(bytes) } else { nil }
                }
            }
            var seen: Set<RecordID> = []
            return named.filter { seen.insert($0).inserted }
                .map { Trace.Link(from: id, to: $0, field: rule.name) }
        }
    }
}
