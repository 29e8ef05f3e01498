internal import Synchronization
internal import Transport
internal import Wire

/// Remembers which connections belong to pairings, and their bytes until the desk takes them.
///
/// The engine decides by a connection's first byte, in the middle of handling it; this keeps the
/// order of the bytes without making the engine wait.
final class PairingMail: Sendable {
    private struct Box {
        var connections: Set<ConnectionNumber> = []
        var letters: [(ConnectionNumber, Bytes)] = []
    }

    private let box = Mutex(Box())

    /// Takes a connection over from the engine, with its first bytes.
    func deliver(_ bytes: Bytes, on number: ConnectionNumber) {
        box.withLock { box in
            box.connections.insert(number)
            box.letters.append((number, bytes))
        }
    }

    /// Whether a connection belongs to a pairing.
    func owns(_ number: ConnectionNumber) -> Bool {
        number < TransportService.firstAcceptedConnection && number >= PairingDesk.firstDial
            || box.withLock { $0.connections.contains(number) }
    }

    /// Forgets a connection that has ended.
    func forget(_ number: ConnectionNumber) {
        box.withLock { _ = $0.connections.remove(number) }
    }

    /// Takes what has been delivered since the last time.
    func collect() -> [(ConnectionNumber, Bytes)] {
        box.withLock { box in
            defer { box.letters = [] }
            return box.letters
        }
    }
}
