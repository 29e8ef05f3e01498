internal import HTTPTypes
internal import Languages
internal import LocalProtocol

/// What a request must be like before anything is done for it.
///
/// The socket is for programs of this user. A browser that is tricked into calling would say where
/// its page is from, or name another host: both are refused.
enum RequestGate {
    /// Hosts that a request may name: none is needed on a Unix socket, so any would do, and a
    /// rebound name of a web page must not.
    static let hosts: Set<String> = ["localhost", "hearth"]

    /// Checks the head of a request.
    ///
    /// - Throws: ``ServiceError`` with code `noSuchRight` or `usage`.
    static func check(_ head: HTTPRequest) throws(ServiceError) {
        if head.headerFields[.origin] != nil || head.headerFields[fetchSite] != nil {
            throw ServiceError(.noSuchRight, "Web pages may not use the local API.")
        }
        guard let host = head.authority, hosts.contains(name(of: host)) else {
            throw ServiceError(
                .noSuchRight, "The request names the wrong host.",
                hint: "Send the header Host: localhost.")
        }
    }

    /// Checks that a body is said to be JSON.
    static func checkContentType(_ head: HTTPRequest) throws(ServiceError) {
        let type = head.headerFields[.contentType] ?? ""
        let media = type.split(separator: ";").first.map { trimmed($0).lowercased() }
        guard media == "application/json" else {
            throw ServiceError(
                .usage, "The body must be JSON.",
                hint: "Send the header Content-Type: application/json.")
        }
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin

    private static func name(of host: String) -> String {
        host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            .first.map { $0.lowercased() } ?? ""
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}
