/// Which form of a phrase a number takes, as the head of a catalogue says it:
/// `nplurals=3; plural=n == 1 ? 0 : n == 2 ? 1 : 2;`.
struct PluralRule: Sendable {
    /// That of English: one, and all others.
    static let english = PluralRule(
        forms: 2, condition: .choice(.equal(.count, .number(1)), .number(0), .number(1)))

    /// How many forms there are.
    let forms: Int
    private let condition: Expression

    private init(forms: Int, condition: Expression) {
        self.forms = forms
        self.condition = condition
    }

    /// Reads the rule; nil for anything but a number of forms and an expression of C about `n`.
    init?(_ text: String) {
        let parts = text.split(separator: ";").filter { !$0.allSatisfy { $0 == " " } }
        guard parts.count == 2,
            let first = Self.value(of: "nplurals", in: parts[0]),
            let forms = Int(first.filter { $0 != " " }), (1...6).contains(forms),
            let second = Self.value(of: "plural", in: parts[1])
        else { return nil }
        var parser = PluralParser(second)
        guard let condition = parser.expression() else { return nil }
        self.init(forms: forms, condition: condition)
    }

    private static func value(of name: String, in part: Substring) -> Substring? {
        guard let sign = part.firstIndex(of: "=") else { return nil }
        guard part[..<sign].filter({ $0 != " " }) == name else { return nil }
        return part[part.index(after: sign)...]
    }

    /// The form for a number; always one that there is.
    func form(_ count: Int) -> Int {
        min(max(0, condition.value(Int(count.magnitude & UInt(Int.max)))), forms - 1)
    }
}

extension PluralRule {
    /// An expression of the rule.
    indirect enum Expression: Sendable {
        case count
        case number(Int)
        /// The rest of a division; the divisor isn't 0.
        case remainder(Expression, Int)
        case equal(Expression, Expression)
        case less(Expression, Expression)
        case not(Expression)
        case both(Expression, Expression)
        case either(Expression, Expression)
        case choice(Expression, Expression, Expression)

        /// The value for a number; 1 is true, 0 is false.
        func value(_ count: Int) -> Int {
            switch self {
            case .count: count
            case .number(let number): number
            case .remainder(let part, let divisor): part.value(count) % divisor
            case .equal(let left, let right): left.value(count) == right.value(count) ? 1 : 0
            case .less(let left, let right): left.value(count) < right.value(count) ? 1 : 0
            case .not(let part): part.value(count) == 0 ? 1 : 0
            case .both(let left, let right):
                left.value(count) != 0 && right.value(count) != 0 ? 1 : 0
            case .either(let left, let right):
                left.value(count) != 0 || right.value(count) != 0 ? 1 : 0
            case .choice(let condition, let yes, let no):
                condition.value(count) != 0 ? yes.value(count) : no.value(count)
            }
        }
    }
}
