import Testing
import Wire

@testable import Daemon

@Suite struct ReadingListTests {
    private func record(_ number: UInt64) -> RecordID {
        RecordID(raw: Bytes16(high: number, low: 7))
    }

    @Test("what was read stays read, the rest unread")
    func marks() {
        var list = ReadingList()
        #expect(list.isUnread(record(1), date: 5))
        list.markRead(record(1), date: 5)
        #expect(!list.isUnread(record(1), date: 5) && list.isUnread(record(2), date: 5))
        list.startFresh(at: 10)
        #expect(!list.isUnread(record(2), date: 10) && list.isUnread(record(2), date: 11))
        #expect(list.read.isEmpty, "the moment says it")
        list.startFresh(at: 3)
        #expect(list.start == 10, "nothing that was read is unread again")
    }

    @Test("a long list becomes a moment, and only what is older than half of it is covered")
    func bounded() {
        var list = ReadingList()
        let most = ReadingList.mostRead
        for number in 0...most { list.markRead(record(UInt64(number)), date: Int64(number) + 1) }
        #expect(list.read.count <= most)
        #expect(list.isUnread(record(1_000_000), date: Int64(most)))
        for number in 0...most {
            #expect(!list.isUnread(record(UInt64(number)), date: Int64(number) + 1))
        }
    }

    @Test("choices replace each other, up to a bound")
    func follows() {
        var list = ReadingList()
        let choices = [list.follow(record(1), true), list.follow(record(2), false)]
        #expect(choices == [true, true])
        #expect(list.followed == [record(1)] && list.muted == [record(2)])
        _ = list.follow(record(1), false)
        #expect(list.followed.isEmpty && list.muted == [record(1), record(2)])
        for number in 3...UInt64(ReadingList.mostFollowed) {
            _ = list.follow(record(number), true)
        }
        let late = [list.follow(record(9_999_999), true), list.follow(record(1), true)]
        #expect(late == [false, true] && list.follows.count == ReadingList.mostFollowed)
    }

    @Test("it is kept among the keys, and damage is told")
    func kept() throws {
        let folder = try TemporaryFolder()
        let keys = try KeyFolder.open(path: folder.path + "/keys")
        #expect(try keys.reading() == ReadingList())
        var list = ReadingList()
        list.startFresh(at: -3)
        list.markRead(record(1), date: 5)
        _ = list.follow(record(2), true)
        _ = list.follow(record(3), false)
        try keys.save(list)
        #expect(try keys.reading() == list)
        let damaged: [[Bytes]] = [
            Array(list.fields.dropLast()), [[1], [], []], [list.fields[0], [1], []],
        ]
        for fields in damaged { #expect(ReadingList(fields: fields) == nil) }
    }
}
