import LocalProtocol
import Testing

@testable import Daemon

struct StreamsTests {
    @Test("a stream begins with the present value and ends with the last one")
    func following() async throws {
        let broadcast = Broadcast<RebuildProgress>()
        let first = RebuildProgress(done: 0, total: 3)
        let stream = AnswerStream.following(first, then: broadcast.listen()) { $0.isFinished }
        broadcast.send(RebuildProgress(done: 1, total: 3))
        broadcast.send(RebuildProgress(done: 3, total: 3, isFinished: true))
        broadcast.send(RebuildProgress(done: 9, total: 9))
        var seen: [Int] = []
        for try await progress in stream { seen.append(progress.done) }
        #expect(seen == [0, 1, 3])
    }

    @Test("a slow listener keeps the newest values")
    func slowListener() async {
        let broadcast = Broadcast<Int>(capacity: 2)
        let stream = broadcast.listen()
        for value in 1...5 { broadcast.send(value) }
        broadcast.finish()
        var seen: [Int] = []
        for await value in stream { seen.append(value) }
        #expect(seen == [4, 5])
    }
}
