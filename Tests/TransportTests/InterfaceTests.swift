import Testing
import Wire

@testable import Transport

@Suite("Interfaces of this machine")
struct InterfaceTests {
    @Test("loopback is there, with its address")
    func loopback() throws {
        let list = Interfaces.list()
        let loopback = try #require(list.first { $0.kind == .loopback })
        #expect(loopback.isUp && !loopback.isUsable && loopback.index > 0)
        let range = try #require(AddressRange("127.0.0.1/8"))
        #expect(loopback.addresses.contains(range))
        #expect(list.map(\.name) == list.map(\.name).sorted())
    }

    @Test(
        "names tell what an interface is for",
        arguments: [
            ("eth0", NetworkInterface.Kind.network), ("wlp3s0", .network), ("docker0", .container),
            ("veth12ab", .container), ("br-77aa", .container), ("tun0", .tunnel), ("wg0", .tunnel),
            ("tailscale0", .tunnel),
        ])
    func kinds(name: String, kind: NetworkInterface.Kind) {
        #expect(
            NetworkInterface.Kind(name: name, isLoopback: false, isPointToPoint: false) == kind)
    }

    @Test("chosen interfaces decide what is dialled and accepted")
    func choice() throws {
        let list = try [("eth0", "10.1.0.5/16"), ("wlan0", "10.2.0.5/16")].map { name, range in
            NetworkInterface(
                name: name, index: 1, kind: .network, isUp: true, hasMulticast: true,
                isPointToPoint: false, addresses: [try #require(AddressRange(range))])
        }
        let choice = InterfaceChoice(["eth0"]) { list }
        func address(_ host: String, _ interface: String? = nil) -> Address {
            Address(host: host, port: 1, interface: interface)
        }
        #expect(choice.allows(remote: address("10.1.9.9")))
        #expect(!choice.allows(remote: address("10.2.9.9")))
        #expect(choice.allows(remote: address("fe80::1", "eth0")))
        #expect(!choice.allows(remote: address("fe80::1", "wlan0")))
        #expect(!choice.allows(remote: address("fe80::1")))
        #expect(choice.allows(local: address("10.1.0.5")))
        #expect(!choice.allows(local: address("10.2.0.5")))
        #expect(!choice.allows(local: nil))
        #expect(InterfaceChoice([]) { list }.allows(remote: address("10.9.9.9")))
    }

    @Test("the stream of changes ends with the service")
    func monitorEnds() async {
        let service = TransportService(TransportSettings())
        let changes = await service.interfaceChanges()
        await service.shutDown()
        for await _ in changes {}
        let late = await service.interfaceChanges()
        for await _ in late {}
    }

    @Test("a watch that was stopped before it began leaves the event loop alone")
    func stoppedBefore() async {
        let service = TransportService(TransportSettings())
        let (stream, continuation) = AsyncStream.makeStream(of: [NetworkInterface].self)
        let monitor = service.monitor(continuation)
        // As a shutdown does that comes between the making of the watch and its start.
        await monitor.stop()
        await service.shutDown()
        await monitor.start()
        for await _ in stream {}
    }
}
