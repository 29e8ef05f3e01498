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
    init?(_ line: some Collection<UInt8>) {
        guard line.starts(with: FromLine.opening), line.count <= 400 else { return nil }
        var words = String(decoding: line.dropFirst(FromLine.opening.count), as: UTF8.self)
            .split { $0 == " " || $0 == "\t" }
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
}
