internal import Foundation
internal import Languages
internal import LocalProtocol
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// A client of the local API over the Unix socket of a home; one connection a request.
struct LocalClient: Sendable {
    /// Path of the socket.
    let socket: String
    /// The token of a session at a shared terminal, if one is open.
    var session: String?

    private typealias Connection = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    /// How the line begins with which a stream fails.
    private static let failureStart = Data("{\"error\":".utf8)

    /// Asks for one answer.
    func call<Request, Answer>(
        _ route: Route<Request, Answer>, _ request: Request
    ) async throws -> Answer {
        var body = Data()
        try await exchange(route, request) { body.append($0) }
        return try Self.decode(Answer.self, from: body)
    }

    /// Asks for one answer of a route whose request has no fields.
    func call<Answer>(_ route: Route<Nothing, Answer>) async throws -> Answer {
        try await call(route, Nothing())
    }

    /// Asks for a stream and hands over its values one by one.
    func stream<Request, Item>(
        _ route: StreamRoute<Request, Item>, _ request: Request,
        each: (Item) async throws -> Void
    ) async throws {
        var lines = LineCutter()
        try await exchange(route, request) { piece in
            for line in lines.cut(piece) {
                // Reading each line twice would cost as much again.
                if line.starts(with: Self.failureStart),
                    let failure = try? JSONText.decode(ErrorAnswer.self, from: line)
                {
                    throw failure.error
                }
                try await each(Self.decode(Item.self, from: line))
            }
        }
    }

    /// Sends a request and hands over the body of a successful answer piece by piece.
    private func exchange(
        _ route: any AnyRoute, _ request: some Message, piece: (Data) async throws -> Void
    ) async throws {
        let (head, body) = try encode(route, request)
        let connection = try await connect()
        do {
            try await connection.executeThenClose { inbound, outbound in
                var parts: [HTTPClientRequestPart] = [.head(head)]
                if !body.isEmpty { parts.append(.body(.byteBuffer(ByteBuffer(bytes: body)))) }
                // A server may answer, and hang up, before it has read all: then what it said
                // matters, and not that we could not finish.
                try? await outbound.write(contentsOf: parts + [.end(nil)])
                try await Self.receive(inbound, piece)
            }
        } catch let error as ChannelError {
            throw Self.broken(error)
        } catch let error as IOError {
            throw Self.broken(error)
        }
    }

    private static func receive(
        _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
        _ piece: (Data) async throws -> Void
    ) async throws {
        var status: HTTPResponseStatus?
        var failure = Data()
        for try await part in inbound {
            switch part {
            case .head(let head): status = head.status
            case .body(let buffer) where status == .ok:
                try await piece(Data(buffer.readableBytesView))
            case .body(let buffer): failure.append(contentsOf: buffer.readableBytesView)
            case .end:
                guard status != .ok else { return }
                if let answer = try? JSONText.decode(ErrorAnswer.self, from: failure) {
                    throw answer.error
                }
                throw ServiceError(.internal, "hearthd refused the request without a reason.")
            }
        }
        throw broken(ChannelError.eof)
    }

    private func connect() async throws -> Connection {
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(unixDomainSocketPath: socket) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        return try Connection(wrappingChannelSynchronously: channel)
                    }
                }
        } catch let error as IOError where error.errnoCode == EACCES {
            throw ServiceError(
                .noSuchRight, "The socket \(socket) belongs to another user.",
                hint: "Run hearth as the user whose home it is.")
        } catch {
            throw ServiceError(
                .offline, "hearthd isn't running for this home.",
                hint: "Start it with: hearth start   (for a new home: hearth init --name YOU)")
        }
    }

    private func encode(
        _ route: any AnyRoute, _ request: some Message
    ) throws -> (HTTPRequestHead, Data) {
        let fields = try JSONText.encode(request)
        var headers = HTTPHeaders([
            ("Host", "localhost"), ("Connection", "close"),
            ("Accept-Language", Language.current.name),
        ])
        if let session { headers.add(name: CallerSession.header, value: session) }
        var path = route.path
        var body = Data()
        if route.verb.hasBody {
            body = fields
            headers.add(name: "Content-Type", value: "application/json")
            headers.add(name: "Content-Length", value: String(body.count))
        } else {
            path += try QueryText.text(of: fields)
        }
        let method = HTTPMethod(rawValue: route.verb.rawValue)
        return (
            HTTPRequestHead(version: .http1_1, method: method, uri: path, headers: headers), body
        )
    }

    private static func decode<Answer: Message>(
        _ type: Answer.Type, from data: Data
    ) throws -> Answer {
        do {
            return try JSONText.decode(type, from: data)
        } catch {
            throw ServiceError(
                .internal, "hearthd's answer can't be read: \(error.message)",
                hint: "hearth and hearthd may be of different versions: restart hearthd.")
        }
    }

    private static func broken(_ error: any Error) -> ServiceError {
        ServiceError(
            .offline, "The connection to hearthd broke before the answer was complete.",
            hint: "See whether hearthd still runs: hearth status")
    }
}
