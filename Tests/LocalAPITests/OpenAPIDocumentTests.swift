import Foundation
import LocalProtocol
import TestKit
import Testing

@testable import LocalAPI

@Suite("The OpenAPI document")
struct OpenAPIDocumentTests {
    private static let file = SharedFolder.repository.appendingPathComponent(
        "Protocol/openapi.json")

    // Goal: the committed document is what the server serves. `HEARTH_UPDATE_GOLDEN=1` writes it.
    @Test("is the one in Protocol/")
    func isCommitted() throws {
        let document = try OpenAPIDocument.text()
        if ProcessInfo.processInfo.environment["HEARTH_UPDATE_GOLDEN"] != nil {
            try document.write(to: Self.file)
        }
        #expect(try Data(contentsOf: Self.file) == document)
    }

    @Test("is served")
    func isServed() async throws {
        try await withServer { _, socket, _ in
            let answer = RawAnswer(
                try await RawClient.exchange(socket, RawClient.request("GET /openapi.json")))
            #expect(Data(answer.body.utf8) == (try OpenAPIDocument.text()))
        }
    }

    @Test("describes every route once")
    func describesRoutes() throws {
        guard case .object(let document) = OpenAPIDocument.document(),
            case .object(let paths) = document["paths"]
        else {
            Issue.record("the document has no paths")
            return
        }
        var described = 0
        for case .object(let operations) in paths.values { described += operations.count }
        #expect(described == Routes.all.count)
        #expect(Routes.all.count >= 61)
        #expect(Set(Routes.all.map(\.name)).count == Routes.all.count)
    }

    @Test("only refers to what it has")
    func refers() throws {
        let text = String(decoding: try OpenAPIDocument.text(), as: UTF8.self)
        let pieces = text.components(separatedBy: "#/components/schemas/").dropFirst()
        #expect(pieces.count > 50)
        for piece in pieces {
            let name = piece.prefix { $0 != "\"" }
            #expect(text.contains("\"\(name)\" : {"), "\(name) is missing")
        }
    }
}

@Suite("Schemas")
struct SchemaTests {
    private struct Sample: Message {
        var text: String
        var count: Int?
        var when: Timestamp
        var kind: PostKind
        var list: [Inner]
        var inner: Inner?

        struct Inner: Message {
            var flag: Bool
            var ratio: Double
        }
    }

    @Test("are read off the Codable conformance")
    func areReflected() {
        let inner = Schema.object(
            name: "Inner",
            fields: [
                .init(name: "flag", schema: .boolean, isRequired: true),
                .init(name: "ratio", schema: .number, isRequired: true),
            ])
        let kind = Schema.kind(name: "PostKind", cases: ["question", "answer"])
        let expected = Schema.object(
            name: "Sample",
            fields: [
                .init(name: "text", schema: .string, isRequired: true),
                .init(name: "count", schema: .integer, isRequired: false),
                .init(name: "when", schema: .date, isRequired: true),
                .init(name: "kind", schema: kind, isRequired: true),
                .init(name: "list", schema: .array(inner), isRequired: true),
                .init(name: "inner", schema: inner, isRequired: false),
            ])
        #expect(Schema(of: Sample.self) == expected)
    }

    // Goal: no type of the API escapes reflection. Method: every object has the fields that a
    // value of it is encoded with.
    @Test("know all fields of a real answer")
    func knowFields() async throws {
        var status = try await FakeService().status()
        status.unlocksWithKeyring = true
        let encoded = try JSONText.decode(JSONValue.self, from: JSONText.encode(status))
        guard case .object(let values) = encoded,
            case .object(_, let fields) = Schema(of: Status.self)
        else {
            Issue.record("neither is an object")
            return
        }
        #expect(Set(values.keys) == Set(fields.map(\.name)))
    }
}
