import Foundation
import Testing
import Wire

@testable import Daemon

struct ConfigurationTests {
    @Test("a home without a file has the defaults")
    func noFile() throws {
        #expect(try Configuration.read(path: "/nonexistent/hearth.toml") == Configuration())
    }

    @Test("every key is read")
    func everyKey() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            """
            [network]
            port = 7200
            interfaces = ["eth0", "wlan0"]
            static-peers = ["10.0.0.7:7117", "[fe80::1%eth0]:7117"]
            hop-limit = 3
            extra-ranges = ["192.0.2.0/24"]
            loopback = true
            multicast = false

            [log]
            level = "debug"

            [security]
            wipe-when-revoked = true

            [notifications]
            desktop = false
            """, to: "hearth.toml", mode: 0o644)
        let configuration = try Configuration.read(path: file)
        #expect(configuration.port == 7200)
        #expect(configuration.interfaces == ["eth0", "wlan0"])
        #expect(
            configuration.staticPeers == [
                Address(host: "10.0.0.7", port: 7117),
                Address(host: "fe80::1", port: 7117, interface: "eth0"),
            ])
        #expect(configuration.hopLimit == 3)
        #expect(configuration.extraRanges == ["192.0.2.0/24"])
        #expect(configuration.isLoopbackAllowed && !configuration.isMulticastEnabled)
        #expect(configuration.logLevel == "debug" && configuration.wipesWhenRevoked)
    }

    @Test(
        "a wrong line is named with its number",
        arguments: [
            ("[network]\nprot = 7117", 2, "network.prot is not known"),
            ("[network]\n\nport = 70000", 3, "a number from 0 to 65535"),
            ("[network]\nport = \"7117\"", 2, "a number from"),
            ("[network]\nstatic-peers = [\"printer.local\"]", 2, "printer.local"),
            ("[network]\nstatic-peers = \"10.0.0.7:7117\"", 2, "a list of texts"),
            ("[network]\nloopback = 1", 2, "true or false"),
            ("[log]\nlevel = \"loud\"", 2, "one of trace"),
            ("[security]\nwipe-when-revoked = 1", 2, "true or false"),
            ("[disk]\nquota = 1", 1, "disk is not known"),
            ("[network\nport = 1", 1, ""),
        ])
    func wrongLine(text: String, line: Int, reason: String) {
        do {
            _ = try Configuration(text: text, path: "hearth.toml")
            Issue.record("accepted: \(text)")
        } catch {
            guard case .configuration("hearth.toml", let found, let message) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found == line)
            #expect(message.contains(reason) || reason.isEmpty)
        }
    }

    @Test("static peers are changed without touching any other line")
    func staticPeers() throws {
        let peers = [Address(host: "10.0.0.7", port: 7117)]
        let cases = [
            ("", "[network]\nstatic-peers = [\"10.0.0.7:7117\"]\n"),
            (
                "# mine\n[network]\nport = 1 # why\n",
                "# mine\n[network]\nstatic-peers = [\"10.0.0.7:7117\"]\nport = 1 # why\n"
            ),
            (
                "[network]\nstatic-peers = [\n  \"10.0.0.1:1\",\n]\nport = 1\n",
                "[network]\nstatic-peers = [\"10.0.0.7:7117\"]\nport = 1\n"
            ),
        ]
        for (before, after) in cases {
            #expect(Configuration.replacing(staticPeers: peers, in: before) == after)
        }
    }
}
