public import Merge
public import Wire

/// A record with everything that is known of it, as the Replica and the database both can give it.
///
/// It is the one shape in which the rules of this folder see records of any kind, so that a new
/// kind needs no code to be read, listed and shown.
public struct RecordFacts: Sendable {
    /// What one person wrote into a personal field, the last time.
    public struct Entry: Hashable, Sendable {
        /// Whose entry it is.
        public let person: PersonID
        /// What they wrote.
        public let value: Value
        /// When and where.
        public let stamp: WriteStamp
        /// When, by their clock.
        public let written: Int64

        /// Makes an entry.
        public init(person: PersonID, value: Value, stamp: WriteStamp, written: Int64) {
            self.person = person
            self.value = value
            self.stamp = stamp
            self.written = written
        }
    }

    /// The record.
    public let id: RecordID
    /// Its kind.
    public let kind: RecordKind
    /// The space that it lives in.
    public let space: SpaceID
    /// Who wrote it.
    public let person: PersonID
    /// When and where.
    public let stamp: WriteStamp
    /// When, by its author's clock, in milliseconds since 1970.
    public let written: Int64
    /// The values of registers and of what never changes, by field.
    public var values: [String: Value] = [:]
    /// The elements of sets by field, sorted, each once.
    public var elements: [String: [Value]] = [:]
    /// How many elements were added to a set after the record was created, by field.
    public var changes: [String: Int] = [:]
    /// The entries of personal fields by field, sorted by person.
    public var entries: [String: [Entry]] = [:]

    /// Makes a record of which no field is known yet.
    public init(
        id: RecordID, kind: RecordKind, space: SpaceID, person: PersonID, stamp: WriteStamp,
        written: Int64
    ) {
        self.id = id
        self.kind = kind
        self.space = space
        self.person = person
        self.stamp = stamp
        self.written = written
    }

    /// The text of a field, if it holds one.
    public func text(_ field: String) -> String? {
        if case .text(let text) = values[field] { text } else { nil }
    }

    /// The number of a field, if it holds one.
    public func integer(_ field: String) -> Int64? {
        if case .integer(let number) = values[field] { number } else { nil }
    }

    /// Whether a field says yes.
    public func flag(_ field: String) -> Bool { values[field] == .flag(true) }

    /// The record that a field names, if it names one.
    public func record(_ field: String) -> RecordID? {
        if case .record(let record) = values[field] { record } else { nil }
    }

    /// The texts in a set.
    public func texts(_ field: String) -> [String] {
        elements[field, default: []].compactMap {
            if case .text(let text) = $0 { text } else { nil }
        }
    }

    /// The numbers in a set.
    public func integers(_ field: String) -> [Int64] {
        elements[field, default: []].compactMap {
            if case .integer(let number) = $0 { number } else { nil }
        }
    }

    /// The records in a set of ids.
    public func records(_ field: String) -> [RecordID] {
        elements[field, default: []].compactMap {
            if case .bytes(let bytes) = $0 { RecordID(bytes) } else { nil }
        }
    }

    /// Who says yes in a personal field.
    public func people(saying field: String) -> [PersonID] {
        entries[field, default: []].filter { $0.value == .flag(true) }.map(\.person)
    }

    /// The newest stamp of a yes in a personal field.
    func newestYes(_ field: String) -> WriteStamp? {
        entries[field, default: []].filter { $0.value == .flag(true) }.map(\.stamp).max()
    }

    /// Values in the order of their dumps, which is the same on every computer.
    public static func sorted(_ values: some Sequence<Value>) -> [Value] {
        values.map { ($0.dumped.bytewise, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
