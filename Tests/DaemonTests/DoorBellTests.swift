import Engine
import Testing
import Wire

@testable import Daemon

/// Knocks wait until the node knows what happened while it was away.
@Suite struct DoorBellTests {
    private let knock = DoorBell.Knock(
        token: Bytes16(high: 1, low: 2), device: DeviceID(raw: Bytes32(words: (1, 2, 3, 4))))

    private func instant(_ seconds: Double) -> Instant {
        Instant(nanoseconds: UInt64(seconds * 1_000_000_000))
    }

    @Test("a node that has just started answers nobody, then whoever knocked")
    func settling() {
        var bell = DoorBell(openedAt: instant(10))
        bell.ring(knock, at: instant(11))
        #expect(bell.answer(at: instant(14.9)) { _ in true } == [])
        #expect(bell.isRung)
        #expect(bell.answer(at: instant(15)) { _ in true } == [knock])
        #expect(!bell.isRung)
        #expect(bell.answer(at: instant(16)) { _ in true } == [])
    }

    @Test("a knock waits for words on their way, but not for ever")
    func patience() {
        var bell = DoorBell(openedAt: instant(0))
        bell.ring(knock, at: instant(100))
        #expect(bell.answer(at: instant(100.4)) { _ in true } == [], "sessions begin together")
        #expect(bell.answer(at: instant(101)) { _ in false } == [])
        #expect(bell.answer(at: instant(114.9)) { _ in false } == [])
        #expect(bell.answer(at: instant(115)) { _ in false } == [knock])
    }

    @Test("a knock counts once, and knocks have a bound")
    func bounds() {
        var bell = DoorBell(openedAt: instant(0))
        bell.ring(knock, at: instant(100))
        bell.ring(knock, at: instant(101))
        for number in 0..<2 * UInt64(DoorBell.mostKnocks) {
            let token = Bytes16(high: 7, low: number)
            bell.ring(DoorBell.Knock(token: token, device: knock.device), at: instant(101))
        }
        let answered = bell.answer(at: instant(102)) { _ in true }
        #expect(answered.count == DoorBell.mostKnocks)
        #expect(answered.count { $0 == knock } == 1)
    }
}
