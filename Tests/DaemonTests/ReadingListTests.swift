import TestKit
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
            Array(list.fields.dropLast(2)), [[1], [], []], [list.fields[0], [1], []],
            list.fields.dropLast() + [[1]],
        ]
        for fields in damaged { #expect(ReadingList(fields: fields) == nil) }
        // As it was kept before choices had moments.
        let former = ReadingList(fields: Array(list.fields.dropLast()))
        #expect(former?.followed == list.followed && former?.muted == list.muted)
    }

    @Test("lists of two computers merge to one, in either order and twice")
    func merging() {
        forAll(cases: 100, "both have the same, and nothing read is unread again") { generator in
            var lists = [ReadingList(), ReadingList()]
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                let place = Int.random(in: 0...1, using: &generator)
                let id = record(UInt64.random(in: 1...4, using: &generator))
                let moment = Int64.random(in: 1...9, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: lists[place].startFresh(at: moment / 2)
                case 1: _ = lists[place].follow(id, moment % 2 == 0, at: moment)
                default: lists[place].markRead(id, date: moment)
                }
            }
            var (one, two) = (lists[0], lists[1])
            guard let told = ReadingList(letter: lists[1].letter) else { return false }
            one.merge(told)
            two.merge(lists[0])
            var again = one
            again.merge(told)
            let wasRead = lists.flatMap { list in list.read.map { ($0.key, $0.value) } }
            return one == two && again == one
                && wasRead.allSatisfy { !one.isUnread($0.0, date: $0.1) }
        }
    }

    @Test("a letter that is damaged, or another one, tells nothing")
    func letters() {
        var list = ReadingList()
        list.markRead(record(1), date: 5)
        _ = list.follow(record(2), true, at: 7)
        let letter = list.letter
        #expect(ReadingList(letter: letter) == list)
        for length in 0..<letter.count where length != letter.count - 25 {
            #expect(ReadingList(letter: Bytes(letter.prefix(length))) == nil)
        }
        #expect(ReadingList(letter: [1, 2, 3]) == nil)
    }

    @Test("a node that stops doesn't wait for what was put off", .timeLimit(.minutes(1)))
    func stopping() async throws {
        let plant = try await Plant(["Ada"])
        let ada = plant.nodes[0]
        await ada.putOff { try? await Task.sleep(for: .seconds(600)) }
        await ada.followLater()
    }
}
