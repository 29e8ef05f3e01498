import Foundation
import Languages
import LocalProtocol
import Phrasebook
import Testing

@testable import Daemon

/// Settings of the gateway, its policy, and the lock of the home behind it.
@Suite("The gateway's switch", .timeLimit(.minutes(2)))
struct GatewayTests {
    private static func configuration(_ text: String) throws -> Configuration {
        try Configuration(text: text, path: "hearth.toml")
    }

    @Test("it is shut unless somebody opens it")
    func settings() throws {
        #expect(try Self.configuration("").gatewayPlan(under: Policy()) == nil)
        let chosen = try Self.configuration(
            "[gateway]\nlisten = true\nport = 80\nnames = [\"Hearth.Plant.example\", \"hearth\"]\n"
                + "[network]\nhop-limit = 2\ninterfaces = [\"lo\"]")
        let plan = try #require(chosen.gatewayPlan(under: Policy()))
        #expect(plan.port == 80 && plan.hopLimit == 2)
        #expect(plan.names == ["hearth.plant.example", "hearth"])
        let usual = try Self.configuration("[gateway]\nlisten = true")
        #expect(usual.gatewayPlan(under: Policy())?.port == 8427)
    }

    @Test(
        "a wrong line is named with its number",
        arguments: [
            ("[gateway]\nlisten = 1", 2, "true or false"),
            ("[gateway]\nlisten = true\nport = 0", 3, "a number from 1 to 65535"),
            ("[gateway]\nport = 7117", 2, "is to differ"),
            ("[network]\nport = 8427", 2, "is to differ"),
            ("[gateway]\nnames = [\"http://x\"]", 2, "http://x"),
            ("[gateway]\nnames = [\"\"]", 2, "not a name"),
            ("[gateway]\nname = \"x\"", 2, "gateway.name is not known"),
        ])
    func wrong(text: String, line: Int, reason: String) {
        #expect {
            try Self.configuration(text)
        } throws: { error in
            guard case .configuration(_, line, let found)? = error as? DaemonError else {
                return false
            }
            return found.contains(reason)
        }
    }

    // Goal: the gateway is as near as the node itself: the same interfaces, the same ranges, and no
    // loopback. Method: ends of connections, asked one by one.
    @Test("strangers from elsewhere, and this computer itself, are kept out")
    func doorway() throws {
        func admits(_ text: String, _ remote: String, policy: Policy = Policy()) throws -> Bool {
            var configuration = try Self.configuration("[gateway]\nlisten = true\n" + text)
            try policy.apply(to: &configuration, path: "hearth.toml")
            let plan = try #require(configuration.gatewayPlan(under: policy))
            return plan.admits(
                .init(host: remote, scope: 0), .init(host: "127.0.0.1", scope: 0))
        }
        #expect(try admits("", "192.168.7.9") && admits("", "10.1.2.3"))
        #expect(try !admits("", "203.0.113.9") && !admits("", "::ffff:203.0.113.9"))
        #expect(try !admits("", "127.0.0.1") && !admits("", "::1"))
        #expect(try admits("[network]\nloopback = true", "127.0.0.1"))
        #expect(try admits("[network]\nextra-ranges = [\"203.0.113.0/24\"]", "203.0.113.9"))
        let only = try Policy(
            text: "[network]\nranges = [\"192.168.7.0/24\"]", path: "policy.toml")
        #expect(try admits("", "192.168.7.9", policy: only))
        #expect(try !admits("", "10.1.2.3", policy: only))
        var chosen = try Self.configuration(
            "[gateway]\nlisten = true\n[network]\ninterfaces = [\"eth77\"]")
        try Policy().apply(to: &chosen, path: "hearth.toml")
        let plan = try #require(chosen.gatewayPlan(under: Policy()))
        #expect(
            !plan.admits(
                .init(host: "192.168.7.9", scope: 0), .init(host: "192.168.7.1", scope: 0)))
    }

    @Test("the policy keeps it shut: the node runs, the log has the line")
    func forbidden() async throws {
        let policy = try Policy(text: "\n[gateway]\nallowed = false", path: "policy.toml")
        let home = try RunningHome(configuration: "[gateway]\nlisten = true\n")
        try await home.run(policy: policy) { gate in
            _ = try await gate.service
            var plans = gate.gatewayPlans.makeAsyncIterator()
            let first = try #require(await plans.next())
            #expect(first == nil, "shut")
        }
        let refused = try home.audit().filter { $0.event == "policy-refused" }
        #expect(refused.count == 1)
        #expect(refused[0].fields.contains { $0.name == "rule" && $0.value == "gateway.allowed" })
        #expect(refused[0].fields.contains { $0.name == "line" && $0.value == "3" })
    }

    @Test("opening and shutting stand in the log, once each")
    func audit() async throws {
        let home = try RunningHome(configuration: "[gateway]\nlisten = true\n")
        try await home.run { gate in
            for outcome in [
                GatewayOutcome.open(port: 8427), .open(port: 8427), .shut, .shut,
                .failed(reason: "x"),
            ] {
                gate.gatewayBecame(outcome)
            }
        }
        let events = try home.audit().filter { $0.event.hasPrefix("gateway") }
        #expect(events.map(\.event) == ["gateway-opened", "gateway-shut"])
        #expect(events[0].fields.contains { $0.name == "port" && $0.value == "8427" })
    }

    @Test("what was shown is shown again for a while, is bounded, and is forgotten")
    func memo() {
        var memo = OpenMemo<Int>()
        let now = ContinuousClock.now
        memo.keep(1, as: "a", at: now)
        #expect(memo.value("a", at: now.advanced(by: .seconds(9))) == 1)
        #expect(memo.value("a", at: now.advanced(by: .seconds(11))) == nil)
        for number in 0..<1_000 { memo.keep(number, as: "\(number)", at: now) }
        #expect((0..<1_000).filter { memo.value("\($0)", at: now) != nil }.count == 63)
        memo.keep(2, as: "b", at: now.advanced(by: .seconds(11)))
        #expect(memo.value("b", at: now.advanced(by: .seconds(12))) == 2, "the old made room")
        memo.forget()
        #expect(memo.value("b", at: now.advanced(by: .seconds(12))) == nil)
    }

    // Goal: many strangers cost no more than a few. Method: the same page twice, with a new question
    // between; whoever lives here sees it at once, and every language has its own page.
    @Test("however many ask, a page is put together once in a while")
    func shownAgain() async throws {
        let home = try RunningHome()
        try await home.run { gate in
            let node = try await gate.service
            _ = try await node.initialize(InitializeRequest(name: "Ada", deviceName: "desk"))
            _ = try await node.foundWorkplace(NewWorkplaceRequest(name: "Plant North"))
            let code = try await node.createCommunity(
                NewCommunityRequest(name: "Seals")
            ).community.code
            let front = try await gate.openFront()
            let page = try await gate.openCommunity(code)
            _ = try await node.ask(AskRequest(community: code, title: "Which grease?"))
            #expect(try await gate.openFront() == front)
            #expect(try await gate.openCommunity("seals") == page)
            let hebrew = try await Language.$current.withValue(Phrasebook.language("he")) {
                try await gate.openFront()
            }
            #expect(hebrew.digest.sections.count == 1)
            await gate.forgetShown()
            #expect(try await gate.openFront().digest.sections.count == 1)
        }
    }

    // Goal: strangers who read don't keep a sealed home unlocked, and get nothing from a locked one.
    // Method: a home that locks itself after a second is read all the time.
    @Test("a sealed home locks itself while strangers read, and shows nothing then")
    func locked() async throws {
        let home = try RunningHome(
            configuration: "[gateway]\nlisten = true\n[storage]\nlock-after = \"1s\"\n")
        try await home.run { gate in
            _ = try await gate.service.initialize(
                InitializeRequest(name: "Ada", deviceName: "desk"))
            _ = try await gate.service.foundWorkplace(NewWorkplaceRequest(name: "Plant North"))
            #expect(try await gate.openFront().frame.workplace == "Plant North")
            try await gate.sealAndWait("copper lantern river")
            _ = try await gate.service
            var last: ServiceError?
            for _ in 0..<100 where last == nil {
                last = await refusal { () async throws(ServiceError) in
                    _ = try await gate.openFront()
                }
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(last != nil, "reading kept it open")
            #expect(try await gate.status().lock == .locked)
        }
    }
}
