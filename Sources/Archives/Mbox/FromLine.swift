/// The line that begins a message in a mailbox: `From sender date`.
///
/// Mailboxes disagree on everything after "From ": the sender may hold blanks ("name at
/// host.tld"), the weekday, the seconds or the zone may be absent, the zone may stand before or
/// after the year. A line of a text that begins with "From " is told from it by the date, which
/// must be whole and must end the line.
struct FromLine: Equatable, Sendable {
    /// Who sent the message, as it stands there; may be empty.
    var sender: String
    /// When it was delivered or written.
    var date: MailDate

    /// Recognises the line; `nil` if it is anything else.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.first == FromLine.opening.first, line.starts(with: FromLine.opening),
            line.count <= 400
        else { return nil }
        let rest = line.dropFirst(FromLine.opening.count)
        if let usual = FromLine.usual(rest) {
            self = usual
        } else {
            let text = String(decoding: rest, as: UTF8.self)
            self.init(words: text.split { $0 == " " || $0 == "\t" })
        }
    }

    private init(sender: String, date: MailDate) {
        self.sender = sender
        self.date = date
    }

    /// `name@host.tld Mon Jan  1 00:00:00 2007`, or with `name at host.tld` before the date.
    ///
    /// No such sender can be taken for the beginning of a date: no part of a date holds "@", none is
    /// "at", and none has a full stop between letters.
    static func usual(_ line: ArraySlice<UInt8>) -> FromLine? {
        guard line.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
        let first = line.prefix { $0 != 0x20 }
        guard let initial = first.first, Bytes.isLetter(initial) else { return nil }
        var sender = first
        if !first.contains(UInt8(ascii: "@")) {
            let host = line[first.endIndex...].dropFirst(4).prefix { $0 != 0x20 }
            guard line[first.endIndex...].starts(with: Array(" at ".utf8)),
                let initial = host.first, Bytes.isLetter(initial), host.last != 0x2E,
                host.contains(0x2E)
            else { return nil }
            sender = line[..<host.endIndex]
        }
        guard let date = MailDate.delivered(line[sender.endIndex...]) else { return nil }
        return FromLine(sender: String(decoding: sender, as: UTF8.self), date: date)
    }

    /// Recognises the words after "From ".
    init?(words: [Substring]) {
        var words = words
        // UUCP mailers append the host that the message was received from.
        if let remote = words.lastIndex(of: "remote"), remote + 1 < words.count,
            words[remote + 1] == "from"
        {
            words.removeSubrange(remote...)
        }
        // At most a weekday, a day, a month, a year, a time and two zones; the sender comes first.
        guard words.count >= 2, words.count <= 24 else { return nil }
        let first = max(0, words.count - 9)
        for start in first...(words.count - 2) {
            guard let date = MailDate(words: words[start...], isStrict: true) else { continue }
            sender = words[..<start].joined(separator: " ")
            self.date = date
            return
        }
        return nil
    }

    static let opening = Array("From ".utf8)
    /// An opening that somebody quoted.
    static let quotedOpening = Array(">From ".utf8)
}
