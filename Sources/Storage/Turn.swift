internal import Synchronization

/// Lets one after the other do something that must not be interleaved, in the order of asking.
public final class Turn: Sendable {
    private struct Line {
        var isTaken = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let line = Mutex(Line())

    /// Nobody waits yet.
    public init() {}

    /// Waits until everybody who asked before is done.
    public func take() async {
        await withCheckedContinuation { continuation in
            let mayGo = line.withLock { line in
                if !line.isTaken {
                    line.isTaken = true
                    return true
                }
                line.waiting.append(continuation)
                return false
            }
            if mayGo { continuation.resume() }
        }
    }

    /// Lets the next one go.
    public func end() {
        let next = line.withLock { line -> CheckedContinuation<Void, Never>? in
            guard !line.waiting.isEmpty else {
                line.isTaken = false
                return nil
            }
            return line.waiting.removeFirst()
        }
        next?.resume()
    }
}
