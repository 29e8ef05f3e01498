import Foundation
import LocalProtocol
import Logging
import NIOCore
import NIOPosix
import Phrasebook

@testable import LocalAPI

/// A folder of its own under a short path, for sockets.
struct TemporaryFolder {
    let path: String

    init() throws {
        path = "/tmp/hearth-test-" + String(UInt32.random(in: 0 ... .max), radix: 36)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// Runs a server for a fake node while `body` runs; its socket is `run/hearth.sock` of a home.
func withServer(
    _ service: FakeService = FakeService(), settings: LocalServer.Settings = .init(),
    _ body:
        @Sendable (_ home: String, _ socket: String, _ service: FakeService) async throws -> Void
) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let socket = try ListeningSocket.bind(path: folder.path + "/run/hearth.sock")
    let server = LocalServer(
        gate: service, socket: socket, settings: settings, logger: quietLogger(),
        language: { Phrasebook.language(accepting: $0) })
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        try await body(folder.path, socket.path, service)
        group.cancelAll()
        try await group.waitForAll()
    }
}

/// A logger that says nothing.
func quietLogger() -> Logger {
    Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// Speaks raw bytes to a Unix socket.
enum RawClient {
    private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Sends bytes and returns all that comes back until the other side hangs up.
    static func exchange(_ socket: String, _ text: String) async throws -> String {
        var received = ByteBuffer()
        try await connect(socket).executeThenClose { inbound, outbound in
            do {
                try await outbound.write(ByteBuffer(string: text))
                for try await piece in inbound { received.writeImmutableBuffer(piece) }
            } catch is IOError {
                // The other side hung up while we were still sending.
            } catch is ChannelError {
                // The same, noticed earlier.
            }
        }
        return String(buffer: received)
    }

    /// Sends bytes, waits for an answer that holds `sign`, and hangs up.
    static func hangUp(_ socket: String, _ text: String, after sign: String) async throws {
        try await connect(socket).executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: text))
            var received = ByteBuffer()
            for try await piece in inbound {
                received.writeImmutableBuffer(piece)
                if String(buffer: received).contains(sign) { return }
            }
        }
    }

    private static func connect(_ socket: String) async throws -> Connection {
        try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(unixDomainSocketPath: socket) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try Connection(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// A request as bytes.
    static func request(
        _ start: String, _ headers: [String] = [], host: String = "localhost", body: String? = nil
    ) -> String {
        var lines = [start + " HTTP/1.1", "Host: \(host)", "Connection: close"] + headers
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }
}

/// An HTTP answer taken apart.
struct RawAnswer {
    let status: Int
    let head: String
    let body: String

    init(_ text: String) {
        let parts = text.components(separatedBy: "\r\n\r\n")
        head = parts.first ?? ""
        body = parts.dropFirst().joined(separator: "\r\n\r\n")
        let words = head.split(separator: " ")
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    }

    /// The error that the body holds.
    var error: ServiceError? {
        try? JSONText.decode(ErrorAnswer.self, from: Data(body.utf8)).error
    }
}
