internal import NIOCore
internal import Synchronization

/// Who is connected to the gateway, and how often each asks.
///
/// Everything here is bounded: nobody can make the computer keep more than the settings say.
final class GatewayTraffic: Sendable {
    /// A computer that asks: its IPv4 address, or the network of its IPv6 address, in which it can
    /// have any number of addresses.
    struct Source: Hashable {
        private let bytes: [UInt8]

        /// The source of a connection; `nil` for what isn't IP.
        init?(_ address: NIOCore.SocketAddress?) {
            guard let all = InternetAddress(address)?.bytes else { return nil }
            bytes = all.count == 4 ? all : Array(all.prefix(8))
        }
    }

    private struct Allowance {
        var requests: Double
        var at: ContinuousClock.Instant
    }

    private struct State {
        var connections: [ObjectIdentifier: (channel: any Channel, source: Source)] = [:]
        var perSource: [Source: Int] = [:]
        var allowances: [Source: Allowance] = [:]
        var answering = 0
    }

    private let state = Mutex(State())
    private let settings: GatewayServer.Settings

    init(_ settings: GatewayServer.Settings) {
        self.settings = settings
    }

    /// Counts a connection, unless there are too many, in all or from its source.
    func opened(_ channel: any Channel, from source: Source) -> Bool {
        state.withLock { state in
            guard state.connections.count < settings.connectionLimit,
                state.perSource[source, default: 0] < settings.connectionsPerSource
            else { return false }
            state.connections[ObjectIdentifier(channel)] = (channel, source)
            state.perSource[source, default: 0] += 1
            return true
        }
    }

    /// Takes a connection off the count.
    func closed(_ channel: any Channel) {
        state.withLock { state in
            guard let (_, source) = state.connections.removeValue(forKey: ObjectIdentifier(channel))
            else { return }
            state.perSource[source, default: 1] -= 1
            if state.perSource[source] == 0 { state.perSource[source] = nil }
        }
    }

    /// Hangs up on everybody.
    func closeAll() {
        let channels = state.withLock { $0.connections.values.map(\.channel) }
        for channel in channels { channel.close(promise: nil) }
    }

    /// Whether a source may ask once more now.
    func mayAsk(_ source: Source, at now: ContinuousClock.Instant) -> Bool {
        state.withLock { state in
            let most = Double(settings.requestBurst)
            if state.allowances[source] == nil, state.allowances.count >= settings.sourceLimit {
                // Whoever has been quiet long enough to have all of it again needs no entry.
                state.allowances = state.allowances.filter { refilled($1, most, now) < most }
                guard state.allowances.count < settings.sourceLimit else { return false }
            }
            let known = state.allowances[source] ?? Allowance(requests: most, at: now)
            let left = refilled(known, most, now)
            guard left >= 1 else {
                state.allowances[source] = Allowance(requests: left, at: now)
                return false
            }
            state.allowances[source] = Allowance(requests: left - 1, at: now)
            return true
        }
    }

    private func refilled(
        _ allowance: Allowance, _ most: Double, _ now: ContinuousClock.Instant
    ) -> Double {
        let seconds = max(.zero, now - allowance.at) / .seconds(1)
        return min(most, allowance.requests + seconds * settings.requestsPerSecond)
    }

    /// Counts a page that is being made, unless there are too many.
    func began() -> Bool {
        state.withLock { state in
            guard state.answering < settings.pagesAtOnce else { return false }
            state.answering += 1
            return true
        }
    }

    /// Takes a page that was made off the count.
    func ended() {
        state.withLock { $0.answering -= 1 }
    }
}
