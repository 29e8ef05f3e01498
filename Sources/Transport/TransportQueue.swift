internal import Synchronization
internal import Wire

/// Hands events from the event loop to one consumer, in order, without losing any.
///
/// Its size is bounded because each connection stops reading while too many of its bytes are
/// in here.
final class TransportQueue: Sendable {
    /// Neighbouring pieces of one connection are joined up to this many bytes.
    private static let joinedBytes = 65_536

    private struct State {
        var pending: [TransportEvent?] = []
        var head = 0
        var waiter: CheckedContinuation<TransportEvent?, Never>?
        var isFinished = false

        var last: TransportEvent? {
            get { head < pending.count ? pending[pending.count - 1] : nil }
            set { pending[pending.count - 1] = newValue }
        }

        mutating func pop() -> TransportEvent? {
            guard head < pending.count else { return nil }
            let event = pending[head]
            pending[head] = nil
            head += 1
            if head == pending.count {
                pending.removeAll(keepingCapacity: pending.capacity <= 1_024)
                head = 0
            } else if head >= 1_024, head * 2 >= pending.count {
                pending.removeFirst(head)
                head = 0
            }
            return event
        }
    }

    private let state = Mutex(State())

    /// Adds an event.
    func push(_ event: TransportEvent) {
        let waiter = state.withLock { state -> CheckedContinuation<TransportEvent?, Never>? in
            guard !state.isFinished else { return nil }
            if let waiter = state.waiter {
                state.waiter = nil
                return waiter
            }
            if !Self.join(event, into: &state) { state.pending.append(event) }
            return nil
        }
        waiter?.resume(returning: event)
    }

    /// Ends the sequence after what is pending.
    func finish() {
        let waiter = state.withLock { state in
            state.isFinished = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: nil)
    }

    /// The next event; `nil` when the queue is finished or the task is cancelled.
    func next() async -> TransportEvent? {
        if let event = state.withLock({ $0.pop() }) { return event }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let result = state.withLock { state -> TransportEvent?? in
                    if let event = state.pop() { return .some(event) }
                    if state.isFinished || Task.isCancelled || state.waiter != nil {
                        return .some(nil)
                    }
                    state.waiter = continuation
                    return nil
                }
                if let result { continuation.resume(returning: result) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume(returning: nil)
        }
    }

    /// Appends bytes to those of the same connection that stand last; whether that was possible.
    private static func join(_ event: TransportEvent, into state: inout State) -> Bool {
        guard case .received(let number, let bytes) = event,
            case .received(number, var joined)? = state.last,
            joined.count + bytes.count <= joinedBytes
        else { return false }
        // Not copied: nothing else holds the array while it is taken out.
        state.last = nil
        joined.append(contentsOf: bytes)
        state.last = .received(number, joined)
        return true
    }
}
