internal import Foundation
internal import Languages
internal import LocalProtocol

/// Moments as people type them, by the clock on the wall here.
enum LocalMoment {
    /// Turns `2027-05-04`, `2027-05-04T13:00` or a full ISO 8601 moment into the latter.
    ///
    /// The order in which the language writes dates is read, too.
    ///
    /// - Throws: ``ServiceError`` with code `usage` for anything else.
    static func read(_ text: String, zone: TimeZone = .current) throws -> String {
        if let moment = Timestamp(text: text) { return moment.text }
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.calendar = Calendar(identifier: .gregorian)
        formatter.timeZone = zone
        formatter.isLenient = false
        let formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"]
        for format in formats + [DatePattern.moment, DatePattern.day] {
            formatter.dateFormat = format
            if let date = formatter.date(from: text) {
                let seconds = date.timeIntervalSince1970.rounded()
                return Timestamp(milliseconds: Int64(seconds) * 1_000).text
            }
        }
        throw ServiceError(
            .usage, "\"\(text)\" is no date.",
            hint: "Write it as 2027-05-04, or with a time as 2027-05-04T13:00.")
    }

    /// The first moment of a period that reaches until now, such as `7d`, or that begins on a date.
    ///
    /// - Throws: ``ServiceError`` with code `usage` for anything else.
    static func start(of period: String, now: Date = Date()) throws -> Timestamp {
        if let seconds = DurationText.seconds(period) {
            let now = Int64(now.timeIntervalSince1970 * 1_000)
            let (length, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000)
            return Timestamp(milliseconds: isTooLong ? 0 : max(0, now - length))
        }
        guard let moment = Timestamp(text: try read(period)) else {
            throw ServiceError(.usage, "\"\(period)\" is no date.")
        }
        return moment
    }
}
