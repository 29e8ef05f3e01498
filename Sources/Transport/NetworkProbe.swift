internal import Foundation
internal import NIOCore
internal import NIOPosix
internal import Wire

/// Looks at this machine and its network for what keeps colleagues from seeing each other.
///
/// Takes about two seconds, changes nothing, and needs no rights; what only the administrator may
/// see is reported as unknown.
public struct NetworkProbe: Sendable {
    /// Addresses of ours that are tried at most.
    private static let ownAddresses = 8

    private let settings: TransportSettings
    private let isListening: Bool

    /// Makes a probe.
    ///
    /// - Parameters:
    ///   - settings: Those of the node; `port` is the one that it listens on, or would.
    ///   - isListening: Whether the node listens now: then its port is dialled under each address
    ///     of the machine, and otherwise tried.
    public init(_ settings: TransportSettings, isListening: Bool) {
        self.settings = settings
        self.isListening = isListening
    }

    /// All facts, in the order in which they build on each other.
    public func run() async -> [NetworkFact] {
        let usable = Interfaces.list().filter { interface in
            interface.isUsable
                && (settings.interfaces.isEmpty || settings.interfaces.contains(interface.name))
        }
        async let multicast = multicastFacts(usable)
        async let listening = listeningFacts(usable)
        var facts = ResponderProbe.run()
        facts += usable.isEmpty ? [.noInterface] : usable.map { .interface($0) }
        facts += await multicast
        facts += FirewallProbe.run(port: settings.port)
        facts += await listening
        facts.append(clockFact())
        return facts
    }

    private func multicastFacts(_ interfaces: [NetworkInterface]) async -> [NetworkFact] {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let facts = await withTaskGroup(of: NetworkFact.self) { tasks in
            for interface in interfaces where interface.hasMulticast && interface.kind != .tunnel {
                guard let source = interface.addresses.map(\.address).first(where: \.isIPv4) else {
                    continue
                }
                tasks.addTask {
                    await MulticastProbe.run(
                        interface, from: source, hostName: ProcessInfo.processInfo.hostName,
                        on: group)
                }
            }
            return await tasks.reduce(into: []) { $0.append($1) }
        }
        try? await group.shutdownGracefully()
        return facts.sorted { $0.explanation < $1.explanation }
    }

    private func listeningFacts(_ interfaces: [NetworkInterface]) async -> [NetworkFact] {
        var trial = settings
        trial.policy.allowsLoopback = true
        trial.connectTimeout = .seconds(1)
        let service = TransportService(trial)
        guard isListening else {
            let fact: NetworkFact
            do throws(TransportError) {
                fact = .port(try await service.listen(), nil)
            } catch {
                fact = .port(settings.port, error)
            }
            await service.shutDown()
            return [fact]
        }
        let addresses = interfaces.flatMap { interface in
            interface.addresses.map {
                Address(host: $0.address.text, port: settings.port, interface: interface.name)
            }
        }
        let allowed = addresses.filter { settings.policy.allows($0) }.prefix(Self.ownAddresses)
        let facts = await dial(Array(allowed), with: service)
        await service.shutDown()
        return facts
    }

    private func dial(_ addresses: [Address], with service: TransportService) async
        -> [NetworkFact]
    {
        for (number, address) in addresses.enumerated() {
            service.dial(address, as: ConnectionNumber(number))
        }
        var results: [ConnectionNumber: TransportError?] = [:]
        var events = service.events.makeAsyncIterator()
        while results.count < addresses.count, let event = await events.next() {
            switch event {
            case .connected(let number, _):
                results[number] = .some(nil)
                service.close(number)
            case .dialFailed(let number, let error): results[number] = .some(error)
            default: continue
            }
        }
        return addresses.enumerated().map { number, address in
            .ownAddress(address.host, results[ConnectionNumber(number)] ?? .stopped)
        }
    }

    private func clockFact() -> NetworkFact {
        // systemd-timesyncd leaves this file when it has set the clock; others leave none.
        let isSynchronised = FileManager.default.fileExists(
            atPath: "/run/systemd/timesync/synchronized")
        return .clock(
            seconds: Int64(Date().timeIntervalSince1970),
            isSynchronised: isSynchronised ? true : nil)
    }
}
