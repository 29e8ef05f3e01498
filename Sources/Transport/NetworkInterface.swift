/// A network interface of this machine.
public struct NetworkInterface: Hashable, Sendable {
    /// What an interface is for, as far as its name and flags tell.
    public enum Kind: Hashable, Sendable {
        /// This machine itself.
        case loopback
        /// A cable, a radio, or a virtual machine's network card.
        case network
        /// A tunnel to elsewhere: a VPN.
        case tunnel
        /// A bridge or cable to containers or virtual machines inside this machine.
        case container
    }

    /// Its name, as `eth0`.
    public var name: String
    /// Its number in the kernel.
    public var index: UInt32
    /// What it is for.
    public var kind: Kind
    /// Whether it is switched on and has a carrier.
    public var isUp: Bool
    /// Whether it can carry multicast.
    public var hasMulticast: Bool
    /// Whether it leads to a single other machine.
    public var isPointToPoint: Bool
    /// Its addresses with the ranges that they open, sorted.
    public var addresses: [AddressRange]

    /// Whether colleagues could be behind it.
    public var isUsable: Bool { isUp && kind != .loopback && !addresses.isEmpty }

    /// Makes a description.
    public init(
        name: String, index: UInt32, kind: Kind, isUp: Bool, hasMulticast: Bool,
        isPointToPoint: Bool, addresses: [AddressRange]
    ) {
        self.name = name
        self.index = index
        self.kind = kind
        self.isUp = isUp
        self.hasMulticast = hasMulticast
        self.isPointToPoint = isPointToPoint
        self.addresses = addresses
    }
}

extension NetworkInterface.Kind {
    private static let tunnels = ["tun", "tap", "wg", "ppp", "utun", "ipsec", "tailscale", "zt"]
    private static let containers = [
        "docker", "br-", "veth", "virbr", "vnet", "lxc", "lxdbr", "cni", "flannel", "cali",
        "podman",
        "vboxnet", "vmnet", "bridge",
    ]

    /// Guesses from the name, by the habits of the programs that make interfaces.
    init(name: String, isLoopback: Bool, isPointToPoint: Bool) {
        func isOne(of prefixes: [String]) -> Bool { prefixes.contains { name.hasPrefix($0) } }
        if isLoopback {
            self = .loopback
        } else if isOne(of: Self.containers) {
            self = .container
        } else if isPointToPoint || isOne(of: Self.tunnels) {
            self = .tunnel
        } else {
            self = .network
        }
    }
}
