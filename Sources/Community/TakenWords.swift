public import Wire

/// What is left of the words of people who left and took them along (chapter 14).
///
/// A mark takes the place of each text, so that everything that follows from there being one stays
/// as it was: an objection is one because it has a reason.
public enum TakenWords {
    /// What stands where words were.
    public static let mark = "…"

    /// What is left of a value that its writer took along.
    ///
    /// What others rely on stays: names and purposes of communities, and what was proposed, since
    /// it may bind others. What was imported is by somebody else.
    ///
    /// - Parameter isImported: Whether the record tells of another author.
    public static func left(
        of value: Value, in rule: FieldRule, of kind: RecordKind, isImported: Bool
    ) -> Value {
        guard case .text(let text) = value, isOwn(rule, of: kind, isImported: isImported),
            !TextSurvey(text, manyLines: true).isBlank
        else { return value }
        // Words that broke a rule never counted, and a mark in their place must not either.
        return rule.refusal(of: value) == nil ? .text(mark) : .unknown
    }

    private static func isOwn(
        _ rule: FieldRule, of kind: RecordKind, isImported: Bool
    ) -> Bool {
        switch rule.merge {
        case .personal, .set: true
        // Others have written on: whoever wants their words out deletes them.
        case .collaborative: false
        case .register, .immutable:
            own[kind.number]?.contains(rule.number) == true
                && !(isImported && kind.number(of: "original_author") != nil)
        }
    }

    /// The registers that hold words of their writer, by kind.
    private static let own: [UInt32: Set<UInt32>] = {
        var names: [(kind: RecordKind, fields: [String])] = [
            (Schema.person, ["name", "about", "site"]), (Schema.device, ["label"]),
            (Schema.question, ["title", "body"]), (Schema.answer, ["body"]),
            (Schema.thanks, ["text"]), (Schema.stance, ["reason"]),
            (Schema.proposalQuestion, ["text"]), (Schema.flag, ["text"]), (Schema.blur, ["text"]),
            (Schema.handover, ["note"]), (Schema.handoverQuestion, ["text"]),
            (Schema.attachment, ["name", "type"]),
        ]
        names += Schema.life.map { ($0, $0.fields.filter(isOwnInLife).map(\.name)) }
        return Dictionary(
            names.map { ($0.kind.number, Set($0.fields.compactMap($0.kind.number(of:)))) }
        ) { first, _ in first }
    }()

    /// Words of a list to choose from, and the names of others, are nobody's own.
    private static func isOwnInLife(_ rule: FieldRule) -> Bool {
        let chosen = [
            "consent", "outcome", "result", "field", "on_behalf", "aspect", "tag", "same_as",
        ]
        guard rule.writer == .author, !chosen.contains(rule.name) else { return false }
        switch rule.type {
        case .line, .text: return true
        case .integer, .bytes, .list, .record, .flag: return false
        }
    }
}

extension Creation {
    /// Whether the record tells of another author than the person who brought it here.
    public var isImported: Bool {
        guard let number = rule?.number(of: "original_author") else { return false }
        return fields.contains { $0.number == number }
    }

    /// The record as it is once its writer took their words along.
    public var withoutWords: Creation {
        guard let kind = rule else {
            return Creation(record: record, kind: self.kind, rule: nil, fields: [])
        }
        let isImported = isImported
        return Creation(
            record: record, kind: self.kind, rule: kind,
            fields: fields.map { field in
                guard let rule = kind.field(field.number) else {
                    return Field(field.number, .unknown)
                }
                return Field(
                    field.number,
                    TakenWords.left(of: field.value, in: rule, of: kind, isImported: isImported))
            })
    }
}
