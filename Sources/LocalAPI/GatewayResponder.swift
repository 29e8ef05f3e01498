internal import HTTPTypes
internal import HummingbirdCore
internal import Languages
internal import NIOCore
internal import Web

/// Answers what strangers ask: gate, page, answer.
struct GatewayResponder: Sendable {
    let site: Site
    /// Names that a request may address besides the address that it reached.
    let names: Set<String>
    let traffic: GatewayTraffic
    /// How long a request waits for its turn.
    let patience: Duration
    /// The language for a header `Accept-Language`.
    let language: @Sendable (String) -> Language

    /// What is left of a body is read no further than this many bytes before we hang up.
    private static let drainLimit = 64 << 10

    /// Answers a request.
    ///
    /// - Throws: When the connection can't be used any more, or shall not be.
    func respond(
        to request: Request, with writer: consuming ResponseWriter, on channel: any Channel
    ) async throws {
        let language = request.headers[.acceptLanguage].map { self.language($0) } ?? .english
        let refusal =
            Self.refusal(
                of: request.head, to: channel.localAddress, names: names) ?? pace(channel)
        let answer = await Language.$current.withValue(language) {
            if let refusal { return site.refusal(refusal) }
            guard await isItsTurn() else { return site.refusal(.busy) }
            defer { traffic.ended() }
            return await site.answer(request.head.path ?? "")
        }
        try await write(answer, isLast: refusal != nil, to: request.method, writer)
        guard refusal != nil else { return }
        // Whoever sent a body that nobody wanted gets to read the answer, if it was a small one.
        var rest = Self.drainLimit
        for try await piece in request.body {
            rest -= piece.readableBytes
            if rest < 0 { break }
        }
        throw ChannelError.inputClosed
    }

    /// Waits for the turn of a request; false when that takes too long.
    private func isItsTurn() async -> Bool {
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: patience)
        while !traffic.began() {
            guard clock.now < deadline else { return false }
            do {
                try await clock.sleep(for: .milliseconds(20))
            } catch {
                return false
            }
        }
        return true
    }

    private func pace(_ channel: any Channel) -> Site.Refusal? {
        guard let source = GatewayTraffic.Source(channel.remoteAddress),
            traffic.mayAsk(source, at: .now)
        else { return .tooOften }
        return nil
    }

    /// Why a request is turned away by its head alone; `nil` if it isn't.
    ///
    /// - Parameters:
    ///   - head: The head.
    ///   - local: The address that it reached.
    ///   - names: What else it may address.
    static func refusal(
        of head: HTTPRequest, to local: NIOCore.SocketAddress?, names: Set<String>
    ) -> Site.Refusal? {
        guard let authority = head.authority, isOurs(authority, local, names) else { return .host }
        switch head.method {
        case .get, .head: break
        case .post, .put, .patch, .delete: return .writing
        default: return .method
        }
        let hasBody =
            head.headerFields[.transferEncoding] != nil
            || head.headerFields[.contentLength].map { $0 != "0" } == true
        return hasBody || head.path?.utf8.first != UInt8(ascii: "/") ? .malformed : nil
    }

    /// Whether a header `Host` names this computer: by the address that the request reached, so that
    /// no name of somebody's web site can stand for it, or by a name that its owner chose.
    private static func isOurs(
        _ authority: String, _ local: NIOCore.SocketAddress?, _ names: Set<String>
    ) -> Bool {
        guard let host = host(of: authority) else { return false }
        if names.contains(host.lowercased()) { return true }
        guard let wanted = InternetAddress(try? NIOCore.SocketAddress(ipAddress: host, port: 0))
        else { return false }
        return wanted.bytes == InternetAddress(local)?.bytes
    }

    /// The host without port and brackets; `nil` if it is written in another way.
    private static func host(of authority: String) -> String? {
        guard authority.utf8.count <= 260 else { return nil }
        let host: Substring
        let rest: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            rest = authority[authority.index(after: end)...]
        } else {
            let end = authority.firstIndex(of: ":") ?? authority.endIndex
            host = authority[..<end]
            rest = authority[end...]
        }
        let port = rest.dropFirst()
        guard
            rest.isEmpty
                || (rest.first == ":" && port.utf8.allSatisfy { (0x30...0x39).contains($0) })
        else { return nil }
        return String(host)
    }

    private func write(
        _ answer: PageAnswer, isLast: Bool, to method: HTTPRequest.Method,
        _ writer: consuming ResponseWriter
    ) async throws {
        var fields = HTTPFields()
        for header in PageAnswer.always + answer.headers {
            if let name = HTTPField.Name(header.name) { fields[name] = header.value }
        }
        let body = ByteBuffer(string: answer.body)
        fields[.contentLength] = String(body.readableBytes)
        if isLast { fields[.connection] = "close" }
        try await writer.write(
            response: HTTPResponse(status: .init(code: answer.status), headerFields: fields),
            body: method == .head ? ResponseBody() : ResponseBody(byteBuffer: body))
    }
}
