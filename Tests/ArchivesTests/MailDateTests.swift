import Foundation
import TestKit
import Testing

@testable import Archives

struct MailDateTests {
    static let newYear: Int64 = 1_167_609_600

    @Test(
        "reads a date in every form that mail has had",
        arguments: [
            "Mon, 1 Jan 2007 00:00:00 +0000", "Mon, 1 Jan 2007 01:00:00 +0100 (CET)",
            "1 Jan 2007 00:00 GMT", "Mon, 01 Jan 07 00:00:00 UT", "Sun, 31 Dec 2006 19:00:00 EST",
            "Mon, 1 Jan 2007 01:00:00 MEZ", "Mon Jan  1 00:00:00 2007",
            "Mon Jan  1 01:00:00 CET 2007", "Monday, 01-Jan-07 00:00:00 GMT",
            "Mon, 1 Jan 107 00:00:00 GMT", "1 Jan 19107 00:00:00 GMT", "2007-01-01 00:00:00",
            "2007-01-01T00:00:00Z", "2007-01-01T01:00:00.000+01:00", "2007-01-01T00:00:00.123",
            "Mon, 1 Jan 2007 00:00:00 GMT+0000", "Mon, 1 Jan 2007 01:00:00 GMT+0100",
            "Mon, 1 Jan 2007 00:00:00 +0000 (GMT (yes))", "Mon,1 Jan 2007 00:00:00 +0000",
            "Mo, 1 Jan 2007 00:00:00 +0000", "Mon, 1 January 2007, 12:00:00 AM",
            "Mon, 1 Jan 2007 00:00:00 (no zone)", "Mon, 1 Jan 2007 00:00:00 Z",
            "Sun, 31 Dec 2006 16:00:00 -0800 (PST)", "Mon, 1 Jan 2007 00:00:00 +9999",
            "Mon, 1 Jan 2007 00:00:00 XYZ", "1 Jan 2007 00:00:00 \"GMT\"",
            "Mon, 1 Jan 2007 05:30:00 +05:30", "31 Dec 2006 24:00:00 GMT",
        ])
    func forms(text: String) throws {
        let date = try #require(MailDate(text))
        #expect(date.milliseconds / 1_000 == Self.newYear)
    }

    @Test(
        "reads no date from what is none",
        arguments: [
            "", "yesterday", "Mon, 32 Jan 2007 00:00:00", "30 Feb 2007 00:00:00 GMT",
            "1 Jan 00:00:00", "Jan 2007 00:00:00", "1 Jan 2007", "1 Jan 2007 25:00:00",
            "1 Jan 2007 00:61", "2007-13-01 00:00:00", "1 Jan 99999 00:00:00",
            "\u{0}\u{1}", String(repeating: "(", count: 5_000),
        ])
    func none(text: String) { #expect(MailDate(text) == nil) }

    @Test("reads leap days and the years around a century's end")
    func leapDays() {
        #expect(MailDate("29 Feb 2000 12:00:00 GMT")?.milliseconds == 951_825_600_000)
        #expect(MailDate("29 Feb 2004 12:00:00 GMT")?.milliseconds == 1_078_056_000_000)
        #expect(MailDate("29 Feb 1900 12:00:00 GMT") == nil)
        #expect(MailDate("1 Jan 70 00:00:00 GMT")?.milliseconds == 0)
        #expect(MailDate("31 Dec 49 00:00:00 GMT")?.milliseconds == 2_524_521_600_000)
    }

    @Test("agrees with the platform's calendar on any day")
    func anyDay() {
        forAll(cases: 200, "the calendar agrees with Foundation's") { generator in
            let seconds = Int64.random(in: 0...4_000_000_000, using: &generator)
            var utc = Calendar(identifier: .gregorian)
            utc.timeZone = try #require(TimeZone(identifier: "UTC"))
            let date = Date(timeIntervalSince1970: TimeInterval(seconds))
            let parts = utc.dateComponents(
                [.year, .month, .day, .hour, .minute, .second], from: date)
            let words = [parts.year, parts.month, parts.day].map { String($0 ?? 0) }
            let day = words.map { $0.count < 2 ? "0" + $0 : $0 }.joined(separator: "-")
            let text = "\(day) \(parts.hour ?? 0):\(parts.minute ?? 0):\(parts.second ?? 0)"
            return MailDate(text)?.milliseconds == seconds * 1_000
        }
    }

    @Test("never traps on random words")
    func randomWords() {
        let words = [
            "1", "Jan", "2007", "00:00", "-", "+", "::", "99999999999999999999", "-1-1-1",
            "T", "2007-01-01T", "1-Jan-", "GMT+", "é", "0", "🕰",
        ]
        forAll(cases: 500, "random words never trap") { generator in
            let text = (0..<8).map { _ in words.randomElement(using: &generator) ?? "" }
            _ = MailDate(text.joined(separator: " "))
            _ = FromLine(Array(("From " + text.joined(separator: " ")).utf8)[...])
            return true
        }
    }
}
