internal import Foundation
internal import Languages
internal import LocalProtocol

/// How text for people looks: colours, width, time.
struct Style: Sendable {
    /// True when colours may be used.
    var hasColours = false
    /// Columns of the terminal; nil when the output goes elsewhere and isn't cut or wrapped.
    var width: Int?
    /// What "now" is, for "5 s ago".
    var now: Timestamp
    /// The zone in which times are shown.
    var zone = TimeZone.current

    func bold(_ text: String) -> String { painted(text, "1") }
    func faint(_ text: String) -> String { painted(text, "2") }
    func red(_ text: String) -> String { painted(text, "31") }
    func green(_ text: String) -> String { painted(text, "32") }
    func yellow(_ text: String) -> String { painted(text, "33") }
    func cyan(_ text: String) -> String { painted(text, "36") }

    /// White on black whatever the colours of the terminal are, for pictures made of blocks.
    func lightOnDark(_ text: String) -> String { painted(text, "97;40") }

    private func painted(_ text: String, _ code: String) -> String {
        hasColours && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// A moment as `2027-05-04 13:00` in the local zone, in the order of the language.
    func moment(_ moment: Timestamp) -> String {
        written(moment, as: DatePattern.moment)
    }

    /// A day as `2027-05-04` in the local zone, in the order of the language.
    func day(_ moment: Timestamp) -> String {
        written(moment, as: DatePattern.day)
    }

    /// A moment of today as `13:00` in the local zone.
    func clock(_ moment: Timestamp) -> String {
        String(local(moment).dropFirst(11).prefix(5))
    }

    /// How long ago a moment was: `now`, `5 s ago`, `3 min ago`, `2 h ago`, `4 d ago`.
    func ago(_ moment: Timestamp) -> String {
        let seconds = (now.milliseconds - moment.milliseconds) / 1000
        switch seconds {
        case ..<2: return say("now")
        case ..<120: return say("\(seconds) s ago")
        case ..<7200: return say("\(seconds / 60) min ago")
        case ..<172_800: return say("\(seconds / 3600) h ago")
        default: return say("\(seconds / 86_400) d ago")
        }
    }

    private func written(_ moment: Timestamp, as pattern: String) -> String {
        let text = local(moment)
        let parts = [("yyyy", 0, 4), ("MM", 5, 2), ("dd", 8, 2), ("HH", 11, 2), ("mm", 14, 2)]
        return parts.reduce(pattern) { result, part in
            result.replacing(part.0, with: text.dropFirst(part.1).prefix(part.2))
        }
    }

    private func local(_ moment: Timestamp) -> String {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        let offset = Int64(zone.secondsFromGMT(for: date)) * 1000
        return Timestamp(milliseconds: moment.milliseconds + offset).text
    }

    /// Bytes as `512 B`, `3.4 KiB`, `12 MiB`.
    static func bytes(_ count: Int64) -> String {
        var value = Double(count)
        var unit = "B"
        for next in ["KiB", "MiB", "GiB", "TiB"] where value >= 1024 {
            value /= 1024
            unit = next
        }
        if unit == "B" || value >= 10 { return "\(Int64(value.rounded())) \(unit)" }
        return "\(Language.current.number(tenths: Int64(value * 10))) \(unit)"
    }

    /// A number with a comma, or what the language has for one, between thousands.
    static func number(_ value: Int) -> String {
        Language.current.number(value)
    }

    /// Names or other things in a row.
    static func list(_ items: [String]) -> String {
        Language.current.list(items)
    }
}
