internal import Dispatch
internal import Synchronization

/// One timer that can be set anew at any time; each time it is due, ``rings`` has an element.
final class Alarm: Sendable {
    /// An element for each time that the timer was due; what nobody took yet counts once.
    let rings: AsyncStream<Void>

    private let continuation: AsyncStream<Void>.Continuation
    private let timer = Mutex<(any DispatchSourceTimer)?>(nil)
    private let queue = DispatchQueue(label: "hearth.alarm")

    init() {
        (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Lets the timer be due after a duration, and forgets what was set before.
    func set(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        timer.withLock { timer in
            timer?.cancel()
            let next = DispatchSource.makeTimerSource(queue: queue)
            next.setEventHandler { [continuation] in continuation.yield() }
            next.schedule(
                deadline: .now() + .nanoseconds(nanoseconds),
                leeway: .nanoseconds(min(nanoseconds / 16, 500_000_000)))
            next.resume()
            timer = next
        }
    }

    /// Stops the timer and ends ``rings``.
    func stop() {
        timer.withLock { timer in
            timer?.cancel()
            timer = nil
        }
        continuation.finish()
    }
}
