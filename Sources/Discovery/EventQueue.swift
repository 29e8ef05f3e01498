internal import Synchronization

/// Hands events from the discovery thread to one consumer.
///
/// A consumer that is slow gets the latest state of each node instead of every step on the way,
/// so the queue is bounded by the service table.
final class EventQueue: Sendable {
    private struct State {
        var pending: [DiscoveryEvent] = []
        /// Nodes that the consumer believes to exist.
        var delivered: Set<String> = []
        var waiter: CheckedContinuation<DiscoveryEvent?, Never>?
        var isFinished = false
    }

    private let state = Mutex(State())

    /// Adds an event, replacing those that it makes obsolete.
    func push(_ event: DiscoveryEvent) {
        let resumption = state.withLock { state -> (() -> Void)? in
            guard !state.isFinished else { return nil }
            Self.merge(event, into: &state)
            guard let waiter = state.waiter, let first = Self.pop(&state) else { return nil }
            state.waiter = nil
            return { waiter.resume(returning: first) }
        }
        resumption?()
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
    func next() async -> DiscoveryEvent? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let result = state.withLock { state -> DiscoveryEvent?? in
                    if let event = Self.pop(&state) { return .some(event) }
                    if state.isFinished || Task.isCancelled || state.waiter != nil {
                        return .some(nil)
                    }
                    state.waiter = continuation
                    return nil
                }
                if let result { continuation.resume(returning: result) }
            }
        } onCancel: {
            abandon()
        }
    }

    private func abandon() {
        let waiter = state.withLock { state in
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: nil)
    }

    private static func pop(_ state: inout State) -> DiscoveryEvent? {
        guard !state.pending.isEmpty else { return nil }
        let event = state.pending.removeFirst()
        switch event {
        case .found(let node): state.delivered.insert(node.instance)
        case .lost(let instance): state.delivered.remove(instance)
        default: break
        }
        return event
    }

    private static func merge(_ event: DiscoveryEvent, into state: inout State) {
        switch event {
        case .found(let node):
            state.pending.removeAll {
                if case .found(let old) = $0 {
                    return old.instance == node.instance && old.interface == node.interface
                }
                return false
            }
        case .lost(let instance):
            state.pending.removeAll {
                if case .found(let old) = $0 { return old.instance == instance }
                return $0 == event
            }
            if !state.delivered.contains(instance) { return }
        case .available, .unavailable:
            state.pending.removeAll {
                switch $0 {
                case .available, .unavailable: true
                default: false
                }
            }
        case .advertised, .nameTaken:
            state.pending.removeAll {
                switch $0 {
                case .advertised, .nameTaken: true
                default: false
                }
            }
        }
        state.pending.append(event)
    }
}
