extension Language {
    /// A number with what this language puts between thousands.
    public func number(_ value: Int) -> String {
        guard value.magnitude >= 1_000 else { return String(value) }
        let separator = say(",", context: "between thousands")
        var groups: [Substring] = []
        var digits = String(value.magnitude)[...]
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = digits.dropLast(3)
        }
        groups.insert(digits, at: 0)
        return (value < 0 ? "-" : "") + groups.joined(separator: separator)
    }

    /// Tenths as a number with one digit behind the point, or what this language has for one.
    public func number(tenths: Int64) -> String {
        let point = say(".", context: "before decimal digits")
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(tenths.magnitude / 10)\(point)\(tenths.magnitude % 10)"
    }
}
