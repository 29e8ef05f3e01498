/// Why an operation is stored and not applied.
///
/// A refusal follows from the operation and the schema alone, so every replica refuses the same.
public enum Refusal: Error, Hashable, Sendable {
    /// The field holds another type than the schema says.
    case wrongType(field: String)
    /// The text has more characters (Unicode scalars) than the field may have.
    case tooManyCharacters(field: String, limit: Int, actual: Int)
    /// The text has more bytes in UTF-8 than the field may have.
    case tooManyBytes(field: String, limit: Int, actual: Int)
    /// The text holds a control character or one that changes the direction of other text.
    case forbiddenCharacter(field: String, scalar: UInt32)
    /// The field must say something.
    case empty(field: String)
    /// The number lies outside the field's range.
    case outOfRange(field: String)
    /// A field that the kind can't be without is not there.
    case missing(field: String)
    /// A field that holds one value was given twice.
    case repeated(field: String)
    /// Records of this kind live in the other sort of space.
    case wrongHome(kind: String)
    /// The record has more set elements than one creation may bring.
    case tooManyElements(limit: Int, actual: Int)
    /// Others rely on it, and its commit could be erased.
    case erasable

    /// The reason in one short English line, as views and dumps show it.
    public var summary: String {
        switch self {
        case .wrongType(let field): "\(field) has the wrong type"
        case .tooManyCharacters(let field, let limit, let actual):
            "\(field) has \(actual) characters, at most \(limit) are allowed"
        case .tooManyBytes(let field, let limit, let actual):
            "\(field) has \(actual) bytes, at most \(limit) are allowed"
        case .forbiddenCharacter(let field, let scalar):
            "\(field) holds the character U+\(String(scalar, radix: 16, uppercase: true))"
        case .empty(let field): "\(field) is empty"
        case .outOfRange(let field): "\(field) is out of range"
        case .missing(let field): "\(field) is missing"
        case .repeated(let field): "\(field) is given twice"
        case .wrongHome(let kind): "a \(kind) does not belong into this space"
        case .tooManyElements(let limit, let actual):
            "\(actual) set elements, at most \(limit) are allowed"
        case .erasable: "it counts only in a permanent commit"
        }
    }
}
