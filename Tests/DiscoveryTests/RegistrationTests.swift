import Testing
import Wire

@testable import Discovery

@Suite("What a node may advertise")
struct RegistrationTests {
    @Test("an instance name has 1 to 63 bytes")
    func names() throws {
        let pairs = ["v": Bytes("1".utf8)]
        for count in [0, 64] {
            let name = String(repeating: "x", count: count)
            #expect(throws: DiscoveryError.instanceName(bytes: count)) {
                try Registration.Wish(Advertisement(instance: name, port: 1, text: pairs))
            }
        }
        let longest = String(repeating: "x", count: 63)
        _ = try Registration.Wish(Advertisement(instance: longest, port: 1, text: pairs))
    }

    @Test("the wait for a responder grows from 2 to 30 seconds and starts again")
    func delays() {
        var delay = RetryDelay()
        #expect(delay.grow() == .seconds(2))
        #expect(delay.grow() == .seconds(3))
        for _ in 0..<20 { _ = delay.grow() }
        #expect(delay.grow() == .seconds(30))
        delay.reset()
        #expect(delay.grow() == .seconds(2))
    }

    @Test("a service that was never started ends when it is stopped")
    func stopped() async throws {
        let service = try #require(DiscoveryService())
        service.stop()
        for await event in service.events { Issue.record("unexpected \(event)") }
    }
}
