internal import Wire

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The network interfaces that this machine has now.
public enum Interfaces {
    /// All interfaces with their addresses, sorted by name; empty if the system does not tell.
    public static func list() -> [NetworkInterface] {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return [] }
        defer { freeifaddrs(first) }
        var found: [String: NetworkInterface] = [:]
        for entry in sequence(first: first, next: { $0?.pointee.ifa_next }) {
            guard let entry, let namePointer = entry.pointee.ifa_name else { break }
            let name = String(cString: namePointer)
            let flags = Int32(bitPattern: UInt32(entry.pointee.ifa_flags))
            var interface = found[name] ?? Self.interface(name, flags: flags)
            if let range = range(entry.pointee), !interface.addresses.contains(range) {
                interface.addresses.append(range)
            }
            found[name] = interface
        }
        return found.values.sorted { $0.name < $1.name }.map { interface in
            var sorted = interface
            sorted.addresses.sort { $0.address.bytes.lexicographicallyPrecedes($1.address.bytes) }
            return sorted
        }
    }

    private static func interface(_ name: String, flags: Int32) -> NetworkInterface {
        func has(_ flag: some BinaryInteger) -> Bool {
            flags & Int32(truncatingIfNeeded: flag) != 0
        }
        let isPointToPoint = has(IFF_POINTOPOINT)
        return NetworkInterface(
            name: name, index: if_nametoindex(name),
            kind: .init(
                name: name, isLoopback: has(IFF_LOOPBACK),
                isPointToPoint: isPointToPoint),
            isUp: has(IFF_UP) && has(IFF_RUNNING),
            hasMulticast: has(IFF_MULTICAST), isPointToPoint: isPointToPoint,
            addresses: [])
    }

    private static func range(_ entry: ifaddrs) -> AddressRange? {
        guard let pointer = entry.ifa_addr, let address = numeric(pointer) else { return nil }
        let mask = entry.ifa_netmask.flatMap(numeric)
        let length = mask?.bytes.reduce(0) { $0 + $1.nonzeroBitCount } ?? address.bytes.count * 8
        return AddressRange(address: address, prefixLength: length)
    }

    private static func numeric(_ pointer: UnsafeMutablePointer<sockaddr>) -> NumericAddress? {
        let count = SocketAddressBytes.count(family: Int32(pointer.pointee.sa_family))
        return SocketAddressBytes.host(UnsafeRawBufferPointer(start: pointer, count: count))
    }
}

/// Which interfaces of the machine a node uses, when it does not use all.
struct InterfaceChoice {
    private let names: [String]
    private let list: () -> [NetworkInterface]

    init(_ names: [String], list: @escaping () -> [NetworkInterface] = Interfaces.list) {
        self.names = names
        self.list = list
    }

    /// Whether a connection may end at this address of ours; loopback is the policy's matter.
    func allows(local address: Address?) -> Bool {
        guard !names.isEmpty else { return true }
        guard let address, let numeric = NumericAddress(address.host)?.unmapped else {
            return false
        }
        if let interface = address.interface { return names.contains(interface) }
        return list().contains { interface in
            (names.contains(interface.name) || interface.kind == .loopback)
                && interface.addresses.contains { $0.address == numeric }
        }
    }

    /// Whether an address lies in the range of a chosen interface.
    func allows(remote address: Address) -> Bool {
        guard !names.isEmpty else { return true }
        guard let numeric = NumericAddress(address.host)?.unmapped else { return false }
        if numeric.needsInterface { return address.interface.map(names.contains) ?? false }
        return list().contains { interface in
            (names.contains(interface.name) || interface.kind == .loopback)
                && interface.addresses.contains { $0.contains(numeric) }
        }
    }
}
