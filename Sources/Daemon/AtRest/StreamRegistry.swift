internal import LocalProtocol
internal import Synchronization

/// The streams that are being read from an unlocked home, so that locking can end them.
final class StreamRegistry: Sendable {
    private struct Streams {
        var next = 0
        var endings: [Int: @Sendable () async -> Void] = [:]
    }

    private let streams = Mutex(Streams())

    /// A stream that ends by itself or with ``endAll()``, whichever is first.
    func guarded<Item: Message>(_ stream: AnswerStream<Item>) -> AnswerStream<Item> {
        let number = streams.withLock { streams in
            streams.next += 1
            return streams.next
        }
        let guarded = GuardedStream(stream) { [weak self] in self?.forget(number) }
        streams.withLock { streams in
            streams.endings[number] = { [weak guarded] in await guarded?.end() }
        }
        return AnswerStream { try await guarded.next() }
    }

    /// Ends all streams and lets go of what they hold.
    func endAll() async {
        let endings = streams.withLock { streams in
            defer { streams.endings = [:] }
            return streams.endings.sorted { $0.key < $1.key }.map(\.value)
        }
        for end in endings { await end() }
    }

    /// How many streams are read now.
    var count: Int { streams.withLock { $0.endings.count } }

    private func forget(_ number: Int) {
        streams.withLock { _ = $0.endings.removeValue(forKey: number) }
    }
}

/// A stream of which nothing is held any more once it was ended.
private actor GuardedStream<Item: Message> {
    private var rest: AnswerStream<Item>.AsyncIterator?
    private let forget: @Sendable () -> Void

    init(_ stream: AnswerStream<Item>, forget: @escaping @Sendable () -> Void) {
        rest = stream.makeAsyncIterator()
        self.forget = forget
    }

    deinit { forget() }

    func next() async throws -> Item? {
        guard var iterator = rest else { throw LockableNode.lockedError }
        let item = try await iterator.next(isolation: self)
        guard rest != nil else { throw LockableNode.lockedError }
        rest = item == nil ? nil : iterator
        return item
    }

    func end() { rest = nil }
}
