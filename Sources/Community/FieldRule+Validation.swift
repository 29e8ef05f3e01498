public import Wire

extension Schema {
    /// Bytes of any text field in UTF-8: what leaves room for the other fields of an operation.
    public static let textBytes = 56_000
    /// Elements of sets that one creation may bring.
    public static let creationElements = 50

    /// Checks the fields that a record of a kind is created with.
    ///
    /// - Returns: `nil` if the record may come into being, otherwise the first rule that is broken.
    public static func refusal(
        creating kind: RecordKind, with fields: [Field], in home: RecordKind.Home
    ) -> Refusal? {
        guard kind.home == home || kind.home == .anywhere else {
            return .wrongHome(kind: kind.name)
        }
        var seen: UInt64 = 0
        var elements = 0
        for field in fields {
            // Fields and values of later versions are kept in the log and not looked at.
            guard let rule = kind.field(field.number), field.value != .unknown else { continue }
            // A collaborative text begins empty.
            if rule.merge == .collaborative { return .wrongType(field: rule.name) }
            if let refusal = rule.refusal(of: field.value) { return refusal }
            if rule.merge == .set {
                elements += 1
            } else if seen & rule.bit != 0 {
                return .repeated(field: rule.name)
            }
            seen |= rule.bit
        }
        guard elements <= creationElements else {
            return .tooManyElements(limit: creationElements, actual: elements)
        }
        for rule in kind.fields where rule.isRequired && seen & rule.bit == 0 {
            return .missing(field: rule.name)
        }
        return nil
    }
}

extension FieldRule {
    fileprivate var bit: UInt64 { 1 << UInt64(min(number, 63)) }

    /// Checks one value; `nil` if the field may hold it.
    public func refusal(of value: Value) -> Refusal? {
        switch (type, value) {
        case (.line(let limit), .text(let text)):
            return refusal(of: text, limit: limit, manyLines: false)
        case (.text(let limit), .text(let text)):
            return refusal(of: text, limit: limit, manyLines: true)
        case (.integer(let range), .integer(let number)):
            return range.contains(number) ? nil : .outOfRange(field: name)
        case (.bytes(let count), .bytes(let bytes)):
            return bytes.count == count ? nil : .outOfRange(field: name)
        case (.list(let size, let limit), .bytes(let bytes)):
            let isWhole = bytes.count.isMultiple(of: size) && bytes.count <= size * limit
            return isWhole ? nil : .outOfRange(field: name)
        case (.record, .record), (.flag, .flag):
            return nil
        default:
            return .wrongType(field: name)
        }
    }

    private func refusal(of text: String, limit: Int, manyLines: Bool) -> Refusal? {
        let survey = TextSurvey(text, manyLines: manyLines)
        if let scalar = survey.forbidden {
            return .forbiddenCharacter(field: name, scalar: scalar)
        }
        if survey.bytes > Schema.textBytes {
            return .tooManyBytes(field: name, limit: Schema.textBytes, actual: survey.bytes)
        }
        if survey.scalars > limit {
            return .tooManyCharacters(field: name, limit: limit, actual: survey.scalars)
        }
        // An element of a set must say something too: an empty tag is none.
        if survey.isBlank, isRequired || merge == .set { return .empty(field: name) }
        return nil
    }
}
