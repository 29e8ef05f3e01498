import LocalProtocol
import Synchronization
import Testing
import Transport
import Wire

@testable import Daemon

@Suite("The desk for pairings")
struct PairingDeskTests {
    @Test("voids a code when its time is over, and stops announcing it")
    func expiry() async throws {
        let announced = Mutex<[Int?]>([])
        let audited = Mutex<[AuditEvent]>([])
        let desk = PairingDesk(
            transport: TransportService(try Configuration().transport()),
            host: PairingDesk.Host(
                offer: { _, _ async throws(ServiceError) in throw HearthNode.stopping },
                admit: { _, _, _ async throws(ServiceError) in throw HearthNode.stopping },
                consider: { _ async throws(ServiceError) in throw HearthNode.stopping },
                adopt: { _, _ async throws(ServiceError) in throw HearthNode.stopping },
                announce: { locator in announced.withLock { $0.append(locator) } },
                audit: { event in audited.withLock { $0.append(event) } }),
            clocks: Clocks())
        let invitation = await desk.invite(lifetime: .seconds(1))
        #expect(await desk.pairing(invitation.id)?.state == .waiting)
        #expect(announced.withLock { $0.count } == 1)

        try await Task.sleep(for: .milliseconds(1_200))
        // What the node's loop does while nobody asks.
        await desk.expire()
        #expect(await desk.pairing(invitation.id)?.state == .expired)
        #expect(announced.withLock { $0.last } == .some(nil))
        #expect(await !desk.isOpen(invitation.id))
        let events = audited.withLock { $0 }
        #expect(events == [.pairingBegun(isInviter: true), .pairingExpired(isInviter: true)])
    }
}
