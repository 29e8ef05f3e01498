import TestKit
import Testing
import Transport
import Wire

@Suite("Connections")
struct TransportServiceTests {
    @Test("bytes arrive in order, both ways, and a close is told at both ends")
    func bothWays() async throws {
        let wiring = try await Wiring()
        let accepted = try await wiring.connect()
        #expect(wiring.client.send([1, 2, 3], on: 1) == .accepted)
        #expect(wiring.client.send([4], on: 1) == .accepted)
        #expect(await wiring.received(4, on: accepted) == [1, 2, 3, 4])
        wiring.server.send([9], on: accepted)
        #expect(await wiring.atClient() == .received(1, [9]))
        wiring.client.send([5], on: 1)
        wiring.client.close(1)
        #expect(await wiring.atClient() == .closed(1, .local))
        #expect(await wiring.received(1, on: accepted) == [5])
        #expect(await wiring.atServer() == .closed(accepted, .remote))
        #expect(wiring.client.send([1], on: 1) == .unknown)
        await wiring.shutDown()
        #expect(wiring.client.connectionCount == 0 && wiring.server.connectionCount == 0)
        #expect(await wiring.atServer() == nil)
    }

    @Test("IPv6 listens on the same port")
    func ipv6() async throws {
        guard
            Interfaces.list().contains(where: { $0.addresses.contains { $0.address.text == "::1" } }
            )
        else { return print("skipped: this machine has no IPv6") }
        let wiring = try await Wiring()
        _ = try await wiring.connect(host: "::1")
        await wiring.shutDown()
    }

    @Test("a link-local address is dialled on its interface")
    func linkLocal() async throws {
        for interface in Interfaces.list() where interface.isUp {
            for range in interface.addresses where range.address.needsInterface {
                let wiring = try await Wiring()
                let address = Address(
                    host: range.address.text, port: wiring.port, interface: interface.name)
                wiring.client.dial(address, as: 7)
                #expect(await wiring.atClient() == .connected(7, remote: address))
                let bare = Address(host: range.address.text, port: wiring.port)
                wiring.client.dial(bare, as: 8)
                #expect(await wiring.atClient() == .dialFailed(8, .noInterface(bare)))
                await wiring.shutDown()
                return
            }
        }
        print("skipped: no interface has an IPv6 link-local address")
    }

    @Test("a public address is not dialled, nor is loopback unless configured")
    func notAllowed() async throws {
        let wiring = try await Wiring(client: TransportSettings())
        for (number, host) in ["192.0.2.77", "127.0.0.1", "nonsense"].enumerated() {
            let address = Address(host: host, port: wiring.port)
            wiring.client.dial(address, as: ConnectionNumber(number))
            #expect(
                await wiring.atClient()
                    == .dialFailed(ConnectionNumber(number), .addressNotAllowed(address)))
        }
        #expect(wiring.client.connectionCount == 0)
        await wiring.shutDown()
    }

    @Test("who connects from an address that is not allowed is closed unheard")
    func notAccepted() async throws {
        let wiring = try await Wiring(server: TransportSettings())
        wiring.client.dial(Address(host: "127.0.0.1", port: wiring.port), as: 1)
        _ = await wiring.atClient()
        wiring.client.send([1], on: 1)
        guard case .closed(1, _) = await wiring.atClient() else {
            Issue.record("still connected")
            return
        }
        await wiring.server.shutDown()
        #expect(await wiring.atServer() == nil)
        await wiring.shutDown()
    }

    @Test("nobody listening, a number used twice and a reserved number are told")
    func failures() async throws {
        let wiring = try await Wiring()
        let free = try await Wiring()
        let nobody = Address(host: "127.0.0.1", port: free.port)
        await free.shutDown()
        wiring.client.dial(nobody, as: 1)
        #expect(await wiring.atClient() == .dialFailed(1, .refused))
        _ = try await wiring.connect(2)
        wiring.client.dial(nobody, as: 2)
        #expect(await wiring.atClient() == .dialFailed(2, .numberInUse(2)))
        let reserved = TransportService.firstAcceptedConnection
        wiring.client.dial(nobody, as: reserved)
        #expect(await wiring.atClient() == .dialFailed(reserved, .numberInUse(reserved)))
        await wiring.shutDown()
        wiring.client.dial(nobody, as: 9)
    }

    @Test("a port that is taken is told")
    func portTaken() async throws {
        let wiring = try await Wiring()
        let other = TransportService(Wiring.settings { $0.port = wiring.port })
        await #expect(throws: TransportError.portTaken(wiring.port)) { try await other.listen() }
        await other.shutDown()
        await wiring.shutDown()
    }

    @Test("one source gets no more than its share of connections, and gets it back")
    func sourceLimit() async throws {
        let wiring = try await Wiring(server: Wiring.settings { $0.connectionsPerSource = 2 })
        _ = try await wiring.connect(1)
        _ = try await wiring.connect(2)
        let address = Address(host: "127.0.0.1", port: wiring.port)
        wiring.client.dial(address, as: 3)
        #expect(await wiring.atClient() == .connected(3, remote: address))
        guard case .closed(3, _) = await wiring.atClient() else {
            Issue.record("a third connection was accepted")
            return
        }
        wiring.client.close(1)
        #expect(await wiring.atClient() == .closed(1, .local))
        guard case .closed = await wiring.atServer() else {
            Issue.record("the server did not notice the end")
            return
        }
        while wiring.server.connectionCount > 1 { await Task.yield() }
        _ = try await wiring.connect(4)
        await wiring.shutDown()
    }

    @Test("a quarter of all connections stays for our own dials")
    func shareForDials() async throws {
        let wiring = try await Wiring(server: Wiring.settings { $0.connections = 4 })
        for number in 1...3 { _ = try await wiring.connect(ConnectionNumber(number)) }
        let address = Address(host: "127.0.0.1", port: wiring.port)
        wiring.client.dial(address, as: 4)
        #expect(await wiring.atClient() == .connected(4, remote: address))
        guard case .closed(4, _) = await wiring.atClient() else {
            Issue.record("a fourth connection was accepted")
            return
        }
        wiring.server.dial(address, as: 5)
        #expect(await wiring.atServer() == .connected(5, remote: address))
        await wiring.shutDown()
    }

    @Test("a packet with too few hops left gets no answer")
    func minimumHopLimit() async throws {
        #if os(Linux)
            let wiring = try await Wiring(
                server: Wiring.settings {
                    $0.minimumHopLimit = 2; $0.hopLimit = 255
                },
                client: Wiring.settings { $0.connectTimeout = .milliseconds(300) })
            for (number, host) in ["127.0.0.1", "::1"].enumerated() {
                let address = Address(host: host, port: wiring.port)
                wiring.client.dial(address, as: ConnectionNumber(number))
                let event = await wiring.atClient()
                // Without IPv6 there is no address to dial in the second round.
                if number == 1, event == .dialFailed(1, .unreachable) { break }
                #expect(event == .dialFailed(ConnectionNumber(number), .timedOut))
            }
            await wiring.shutDown()
            let near = try await Wiring(
                server: Wiring.settings {
                    $0.minimumHopLimit = 255; $0.hopLimit = 255
                },
                client: Wiring.settings {
                    $0.minimumHopLimit = 255; $0.hopLimit = 255
                })
            _ = try await near.connect()
            await near.shutDown()
        #endif
    }
}
