#if os(Linux)
    import Foundation
    import LocalProtocol
    import Testing

    /// A telephone on the network reads at a colleague's computer.
    @Suite("The gateway, on a network", .serialized, .timeLimit(.minutes(5)))
    struct GatewayTests {
        /// What a telephone gets: another host asks, without cookie and program.
        private struct Page {
            var status: Int
            var body: String
        }

        /// Asks a host of the lab from another one.
        private func get(_ address: String, _ options: [String] = [], in office: Office) throws
            -> Page
        {
            let output = try office.lab.on(
                "h2",
                ["curl", "--silent", "--max-time", "5", "--write-out", "\n%{http_code}"]
                    + options + [address], seconds: 20
            ).run()
            let lines = output.standardOutput.split(
                separator: "\n", omittingEmptySubsequences: false)
            return Page(
                status: lines.last.flatMap { Int($0) } ?? 0,
                body: lines.dropLast().joined(separator: "\n"))
        }

        private func words(_ node: Node) throws -> (question: String, secret: String) {
            try node.check("community", "new", "Seals")
            let asked = try node.read(
                Saved.self, "ask", "--new", "Which grease?", "--community", "Seals")
            _ = try node.check("answer", asked.code, "The white one.")
            try node.check("community", "new", "Zephyr circle", "--private")
            let secret = try node.read(
                Saved.self, "ask", "--new", "Zephyr?", "--community", "Zephyr circle")
            return (asked.code, secret.code)
        }

        // Goal: J8.3 and the promise behind it. Method: a real daemon, another host with curl.
        @Test("J8.3: a telephone reads a question by its code, and nothing that isn't open")
        func telephone() throws {
            guard let office = try Office(people: 2, name: "phone") else { return }
            defer { office.close() }
            try office.open()
            let ada = office.nodes[0]
            let (question, secret) = try words(ada)
            #expect(try ada.read(GatewayReport.self, "gateway").state == .off)
            let opened = try ada.read(GatewayReport.self, "gateway", "on")
            #expect(opened.state == .open && opened.port == 8427)
            let start = try #require(opened.addresses.first)
            #expect(try ada.check("digest").contains("On a telephone in this building: \(start)"))

            let front = try get(start, in: office)
            #expect(front.status == 200 && front.body.contains("Seals"))
            #expect(!front.body.contains("Zephyr"))
            for path in ["w/" + question, "q/" + question.dropFirst(2)] {
                let page = try get(start + path, in: office)
                #expect(page.status == 200)
                #expect(page.body.contains("Which grease?") && page.body.contains("The white one."))
                #expect(page.body.contains("At the shared terminal, or with a slip"))
            }
            let digits = String(question.dropFirst(2))
            let written = try get(start + "q/" + digits, ["--data", "body=x"], in: office)
            #expect(written.status == 403)
            for code in [secret, String(secret.dropFirst(2)), "Q-00000"] {
                let page = try get(start + "w/" + code, in: office)
                #expect(page.status == 404 && !page.body.contains("Zephyr"))
            }
            #expect(try !get(start + "find?q=Zephyr", in: office).body.contains("Zephyr circle"))
            let rebound = try get(start, ["--header", "Host: evil.example"], in: office)
            #expect(rebound.status == 421)

            let inspection = try ada.read(MachineInspection.self, "doctor", "--for-it")
            #expect(
                inspection.sockets.contains {
                    $0.address.hasSuffix(":8427") && $0.purpose?.contains("telephones") == true
                })
            #expect(inspection.checks.first { $0.name == "sockets" }?.verdict == .fine)
            try ada.stop()
            try ada.start()
            let isOpenAgain = try Patience.holds(within: 10) {
                try get(start, in: office).status == 200
            }
            #expect(isOpenAgain, "after a restart")
            #expect(try ada.read(GatewayReport.self, "gateway", "off").state == .off)
            #expect(try get(start, in: office).status == 0)
            let log = try ada.check("audit", "show", "--json")
            #expect(log.contains("gateway-opened") && log.contains("gateway-shut"))
        }

        @Test("a policy keeps it shut: the port, the command with the policy's line, the doctor")
        func forbidden() throws {
            guard
                let office = try Office(
                    people: 2, name: "shut", configurations: [1: "[gateway]\nlisten = true\n"])
            else { return }
            defer { office.close() }
            try office.open()
            let ada = office.nodes[0]
            let start = try #require(
                try ada.read(GatewayReport.self, "gateway").addresses.first)
            #expect(try get(start, in: office).status == 200, "without a policy it is open")

            let file = office.folder.appendingPathComponent("policy.toml")
            try Data("# Nobody reads here.\n[gateway]\nallowed = false\n".utf8).write(to: file)
            try ada.stop()
            try ada.start("--policy", file.path)
            #expect(try get(start, in: office).status == 0)
            let refused = try ada.hearth("gateway", "on")
            #expect(refused.status == 4)
            #expect(refused.standardError.contains("\(file.path), line 3"))
            #expect(refused.standardError.contains("gateway not allowed"))
            #expect(try get(start, in: office).status == 0)
            let check = try ada.read(DoctorReport.self, "doctor").checks.first {
                $0.name == "gateway"
            }
            #expect(check?.verdict == .notice)
            #expect(check?.finding.contains("\(file.path), line 3") == true)
            #expect(try ada.read(GatewayReport.self, "gateway").state == .forbidden)
            let inspection = try ada.read(MachineInspection.self, "doctor", "--for-it")
            #expect(!inspection.sockets.contains { $0.address.hasSuffix(":8427") })
        }
    }
#endif
