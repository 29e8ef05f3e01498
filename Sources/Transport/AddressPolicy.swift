public import Wire

/// Which addresses a node talks to: those that stay in the building.
///
/// Private (RFC 1918), unique local (RFC 4193) and link-local ranges are allowed, others only
/// when configured. Multicast, broadcast and unspecified addresses never are.
public struct AddressPolicy: Hashable, Sendable {
    /// Whether 127.0.0.0/8 and ::1 are allowed, as two nodes on one machine need.
    public var allowsLoopback: Bool
    /// Further ranges that are allowed, for sites that use others inside.
    public var additionalRanges: [AddressRange]
    /// Where everything but loopback must lie; `nil` sets no such bound.
    public var onlyRanges: [AddressRange]?

    /// Makes a policy.
    public init(
        allowsLoopback: Bool = false, additionalRanges: [AddressRange] = [],
        onlyRanges: [AddressRange]? = nil
    ) {
        self.allowsLoopback = allowsLoopback
        self.additionalRanges = additionalRanges
        self.onlyRanges = onlyRanges
    }

    /// Judges an address in text form; what is not an IP address is never allowed.
    public func allows(_ host: String) -> Bool {
        guard let address = NumericAddress(host) else { return false }
        return allows(address)
    }

    /// Judges where an address leads: host and a port other than 0.
    public func allows(_ address: Address) -> Bool {
        address.port != 0 && allows(address.host)
    }

    /// Judges an address; an IPv4 address inside an IPv6 one is judged as IPv4.
    public func allows(_ address: NumericAddress) -> Bool {
        let address = address.unmapped
        if Self.never.contains(where: { $0.contains(address) }) { return false }
        if Self.loopback.contains(where: { $0.contains(address) }) { return allowsLoopback }
        if let onlyRanges, !onlyRanges.contains(where: { $0.contains(address) }) { return false }
        return Self.inside.contains { $0.contains(address) }
            || additionalRanges.contains { $0.contains(address) }
    }

    /// Whether an address leads to this machine itself.
    public static func isLoopback(_ address: NumericAddress) -> Bool {
        loopback.contains { $0.contains(address.unmapped) }
    }

    /// The ranges that are allowed without anybody saying so.
    public static var insideRanges: [AddressRange] { inside }

    private static let inside = ranges([
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10",
    ])
    private static let loopback = ranges(["127.0.0.0/8", "::1/128"])
    private static let never = ranges([
        "0.0.0.0/8", "224.0.0.0/4", "255.255.255.255/32", "::/128", "ff00::/8",
    ])

    private static func ranges(_ texts: [String]) -> [AddressRange] {
        texts.compactMap(AddressRange.init)
    }
}
