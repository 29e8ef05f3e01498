internal import Synchronization

/// All connections of a service, with the bounds on their number.
final class ConnectionTable: Sendable {
    private struct State {
        var connections: [ConnectionNumber: Connection] = [:]
        var accepted = 0
        var acceptedBySource: [String: Int] = [:]
        var nextAccepted = TransportService.firstAcceptedConnection
        var isStopped = false
    }

    private let settings: TransportSettings
    private let queue: TransportQueue
    private let state = Mutex(State())

    init(settings: TransportSettings, queue: TransportQueue) {
        self.settings = settings
        self.queue = queue
    }

    subscript(_ number: ConnectionNumber) -> Connection? {
        state.withLock { $0.connections[number] }
    }

    var count: Int { state.withLock(\.connections.count) }

    /// Makes room for somebody who connects; `nil` if a bound is reached.
    ///
    /// A quarter of all connections stays for our own dials, so that a flood of strangers does not
    /// keep us from colleagues.
    func accept(from source: String) -> Connection? {
        state.withLock { state in
            let share = settings.connections - settings.connections / 4
            let ofSource = state.acceptedBySource[source, default: 0]
            guard !state.isStopped, state.accepted < share,
                state.connections.count < settings.connections,
                ofSource < settings.connectionsPerSource
            else { return nil }
            let connection = Connection(
                state.nextAccepted, source: source, settings: settings, queue: queue)
            state.nextAccepted += 1
            state.accepted += 1
            state.acceptedBySource[source] = ofSource + 1
            state.connections[connection.number] = connection
            return connection
        }
    }

    /// Makes room for a dial.
    func dial(_ number: ConnectionNumber) throws(TransportError) -> Connection {
        let settings = settings
        let queue = queue
        return try state.withLock { state throws(TransportError) in
            guard !state.isStopped else { throw .stopped }
            guard number < TransportService.firstAcceptedConnection,
                state.connections[number] == nil
            else { throw .numberInUse(number) }
            guard state.connections.count < settings.connections else { throw .tooManyConnections }
            let connection = Connection(number, source: nil, settings: settings, queue: queue)
            state.connections[number] = connection
            return connection
        }
    }

    /// Forgets a connection whose channel is closed.
    func remove(_ connection: Connection) {
        state.withLock { state in
            guard state.connections[connection.number] === connection else { return }
            state.connections[connection.number] = nil
            guard let source = connection.source else { return }
            state.accepted -= 1
            let left = state.acceptedBySource[source, default: 1] - 1
            state.acceptedBySource[source] = left > 0 ? left : nil
        }
    }

    /// Lets no more connections in and returns those that there are.
    func stop() -> [Connection] {
        state.withLock { state in
            state.isStopped = true
            return state.connections.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}
