internal import Foundation
internal import LocalProtocol

/// A client of a daemon's local API that does nothing but wait, so that it costs the measured
/// processes nothing: one connection a request, blocking.
struct LocalSocket: Sendable {
    private let path: String

    /// The client of the daemon that listens on a socket.
    init(path: String) { self.path = path }

    /// Asks for one answer.
    func call<Request, Answer>(
        _ route: Route<Request, Answer>, _ request: Request
    ) throws -> Answer {
        let connection = try send(route, request)
        return try JSONText.decode(Answer.self, from: try connection.body())
    }

    /// Asks for one answer of a route whose request has no fields.
    func call<Answer>(_ route: Route<Nothing, Answer>) throws -> Answer {
        try call(route, Nothing())
    }

    /// Sends a request and leaves the answer to be read.
    func send<Request, Answer>(
        _ route: Route<Request, Answer>, _ request: Request
    ) throws -> LocalConnection {
        let fields = try JSONText.encode(request)
        var path = route.path
        if !route.verb.hasBody { path += try Self.query(of: fields) }
        return try LocalConnection(
            path: self.path, verb: route.verb.rawValue, target: path,
            body: route.verb.hasBody ? fields : nil)
    }

    /// Begins to listen to what happens in the node.
    func events() throws -> LocalConnection {
        let connection = try LocalConnection(
            path: path, verb: Routes.events.verb.rawValue, target: Routes.events.path, body: nil)
        try connection.readHead()
        return connection
    }

    /// The query of a request with texts only.
    private static func query(of fields: Data) throws -> String {
        let object = try JSONDecoder().decode([String: String].self, from: fields)
        let allowed = CharacterSet.alphanumerics
        let items = object.sorted { $0.key < $1.key }.map { name, value in
            name + "=" + (value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
        }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}

/// One connection to the local API, after its request was sent.
final class LocalConnection {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var length: Int?
    private var isChunked = false
    private var isHeadRead = false
    private var lines: [UInt8] = []

    fileprivate init(path: String, verb: String, target: String, body: Data?) throws {
        descriptor = try Self.connect(path)
        var head = "\(verb) \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        if let body {
            head += "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n"
        }
        try write(Array((head + "\r\n").utf8) + (body.map { [UInt8]($0) } ?? []))
    }

    deinit { close(descriptor) }

    private static func connect(_ path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failed("no socket: \(errno)") }
        var timeout = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Failed("the path \(path) is too long for a socket")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else {
            let code = errno
            close(descriptor)
            throw Failed("the daemon at \(path) does not answer (\(code))")
        }
        return descriptor
    }

    private func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failed("the daemon hung up (\(errno))") }
            sent += count
        }
    }

    /// Reads more bytes into the buffer; false at the end.
    private func fill() throws -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &piece, piece.count, 0)
        guard count >= 0 else { throw Failed("the daemon's answer broke off (\(errno))") }
        buffer += piece[..<count]
        return count > 0
    }

    /// A line up to CR LF, without them.
    private func line() throws -> String {
        var start = 0
        while true {
            while let end = buffer[start...].firstIndex(of: 10) {
                let text = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeFirst(end + 1)
                return text.trimmingCharacters(in: .newlines)
            }
            start = buffer.count
            guard try fill() else { throw Failed("the daemon's answer is incomplete") }
        }
    }

    /// Reads the status and the headers.
    func readHead() throws {
        let status = try line().split(separator: " ").dropFirst().first.flatMap { Int($0) }
        while true {
            let header = try line().lowercased()
            if header.isEmpty { break }
            if header.hasPrefix("content-length:") {
                length = Int(header.dropFirst("content-length:".count).drop { $0 == " " })
            }
            if header.hasPrefix("transfer-encoding:") { isChunked = header.hasSuffix("chunked") }
        }
        isHeadRead = true
        guard status == 200 else {
            throw Failed("the daemon answers \(status ?? 0): \(try text())")
        }
    }

    private func text() throws -> String { String(decoding: try body(), as: UTF8.self) }

    /// The whole body of the answer.
    func body() throws -> Data {
        if !isHeadRead { try readHead() }
        if isChunked {
            var body = Data()
            while let piece = try chunk() { body += piece }
            return body
        }
        while buffer.count < length ?? .max {
            guard try fill() else { break }
        }
        return Data(buffer.prefix(length ?? buffer.count))
    }

    private func chunk() throws -> [UInt8]? {
        guard let size = Int(try line(), radix: 16) else { throw Failed("not a chunk") }
        guard size > 0 else { return nil }
        while buffer.count < size + 2 {
            guard try fill() else { throw Failed("the daemon's answer is incomplete") }
        }
        let piece = Array(buffer[..<size])
        buffer.removeFirst(size + 2)
        return piece
    }

    /// The next event of a stream of events.
    func nextEvent() throws -> NodeEvent {
        while true {
            while let end = lines.firstIndex(of: 10) {
                let text = Data(lines[..<end])
                lines.removeFirst(end + 1)
                if !text.isEmpty { return try JSONText.decode(NodeEvent.self, from: text) }
            }
            guard let piece = try chunk() else { throw Failed("the stream of events ended") }
            lines += piece
        }
    }
}
