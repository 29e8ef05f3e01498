import Foundation
import LocalProtocol
import Testing
import Transport
import Wire

@testable import Daemon

/// The policy of a machine: what it reads, what it refuses, what it forbids.
struct PolicyTests {
    private static let everything = """
        # Plant North's laptops
        [network]
        interfaces = ["eth0", "wlan0"]
        ranges = ["192.168.7.0/24", "203.0.113.0/24"]

        # no routers but one
        hop-limit = 2
        port = 7200

        [storage]
        quota = "20 GiB"
        space-quota = "2 GiB"
        attachment-size = "50 MiB"
        at-rest = "sealed"
        lease = "30d"
        retention-least = "90d"
        retention-most = "3650d"
        wipe-when-revoked = true

        [export]
        allowed = false

        [gateway]
        allowed = false

        [audit]
        syslog = true
        """

    private func policy(_ text: String, path: String = "policy.toml") throws -> Policy {
        try Policy(text: text, path: path)
    }

    private func applied(_ policy: Policy, _ text: String) throws -> Configuration {
        var configuration = try Configuration(text: text, path: "hearth.toml")
        try policy.apply(to: &configuration, path: "hearth.toml")
        return configuration
    }

    @Test("every rule is read and reported with its line")
    func everyRule() throws {
        let policy = try policy(Self.everything)
        let rules = policy.report(Configuration(), mode: .sealed).rules
        #expect(rules.count == PolicyKey.allCases.count)
        let words = Dictionary(uniqueKeysWithValues: rules.map { ($0.key, $0) })
        #expect(rules.allSatisfy { $0.rule != nil && $0.line != nil && $0.path == "policy.toml" })
        #expect(words["network.hop-limit"]?.rule == "hop-limit at most 2")
        #expect(words["network.hop-limit"]?.line == 7)
        #expect(words["storage.quota"]?.rule == "quota at most 20 GiB")
        #expect(words["storage.lease"]?.value == "30d")
        #expect(words["export.allowed"]?.rule == "export not allowed")
        #expect(words["gateway.allowed"]?.rule == "gateway not allowed")
        #expect(words["gateway.allowed"]?.remark == nil)
        #expect(policy.files.first?.hash.count == 64)
    }

    @Test(
        "a wrong line is refused with its number",
        arguments: [
            ("[network]\nhop-limits = 2", 2, "network.hop-limits is not known"),
            ("[network]\nhop-limit = \"2\"", 2, "a number from 1 to 255"),
            ("[network]\nhop-limit = 0", 2, "a number from"),
            ("[network]\n\nranges = [\"10.0.0.0/40\"]", 3, "no range"),
            ("[network]\ninterfaces = []", 2, "at least one"),
            ("[storage]\nquota = 5", 2, "a size"),
            ("[storage]\nquota = \"99999999999 GiB\"", 2, "a size"),
            ("[storage]\nlease = \"soon\"", 2, "a duration"),
            ("[storage]\nat-rest = \"open\"", 2, "one of sealed"),
            ("[storage]\nretention-most = \"1d\"\nretention-least = \"2d\"", 3, "longer"),
            ("[export]\nallowed = 1", 2, "true or false"),
            ("[audit]\nsyslog = \"yes\"", 2, "true or false"),
            ("[network\nport = 1", 1, ""),
            // What would reach into a community is no rule of a machine.
            ("[community]\nmoderation = true", 1, "community is not known"),
            ("[members]\nremove = [\"ben\"]", 1, "members is not known"),
            ("[rights]\nedit-words = \"it\"", 1, "rights is not known"),
            ("[storage]\nread-words = true", 2, "storage.read-words is not known"),
            ("[network]\nmembers = []", 2, "network.members is not known"),
        ])
    func wrongLine(text: String, line: Int, reason: String) {
        do {
            _ = try policy(text)
            Issue.record("accepted: \(text)")
        } catch {
            guard case DaemonError.configuration("policy.toml", let found, let message) = error
            else {
                Issue.record("\(error)")
                return
            }
            #expect(found == line)
            #expect(message.contains(reason) || reason.isEmpty, "\(message)")
        }
    }

    @Test("a file that others could write, or that is not the owner's, keeps everything shut")
    func unfitFiles() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("[network]\nhop-limit = 2\n", to: "policy.toml", mode: 0o644)
        let me: Set<UInt32> = [getuid()]
        #expect(try Policy.read(path: path, owners: me)?.hopLimit == 2)
        #expect(try Policy.read(path: folder.path + "/none.toml", owners: me) == nil)

        func isRefused(owners: Set<UInt32> = me, _ reason: String) -> Bool {
            do {
                _ = try Policy.read(path: path, owners: owners)
                return false
            } catch {
                guard case .unfitPolicy(_, let found) = error else { return false }
                return found.contains(reason) && error.description.contains(folder.path)
            }
        }
        #expect(isRefused(owners: [getuid() + 1], "belongs to user"))
        for mode in [0o666, 0o664, 0o622] {
            #expect(chmod(path, mode_t(mode)) == 0)
            #expect(isRefused("can write it"))
        }
        #expect(chmod(path, 0o644) == 0)
        #expect(chmod(folder.path, 0o777) == 0)
        #expect(isRefused("can write it"))
        #expect(chmod(folder.path, 0o700) == 0)

        #expect(unlink(path) == 0)
        #expect(mkdir(path, 0o755) == 0)
        #expect(isRefused("no file"))
    }

    @Test("what can't be read as text, or is far too large, is refused")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/policy.toml"
        for content in [Data([0xFF, 0xFE]), Data(repeating: 0x23, count: 70_000)] {
            try content.write(to: URL(fileURLWithPath: path))
            #expect(chmod(path, 0o644) == 0)
            #expect(throws: DaemonError.self) { try Policy.read(path: path, owners: [getuid()]) }
        }
        // A policy that was named must be there.
        #expect(throws: DaemonError.self) {
            try Policy.inForce(further: folder.path + "/none.toml", path: "/nonexistent/none")
        }
    }

    @Test("what it requires holds without a line in hearth.toml")
    func required() throws {
        #expect(try applied(try policy(Self.everything), "").wipesWhenRevoked)
        #expect(try !applied(Policy(), "").wipesWhenRevoked)
    }

    @Test(
        "hearth.toml can't go beyond it",
        arguments: [
            ("[network]\nhop-limit = 3", "hearth.toml:2: network.hop-limit = 3", "line 7"),
            ("[network]\nport = 7117", "network.port = 7117", "line 8: port only 7200"),
            ("[network]\ninterfaces = [\"eth0\", \"ppp0\"]", "ppp0", "line 3"),
            ("[network]\nextra-ranges = [\"198.51.100.0/24\"]", "198.51.100.0/24", "line 4"),
            ("[network]\nextra-ranges = [\"203.0.0.0/16\"]", "203.0.0.0/16", "line 4"),
            ("[network]\nstatic-peers = [\"10.0.0.7:7117\"]", "10.0.0.7:7117", "line 4"),
            ("[storage]\nat-rest = \"open\"", "at-rest", "line 14: at-rest sealed"),
            ("[audit]\nsyslog = false", "audit.syslog = false", "syslog required"),
            (
                "[security]\nwipe-when-revoked = false", "security.wipe-when-revoked = false",
                "line 18: wipe-when-revoked required"
            ),
        ])
    func beyond(text: String, subject: String, rule: String) throws {
        do {
            _ = try applied(try policy(Self.everything), text)
            Issue.record("allowed: \(text)")
        } catch let error as DaemonError {
            #expect(error.exitCode == 4)
            #expect(error.description.contains(subject), "\(error)")
            #expect(error.description.contains("forbidden by policy.toml, "), "\(error)")
            #expect(error.description.contains(rule), "\(error)")
        }
        // The test bites: without a policy the same file is fine.
        _ = try applied(Policy(), text)
    }

    @Test("what hearth.toml leaves open is as the policy says")
    func binding() throws {
        let configuration = try applied(try policy(Self.everything), "")
        #expect(configuration.interfaces == ["eth0", "wlan0"])
        #expect(configuration.port == 7200)
        #expect(configuration.atRest == .sealed)
        #expect(configuration.isSyslogWanted == true)
        #expect(configuration.hopLimit == 1)
        let addresses = configuration.addressPolicy
        #expect(addresses.allows("192.168.7.9") && !addresses.allows("192.168.8.9"))
        #expect(addresses.allows("203.0.113.9") && !addresses.allows("10.0.0.7"))
        #expect(!addresses.allows("127.0.0.1"))
        #expect(try applied(Policy(), "") == Configuration(text: "", path: "hearth.toml"))
    }

    @Test("addresses and exports are refused with the rule's line, as exit code 4")
    func refusals() throws {
        let policy = try policy(Self.everything, path: Policy.defaultPath)
        let address = try #require(Address("10.9.9.9:7117"))
        do throws(PolicyRefusal) {
            try policy.check(address)
            Issue.record("allowed")
        } catch {
            #expect(error.service.code.exitCode == 4 && error.service.isPolicyRefusal)
            #expect(
                error.service.message
                    == "10.9.9.9:7117: forbidden by /etc/hearth/policy.toml, line 4: ranges only "
                    + "192.168.7.0/24, 203.0.113.0/24.")
        }
        try policy.check(try #require(Address("192.168.7.9:7117")))
        try policy.check(try #require(Address("127.0.0.1:7117")))
        #expect(throws: PolicyRefusal.self) { try policy.checkExport("hearth dump") }
        try Policy().checkExport("hearth dump")
    }

    @Test("of two policies the stricter rules hold, each with its own file")
    func tightening() throws {
        var both = try policy(
            """
            [network]
            hop-limit = 2
            ranges = ["192.168.0.0/16", "10.0.0.0/8"]
            [export]
            allowed = false
            [storage]
            lease = "30d"
            """, path: "machine.toml")
        try both.tighten(
            with: try policy(
                """
                [network]
                hop-limit = 9
                ranges = ["192.168.7.0/24"]
                interfaces = ["eth0"]
                [export]
                allowed = true
                [storage]
                lease = "7d"
                at-rest = "sealed"
                """, path: "further.toml"))
        #expect(both.hopLimit == 2 && both.place(.hopLimit).path == "machine.toml")
        #expect(both.ranges?.map(\.description) == ["192.168.7.0/24"])
        #expect(both.place(.ranges).path == "further.toml")
        #expect(both.isExportAllowed == false && both.place(.export).path == "machine.toml")
        #expect(both.lease == 7 * 86_400 && both.atRest == .sealed)
        #expect(both.interfaces == ["eth0"] && both.files.count == 2)

        for further in [
            "[network]\nranges = [\"172.16.0.0/12\"]", "[network]\ninterfaces = [\"wlan0\"]",
        ] {
            #expect(throws: DaemonError.self) {
                var copy = both
                try copy.tighten(with: try policy(further, path: "third.toml"))
            }
        }
    }

    @Test("quotas count each space and all, and never shut out the workplace")
    func quotas() throws {
        let spaces = try (1...3).map {
            try #require(SpaceID(Bytes(repeating: UInt8($0), count: 32)))
        }
        var quota = Quota(perSpace: 100, inAll: 150)
        quota.set(500, of: spaces[0])
        #expect(quota.exceeded(in: spaces[0], workplace: spaces[0]) == nil)
        #expect(quota.exceeded(in: spaces[1], workplace: spaces[0]) == .all)
        quota.set(0, of: spaces[0])
        quota.set(99, of: spaces[1])
        #expect(quota.exceeded(in: spaces[1], workplace: spaces[0]) == nil)
        quota.set(100, of: spaces[1])
        #expect(quota.exceeded(in: spaces[1], workplace: spaces[0]) == .space)
        #expect(quota.exceeded(in: spaces[2], workplace: spaces[0]) == nil)
        quota.set(50, of: spaces[2])
        #expect(quota.exceeded(in: spaces[2], workplace: spaces[0]) == .all)
        #expect(Quota().exceeded(in: spaces[2], workplace: spaces[0]) == nil)
    }

    @Test("sizes and durations are read as people write them")
    func units() {
        #expect(ByteCount(text: "2 GiB")?.bytes == 2 << 30)
        #expect(ByteCount(text: "512B")?.bytes == 512)
        #expect(ByteCount(text: "2 GB") == nil && ByteCount(text: "-1 B") == nil)
        #expect(ByteCount(1536).text == "1536 B" && ByteCount(3 << 20).text == "3 MiB")
        #expect(DurationText.seconds("15m") == 900 && DurationText.seconds("7d") == 604_800)
        #expect(DurationText.seconds("7") == nil && DurationText.seconds("d") == nil)
        #expect(DurationText.text(900) == "15m" && DurationText.text(3_601) == "3601s")
    }
}
