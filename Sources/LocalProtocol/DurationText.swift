/// Durations as people type them: `30s`, `15m`, `8h`, `7d`.
public enum DurationText {
    private static let units: [(letter: Character, seconds: Int64)] = [
        ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
    ]

    /// The seconds that a text means; `nil` if it is no duration.
    public static func seconds(_ text: String) -> Int64? {
        guard let last = text.last, let unit = units.first(where: { $0.letter == last }),
            let number = Int64(text.dropLast()), number >= 0
        else { return nil }
        let (product, isTooLarge) = number.multipliedReportingOverflow(by: unit.seconds)
        return isTooLarge ? nil : product
    }

    /// The shortest text that means so many seconds.
    public static func text(_ seconds: Int64) -> String {
        let unit =
            units.first { seconds >= $0.seconds && seconds % $0.seconds == 0 } ?? ("s", 1)
        return "\(seconds / unit.seconds)\(unit.letter)"
    }
}
