import Community
import TestKit
import Testing
import Wire

@Suite("Calendar files")
struct CalendarTextTests {
    private func event(
        _ title: String = "Kick-off", starts: [Int64] = [1_809_435_600_000]
    ) -> RecordFacts {
        var event = Made.facts(
            Schema.event, 1, by: 1, at: 1, ["title": .text(title)])
        event.elements["start"] = starts.map { .integer($0) }
        event.elements["places"] = [.text("Canteen; ground floor")]
        return event
    }

    private func lines(_ event: RecordFacts) -> [String] {
        CalendarText.file(
            [CalendarText.Entry(event: event, host: "w.hearth")], name: "Plant, North"
        )
        .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("an event has a stable UID, times in UTC, and escaped text")
    func simple() {
        let lines = lines(event())
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "")
        #expect(lines.contains("UID:\(Made.record(1).hex)@w.hearth"))
        #expect(lines.contains("DTSTART:20270504T130000Z"))
        #expect(lines.contains("DTEND:20270504T140000Z"))
        #expect(lines.contains("SEQUENCE:0"))
        #expect(lines.contains("LOCATION:Canteen\\; ground floor"))
        #expect(lines.contains("X-WR-CALNAME:Plant\\, North"))
        #expect(lines.contains("STATUS:CONFIRMED"))
    }

    @Test("SEQUENCE counts changes of time and place, and a dispute is tentative")
    func sequence() {
        var moved = event(starts: [1_809_435_600_000, 1_809_439_200_000])
        moved.changes = ["start": 2, "places": 1]
        let lines = lines(moved)
        #expect(lines.contains("SEQUENCE:3"))
        #expect(lines.contains("STATUS:TENTATIVE"))
        #expect(lines.contains("DESCRIPTION:The time is disputed."))
    }

    @Test("lines are folded at 75 bytes without cutting a character, and come back whole")
    func folding() {
        forAll(cases: 100, "folded lines unfold") { generator in
            let title = String(
                (0..<120).map { _ in "aé軸🔧 ".randomElement(using: &generator) ?? "a" })
            let folded = lines(event(title))
            guard folded.allSatisfy({ $0.utf8.count <= 75 }) else { return false }
            return folded.joined(separator: "\r\n").replacing("\r\n ", with: "")
                .contains("SUMMARY:\(title)")
        }
    }

    @Test("a rule of recurrence can't bring lines of its own")
    func rules() {
        #expect(CalendarText.isRule("FREQ=WEEKLY;BYDAY=TU,+1FR;INTERVAL=2"))
        for text in ["FREQ=WEEKLY\nATTACH:x", "freq=weekly", "BYDAY=TU", "FREQ=WEEKLY:X", ""] {
            #expect(!CalendarText.isRule(text))
        }
    }
}
