internal import Foundation
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

    /// A moment as `2027-05-04 13:00` in the local zone.
    func moment(_ moment: Timestamp) -> String {
        String(local(moment).prefix(16)).replacingOccurrences(of: "T", with: " ")
    }

    /// A day as `2027-05-04` in the local zone.
    func day(_ moment: Timestamp) -> String {
        String(local(moment).prefix(10))
    }

    /// A moment of today as `13:00` in the local zone.
    func clock(_ moment: Timestamp) -> String {
        String(local(moment).dropFirst(11).prefix(5))
    }

    /// How long ago a moment was: `now`, `5 s ago`, `3 min ago`, `2 h ago`, `4 d ago`.
    func ago(_ moment: Timestamp) -> String {
        let seconds = (now.milliseconds - moment.milliseconds) / 1000
        switch seconds {
        case ..<2: return "now"
        case ..<120: return "\(seconds) s ago"
        case ..<7200: return "\(seconds / 60) min ago"
        case ..<172_800: return "\(seconds / 3600) h ago"
        default: return "\(seconds / 86_400) d ago"
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
        return "\(Double(Int64(value * 10)) / 10) \(unit)"
    }

    /// A number with a comma between thousands.
    static func number(_ value: Int) -> String {
        var digits = Array(String(value.magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (value < 0 ? "-" : "") + String(digits)
    }

    /// `1 question` or `2 questions`.
    static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number(value)) \(value == 1 ? one : many ?? one + "s")"
    }
}
