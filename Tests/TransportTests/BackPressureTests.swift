import TestKit
import Testing
import Wire

@testable import Transport

@Suite("Slow consumers and slow peers")
struct BackPressureTests {
    @Test("no byte is lost when the consumer is slower than the sender")
    func slowConsumer() async throws {
        let wiring = try await Wiring(
            server: Wiring.settings { $0.incomingBytes = 65_536 },
            client: Wiring.settings { $0.outgoingWatermark = 50_000 })
        let accepted = try await wiring.connect()
        var generator = SeededGenerator(seed: 7)
        let pattern = generator.bytes(99_991)
        let sent = Bytes((0..<20).map { _ in pattern }.joined())
        var offset = 0
        while offset < sent.count {
            let piece = Bytes(sent[offset..<min(offset + 100_000, sent.count)])
            offset += piece.count
            #expect(wiring.client.send(piece, on: 1) != .overflow)
        }
        #expect(await wiring.received(sent.count, on: accepted) == sent)
        #expect(await wiring.atClient() == .writable(1))
        await wiring.shutDown()
    }

    @Test("a peer that takes nothing is closed when too much waits for it")
    func slowPeer() async throws {
        let wiring = try await Wiring(
            server: Wiring.settings { $0.incomingBytes = 1_024 },
            client: Wiring.settings {
                $0.outgoingBytes = 1_000_000
                $0.outgoingWatermark = 100_000
            })
        _ = try await wiring.connect()
        var outcomes: [SendOutcome] = []
        let piece = Bytes(repeating: 1, count: 50_000)
        // The kernel's own buffers take some megabytes before ours fill.
        while outcomes.last != .overflow, outcomes.count < 2_000 {
            outcomes.append(wiring.client.send(piece, on: 1))
        }
        #expect(outcomes.first == .accepted)
        #expect(outcomes.contains(.acceptedAndFull))
        #expect(outcomes.last == .overflow)
        var last: TransportEvent?
        while let event = await wiring.atClient() {
            last = event
            if event != .writable(1) { break }
        }
        #expect(last == .closed(1, .outgoingOverflow))
        #expect(wiring.client.send(piece, on: 1) == .unknown)
        await wiring.shutDown()
    }

    @Test("a stopped reader holds no more than its bound and one read")
    func boundedReader() async throws {
        let wiring = try await Wiring(server: Wiring.settings { $0.incomingBytes = 4_096 })
        let accepted = try await wiring.connect()
        wiring.client.send(Bytes(repeating: 1, count: 6_000_000), on: 1)
        let first = await wiring.atServer()
        guard case .received(accepted, let bytes) = first else {
            Issue.record("unexpected \(String(describing: first))")
            return
        }
        #expect(bytes.count <= 4_096 + 5 * 131_072)
        #expect(await wiring.received(6_000_000 - bytes.count, on: accepted).count > 0)
        await wiring.shutDown()
    }

    @Test("neighbouring pieces of one connection are joined, others keep their order")
    func joining() async {
        let queue = TransportQueue()
        queue.push(.received(1, [1]))
        queue.push(.received(1, [2]))
        queue.push(.received(2, [3]))
        queue.push(.received(1, [4]))
        queue.push(.closed(1, .remote))
        queue.finish()
        var events: [TransportEvent] = []
        while let event = await queue.next() { events.append(event) }
        #expect(
            events == [
                .received(1, [1, 2]), .received(2, [3]), .received(1, [4]), .closed(1, .remote),
            ])
    }

    @Test("any number of events pass the queue in order")
    func order() async {
        let queue = TransportQueue()
        let count: UInt64 = 5_000
        async let taken = {
            var numbers: [UInt64] = []
            while let event = await queue.next() {
                if case .writable(let number) = event { numbers.append(number) }
            }
            return numbers
        }()
        for number in 0..<count { queue.push(.writable(number)) }
        queue.finish()
        #expect(await taken == Array(0..<count))
    }
}
