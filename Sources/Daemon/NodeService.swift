public import ServiceLifecycle

/// Runs a home until it is to stop, then lets its node say goodbye.
public struct NodeService: Service {
    private let gate: LockableNode

    /// Makes a service of a home that was opened and whose node is not started yet.
    public init(gate: LockableNode) { self.gate = gate }

    public func run() async throws {
        let gate = self.gate
        try await withGracefulShutdownHandler {
            try await gate.run()
        } onGracefulShutdown: {
            gate.requestStop()
        }
    }
}
