internal import Languages
internal import LocalProtocol
internal import Synchronization

/// Something that happened in the node, whose sentence is said to each who watches.
struct Happening: Sendable {
    private let event: NodeEvent
    private let sentence: Sentence

    init(event: NodeEvent, sentence: Sentence) {
        self.event = event
        self.sentence = sentence
    }

    /// Of what kind it is.
    var kind: EventKind { event.kind }

    /// The event in the language of the current task.
    var said: NodeEvent {
        var event = event
        event.sentence = sentence.said
        return event
    }
}

/// Copies every value to all who listen at the moment.
///
/// A listener that does not keep up loses the oldest values, never the newest.
final class Broadcast<Value: Sendable>: Sendable {
    private struct Listeners {
        var next = 0
        var continuations: [Int: AsyncStream<Value>.Continuation] = [:]
    }

    private let listeners = Mutex(Listeners())
    private let capacity: Int

    init(capacity: Int = 64) { self.capacity = capacity }

    /// A stream of the values from now on.
    func listen() -> AsyncStream<Value> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Value.self, bufferingPolicy: .bufferingNewest(capacity))
        let number = listeners.withLock { listeners in
            listeners.next += 1
            listeners.continuations[listeners.next] = continuation
            return listeners.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { _ = $0.continuations.removeValue(forKey: number) }
        }
        return stream
    }

    /// Gives a value to all who listen.
    func send(_ value: Value) {
        let all = listeners.withLock { listeners in
            listeners.continuations.sorted { $0.key < $1.key }.map(\.value)
        }
        for continuation in all { continuation.yield(value) }
    }

    /// Ends all streams.
    func finish() {
        let all = listeners.withLock { listeners in
            defer { listeners.continuations = [:] }
            return Array(listeners.continuations.values)
        }
        for continuation in all { continuation.finish() }
    }
}

extension AsyncThrowingStream where Failure == any Error, Element: Message {
    /// A first value and then what follows, up to the first value that is the last.
    static func following(
        _ first: Element, then rest: AsyncStream<Element>,
        until isLast: @escaping @Sendable (Element) -> Bool
    ) -> AsyncThrowingStream<Element, any Error> {
        let source = Following(first: first, rest: rest, isLast: isLast)
        return AsyncThrowingStream { await source.next() }
    }
}

/// Gives those values of a stream for which a claim holds, to one consumer.
actor Listening<Value: Sendable> {
    private var values: AsyncStream<Value>.Iterator
    private let isWanted: @Sendable (Value) -> Bool

    init(to values: AsyncStream<Value>, where isWanted: @escaping @Sendable (Value) -> Bool) {
        self.values = values.makeAsyncIterator()
        self.isWanted = isWanted
    }

    func next() async -> Value? {
        var value = await following()
        while let present = value, !isWanted(present) { value = await following() }
        return value
    }

    private func following() async -> Value? {
        var iterator = values
        let value = await iterator.next(isolation: self)
        values = iterator
        return value
    }
}

/// Gives one value and then those of a stream, to one consumer.
private actor Following<Value: Sendable> {
    private var first: Value?
    private var isOver = false
    private var rest: AsyncStream<Value>.Iterator
    private let isLast: @Sendable (Value) -> Bool

    init(first: Value, rest: AsyncStream<Value>, isLast: @escaping @Sendable (Value) -> Bool) {
        self.first = first
        self.rest = rest.makeAsyncIterator()
        self.isLast = isLast
    }

    func next() async -> Value? {
        guard !isOver else { return nil }
        let value: Value?
        if let first {
            value = first
            self.first = nil
        } else {
            var iterator = rest
            value = await iterator.next(isolation: self)
            rest = iterator
        }
        isOver = value.map(isLast) ?? true
        return value
    }
}
