internal import LocalProtocol
internal import Synchronization

/// Whether the gateway is to be open, and what became of it: between the node, which decides, and
/// the server, which listens.
final class GatewaySwitch: Sendable {
    private struct State {
        var plan: GatewayPlan?
        var outcome: GatewayOutcome?
        /// Plans that were given, and those of which the outcome is known.
        var given = 0
        var settled = 0
    }

    /// What holds from now on; for one reader.
    let plans: AsyncStream<GatewayPlan?>
    private let plan: AsyncStream<GatewayPlan?>.Continuation
    private let state = Mutex(State())

    /// Makes a switch that was never turned.
    init() {
        (plans, plan) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Says what holds from now on; what holds already is left alone, and what failed is tried again.
    func turn(to next: GatewayPlan?) {
        let isNew = state.withLock { state in
            var hasFailed = false
            if case .failed? = state.outcome { hasFailed = true }
            guard state.given == 0 || hasFailed || !Self.isSame(state.plan, next) else {
                return false
            }
            state.plan = next
            state.given += 1
            return true
        }
        if isNew { plan.yield(next) }
    }

    /// Two plans of one node differ in port, names and hop limit alone: its rules are those with
    /// which it started.
    private static func isSame(_ one: GatewayPlan?, _ other: GatewayPlan?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return one.port == other.port && one.names == other.names
            && one.hopLimit == other.hopLimit
    }

    /// Takes note of what became of the last plan.
    ///
    /// - Returns: What was before.
    func became(_ outcome: GatewayOutcome) -> GatewayOutcome? {
        state.withLock { state in
            defer { state.outcome = outcome }
            state.settled = state.given
            return state.outcome
        }
    }

    /// What became of the last plan; `nil` while nobody has carried it out.
    var outcome: GatewayOutcome? {
        state.withLock { $0.settled == $0.given ? $0.outcome : nil }
    }

    /// The port on which the gateway listens; `nil` while it doesn't.
    var port: UInt16? {
        if case .open(let port)? = outcome { port } else { nil }
    }
}
