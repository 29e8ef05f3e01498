import Foundation
import Testing

private func canMakeLab() -> Bool {
    guard ProcessInfo.processInfo.environment[LabNode.variable] == nil else { return false }
    guard let obstacle = Lab.obstacle else { return true }
    print(obstacle)
    return false
}

/// Real Avahi on hosts of the LAN lab.
@Suite("On a local network", .serialized, .enabled("needs the LAN lab") { canMakeLab() })
struct LabTests {
    private func withLab(hosts: Int, _ body: (Lab) async throws -> Void) async throws {
        let lab = try Lab(hosts: hosts)
        defer { lab.down() }
        try await body(lab)
    }

    @Test("two nodes find each other on IPv4 and IPv6, learn a new text, and one says goodbye")
    func findAndLose() async throws {
        try await withLab(hosts: 2) { lab in
            let (first, second) = (try lab.node("h1"), try lab.node("h2"))
            first.tell("advertise alpha 4001 one")
            second.tell("advertise beta 4002 two")
            try await first.hear("advertised alpha")
            let line = try await second.hear("found alpha")
            #expect(line.contains("t=one eth0 10.77.0.1:4001 [fe80::ff:fe00:1%eth0]:4001"))
            try await first.hear("found beta t=two")
            first.tell("advertise alpha 4001 three")
            first.tell("advertise alpha 4001 four")
            // The record travels after Avahi's own delay, and the lookup asks its cache.
            for _ in 0..<50 where try !second.hasHeard("t=four") {
                second.tell("refresh")
                try await Task.sleep(for: .milliseconds(200))
            }
            try await second.hear("found alpha t=four")
            first.tell("advertise gamma 4001 one")
            try await second.hear("found gamma t=one")
            #expect(try !first.hasHeard("found gamma") && !first.hasHeard("found alpha"))
            second.end()
            try await first.hear("lost beta")
        }
    }

    @Test("when avahi-daemon returns, nodes are registered and found again")
    func responderRestarts() async throws {
        try await withLab(hosts: 2) { lab in
            let (first, second) = (try lab.node("h1"), try lab.node("h2"))
            first.tell("advertise alpha 4001 one")
            second.tell("advertise beta 4002 two")
            try await first.hear("found beta")
            try await second.hear("found alpha")
            try lab.command("avahi", "h1", "stop")
            try await first.hear("lost beta")
            try await first.hear("unavailable noResponder")
            try await second.hear("lost alpha")
            first.tell("advertise gamma 4001 three")
            try lab.command("avahi", "h1", "start")
            try await first.hear("available")
            try await first.hear("found beta")
            try await second.hear("found gamma t=three")
            try lab.command("avahi", "h2", "kill")
            try await second.hear("unavailable")
            try lab.command("avahi", "h2", "start")
            try await second.hear("found gamma")
        }
    }

    @Test("a muted host sees nobody, and its responder is not called unavailable")
    func muted() async throws {
        try await withLab(hosts: 2) { lab in
            try lab.command("mute", "h2")
            let (first, second) = (try lab.node("h1"), try lab.node("h2"))
            first.tell("advertise alpha 4001 one")
            second.tell("advertise beta 4002 two")
            try await first.hear("advertised alpha")
            try await second.hear("advertised beta")
            #expect(try !second.hasHeard("found") && !first.hasHeard("found"))
            try lab.command("heal", "h2")
            second.tell("restart")
            try await second.hear("found alpha")
            #expect(try !second.hasHeard("unavailable"))
        }
    }

    @Test("a service without a responder says so at once, and ends in order")
    func noResponder() async throws {
        try await withLab(hosts: 1) { lab in
            try lab.command("avahi", "h1", "stop")
            let node = try lab.node("h1")
            node.tell("advertise alpha 4001 one")
            try await node.hear("unavailable noResponder")
            node.end()
            try await node.hear("ended")
        }
    }

    @Test("a name that is taken is told, not changed")
    func nameTaken() async throws {
        try await withLab(hosts: 2) { lab in
            let (first, second) = (try lab.node("h1"), try lab.node("h2"))
            first.tell("advertise alpha 4001 one")
            try await first.hear("advertised alpha")
            try await second.hear("found alpha")
            second.tell("advertise alpha 4002 two")
            try await second.hear("taken alpha")
            #expect(try !second.hasHeard("advertised"))
        }
    }

    @Test("on an interface that isn't allowed a node is neither announced nor looks for others")
    func interfaces() async throws {
        try await withLab(hosts: 3) { lab in
            try lab.command(
                "exec", "h1", "ip", "link", "add", "spare", "type", "veth", "peer", "name", "other")
            try lab.command("exec", "h1", "ip", "address", "add", "10.99.0.1/24", "dev", "spare")
            for name in ["spare", "other"] {
                try lab.command("exec", "h1", "ip", "link", "set", name, "up")
            }
            let nodes = [
                try lab.node("h1", interfaces: ["spare"]), try lab.node("h2", interfaces: ["eth0"]),
                try lab.node("h3"),
            ]
            for (index, node) in nodes.enumerated() {
                node.tell("advertise node\(index + 1) 400\(index + 1) one")
            }
            // What is allowed is seen by whoever looks everywhere, and the other way round.
            try await nodes[1].hear("advertised node2")
            try await nodes[2].hear("found node2 t=one eth0")
            try await nodes[1].hear("found node3 t=one eth0")
            // Long enough for the others to have seen it, had it been announced (the claim bites:
            // without a list it would be found as fast as those two). On `spare` nothing is announced
            // but by the first itself.
            let late = try lab.node("h1", interfaces: ["eth0"])
            late.tell("advertise late 4009 one")
            try await nodes[2].hear("found late")
            try await nodes[1].hear("found late")
            try await late.hear("found node3")
            for node in nodes { #expect(try !node.hasHeard("found node1")) }
            #expect(try !nodes[0].hasHeard("found"))
        }
    }

    @Test("an interface that comes later counts from then on")
    func laterInterface() async throws {
        try await withLab(hosts: 2) { lab in
            try lab.command("exec", "h1", "ip", "link", "set", "eth0", "down")
            try lab.command("exec", "h1", "ip", "link", "set", "eth0", "name", "parked")
            let first = try lab.node("h1", interfaces: ["eth0"])
            let second = try lab.node("h2")
            first.tell("advertise alpha 4001 one")
            second.tell("advertise beta 4002 two")
            try await second.hear("advertised beta")
            try lab.command("exec", "h1", "ip", "link", "set", "parked", "name", "eth0")
            try lab.command("exec", "h1", "ip", "link", "set", "eth0", "up")
            first.tell("restart")
            try await first.hear("advertised alpha")
            #expect(try !first.hasHeard("unavailable"))
        }
    }
}
