import Testing
import Wire

@testable import Discovery

@Suite("Events on their way to a slow consumer")
struct EventQueueTests {
    private func found(_ instance: String, _ host: String) -> DiscoveryEvent {
        .found(
            DiscoveredNode(
                instance: instance, text: [:], addresses: [Address(host: host, port: 1)],
                interface: "eth0"))
    }

    private func drain(_ queue: EventQueue) async -> [DiscoveryEvent] {
        queue.finish()
        var events: [DiscoveryEvent] = []
        while let event = await queue.next() { events.append(event) }
        return events
    }

    @Test("the latest state of a node replaces the former")
    func latest() async {
        let queue = EventQueue()
        queue.push(found("a", "10.0.0.1"))
        queue.push(found("b", "10.0.0.2"))
        queue.push(found("a", "10.0.0.3"))
        #expect(await drain(queue) == [found("b", "10.0.0.2"), found("a", "10.0.0.3")])
    }

    @Test("a node that came and went unseen is not told at all")
    func unseen() async {
        let queue = EventQueue()
        queue.push(found("a", "10.0.0.1"))
        queue.push(.lost(instance: "a"))
        #expect(await drain(queue).isEmpty)
    }

    @Test("a node that was told is told as lost")
    func told() async {
        let queue = EventQueue()
        queue.push(found("a", "10.0.0.1"))
        #expect(await queue.next() == found("a", "10.0.0.1"))
        queue.push(found("a", "10.0.0.2"))
        queue.push(.lost(instance: "a"))
        #expect(await drain(queue) == [.lost(instance: "a")])
    }

    @Test("of availability and of our own name only the latest counts")
    func states() async {
        let queue = EventQueue()
        queue.push(.available)
        queue.push(.unavailable(.noResponder))
        queue.push(.advertised(instance: "a"))
        queue.push(.nameTaken(instance: "b"))
        #expect(await drain(queue) == [.unavailable(.noResponder), .nameTaken(instance: "b")])
    }

    @Test("a waiting consumer is served, and a cancelled one is let go")
    func waiting() async {
        let queue = EventQueue()
        async let first = queue.next()
        queue.push(.available)
        #expect(await first == .available)
        let ended = await withTaskGroup(of: DiscoveryEvent?.self) { group in
            group.addTask { await queue.next() }
            group.cancelAll()
            return await group.next() ?? .available
        }
        #expect(ended == nil)
    }
}
