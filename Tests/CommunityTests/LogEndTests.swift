import Community
import Histories
import Keys
import TestKit
import Testing
import Wire

@Suite("Ends of logs in communities")
struct LogEndTests {
    // Method: the leaver's log in the community holds three posts. Words on its end come from whom
    // they may not, for logs that they may not end, or out of another space; then from a member.
    @Test("43: an end counts from a member, in the log's own space, of a device that is out")
    func forged() throws {
        var history = try History(seed: 43)
        for author in 1...2 {
            history.write(
                Compose.vouch(personFounding: history.authors[author].founding), by: 0,
                in: history.workplace)
        }
        let space = history.community
        func post(_ author: Int) throws {
            history.write(
                try Compose.question(title: "Why?", body: ""), by: author, in: space)
        }
        for author in [1, 1, 1, 2, 2, 3] { try post(author) }
        func log(_ author: Int) throws -> LogID {
            LogID(raw: try #require(history.authors[author].logs[space]).key.publicKey)
        }
        let (leavers, colleagues) = (try log(1), try log(2))
        func end(_ log: LogID, at length: UInt64) -> [Operation] {
            [.statement(.logsEnded([LogEnd(log: log, length: length)]))]
        }
        func ends() -> [LogID: UInt64] {
            Directory(history.replica()).verdicts.ends[space, default: [:]]
        }
        // Before the device is out nobody can end its log.
        history.write(end(leavers, at: 0), by: 0, in: space)
        #expect(ends().isEmpty)
        let departure = Departure(person: history.authors[1].person, words: .keepName, ends: [])
        history.write([.statement(.departed(departure))], by: 1, in: history.workplace)
        #expect(ends() == [leavers: 0], "the word of before counts once the device is out")
        // A stranger, a colleague's log, another space, the leaver's own late word.
        history.write(end(leavers, at: 3), by: 3, in: space)
        history.write(end(colleagues, at: 0), by: 0, in: space)
        history.write(end(leavers, at: 3), by: 2, in: history.workplace)
        history.write(end(leavers, at: 3), by: 1, in: space)
        #expect(ends() == [leavers: 0])
        history.write(end(leavers, at: 2), by: 2, in: space)
        #expect(ends() == [leavers: 2], "a member's word does, and the greatest stands")
        history.write(end(leavers, at: 1), by: 0, in: space)
        #expect(ends() == [leavers: 2])
    }
}
