internal import Ledger
public import Wire

/// What hung on a wall.
extension Schema {
    /// A digest that was given out: its number and the time that it tells of.
    public static let digestIssue = RecordKind(
        number: 34, name: "digest_issue", letters: "DI", home: .workplace,
        fields: [
            FieldRule(1, "issue", .integer(1...1_000_000), .immutable, .author, required: true),
            FieldRule(2, "from", .integer(dates), .immutable, .author, required: true),
            FieldRule(3, "until", .integer(dates), .immutable, .author, required: true),
        ])
}

extension Compose {
    /// Gives a digest out.
    ///
    /// - Parameters:
    ///   - number: Its number.
    ///   - period: The time that it tells of, in milliseconds since 1970.
    public static func digestIssue(
        _ number: Int64, period: ClosedRange<Int64>
    ) throws(CommunityError) -> Operation {
        try create(
            Schema.digestIssue,
            [
                ("issue", .integer(number)), ("from", .integer(period.lowerBound)),
                ("until", .integer(period.upperBound)),
            ])
    }
}
