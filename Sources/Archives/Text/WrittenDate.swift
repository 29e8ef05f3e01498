/// A date as people and their programs write it into notes and tables.
enum WrittenDate {
    /// The date in milliseconds since 1970; without a zone it is in UTC, without a time at its
    /// midnight.
    ///
    /// - Parameter latest: Milliseconds after which no date is believed.
    /// - Returns: `nil` if it can't be read, or if day and month can't be told apart.
    static func milliseconds(_ text: String, latest: Int64) -> Int64? {
        let text = PlainText.line(String(text.prefix(400)), limit: 100)
        let date =
            counted(text) ?? MailDate(text)?.milliseconds
            ?? MailDate(text + " 00:00")?.milliseconds ?? numbered(text)
        guard let date, date > 0, date <= latest else { return nil }
        return date
    }

    /// Seconds or milliseconds since 1970, as databases export them.
    private static func counted(_ text: String) -> Int64? {
        guard text.utf8.allSatisfy(Bytes.isDigit), let number = Int64(text) else { return nil }
        switch text.utf8.count {
        case 9...10: return number * 1_000
        case 12...13: return number
        default: return nil
        }
    }

    /// `5.1.2024 14:30`, `2024/01/05`, and `31/12/2024` or `12/31/2024` where one of the numbers
    /// can only be the day.
    private static func numbered(_ text: String) -> Int64? {
        let words = text.split(separator: " ", maxSplits: 1)
        guard let first = words.first else { return nil }
        let pieces = first.split(whereSeparator: { "./".contains($0) }).map { Int($0) }
        guard pieces.count == 3, let one = pieces[0], let two = pieces[1], let three = pieces[2],
            let order = order(one, two, three, isDotted: first.contains("."))
        else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let day = [padded(order.year, 4), padded(order.month, 2), padded(order.day, 2)]
        let time = words.count > 1 ? String(words[1]) : "00:00"
        return MailDate(day.joined(separator: "-") + " " + time)?.milliseconds
    }

    private static func order(
        _ one: Int, _ two: Int, _ three: Int, isDotted: Bool
    ) -> (year: Int, month: Int, day: Int)? {
        if one > 999 { return (one, two, three) }
        guard three > 999 else { return nil }
        // Dots stand in dates of countries where the day comes first.
        if isDotted || one > 12 || one == two { return (three, two, one) }
        return two > 12 ? (three, one, two) : nil
    }
}
