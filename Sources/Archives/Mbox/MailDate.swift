/// A point in time as mail writes it, in any of the forms that mail has had.
///
/// Read are RFC 5322, its obsolete forms with named zones and short years, `ctime`, RFC 850 and
/// ISO 8601. The order of the parts is not fixed; each is known by its shape.
struct MailDate: Equatable, Sendable {
    /// Milliseconds since 1970 in UTC.
    let milliseconds: Int64

    /// Reads a `Date` field; comments in parentheses are passed over.
    ///
    /// - Returns: `nil` if day, month, year or time is missing or impossible.
    init?(_ text: String) {
        var depth = 0
        var plain = ""
        for character in text.prefix(200) {
            switch character {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case _ where depth == 0: plain.append(character)
            default: break
            }
        }
        let words = plain.split { $0 == " " || $0 == "\t" || $0 == "," || $0.isNewline }
        self.init(words: words[...], isStrict: false)
    }

    /// Reads words.
    ///
    /// - Parameter isStrict: Whether a word that belongs to no date makes it none.
    init?(words: ArraySlice<Substring>, isStrict: Bool) {
        var parts = Parts()
        for word in words.prefix(12) {
            if !parts.take(word) && isStrict { return nil }
        }
        if isStrict && words.count > 12 { return nil }
        guard let milliseconds = parts.milliseconds else { return nil }
        self.milliseconds = milliseconds
    }

    /// What the words have told so far.
    struct Parts {
        var day: Int?
        var month: Int?
        var year: Int?
        var time: (hour: Int, minute: Int, second: Int)?
        var zoneMinutes: Int?
        var isAfternoon: Bool?
        var hasWeekday = false

        /// Takes one word; false if it is no part of a date, or a part that is known already.
        mutating func take(_ word: Substring) -> Bool {
            let word = word.last == "," ? word.dropLast() : word
            switch word.utf8.first {
            case .some(0x30...0x39):
                if let number = Int(word) { return takeNumber(word, number) }
                return takeTime(word) || takeISO(word) || takeHyphenated(word)
            case .some(0x2B), .some(0x2D): return takeZone(word.lowercased())
            case .some(0x41...0x5A), .some(0x61...0x7A): return takeName(word.lowercased())
            default: return false
            }
        }

        /// A month, a weekday, a zone, half a day.
        private mutating func takeName(_ lower: String) -> Bool {
            if month == nil, let found = MailDate.month(lower) {
                month = found
                return true
            }
            if !hasWeekday, lower.utf8.count <= 9, lower.utf8.allSatisfy(HTMLTokens.isLetter),
                MailDate.weekdays.contains(String(lower.prefix(3)))
            {
                hasWeekday = true
                return true
            }
            if isAfternoon == nil, lower == "pm" || lower == "am" {
                isAfternoon = lower == "pm"
                return true
            }
            return takeZone(lower)
        }

        private mutating func takeNumber(_ word: Substring, _ number: Int) -> Bool {
            if day == nil && word.count <= 2 && (1...31).contains(number) {
                day = number
                return true
            }
            guard year == nil, let full = MailDate.fullYear(number, digits: word.count) else {
                return false
            }
            year = full
            return true
        }

        /// `01-Jan-07` or `1/Jan/2007`.
        private mutating func takeHyphenated(_ word: Substring) -> Bool {
            let pieces = word.split { $0 == "-" || $0 == "/" }
            guard pieces.count == 3, day == nil, month == nil, year == nil,
                let number = Int(pieces[0]), (1...31).contains(number),
                let named = MailDate.month(pieces[1].lowercased()),
                let short = Int(pieces[2]),
                let full = MailDate.fullYear(short, digits: pieces[2].count)
            else { return false }
            (day, month, year) = (number, named, full)
            return true
        }

        /// `2007-01-01`, alone or with `T00:00:00Z` after it.
        private mutating func takeISO(_ word: Substring) -> Bool {
            let halves = word.split(separator: "T", maxSplits: 1)
            let pieces = (halves.first ?? "").split(
                separator: "-", omittingEmptySubsequences: false)
            guard pieces.count == 3, pieces[0].count == 4, day == nil, month == nil, year == nil,
                let full = Int(pieces[0]), let number = Int(pieces[1]), let date = Int(pieces[2]),
                (1...12).contains(number), (1...31).contains(date)
            else { return false }
            if halves.count == 2 {
                var clock = halves[1]
                if let mark = clock.lastIndex(where: { "Zz+-".contains($0) }) {
                    guard takeZone(clock[mark...].lowercased()) else { return false }
                    clock = clock[..<mark]
                }
                guard takeTime(clock) else { return false }
            }
            (day, month, year) = (date, number, full)
            return true
        }

        /// `00:00`, `00:00:00`, `0:00:00.000`; a zone may stick to it.
        private mutating func takeTime(_ word: Substring) -> Bool {
            guard time == nil, let first = word.first, first.isASCII, first.isNumber else {
                return false
            }
            var clock = word
            if let mark = clock.firstIndex(where: { $0 == "+" || $0 == "-" }),
                mark > clock.startIndex
            {
                guard clock[..<mark].contains(":"), takeZone(clock[mark...].lowercased()) else {
                    return false
                }
                clock = clock[..<mark]
            }
            let pieces = clock.split(separator: ":", omittingEmptySubsequences: false)
            guard pieces.count == 2 || pieces.count == 3, pieces[0].count <= 2,
                pieces[1].count <= 2, let hour = Int(pieces[0]), let minute = Int(pieces[1]),
                let second = pieces.count == 2 ? 0 : Int(pieces[2].prefix { $0 != "." }),
                (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second)
            else { return false }
            time = (hour, minute, second)
            return true
        }

        /// `+0100`, `+01:00`, `GMT+0100`, `EST`, `Z`; an impossible zone counts as UTC.
        private mutating func takeZone(_ lower: String) -> Bool {
            if let minutes = MailDate.zones[lower] {
                zoneMinutes = zoneMinutes ?? minutes
                return true
            }
            var digits = lower[...]
            for prefix in ["gmt", "utc", "ut"] where digits.hasPrefix(prefix) {
                digits = digits.dropFirst(prefix.count)
                break
            }
            guard let sign = digits.first, sign == "+" || sign == "-" else { return false }
            let number = digits.dropFirst().filter { $0 != ":" }
            guard !number.isEmpty, number.count <= 4, number.allSatisfy(\.isNumber),
                let value = Int(number)
            else { return false }
            let minutes = number.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
            let isPossible = minutes <= 14 * 60 && value % 100 < 60
            zoneMinutes = isPossible ? (sign == "-" ? -minutes : minutes) : 0
            return true
        }

        var milliseconds: Int64? {
            guard let day, let month, let year, var time, (1...9999).contains(year),
                day <= MailDate.days(inMonth: month, year: year)
            else { return nil }
            if let isAfternoon, time.hour <= 12 {
                time.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
            }
            let days = MailDate.daysSince1970(year: year, month: month, day: day)
            let minutes = (days * 24 + time.hour) * 60 + time.minute - (zoneMinutes ?? 0)
            return (Int64(minutes) * 60 + Int64(min(time.second, 59))) * 1_000
        }
    }
}
