import LocalProtocol
import NIOCore
import Synchronization
import Testing
import Web

@testable import LocalAPI

/// Requests that are too large, or none.
private let oversized = [
    WebClient.request("GET /", ["Content-Length: 1000000000"], body: "x"),
    WebClient.request("POST /", ["Content-Length: 1000000000"], body: "x"),
    WebClient.request("GET /", ["Transfer-Encoding: chunked"], body: "5\r\nhello\r\n0\r\n\r\n"),
    WebClient.request("GET /", (0..<10_000).map { "X-\($0): y" }),
    WebClient.request("GET /", ["X: " + String(repeating: "y", count: 100_000)]),
    WebClient.request("GET /" + String(repeating: "y", count: 100_000)),
    "\u{0}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n",
]

@Suite("The server of pages for everybody", .timeLimit(.minutes(2)))
struct GatewayServerTests {
    private func get(
        _ port: Int, _ start: String, _ headers: [String] = [], host: String? = "127.0.0.1:8427",
        body: String = ""
    ) async throws -> RawAnswer {
        try await WebClient.exchange(
            port, WebClient.request(start, headers, host: host, body: body))
    }

    @Test("J8.3: a question by the five characters of its code, without cookie and program")
    func question() async throws {
        try await withGateway { port, _ in
            let answer = try await get(port, "GET /q/7F3KD")
            #expect(answer.status == 200)
            #expect(answer.body.contains("Which grease?"))
            #expect(answer.body.contains("Over plain http nothing can be written."))
            let head = answer.head.lowercased()
            #expect(head.contains("content-type: text/html; charset=utf-8"))
            #expect(head.contains("content-security-policy: default-src 'none'; style-src 'self'"))
            #expect(head.contains("x-content-type-options: nosniff"))
            #expect(head.contains("referrer-policy: no-referrer"))
            #expect(head.contains("x-frame-options: deny"))
            #expect(head.contains("cache-control: no-store"))
            #expect(!head.contains("set-cookie") && !head.contains("access-control"))
        }
    }

    @Test("the head of a page has no body, and its length")
    func head() async throws {
        try await withGateway { port, _ in
            let whole = try await get(port, "GET /help")
            let head = try await get(port, "HEAD /help")
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head.head.contains("\(whole.body.utf8.count)"))
        }
    }

    @Test("speaks the language that the reader accepts")
    func hebrew() async throws {
        try await withGateway { port, _ in
            let answer = try await get(port, "GET /", ["Accept-Language: xx, he-IL;q=0.9"])
            #expect(answer.body.contains("<html lang=\"he\" dir=\"rtl\">"))
            #expect(answer.head.lowercased().contains("content-language: he"))
            #expect(try await get(port, "GET /").body.contains("<html lang=\"en\" dir=\"ltr\">"))
        }
    }

    // Goal: nothing can be written (attack 79), and no other site's request gets more than any
    // (attack 73): there is no session to ride on. Method: each method, from a form of elsewhere.
    @Test(
        "attacks 73, 79: refuses writing over http",
        arguments: [
            ("POST /q/7F3KD", 403), ("PUT /", 403), ("PATCH /", 403), ("DELETE /w/Q-7F3KD", 403),
            ("OPTIONS /", 405), ("TRACE /", 405), ("PROPFIND /", 405),
        ])
    func writing(start: String, status: Int) async throws {
        let reader = CountingReader()
        try await withGateway(reader) { port, _ in
            let answer = try await get(
                port, start,
                ["Origin: http://evil.example", "Content-Type: text/plain", "Content-Length: 3"],
                body: "a=b")
            #expect(answer.status == status)
            #expect(answer.body.contains("At the shared terminal, or with a slip"))
            #expect(!answer.head.lowercased().contains("access-control"))
            #expect(reader.asked == 0)
        }
    }

    // Goal: a name that somebody's web site gives to this address reads nothing (attack 74). Method:
    // every wrong spelling of a host; those that are right are answered.
    @Test(
        "attack 74: answers only to its address and its names",
        arguments: [
            ("127.0.0.1", 200), ("127.0.0.1:8427", 200), ("hearth.plant.example", 200),
            ("HEARTH.plant.example:80", 200), ("evil.example", 421),
            ("127.0.0.1.evil.example", 421),
            ("localhost", 421), ("127.0.0.2", 421), ("[::1]", 421), ("127.0.0.1@evil.example", 421),
            ("127.0.0.1:x", 421), ("127.1", 421), ("2130706433", 421), ("", 421),
            ("[127.0.0.1", 421),
            (nil, 421),
        ] as [(String?, Int)])
    func hosts(host: String?, status: Int) async throws {
        let reader = CountingReader()
        let plan = GatewayPlan.testing(names: ["hearth.plant.example"])
        try await withGateway(reader, plan: plan) { port, _ in
            let answer = try await get(port, "GET /", host: host)
            // The parser itself refuses a request without a host, or with an odd one.
            #expect(answer.status == status || (status == 421 && answer.status == 400))
            #expect((reader.asked > 0) == (status == 200))
        }
    }

    @Test(
        "attack 80: no path leads out of the pages",
        arguments: [
            "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/c/%2e%2e%2fx", "//etc/passwd",
            "/style.css/../../x", "/c/%00", "/%ff", "/c/..%5c..%5cx", "/v1/status", "/openapi.json",
            "http://127.0.0.1/v1/status",
        ])
    func paths(path: String) async throws {
        try await withGateway { port, _ in
            let answer = try await get(port, "GET " + path)
            #expect(answer.status == 404 || answer.status == 400)
            #expect(!answer.body.contains("root:"))
        }
    }

    // Goal: nobody makes the server hold or read without end (attack 77). Method: a body that it
    // never wanted, more headers than there can be, a longer one than there can be.
    @Test("attack 77: refuses what is too large, and goes on", arguments: oversized.indices)
    func large(number: Int) async throws {
        var settings = GatewayServer.Settings()
        settings.idleTimeout = .milliseconds(500)
        settings.lifetime = .seconds(2)
        let reader = CountingReader()
        try await withGateway(reader, settings: settings) { port, _ in
            let answer = try await WebClient.exchange(port, oversized[number])
            #expect(answer.status == 0 || (400...499).contains(answer.status))
            #expect(reader.asked == 0)
            #expect(try await get(port, "GET /").status == 200)
        }
    }

    // Goal: a slow sender doesn't keep a connection. Method: a byte now and then, so that it is
    // never idle for long; without the lifetime of a connection this takes as long as it likes.
    @Test("attack 77: slow senders are hung up on")
    func slow() async throws {
        var settings = GatewayServer.Settings()
        settings.lifetime = .seconds(1)
        try await withGateway(settings: settings) { port, _ in
            let began = ContinuousClock.now
            _ = try await WebClient.exchange(
                port, "GET / HTTP/1.1\r\nX: ", pieces: Array(repeating: "y", count: 100),
                pause: .milliseconds(100))
            #expect(began.duration(to: .now) < .seconds(5))
        }
    }

    @Test("no source has more connections than its share, and others still come in")
    func connections() async throws {
        var settings = GatewayServer.Settings()
        settings.connectionsPerSource = 3
        try await withGateway(settings: settings) { port, _ in
            try await WebClient.holding(2, port) {
                let answer = try await get(port, "GET /")
                #expect(answer.status == 200)
            }
            try await WebClient.holding(3, port) {
                let answer = try await get(port, "GET /")
                #expect(answer.status == 0)
            }
        }
    }

    @Test("whoever asks too often waits")
    func pace() async throws {
        var settings = GatewayServer.Settings()
        settings.requestBurst = 5
        settings.requestsPerSecond = 0.001
        let reader = CountingReader()
        try await withGateway(reader, settings: settings) { port, _ in
            for _ in 0..<5 { #expect(try await get(port, "GET /").status == 200) }
            let answer = try await get(port, "GET /")
            #expect(answer.status == 429)
            #expect(answer.head.lowercased().contains("retry-after"))
            #expect(reader.asked == 5)
        }
    }

    @Test("keeps no more sources in mind than it may, and forgets those who are quiet")
    func sources() throws {
        var settings = GatewayServer.Settings()
        settings.sourceLimit = 2
        settings.requestBurst = 1
        settings.requestsPerSecond = 1
        let traffic = GatewayTraffic(settings)
        let sources = try ["10.0.0.1", "10.0.0.2", "10.0.0.3"].map {
            try #require(GatewayTraffic.Source(.init(ipAddress: $0, port: 1)))
        }
        let now = ContinuousClock.now
        #expect(traffic.mayAsk(sources[0], at: now) && traffic.mayAsk(sources[1], at: now))
        #expect(!traffic.mayAsk(sources[2], at: now), "there is no room to count a third one")
        #expect(!traffic.mayAsk(sources[0], at: now))
        let later = now.advanced(by: .seconds(2))
        #expect(traffic.mayAsk(sources[2], at: later) && traffic.mayAsk(sources[0], at: later))
    }

    @Test("one IPv6 network is one source, whatever address it takes")
    func networks() throws {
        let one = try GatewayTraffic.Source(.init(ipAddress: "fd00::1:2:3", port: 1))
        let other = try GatewayTraffic.Source(.init(ipAddress: "fd00::9", port: 1))
        let elsewhere = try GatewayTraffic.Source(.init(ipAddress: "fd00:1::9", port: 1))
        #expect(one == other && one != elsewhere)
    }

    // Goal: strangers get no more of the computer than its owner wants. Method: one page takes half a
    // second; who has patience gets a page after it, who hasn't gets none.
    @Test("so many pages at once and no more; others wait", arguments: [(100, 503), (5_000, 200)])
    func busy(patience: Int, status: Int) async throws {
        var settings = GatewayServer.Settings()
        settings.pagesAtOnce = 1
        settings.patience = .milliseconds(patience)
        let reader = CountingReader(delay: .milliseconds(500))
        try await withGateway(reader, settings: settings) { port, _ in
            async let first = get(port, "GET /")
            try await Task.sleep(for: .milliseconds(150))
            #expect(try await get(port, "GET /").status == status)
            #expect(try await first.status == 200)
        }
    }

    @Test("whom the rules keep out gets nothing at all")
    func keptOut() async throws {
        let seen = Mutex<[GatewayPlan.End]>([])
        let plan = GatewayPlan.testing { remote, local in
            seen.withLock { $0 += [remote, local] }
            return false
        }
        let reader = CountingReader()
        try await withGateway(reader, plan: plan) { port, _ in
            let answer = try await get(port, "GET /")
            #expect(answer.status == 0)
            #expect(reader.asked == 0)
        }
        let loopback = GatewayPlan.End(host: "127.0.0.1", scope: 0)
        #expect(seen.withLock { $0 } == [loopback, loopback])
    }

    @Test("it is shut and opened while it runs, and hangs up on whoever is there")
    func turning() async throws {
        try await withGateway { port, control in
            #expect(try await get(port, "GET /").status == 200)
            #expect(await control.turn(nil) == .shut)
            await #expect(throws: (any Error).self) { try await get(port, "GET /") }
            guard case .open(let other)? = await control.turn(.testing()) else {
                Issue.record("it did not open again")
                return
            }
            #expect(try await get(Int(other), "GET /").status == 200)
            let taken = GatewayPlan(port: other, names: [], hopLimit: 1) { _, _ in true }
            try await withGateway { _, second in
                guard case .failed(let reason)? = await second.turn(taken) else {
                    Issue.record("two can't listen on one port")
                    return
                }
                #expect(reason.contains("is taken by another program"))
            }
        }
    }
}
