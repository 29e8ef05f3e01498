import TestKit
import Testing
import Wire

@testable import Discovery

@Suite("What is known of the services around")
struct ServiceTableTests {
    private let start = ContinuousClock.now

    private func key(_ instance: String, _ interface: UInt32 = 1) -> ServiceTable.Key {
        ServiceTable.Key(instance: instance, interface: interface)
    }

    private func node(_ instance: String, _ host: String = "10.0.0.1") -> DiscoveredNode {
        DiscoveredNode(
            instance: instance, text: [:], addresses: [Address(host: host, port: 1)],
            interface: "eth0")
    }

    @Test("a service is lost when it is withdrawn as often as it was announced")
    func families() {
        var table = ServiceTable()
        #expect(table.announced(key("a"), at: start).isEmpty)
        #expect(table.announced(key("a"), at: start).isEmpty)
        #expect(table.nextLookup(at: start) == key("a"))
        #expect(table.found(key("a"), node("a")) == [.found(node("a"))])
        #expect(table.found(key("a"), node("a")).isEmpty)
        #expect(table.withdrawn(key("a")).isEmpty)
        #expect(table.withdrawn(key("a")) == [.lost(instance: "a")])
    }

    @Test("a service is lost when it is gone from the last interface")
    func interfaces() {
        var table = ServiceTable()
        for interface in [1, 2] as [UInt32] {
            _ = table.announced(key("a", interface), at: start)
            _ = table.found(key("a", interface), node("a", "10.0.0.\(interface)"))
        }
        #expect(table.withdrawn(key("a", 1)).isEmpty)
        #expect(table.withdrawn(key("a", 2)) == [.lost(instance: "a")])
    }

    @Test("what was never found is not told as lost")
    func neverFound() {
        var table = ServiceTable()
        _ = table.announced(key("a"), at: start)
        #expect(table.withdrawn(key("a")).isEmpty)
        #expect(table.withdrawn(key("unknown")).isEmpty)
    }

    @Test("a lookup in vain is repeated four times, ever later, and after those not tried yet")
    func retries() {
        var table = ServiceTable()
        _ = table.announced(key("a"), at: start)
        var now = start
        for wait in [2, 4, 8, 16] {
            #expect(table.nextLookup(at: now) == key("a"))
            #expect(table.nextLookup(at: now) == nil)
            table.lookupFailed(key("a"), at: now)
            #expect(table.nextDeadline == now + .seconds(wait))
            now += .seconds(wait)
        }
        _ = table.announced(key("b"), at: now)
        #expect(table.nextLookup(at: now) == key("b"))
        #expect(table.nextLookup(at: now) == key("a"))
        table.lookupFailed(key("a"), at: now)
        #expect(table.nextDeadline == nil)
    }

    @Test("a newcomer is looked up at once, however many wait")
    func newcomer() {
        var table = ServiceTable()
        for number in 0..<500 { _ = table.announced(key("forged \(number)"), at: start) }
        _ = table.announced(key("colleague"), at: start)
        let first = [table.nextLookup(at: start), table.nextLookup(at: start)]
        #expect(first == [key("forged 0"), key("colleague")])
        #expect(table.nextLookup(at: start) == key("forged 1"))
        #expect(table.nextLookup(at: start) == key("forged 499"))
    }

    @Test("10,000 forged services take a bounded room; what was found stays while there is other")
    func flood() {
        var table = ServiceTable()
        _ = table.announced(key("colleague"), at: start)
        _ = table.found(key("colleague"), node("colleague"))
        for number in 0..<10_000 {
            #expect(table.announced(key("forged \(number)"), at: start).isEmpty)
        }
        #expect(table.count == DiscoveryLimits.services)
        #expect(table.contains(key("colleague")))
        #expect(table.contains(key("forged 9999")))
        #expect(!table.contains(key("forged 0")))
    }

    @Test("when all that fits was found, the oldest makes room and is told as lost")
    func floodOfFound() {
        var table = ServiceTable(capacity: 2)
        for name in ["a", "b"] {
            _ = table.announced(key(name), at: start)
            _ = table.found(key(name), node(name))
        }
        #expect(table.announced(key("c"), at: start) == [.lost(instance: "a")])
    }

    @Test("after a restart those that are announced are found again, the others are lost")
    func sweep() {
        var table = ServiceTable()
        for name in ["a", "b"] {
            _ = table.announced(key(name), at: start)
            _ = table.nextLookup(at: start)
            _ = table.found(key(name), node(name))
        }
        table.beginSweep(until: start + .seconds(6))
        #expect(table.withdrawn(key("a")).isEmpty)
        _ = table.announced(key("a"), at: start)
        #expect(table.nextLookup(at: start) == key("a"))
        #expect(table.found(key("a"), node("a")) == [.found(node("a"))])
        #expect(table.endSweep(at: start + .seconds(5)).isEmpty)
        #expect(table.endSweep(at: start + .seconds(6)) == [.lost(instance: "b")])
        #expect(table.endSweep(at: start + .seconds(60)).isEmpty)
    }

    @Test("a refresh looks everything up again and tells only what has changed")
    func refresh() {
        var table = ServiceTable()
        _ = table.announced(key("a"), at: start)
        _ = table.nextLookup(at: start)
        _ = table.found(key("a"), node("a"))
        #expect(table.nextLookup(at: start) == nil)
        table.refresh(at: start)
        #expect(table.nextLookup(at: start) == key("a"))
        #expect(table.found(key("a"), node("a")).isEmpty)
        let moved = node("a", "10.0.0.9")
        #expect(table.found(key("a"), moved) == [.found(moved)])
    }

    @Test("any order of announcements and withdrawals keeps the bound and tells losses once")
    func anyOrder() {
        forAll(cases: 100, "found and lost alternate") { generator in
            var table = ServiceTable(capacity: 4)
            var existing: Set<String> = []
            for _ in 0..<200 {
                let instance = "s\(Int.random(in: 0..<8, using: &generator))"
                let key = key(instance, UInt32.random(in: 1...2, using: &generator))
                let events =
                    switch Int.random(in: 0..<3, using: &generator) {
                    case 0: table.announced(key, at: start)
                    case 1: table.withdrawn(key)
                    default: table.found(key, node(instance))
                    }
                for event in events {
                    if case .found(let node) = event { existing.insert(node.instance) }
                    if case .lost(let name) = event {
                        guard existing.remove(name) != nil else { return false }
                    }
                }
                guard table.count <= 4 else { return false }
            }
            return Set(
                table.clear().map {
                    if case .lost(let name) = $0 { name } else { "" }
                }) == existing
        }
    }
}
