internal import Synchronization

/// How much is going on: connections and requests that are being answered.
final class Traffic: Sendable {
    private struct Counts {
        var connections = 0
        var requests = 0
    }

    private let counts = Mutex(Counts())
    private let connectionLimit: Int

    /// Counts up to a number of connections.
    init(connectionLimit: Int) {
        self.connectionLimit = connectionLimit
    }

    /// Requests that have not been answered yet.
    var requests: Int { counts.withLock { $0.requests } }

    /// Counts a connection, unless there are too many already.
    func connectionOpened() -> Bool {
        counts.withLock { counts in
            guard counts.connections < connectionLimit else { return false }
            counts.connections += 1
            return true
        }
    }

    /// Takes a counted connection off the count.
    func connectionClosed() {
        counts.withLock { $0.connections -= 1 }
    }

    /// Counts a request.
    func requestBegan() {
        counts.withLock { $0.requests += 1 }
    }

    /// Takes a request off the count.
    func requestEnded() {
        counts.withLock { $0.requests -= 1 }
    }
}
