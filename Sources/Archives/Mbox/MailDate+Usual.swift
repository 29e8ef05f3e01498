/// The two forms that nearly every date in a mailbox has, read from bytes.
///
/// Each says what ``MailDate`` says of the same words; what differs in anything is left to it.
extension MailDate {
    /// Reads the bytes of a `Date` field.
    init?(_ field: ArraySlice<UInt8>) {
        if let usual = MailDate.usual(field) {
            self = usual
        } else {
            self.init(String(decoding: field, as: UTF8.self))
        }
    }

    /// `Mon, 1 Jan 2007 00:00:00 +0000 (UTC)`; the weekday, the seconds and the comment may be
    /// absent.
    static func usual(_ field: ArraySlice<UInt8>) -> MailDate? {
        guard field.count <= 200 else { return nil }
        var words = Words(rest: field)
        words.skipBlanks()
        if words.takesWeekday() {
            if words.rest.first == 0x2C { words.rest.removeFirst() }
            guard words.skipBlanks() else { return nil }
        }
        var parts = Parts()
        guard words.takeDay(&parts), words.takeMonth(&parts), words.takeYear(&parts),
            words.skipBlanks(), words.takeTime(&parts), words.skipBlanks(), words.takeZone(&parts),
            words.isComment
        else { return nil }
        return MailDate(parts)
    }

    /// `Mon Jan  1 00:00:00 2007`, the form of separators, to the end of the bytes.
    static func delivered(_ words: ArraySlice<UInt8>) -> MailDate? {
        var words = Words(rest: words)
        var parts = Parts()
        words.skipBlanks()
        guard words.takesWeekday(), words.skipBlanks(), words.takeMonth(&parts),
            words.takeDay(&parts), words.takeTime(&parts), words.skipBlanks(),
            words.takeYear(&parts)
        else { return nil }
        words.skipBlanks()
        return words.rest.isEmpty ? MailDate(parts) : nil
    }

    private init?(_ parts: Parts) {
        guard let milliseconds = parts.milliseconds else { return nil }
        self.milliseconds = milliseconds
    }

    /// The rest of a date, from which words are taken in an expected order.
    private struct Words {
        var rest: ArraySlice<UInt8>

        /// Passes over blanks; false if there are none.
        @discardableResult
        mutating func skipBlanks() -> Bool {
            let start = rest.startIndex
            while let byte = rest.first, byte == 0x20 || byte == 0x09 { rest.removeFirst() }
            return rest.startIndex > start
        }

        /// Three letters as a number, in lower case, with no letter or other sign after them.
        private func threeLetters() -> UInt32? {
            let word = rest.prefix(3)
            guard word.count == 3, word.allSatisfy(Bytes.isLetter) else { return nil }
            if let next = rest.dropFirst(3).first, next != 0x20, next != 0x2C { return nil }
            return word.reduce(0) { $0 << 8 | UInt32(Bytes.lower($1)) }
        }

        mutating func takesWeekday() -> Bool {
            guard let letters = threeLetters(), Words.weekdays.contains(letters) else {
                return false
            }
            rest.removeFirst(3)
            return true
        }

        /// A month and the blanks after it.
        mutating func takeMonth(_ parts: inout Parts) -> Bool {
            guard let letters = threeLetters(), let place = Words.months.firstIndex(of: letters)
            else { return false }
            rest.removeFirst(3)
            parts.month = place + 1
            return skipBlanks()
        }

        /// A number of so many digits.
        private mutating func takeNumber(_ digits: ClosedRange<Int>) -> Int? {
            let word = rest.prefix(digits.upperBound).prefix(while: Bytes.isDigit)
            guard word.count >= digits.lowerBound else { return nil }
            rest.removeFirst(word.count)
            return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }

        /// A day and the blanks after it.
        mutating func takeDay(_ parts: inout Parts) -> Bool {
            guard let day = takeNumber(1...2), (1...31).contains(day) else { return false }
            parts.day = day
            return skipBlanks()
        }

        /// A year of four digits.
        mutating func takeYear(_ parts: inout Parts) -> Bool {
            guard let year = takeNumber(4...4), year >= 1_000, rest.first.map(Bytes.isDigit) != true
            else { return false }
            parts.year = year
            return true
        }

        /// `00:00` or `00:00:00`.
        mutating func takeTime(_ parts: inout Parts) -> Bool {
            guard let hour = takeNumber(1...2), hour <= 24, rest.popFirst() == 0x3A,
                let minute = takeNumber(1...2), minute <= 59
            else { return false }
            var second = 0
            if rest.first == 0x3A {
                rest.removeFirst()
                guard let number = takeNumber(1...2), number <= 60 else { return false }
                second = number
            }
            parts.time = (hour, minute, second)
            return true
        }

        /// `+0100`, if there is such a zone.
        mutating func takeZone(_ parts: inout Parts) -> Bool {
            guard let sign = rest.popFirst(), sign == 0x2B || sign == 0x2D,
                let number = takeNumber(4...4), number % 100 < 60
            else { return false }
            let minutes = number / 100 * 60 + number % 100
            guard minutes <= 14 * 60 else { return false }
            parts.zoneMinutes = sign == 0x2D ? -minutes : minutes
            return true
        }

        /// Whether nothing but a zone's name in parentheses is left.
        var isComment: Bool {
            let word = rest.drop { $0 == 0x20 }
            guard word.first == 0x28 else { return word.isEmpty }
            return word.last == 0x29 && word.dropFirst().dropLast().allSatisfy(Bytes.isLetter)
        }

        private static let weekdays = letters("mon tue wed thu fri sat sun")
        private static let months = letters("jan feb mar apr may jun jul aug sep oct nov dec")

        private static func letters(_ words: String) -> [UInt32] {
            words.split(separator: " ").map { word in
                word.utf8.reduce(0) { $0 << 8 | UInt32($1) }
            }
        }
    }
}
