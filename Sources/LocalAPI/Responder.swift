internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore
internal import Languages
internal import LocalProtocol
internal import Logging
internal import NIOCore
internal import ServiceLifecycle

/// Answers one request after the other: gate, body, service, answer.
struct Responder: Sendable {
    let gate: any ServiceGate
    let endpoints = EndpointTable()
    let traffic: Traffic
    let logger: Logger
    /// The language for a header `Accept-Language`.
    let language: @Sendable (String) -> Language

    /// What is left of a body is read no further than this many bytes before we hang up.
    private static let drainLimit = 16 << 20

    /// A refusal with its HTTP status, where the status says more than the error's code.
    private struct Refusal: Error {
        let status: HTTPResponse.Status
        let error: ServiceError
        var allowed: String?
    }

    private enum Outcome {
        case answered(Endpoint.Answer)
        case refused(Refusal)
    }

    /// Answers a request.
    ///
    /// - Throws: When the connection can't be used any more.
    func respond(to request: Request, with writer: consuming ResponseWriter) async throws {
        traffic.requestBegan()
        var isCounted = true
        defer { if isCounted { traffic.requestEnded() } }
        // The body can be walked through only once, whoever does it.
        var pieces = request.body.makeAsyncIterator()
        let language = request.headers[.acceptLanguage].map { self.language($0) } ?? .english
        let result = try await Language.$current.withValue(language) {
            try await outcome(of: request, &pieces)
        }
        switch result {
        case .answered(.whole(let body)):
            try await writer.write(
                response: head(.ok, "application/json", length: body.count),
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
        case .answered(.lines(let lines)):
            // A stream may last for days: a graceful stop ends it rather than waits for it.
            traffic.requestEnded()
            isCounted = false
            try await write(lines, in: language, to: writer)
        case .refused(let refusal):
            try await write(refusal, to: writer)
        }
        try await drain(&pieces)
    }

    private func outcome(
        of request: Request, _ pieces: inout RequestBody.AsyncIterator
    ) async throws -> Outcome {
        do {
            return .answered(try await answer(request, &pieces))
        } catch let refusal as Refusal {
            return .refused(refusal)
        } catch let error as ServiceError {
            if error.code == .internal {
                logger.error("request failed", metadata: ["reason": "\(error.message)"])
            }
            return .refused(Refusal(status: .init(code: error.code.httpStatus), error: error))
        }
    }

    private func answer(
        _ request: Request, _ pieces: inout RequestBody.AsyncIterator
    ) async throws -> Endpoint.Answer {
        try RequestGate.check(request.head)
        if request.uri.path == "/openapi.json", request.method == .get {
            return .whole(try OpenAPIDocument.text())
        }
        let endpoint = try endpoint(for: request)
        let body = try await body(of: request, &pieces, for: endpoint)
        return try await CallerSession.$token.withValue(session(of: request)) {
            try await endpoint.answer(gate, body)
        }
    }

    /// The token of whoever is signed in at a shared terminal and asks.
    private func session(of request: Request) -> String? {
        HTTPField.Name(CallerSession.header).flatMap { request.headers[$0] }
    }

    private func endpoint(for request: Request) throws -> Endpoint {
        let path = request.uri.path
        if let found = endpoints[path, request.method.rawValue] { return found }
        let methods = endpoints.methods(of: path)
        guard methods.isEmpty else {
            let allowed = methods.joined(separator: ", ")
            throw Refusal(
                status: .methodNotAllowed,
                error: ServiceError(
                    .usage, "\(path) has no method \(request.method.rawValue).",
                    hint: "It has: \(allowed)."),
                allowed: allowed)
        }
        throw ServiceError(
            .notFound, "There is no \(path) in the local API.",
            hint: "GET /openapi.json describes all that there is.")
    }

    private func body(
        of request: Request, _ pieces: inout RequestBody.AsyncIterator, for endpoint: Endpoint
    ) async throws -> Data {
        guard endpoint.route.verb.hasBody else {
            return try endpoint.query.json(of: request.uri.query ?? "")
        }
        let limit = endpoint.route.bodyLimit
        let tooLarge = Refusal(
            status: .contentTooLarge,
            error: ServiceError(.usage, "The body is larger than \(limit) bytes."))
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw tooLarge
        }
        var collected = ByteBuffer()
        while let piece = try await pieces.next() {
            guard collected.readableBytes + piece.readableBytes <= limit else { throw tooLarge }
            collected.writeImmutableBuffer(piece)
        }
        guard collected.readableBytes > 0 else { return Data("{}".utf8) }
        try RequestGate.checkContentType(request.head)
        return Data(collected.readableBytesView)
    }

    /// Reads what is left of a body that nobody wanted, so that the client gets to read the answer
    /// and can ask again, and hangs up when that is too much.
    private func drain(_ pieces: inout RequestBody.AsyncIterator) async throws {
        var rest = Self.drainLimit
        while let piece = try await pieces.next() {
            rest -= piece.readableBytes
            if rest < 0 { throw ChannelError.inputClosed }
        }
    }
}

extension Responder {
    private func write(
        _ lines: any AsyncSequence<Data, any Error> & Sendable, in language: Language,
        to writer: consuming ResponseWriter
    ) async throws {
        var body = try await writer.writeHead(head(.ok, "application/jsonl", length: nil))
        do {
            try await Self.copy(lines, in: language, to: &body)
        } catch let error as ServiceError {
            let line = try JSONText.encode(ErrorAnswer(error: error)) + Data("\n".utf8)
            try await body.write(ByteBuffer(bytes: line))
        }
        try await body.finish(nil)
    }

    private static func copy<Lines: AsyncSequence<Data, any Error> & Sendable>(
        _ lines: Lines, in language: Language, to body: inout some ResponseBodyWriter
    ) async throws {
        var iterator = lines.cancelOnGracefulShutdown().makeAsyncIterator()
        while let line = try await Language.$current.withValue(
            language, operation: { try await iterator.next() })
        {
            try await body.write(ByteBuffer(bytes: line))
        }
    }

    private func write(_ refusal: Refusal, to writer: consuming ResponseWriter) async throws {
        let body = try JSONText.encode(ErrorAnswer(error: refusal.error))
        var head = head(refusal.status, "application/json", length: body.count)
        if let allowed = refusal.allowed {
            head.headerFields[.allow] = allowed
        }
        try await writer.write(
            response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    private func head(
        _ status: HTTPResponse.Status, _ type: String, length: Int?
    ) -> HTTPResponse {
        var fields: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        fields[.xContentTypeOptions] = "nosniff"
        if let length {
            fields[.contentLength] = String(length)
        }
        return HTTPResponse(status: status, headerFields: fields)
    }
}
