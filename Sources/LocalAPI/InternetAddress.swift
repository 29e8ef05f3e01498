internal import LocalProtocol
internal import NIOCore

/// An IP address at one end of a connection, without its port.
struct InternetAddress: Hashable, Sendable {
    /// The 4 or 16 bytes, in network order.
    let bytes: [UInt8]
    /// The index of the interface of a link-local address; 0 for others.
    let scope: UInt32

    /// Reads it off a socket's address; `nil` for what isn't IP.
    ///
    /// The layout is fixed on all systems that we run on: an IPv4 address lies at 4, an IPv6 address
    /// at 8 and its scope at 24.
    init?(_ address: NIOCore.SocketAddress?) {
        guard let address else { return nil }
        switch address {
        case .v4:
            (bytes, scope) = address.withSockAddr { pointer, size in
                (Array(UnsafeRawBufferPointer(start: pointer, count: size)[4..<8]), 0)
            }
        case .v6:
            (bytes, scope) = address.withSockAddr { pointer, size in
                let all = UnsafeRawBufferPointer(start: pointer, count: size)
                return (
                    Array(all[8..<24]), all.loadUnaligned(fromByteOffset: 24, as: UInt32.self)
                )
            }
        case .unixDomainSocket: return nil
        }
    }

    /// The address of a socket as the rules of a plan know it; `nil` for what isn't IP.
    static func end(_ address: NIOCore.SocketAddress?) -> GatewayPlan.End? {
        guard let own = InternetAddress(address), let host = address?.ipAddress else { return nil }
        return GatewayPlan.End(host: host, scope: own.scope)
    }
}
