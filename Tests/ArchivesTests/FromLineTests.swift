import Foundation
import Testing

@testable import Archives

struct FromLineTests {
    static let newYear: Int64 = 1_167_609_600_000

    @Test(
        "recognises a separator in every dialect",
        arguments: [
            ("From name@host.tld Mon Jan  1 00:00:00 2007", "name@host.tld"),
            ("From name at host.tld  Mon Jan  1 00:00:00 2007", "name at host.tld"),
            ("From name@host.tld Mon Jan 01 00:00:00 2007", "name@host.tld"),
            ("From name@host.tld  Jan  1 00:00:00 2007", "name@host.tld"),
            ("From - Mon Jan 01 00:00:00 2007", "-"),
            ("From ???@??? Mon Jan 01 00:00:00 2007", "???@???"),
            ("From name@host.tld Mon Jan  1 00:00 2007", "name@host.tld"),
            ("From name@host.tld Mon Jan  1 00:00:00 UTC 2007", "name@host.tld"),
            ("From name@host.tld Mon Jan  1 01:00:00 2007 +0100", "name@host.tld"),
            ("From name@host.tld Mon Jan  1 01:00:00 +0100 2007", "name@host.tld"),
            ("From name@host.tld Mon, 1 Jan 2007 00:00:00 +0000", "name@host.tld"),
            ("From name@host.tld Mon Jan  1 00:00:00 2007 remote from uunet", "name@host.tld"),
            ("From name@host.tld\tMon Jan  1 00:00:00 2007", "name@host.tld"),
            ("From Mon Jan  1 00:00:00 2007", ""),
            ("From 158@xxx Mon Jan 01 00:00:00 +0000 2007", "158@xxx"),
            ("From MAILER-DAEMON 2007-01-01 00:00:00", "MAILER-DAEMON"),
        ])
    func recognised(line: String, sender: String) throws {
        let found = try #require(FromLine(Array(line.utf8)[...]))
        #expect(found.sender == sender)
        #expect(found.date.milliseconds == Self.newYear)
    }

    @Test(
        "takes a line of a text for what it is",
        arguments: [
            "From what I know about R, this is right",
            "From Mon Jan 1 00:00:00 2007 on we had trouble",
            "From 2007 on", "From: name@host.tld", "From", "From ", ">From name Mon Jan 1 2007",
            "From here to there in 10:30 on Jan 5", "from name Mon Jan  1 00:00:00 2007",
            "From the meeting on Mon Jan 32 00:00:00 2007",
        ])
    func text(line: String) { #expect(FromLine(Array(line.utf8)[...]) == nil) }
}
