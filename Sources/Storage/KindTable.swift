internal import Community

/// How the records of one kind lie in the view: one table a kind, one column a field.
///
/// Everything here follows from ``Schema/kinds``. A reference takes two columns, the id's halves as
/// numbers, so that references need no order of arrival and the index on them stays small.
struct KindTable: Sendable {
    /// The columns of one field.
    struct Columns: Sendable {
        let rule: FieldRule
        /// The index of the first argument in ``insert``, counted from 1.
        let argument: Int32
        /// The names of the columns.
        let names: [String]
    }

    let kind: RecordKind
    /// The columns, in the order of the kind's fields; `nil` for fields that live in tables of
    /// their own.
    let columns: [Columns?]
    /// Inserts a row; the first argument is the record's local number.
    let insert: String
    /// The statement that creates the table.
    let definition: String
    /// The numbers of the fields whose text is searched, in order.
    let searched: [UInt32]

    /// The names of the registers that search looks into, in any kind; and of an attached file, whose
    /// name is given once for all.
    private static let searchedNames = [
        "name", "title", "body", "purpose", "about", "place", "situation", "tried", "happened",
        "lesson", "hypothesis", "learning", "retry_if", "notes", "immediate", "potential",
        "applied", "realised", "reframed",
    ]

    /// The tables of all kinds, in the order of their numbers.
    static let all = Schema.kinds.map(KindTable.init)

    /// The table of a kind; `nil` for a kind of a later version.
    static func table(_ kind: UInt32) -> KindTable? {
        Schema.position(of: kind).map { all[$0] }
    }

    private init(_ kind: RecordKind) {
        self.kind = kind
        var columns: [Columns?] = []
        var definitions = ["number INTEGER PRIMARY KEY"]
        var argument: Int32 = 2
        for rule in kind.fields {
            let described = Self.describe(rule)
            guard !described.isEmpty else {
                columns.append(nil)
                continue
            }
            columns.append(
                Columns(rule: rule, argument: argument, names: described.map(\.name)))
            definitions += described.map { "\"\($0.name)\" \($0.type)" }
            argument += Int32(described.count)
        }
        self.columns = columns
        let names = columns.compactMap { $0?.names }.joined()
        let places = Array(repeating: "?", count: names.count + 1).joined(separator: ", ")
        let list = (["number"] + names.map { "\"\($0)\"" }).joined(separator: ", ")
        insert = "INSERT INTO \(kind.name) (\(list)) VALUES (\(places))"
        definition = """
            CREATE TABLE \(kind.name) (\(definitions.joined(separator: ", "))) STRICT;
            """
        searched = Self.searchedNames.compactMap { name in
            kind.fields.first {
                $0.name == name
                    && ($0.merge == .register || $0.merge == .collaborative
                        || kind == Schema.attachment)
            }?.number
        }
    }

    /// The indexes by which records are found that name another one.
    var referenceIndexes: [String] {
        kind.fields.compactMap { rule in
            guard case .record = rule.type, rule.merge == .immutable else { return nil }
            return """
                CREATE INDEX \(kind.name)_by_\(rule.name) ON \(kind.name) ("\(rule.name)_high");
                """
        }
    }

    private static func describe(_ rule: FieldRule) -> [(name: String, type: String)] {
        guard rule.hasColumn else { return [] }
        switch rule.type {
        case .line, .text: return [(rule.name, "TEXT")]
        case .integer, .flag: return [(rule.name, "INTEGER")]
        case .bytes, .list: return [(rule.name, "BLOB")]
        case .record: return [("\(rule.name)_high", "INTEGER"), ("\(rule.name)_low", "INTEGER")]
        }
    }

    /// The columns of a field; `nil` if it has none here.
    func columns(of field: UInt32) -> Columns? {
        kind.position(of: field).flatMap { columns[$0] }
    }
}

extension FieldRule {
    /// Whether the field has one value, which has its own column.
    var hasColumn: Bool {
        switch merge {
        case .immutable, .register, .collaborative: true
        case .personal, .set: false
        }
    }
}
