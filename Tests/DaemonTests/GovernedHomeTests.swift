import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// A home under a policy: what is refused, what is written down, what an inspection finds.
@Suite(.timeLimit(.minutes(2)))
struct GovernedHomeTests {
    private static func found(_ gate: LockableNode) async throws {
        let home = try await gate.service
        _ = try await home.initialize(InitializeRequest(name: "Ada"))
        _ = try await home.foundWorkplace(NewWorkplaceRequest(name: "Plant North"))
        _ = try await home.createCommunity(NewCommunityRequest(name: "Bearings"))
    }

    private static let rules = """
        [network]
        ranges = ["192.168.7.0/24"]
        [export]
        allowed = false
        [storage]
        space-quota = "1 KiB"
        """

    @Test("what the policy forbids is refused with its file and line, and written down")
    func refusals() async throws {
        let policy = try Policy(text: Self.rules, path: Policy.defaultPath)
        let home = try RunningHome()
        try await home.run(policy: policy) { gate in
            let service = try await gate.service
            let join = await refusal { () async throws(ServiceError) in
                _ = try await service.initialize(InitializeRequest(name: "Ada"))
                _ = try await service.join(
                    JoinRequest(code: "47-copper-lava", address: "10.0.0.7:7117"))
            }
            #expect(join?.message.contains("policy.toml, line 2: ranges only") == true)
            _ = try await service.foundWorkplace(NewWorkplaceRequest(name: "Plant North"))
            _ = try await service.createCommunity(NewCommunityRequest(name: "Bearings"))
            let peer = await refusal { () async throws(ServiceError) in
                _ = try await service.addStaticPeer(StaticPeerRequest(address: "10.0.0.7:7117"))
            }
            #expect(peer?.code.exitCode == 4)
            #expect(peer?.message.contains("/etc/hearth/policy.toml, line 2") == true)
            let dump = await refusal { () async throws(ServiceError) in
                _ = try await service.dump(DumpRequest())
            }
            #expect(
                dump?.message
                    == "hearth dump: forbidden by /etc/hearth/policy.toml, line 4: "
                    + "export not allowed.")
            let body = String(repeating: "word ", count: 300)
            _ = try await service.ask(
                AskRequest(community: "Bearings", title: "First", body: body))
            let quota = await refusal { () async throws(ServiceError) in
                _ = try await service.ask(AskRequest(community: "Bearings", title: "Second"))
            }
            #expect(quota?.message.contains("line 6: space-quota at most 1 KiB") == true)
            // The workplace's own space goes on.
            _ = try await service.createCommunity(NewCommunityRequest(name: "Pumps"))
            // It bites: a peer in the range is no trouble.
            _ = try await service.addStaticPeer(StaticPeerRequest(address: "192.168.7.7:7117"))

            let rules = try await service.policy().rules
            #expect(rules.first { $0.key == "network.ranges" }?.line == 2)
        }
        let refused = try home.audit().filter { $0.event == "policy-refused" }
        let lines = refused.compactMap { $0.fields.first { $0.name == "line" }?.value }
        #expect(Set(lines) == ["2", "4", "6"])
        #expect(try home.audit().contains { $0.event == "policy-in-force" })
    }

    @Test("a configuration beyond the policy keeps the node from starting")
    func beyond() async throws {
        let home = try RunningHome(configuration: "hop-limit = 5\n")
        let policy = try Policy(text: "[network]\nhop-limit = 2\n", path: "policy.toml")
        await #expect(throws: DaemonError.self) { try await home.run(policy: policy) { _ in } }
        #expect(try home.audit().map(\.event) == ["policy-refused"])
        // It bites: without the policy it starts.
        try await home.run { _ in }
    }

    // Catalogue 65. Root can read and write whatever the modes say, so only modes and owners that
    // are looked at are tried here; a folder that can't be written is the storage's test.
    @Test("a home that others can reach, or that is somebody else's, is refused and left as it is")
    func wrongModes() async throws {
        let home = try RunningHome()
        try await home.run { gate in try await Self.found(gate) }
        let keys = LockableNode.keyPath(home.home)
        for path in [keys, keys + "/identity", keys + "/workplace", home.home.state + "/audit"] {
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(chmod(path, status.st_mode | 0o040) == 0)
            await #expect(throws: DaemonError.self) { try await home.run { _ in } }
            #expect(chmod(path, status.st_mode) == 0)
            guard geteuid() == 0 else {
                print("skipped: another owner needs root")
                continue
            }
            #expect(chown(path, 65_534, 65_534) == 0)
            await #expect(throws: DaemonError.self) { try await home.run { _ in } }
            #expect(chown(path, 0, 0) == 0)
        }
        // It bites: as it was before, the same home opens.
        try await home.run { gate in _ = try await (try await gate.service).identity() }
    }

    @Test("the security log tells what was done, and never a word of what was written")
    func audit() async throws {
        let home = try RunningHome()
        try await home.run { gate in
            try await Self.found(gate)
            let service = try await gate.service
            _ = try await service.ask(AskRequest(community: "Bearings", title: "Walrus"))
            _ = try await service.invite(InviteRequest())
            for try await _ in try await service.dump(DumpRequest()) {}
            #expect(try await service.verifyAudit(AuditVerification()).isIntact)
            var shown: [String] = []
            let request = AuditRequest(sinceSeconds: 600, event: "exported")
            for try await line in try await service.audit(request) { shown.append(line.event) }
            #expect(shown == ["exported"])
            await gate.refused("edit", ServiceError(.noSuchRight, said: "These are Ben's words."))
        }
        let audit = try home.audit()
        let expected = [
            "node-started", "key-created", "workplace-founded", "pairing-begun", "exported",
            "right-refused", "node-stopped",
        ]
        for event in expected { #expect(audit.contains { $0.event == event }, "\(event)") }
        let text = audit.map(\.text).joined()
        for word in ["Ada", "Plant", "Bearings", "Walrus", "-copper-"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test("an inspection compares what the node believes with what the kernel says")
    func inspection() async throws {
        let home = try RunningHome(configuration: "interfaces = []\n")
        try await home.run { gate in
            try await Self.found(gate)
            let service = try await gate.service
            var inspection = try await service.inspectMachine()
            for _ in 0..<100 where inspection.sockets.isEmpty {
                try await Task.sleep(for: .milliseconds(20))
                inspection = try await service.inspectMachine()
            }
            guard KernelSockets.ofThisProcess() != nil else {
                print("skipped: this system has no /proc")
                return
            }
            #expect(inspection.sockets.contains { $0.purpose == "colleagues' nodes" })
            #expect(inspection.hopLimit == 1 && inspection.atRest == .open)
            #expect(inspection.files.contains { $0.path.hasSuffix("keys/identity") })
            let checks = Dictionary(
                uniqueKeysWithValues: inspection.checks.map { ($0.name, $0.verdict) })
            #expect(checks["modes"] == .fine && checks["audit"] == .fine)
            #expect(checks["at-rest"] == .notice && checks["hop-limit"] == .fine)
            #expect(inspection.leaves.last?.contains("Nothing else") == true)

            // It bites: a file that others can read is named.
            #expect(chmod(home.home.data + "/view.sqlite", 0o644) == 0)
            let exposed = try await service.inspectMachine().checks.first { $0.name == "modes" }
            #expect(exposed?.verdict == .problem)
            #expect(exposed?.finding.contains("view.sqlite") == true)
        }
    }

    @Test("the kernel's lists of sockets are read as they are")
    func kernelLists() {
        let own: Set<String> = ["4711", "99"]
        let tcp: Substring =
            "  0: 0100007F:1BCD 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1"
        #expect(
            KernelSockets.internet(tcp, "tcp", own)
                == .init(kind: "tcp", address: "127.0.0.1:7117", port: 7117))
        #expect(KernelSockets.internet(tcp, "tcp", ["1"]) == nil)
        let connected = tcp.replacingOccurrences(of: " 0A ", with: " 01 ")[...]
        #expect(KernelSockets.internet(connected, "tcp", own) == nil)
        let six: Substring =
            "  1: 00000000000000000000000000000000:1BCD 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 99 1"
        #expect(
            KernelSockets.internet(six, "tcp6", own)
                == .init(kind: "tcp6", address: "[::]:7117", port: 7117))
        let unix: Substring =
            "0000000000000000: 00000002 00000000 00010000 0001 01 4711 /run/my home/hearth.sock"
        #expect(
            KernelSockets.local(unix, own)
                == .init(kind: "unix", address: "/run/my home/hearth.sock"))
        for line in ["", "x", "0: 1 2 3 4 5 6", "0: zz:zz 0 0A 0 0 0 0 0 99"] {
            #expect(KernelSockets.internet(line[...], "tcp", own) == nil)
            #expect(KernelSockets.local(line[...], own) == nil)
        }
    }
}
