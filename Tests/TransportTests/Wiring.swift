import Testing
import Transport
import Wire

/// Two services on this machine and the events that they have told.
final class Wiring {
    let server: TransportService
    let client: TransportService
    let port: UInt16
    private var serverEvents: AsyncStream<TransportEvent>.Iterator
    private var clientEvents: AsyncStream<TransportEvent>.Iterator

    /// Settings for this machine alone.
    static func settings(_ change: (inout TransportSettings) -> Void = { _ in })
        -> TransportSettings
    {
        var settings = TransportSettings()
        settings.policy.allowsLoopback = true
        change(&settings)
        return settings
    }

    init(server: TransportSettings = settings(), client: TransportSettings = settings())
        async throws
    {
        self.server = TransportService(server)
        self.client = TransportService(client)
        serverEvents = self.server.events.makeAsyncIterator()
        clientEvents = self.client.events.makeAsyncIterator()
        port = try await self.server.listen()
    }

    func atServer() async -> TransportEvent? { await serverEvents.next() }

    func atClient() async -> TransportEvent? { await clientEvents.next() }

    /// Connects under a number and returns the number at the server.
    func connect(_ number: ConnectionNumber = 1, host: String = "127.0.0.1") async throws
        -> ConnectionNumber
    {
        let address = Address(host: host, port: port)
        client.dial(address, as: number)
        #expect(await atClient() == .connected(number, remote: address))
        let event = await atServer()
        guard case .accepted(let accepted, let remote) = event else {
            Issue.record("no connection but \(String(describing: event))")
            return 0
        }
        #expect(remote.host == host)
        #expect(accepted >= TransportService.firstAcceptedConnection)
        return accepted
    }

    /// Reads at the server until there are so many bytes.
    func received(_ count: Int, on number: ConnectionNumber) async -> Bytes {
        var bytes = Bytes()
        while bytes.count < count, let event = await atServer() {
            guard case .received(number, let more) = event else {
                Issue.record("unexpected \(event)")
                break
            }
            bytes += more
        }
        return bytes
    }

    func shutDown() async {
        await client.shutDown()
        await server.shutDown()
    }
}
