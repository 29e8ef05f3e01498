/// Where a node can be reached: a numeric IP address and a TCP port.
///
/// Host names do not occur: what a resolver says is not believed, the address of a packet is.
public struct Address: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The IPv4 or IPv6 address in its usual text form, without brackets and without scope.
    public var host: String
    /// The TCP port.
    public var port: UInt16
    /// The interface that a link-local address belongs to, by name.
    public var interface: String?

    /// Makes an address.
    public init(host: String, port: UInt16, interface: String? = nil) {
        self.host = host
        self.port = port
        self.interface = interface
    }

    /// Reads `10.0.0.7:7117`, `[fd00::1]:7117` or `[fe80::1%eth0]:7117`.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("[") {
            guard host.hasSuffix("]") else { return nil }
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        let parts = host.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty, first.utf8.count <= 45 else { return nil }
        self.init(
            host: String(first), port: port, interface: parts.count == 2 ? String(parts[1]) : nil)
    }

    /// The form that ``init(_:)`` reads.
    public var description: String {
        let scope = interface.map { "%\($0)" } ?? ""
        return host.contains(":") ? "[\(host)\(scope)]:\(port)" : "\(host):\(port)"
    }

    public static func < (left: Address, right: Address) -> Bool {
        (left.host, left.port, left.interface ?? "") < (
            right.host, right.port, right.interface ?? ""
        )
    }
}
