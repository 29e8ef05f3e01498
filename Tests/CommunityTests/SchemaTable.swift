import Community

/// The rows of the table in chapter 08.
enum SchemaTable {
    static var rows: [String] {
        Schema.kinds.flatMap { kind in
            kind.fields.map { rule in
                "| \(kind.number) \(kind.name) (\(kind.letters), \(kind.home.rawValue)) | \(rule.number)"
                    + " | `\(rule.name)` | \(describe(rule.type)) | \(rule.merge.rawValue)"
                    + " | \(rule.writer.rawValue) | \(rule.isRequired ? "yes" : "") |"
            }
        }
    }

    private static func describe(_ type: FieldRule.ValueType) -> String {
        switch type {
        case .line(let count): "line, \(count) characters"
        case .text(let count): "text, \(count) characters"
        case .integer(let range): "integer, \(range.lowerBound) to \(range.upperBound)"
        case .bytes(let count): "\(count) bytes"
        case .list(let size, let limit): "up to \(limit) items of \(size) bytes"
        case .record(let kinds):
            "record of kind " + kinds.map(String.init).joined(separator: " or ")
        case .flag: "flag"
        }
    }
}
