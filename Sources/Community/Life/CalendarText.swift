internal import Languages
internal import Wire

/// Events as a calendar file (RFC 5545).
///
/// The text depends on nothing but the events, so that a calendar program sees a change only where
/// there is one.
public enum CalendarText {
    /// An event as it stands in the file.
    public struct Entry: Sendable {
        /// The event.
        public var event: RecordFacts
        /// What follows `UID:` after the event's own id.
        public var host: String

        /// Makes an entry.
        public init(event: RecordFacts, host: String) {
            self.event = event
            self.host = host
        }
    }

    /// The file.
    public static func file(_ entries: [Entry], name: String) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hearth//Hearth//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(escaped(name))",
        ]
        for entry in entries { lines += event(entry) }
        lines.append("END:VCALENDAR")
        return lines.flatMap(folded).map { $0 + "\r\n" }.joined()
    }

    private static func event(_ entry: Entry) -> [String] {
        let event = entry.event
        let times = EventTimes(event)
        guard let start = times.starts.first else { return [] }
        let end = times.ends.first { $0 >= start } ?? start + LifeRules.eventLength
        var lines = [
            "BEGIN:VEVENT", "UID:\(event.id.hex)@\(entry.host)", "DTSTAMP:\(moment(event.written))",
            "DTSTART:\(moment(start))", "DTEND:\(moment(end))", "SEQUENCE:\(times.sequence)",
            "SUMMARY:\(escaped(event.text("title") ?? ""))",
            "STATUS:\(event.flag("cancelled") ? "CANCELLED" : times.isTimeDisputed ? "TENTATIVE" : "CONFIRMED")",
        ]
        if let place = times.places.first { lines.append("LOCATION:\(escaped(place))") }
        let words = [
            event.text("body") ?? "", times.isTimeDisputed ? say("The time is disputed.") : "",
        ]
        .filter { !$0.isEmpty }
        if !words.isEmpty {
            lines.append("DESCRIPTION:\(escaped(words.joined(separator: "\n\n")))")
        }
        if let series = event.text("series"), isRule(series) { lines.append("RRULE:\(series)") }
        return lines + ["END:VEVENT"]
    }

    /// Whether a text has the form of a recurrence rule, so that it can't bring lines of its own.
    public static func isRule(_ text: String) -> Bool {
        text.hasPrefix("FREQ=")
            && text.utf8.allSatisfy {
                (65...90).contains($0) || (48...57).contains($0)
                    || [0x3D, 0x3B, 0x2C, 0x2B, 0x2D].contains($0)
            }
    }

    /// `20270504T130000Z`.
    static func moment(_ milliseconds: Int64) -> String {
        let days = (milliseconds >= 0 ? milliseconds : milliseconds - 86_399_999) / 86_400_000
        let seconds = (milliseconds - days * 86_400_000) / 1_000
        let (year, month, day) = civil(days)
        func padded(_ number: Int64, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return padded(year, 4) + padded(month, 2) + padded(day, 2) + "T"
            + padded(seconds / 3_600, 2) + padded(seconds / 60 % 60, 2) + padded(seconds % 60, 2)
            + "Z"
    }

    /// The Gregorian date of a day counted from 1970-01-01, by whole periods of 400 years.
    private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        // Years are counted from March, so that the leap day is the last of a year.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// A text as a value: RFC 5545, section 3.3.11.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\" + String(scalar)
            case "\n": escaped += "\\n"
            case "\r": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A line in pieces of at most 75 bytes, none of which cuts a character: section 3.1.
    static func folded(_ line: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var bytes = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if bytes + size > 75 {
                pieces.append(piece)
                (piece, bytes) = (" ", 1)
            }
            piece.unicodeScalars.append(scalar)
            bytes += size
        }
        return pieces + [piece]
    }
}
