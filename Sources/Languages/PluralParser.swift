/// Reads the expression of a plural rule: what C has for numbers, without arithmetic but `%`.
struct PluralParser {
    private typealias Expression = PluralRule.Expression

    private var rest: Substring

    /// Starts at the beginning of a text.
    init(_ text: Substring) {
        rest = text
    }

    /// The whole text as an expression; nil if it isn't one.
    mutating func expression() -> PluralRule.Expression? {
        guard let expression = choice() else { return nil }
        skipBlanks()
        return rest.isEmpty ? expression : nil
    }

    private mutating func skipBlanks() {
        rest = rest.drop { $0 == " " }
    }

    /// Takes a sign if it is the next one.
    private mutating func take(_ sign: String) -> Bool {
        skipBlanks()
        guard rest.hasPrefix(sign) else { return false }
        rest = rest.dropFirst(sign.count)
        return true
    }

    private mutating func number() -> Int? {
        skipBlanks()
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        return Int(digits)
    }

    private mutating func choice() -> Expression? {
        guard let condition = either() else { return nil }
        guard take("?") else { return condition }
        guard let yes = choice(), take(":"), let no = choice() else { return nil }
        return .choice(condition, yes, no)
    }

    private mutating func either() -> Expression? {
        guard var left = both() else { return nil }
        while take("||") {
            guard let right = both() else { return nil }
            left = .either(left, right)
        }
        return left
    }

    private mutating func both() -> Expression? {
        guard var left = comparison() else { return nil }
        while take("&&") {
            guard let right = comparison() else { return nil }
            left = .both(left, right)
        }
        return left
    }

    private mutating func comparison() -> Expression? {
        guard let left = remainder() else { return nil }
        for sign in ["==", "!=", "<=", ">=", "<", ">"] where take(sign) {
            guard let right = remainder() else { return nil }
            return switch sign {
            case "==": .equal(left, right)
            case "!=": .not(.equal(left, right))
            case "<=": .not(.less(right, left))
            case ">=": .not(.less(left, right))
            case "<": .less(left, right)
            default: .less(right, left)
            }
        }
        return left
    }

    private mutating func remainder() -> Expression? {
        guard let left = value() else { return nil }
        guard take("%") else { return left }
        guard let divisor = number(), divisor > 0 else { return nil }
        return .remainder(left, divisor)
    }

    private mutating func value() -> Expression? {
        if take("n") { return .count }
        if take("(") {
            guard let inner = choice(), take(")") else { return nil }
            return inner
        }
        return number().map { .number($0) }
    }
}
