import Testing
import Wire

@testable import Transport

@Suite("Facts for hearth doctor")
struct NetworkProbeTests {
    private static let dropping = """
        table inet filter {
            chain input {
                type filter hook input priority filter; policy drop;
                ct state established,related accept
                tcp dport 22 accept
            }
            chain output {
                type filter hook output priority filter; policy accept;
            }
        }
        """

    @Test("a firewall closes a port that none of its rules names")
    func closing() {
        let facts: [NetworkFact] = [
            .noInterface, .firewall(.ufw, .filters(multicastNamed: true, portNamed: false)),
            .firewall(.nftables, .open), .firewall(.iptables, .unreadable),
            .firewall(.firewalld, .filters(multicastNamed: false, portNamed: true)),
        ]
        #expect(NetworkProbe.closing(facts) == [.ufw])
    }

    @Test("nftables that drop are found, with the ports that they name")
    func nftables() {
        #expect(
            FirewallRules.nftables(Self.dropping, port: 7_117)
                == .filters(multicastNamed: false, portNamed: false))
        let named = Self.dropping.replacing(
            "tcp dport 22 accept", with: "udp dport mdns accept\n tcp dport { 22, 7117 } accept")
        #expect(
            FirewallRules.nftables(named, port: 7_117)
                == .filters(multicastNamed: true, portNamed: true))
        #expect(
            FirewallRules.nftables(named, port: 711)
                == .filters(multicastNamed: true, portNamed: false))
        let open = Self.dropping.replacing("policy drop", with: "policy accept")
        #expect(FirewallRules.nftables(open, port: 1) == .open)
        #expect(FirewallRules.nftables("", port: 1) == .open)
        let last = open.replacing("tcp dport 22 accept", with: "counter packets 0 bytes 0 drop")
        #expect(
            FirewallRules.nftables(last, port: 1)
                == .filters(multicastNamed: false, portNamed: false))
        let output = open.replacing(
            "hook output priority filter; policy accept", with: "hook output; policy drop")
        #expect(FirewallRules.nftables(output, port: 1) == .open)
    }

    @Test("iptables that drop are found, with the ports that they name")
    func iptables() {
        let rules = "-P INPUT DROP\n-A INPUT -p udp -m udp --dport 5353 -j ACCEPT\n"
        #expect(
            FirewallRules.iptables(rules, port: 7_117)
                == .filters(multicastNamed: true, portNamed: false))
        #expect(FirewallRules.iptables("-P INPUT ACCEPT\n", port: 1) == .open)
        #expect(
            FirewallRules.iptables("-P INPUT ACCEPT\n-A INPUT -j DROP\n", port: 1)
                == .filters(multicastNamed: false, portNamed: false))
    }

    @Test("ufw is on when its configuration says so")
    func ufw() {
        #expect(FirewallRules.isEnabled(ufwConfiguration: "# ufw\nENABLED=yes\nLOGLEVEL=low\n"))
        #expect(!FirewallRules.isEnabled(ufwConfiguration: "ENABLED=no\n#ENABLED=yes\n"))
    }

    @Test("programs at the port of mDNS are read from the kernel's table")
    func owners() {
        let table = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout
             95: 00000000:14E9 00000000:0000 07 00000000:00000000 00:00000000 00000000   108        0 9
             96: 00000000:B6A1 00000000:0000 07 00000000:00000000 00:00000000 00000000   109        0 8
             97: FB0000E0:14E9 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 7
            """
        #expect(ResponderProbe.owners(ofTable: table) == [108, 1_000])
        #expect(ResponderProbe.owners(ofTable: "").isEmpty)
    }

    @Test("the question of the multicast probe is well formed")
    func question() {
        let alone = MulticastProbe.question(hostName: String(repeating: "x", count: 64))
        #expect(alone.count == 12 + 30 + 4 && alone[5] == 1)
        let both = MulticastProbe.question(hostName: "anna.example")
        #expect(both.count == alone.count + 16 && both[5] == 2)
        #expect(
            Bytes(both.suffix(16)) == [4] + Bytes("anna".utf8) + [5] + Bytes("local".utf8) + [
                0, 0, 1, 0, 1,
            ])
    }

    @Test("a socket that does not exist is missing")
    func missing() {
        #expect(ResponderProbe.reachability("/nonexistent/socket") == .missing)
        let long = String(repeating: "x", count: 300)
        #expect(ResponderProbe.reachability(long) == .missing)
    }

    @Test("a probe of this machine tells the port, the clock and the responder, with texts")
    func whole() async throws {
        let facts = await NetworkProbe(Wiring.settings(), isListening: false).run()
        func has(_ isIt: (NetworkFact) -> Bool) -> Bool { facts.contains(where: isIt) }
        #expect(has { if case .responder = $0 { true } else { false } })
        #expect(has { if case .port(_, nil) = $0 { true } else { false } })
        #expect(has { if case .clock = $0 { true } else { false } })
        for fact in facts {
            print("FACT", fact.verdict, fact.explanation)
            #expect(!fact.explanation.isEmpty)
            #expect((fact.remedy == nil) == (fact.verdict == .fine))
        }
    }

    @Test("a node that listens is dialled under its own addresses")
    func ownAddresses() async throws {
        let wiring = try await Wiring()
        let probe = NetworkProbe(Wiring.settings { $0.port = wiring.port }, isListening: true)
        let expected = Interfaces.list().filter(\.isUsable).flatMap(\.addresses)
            .filter { AddressPolicy().allows($0.address) }.count
        let facts = await probe.run()
        let dialled = facts.filter {
            if case .ownAddress = $0 { true } else { false }
        }
        #expect(dialled.count == min(expected, 8))
        #expect(dialled.allSatisfy { $0.verdict == .fine })
        await wiring.shutDown()
    }

    @Test("a clock before 2025 or after 2099 is wrong", arguments: [0, 1_700_000_000, 1 << 62])
    func clock(seconds: Int64) {
        let fact = NetworkFact.clock(seconds: seconds, isSynchronised: true)
        #expect(fact.verdict == .warning && fact.remedy != nil)
    }
}
