import Foundation
import Languages
import LocalProtocol
import Phrasebook
import ServiceLifecycle
import Testing

@testable import LocalAPI

private let json = "Content-Type: application/json"

@Suite("The server of the local API", .timeLimit(.minutes(2)))
struct LocalServerTests {
    @Test("answers a read and a write with JSON")
    func answers() async throws {
        try await withServer { _, socket, service in
            let read = RawAnswer(
                try await RawClient.exchange(socket, RawClient.request("GET /v1/status")))
            #expect(read.status == 200)
            #expect(read.head.contains("application/json"))
            let status = try JSONText.decode(Status.self, from: Data(read.body.utf8))
            #expect(status.startedAt == FakeService.noon)

            let body = #"{"title":"Which grease?","tags":["press"]}"#
            let written = RawAnswer(
                try await RawClient.exchange(
                    socket, RawClient.request("POST /v1/questions", [json], body: body)))
            #expect(written.status == 200)
            let saved = try JSONText.decode(Saved.self, from: Data(written.body.utf8))
            #expect(saved.durability.sentence.contains("1 of 2 colleagues connected have it"))
            #expect(service.recorded.contains { $0.hasPrefix("ask") })
        }
    }

    @Test("reads the query of a GET request")
    func readsQuery() async throws {
        try await withServer { _, socket, service in
            let path = "/v1/questions?unanswered=true&limit=5&community=Seals%20%26%20bearings"
            let answer = RawAnswer(
                try await RawClient.exchange(socket, RawClient.request("GET " + path)))
            #expect(answer.status == 200)
            let call = service.recorded.last ?? ""
            #expect(call.contains("Seals & bearings"))
            #expect(call.contains("limit: Optional(5)"))
        }
    }

    // Goal: each request that could come from a web page or is malformed is refused before it
    // reaches the service. Method: one raw request each.
    @Test("refuses what it must", arguments: refused)
    func refuses(request: String, status: Int) async throws {
        try await withServer { _, socket, service in
            let answer = RawAnswer(try await RawClient.exchange(socket, request))
            #expect(answer.status == status)
            #expect(answer.error != nil)
            #expect(!answer.head.lowercased().contains("access-control"))
            #expect(service.recorded.isEmpty)
        }
    }

    @Test("names the field that is wrong")
    func namesField() async throws {
        try await withServer { _, socket, _ in
            let answer = RawAnswer(
                try await RawClient.exchange(
                    socket, RawClient.request("POST /v1/answers", [json], body: "{}")))
            #expect(answer.error?.message == "The field question is missing.")
        }
    }

    // Goal: sentences are in the language that the caller asks for, and nobody else's are. Method:
    // two requests at once, each many times, so that one would hear the other's language.
    @Test("speaks the language that the caller accepts")
    func languages() async throws {
        try await withServer { _, socket, _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    let isHebrew = number.isMultiple(of: 2)
                    let headers = isHebrew ? ["Accept-Language: xx, he-IL;q=0.9, en;q=0.5"] : []
                    group.addTask {
                        let text = RawClient.request(
                            "POST /v1/answers", [json] + headers, body: "{}")
                        let answer = RawAnswer(try await RawClient.exchange(socket, text))
                        let expected = Phrasebook.language(isHebrew ? "he" : "en")
                            .text(of: "The field \("question") is missing.")
                        #expect(answer.error?.message == expected)
                        #expect(answer.error?.code == .usage)
                        #expect(expected.contains("חסר") == isHebrew)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(
        "gives each family of errors its status",
        arguments: [
            ("GET /v1/show?reference=Q-00000", 404, ServiceErrorCode.notFound),
            ("POST /v1/edits", 403, .noSuchRight), ("POST /v1/community/leave", 409, .needsConsent),
        ])
    func errors(start: String, status: Int, code: ServiceErrorCode) async throws {
        try await withServer { _, socket, _ in
            let body = start.hasPrefix("POST") ? #"{"reference":"x","community":"x"}"# : nil
            let answer = RawAnswer(
                try await RawClient.exchange(
                    socket, RawClient.request(start, [json], body: body)))
            #expect(answer.status == status)
            #expect(answer.error?.code == code)
            #expect(answer.error?.hint != nil)
        }
    }

    @Test("refuses bodies over the limit, announced or not")
    func limitsBodies() async throws {
        try await withServer { _, socket, service in
            let large = String(repeating: "x", count: Routes.defaultBodyLimit + 1)
            let announced = RawAnswer(
                try await RawClient.exchange(
                    socket, RawClient.request("POST /v1/questions", [json], body: large)))
            #expect(announced.status == 413)
            let chunk = String(large.utf8.count, radix: 16) + "\r\n" + large + "\r\n0\r\n\r\n"
            let chunked = RawAnswer(
                try await RawClient.exchange(
                    socket,
                    RawClient.request(
                        "POST /v1/questions", [json, "Transfer-Encoding: chunked"]) + chunk))
            #expect(chunked.status == 413)
            #expect(service.recorded.isEmpty)
        }
    }

    @Test("takes import batches of up to 8 MiB")
    func takesBatches() async throws {
        try await withServer { _, socket, service in
            let words = String(repeating: "x", count: 2 << 20)
            let post = ImportedPost(
                source: "mbox:<1@x>", kind: .question, author: "Ada", body: words)
            let batch = try JSONText.encode(ImportBatch(id: "i1", posts: [post]))
            let answer = RawAnswer(
                try await RawClient.exchange(
                    socket,
                    RawClient.request(
                        "POST /v1/imports/batch", [json],
                        body: String(decoding: batch, as: UTF8.self))))
            #expect(answer.status == 200)
            #expect(service.recorded == ["import question mbox:<1@x> Ada"])
        }
    }

    @Test("survives header floods and bytes that aren't HTTP")
    func survives() async throws {
        try await withServer { _, socket, service in
            let flood = (0..<10_000).map { "X-\($0): y" }
            let many = RawAnswer(
                try await RawClient.exchange(socket, RawClient.request("GET /v1/status", flood)))
            #expect(many.status != 200)
            let long = ["X-Long: " + String(repeating: "y", count: 100_000)]
            let large = RawAnswer(
                try await RawClient.exchange(socket, RawClient.request("GET /v1/status", long)))
            #expect(large.status != 200)
            _ = try await RawClient.exchange(socket, "\u{0}\u{1}\u{2} not http\r\n\r\n")
            #expect(service.recorded.isEmpty)
            let after = RawAnswer(
                try await RawClient.exchange(socket, RawClient.request("GET /v1/status")))
            #expect(after.status == 200)
        }
    }

    @Test("refuses connections over the limit and takes new ones when others are gone")
    func limitsConnections() async throws {
        var settings = LocalServer.Settings()
        settings.connectionLimit = 1
        try await withServer(settings: settings) { _, socket, service in
            let request = RawClient.request("GET /v1/events")
            async let watching: Void = RawClient.hangUp(socket, request, after: "first")
            while service.watcherCount == 0 { await Task.yield() }
            let refused = try? await RawClient.exchange(
                socket, RawClient.request("GET /v1/status"))
            #expect(refused?.isEmpty ?? true)
            service.emit("first")
            try await watching
            while service.departureCount == 0 { await Task.yield() }
            var status = 0
            // The count falls when the socket is closed, a moment after the stream has ended.
            while status != 200 {
                let text = try? await RawClient.exchange(
                    socket, RawClient.request("GET /v1/status"))
                status = RawAnswer(text ?? "").status
            }
        }
    }
}

@Suite("Streams of the local API", .timeLimit(.minutes(2)))
struct StreamTests {
    @Test("are JSON lines")
    func areLines() async throws {
        try await withServer { _, socket, _ in
            let answer = RawAnswer(
                try await RawClient.exchange(
                    socket, RawClient.request("POST /v1/rebuild", [json], body: "{}")))
            #expect(answer.head.contains("application/jsonl"))
            #expect(answer.body.contains(#"{"done":50,"isFinished":false,"total":1200}"#))
        }
    }

    @Test("end with the error that broke them")
    func endWithError() async throws {
        try await withServer { _, socket, _ in
            let answer = RawAnswer(
                try await RawClient.exchange(
                    socket, RawClient.request("GET /v1/dump?community=Other")))
            #expect(answer.status == 200)
            #expect(answer.body.contains(#"{"error":{"code":"internal""#))
        }
    }

    @Test("are cancelled when the caller hangs up")
    func areCancelled() async throws {
        try await withServer { _, socket, service in
            let request = RawClient.request("GET /v1/events")
            async let watching: Void = RawClient.hangUp(socket, request, after: "hello")
            while service.watcherCount == 0 { await Task.yield() }
            service.emit("hello")
            try await watching
            while service.departureCount == 0 { await Task.yield() }
        }
    }

    @Test("end when the node stops gracefully, which takes the socket file away")
    func endAtStop() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let service = FakeService()
        let socket = try ListeningSocket.bind(path: folder.path + "/run/hearth.sock")
        let server = LocalServer(gate: service, socket: socket, logger: quietLogger())
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: server)], logger: quietLogger()))
        async let running: Void = group.run()
        async let text = RawClient.exchange(
            socket.path, RawClient.request("GET /v1/events"))
        while service.watcherCount == 0 { await Task.yield() }
        await group.triggerGracefulShutdown()
        #expect(RawAnswer(try await text).status == 200)
        try await running
        #expect(!FileManager.default.fileExists(atPath: socket.path))
    }
}

/// Requests with the status of the answer that refuses them.
private let refused: [(String, Int)] = [
    (RawClient.request("GET /v1/status", ["Origin: http://evil.example"]), 403),
    (RawClient.request("GET /v1/status", ["Origin: null"]), 403),
    (RawClient.request("GET /v1/status", ["Sec-Fetch-Site: cross-site"]), 403),
    (RawClient.request("GET /v1/status", host: "evil.example"), 403),
    (RawClient.request("GET /v1/status", host: ""), 403),
    (RawClient.request("GET /v1/nothing"), 404),
    (RawClient.request("GET /v1/../v1/status"), 404),
    (RawClient.request("DELETE /v1/status"), 405),
    (RawClient.request("OPTIONS /v1/status"), 405),
    (RawClient.request("POST /v1/questions", body: "{}"), 400),
    (
        RawClient.request(
            "POST /v1/questions", ["Content-Type: text/plain"], body: #"{"title":"x"}"#),
        400
    ),
    (RawClient.request("POST /v1/questions", [json], body: "{"), 400),
    (RawClient.request("POST /v1/questions", [json], body: #"{"title":5}"#), 400),
    (RawClient.request("POST /v1/questions", [json]), 400),
    (RawClient.request("GET /v1/search?text=a&text=b"), 400),
    (RawClient.request("GET /v1/search?txt=a"), 400),
    (RawClient.request("GET /v1/questions?limit=many"), 400),
    (RawClient.request("GET /v1/search?text=%FF"), 400),
]
