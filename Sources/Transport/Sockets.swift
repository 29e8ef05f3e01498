internal import NIOCore
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Addresses and options in the forms that sockets want.
enum Sockets {
    /// The 4 or 16 bytes of a numeric address; `nil` if it is something else.
    static func bytes(ofNumericHost host: String) -> Bytes? {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = Bytes(repeating: 0, count: count)
            if inet_pton(family, host, &bytes) == 1 { return bytes }
        }
        return nil
    }

    /// The text form of 4 or 16 bytes.
    static func text(ofAddressBytes bytes: Bytes) -> String {
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        let capacity = Int(INET6_ADDRSTRLEN)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            guard let start = buffer.baseAddress,
                inet_ntop(family, bytes, start, socklen_t(capacity)) != nil
            else { return "" }
            return String(cString: start)
        }
    }

    /// The address to give to a socket.
    static func socketAddress(_ address: Address) throws(TransportError) -> SocketAddress {
        guard let numeric = NumericAddress(address.host)?.unmapped else {
            throw .addressNotAllowed(address)
        }
        if numeric.isIPv4 {
            guard let result = try? SocketAddress(ipAddress: numeric.text, port: Int(address.port))
            else { throw .addressNotAllowed(address) }
            return result
        }
        var scope: UInt32 = 0
        if numeric.needsInterface {
            scope = address.interface.map { if_nametoindex($0) } ?? 0
            guard scope != 0 else { throw .noInterface(address) }
        }
        let socket = SocketAddressBytes.ipv6(numeric.bytes, port: address.port, scope: scope)
        return SocketAddress(socket, host: "")
    }

    /// Our form of a socket's address; `nil` for what is not IP.
    static func address(_ socketAddress: SocketAddress?) -> Address? {
        guard let socketAddress else { return nil }
        return socketAddress.withSockAddr { pointer, size in
            let bytes = UnsafeRawBufferPointer(start: pointer, count: size)
            guard let numeric = SocketAddressBytes.host(bytes) else { return nil }
            let scope = SocketAddressBytes.scope(bytes)
            return Address(
                host: numeric.unmapped.text, port: SocketAddressBytes.port(bytes),
                interface: numeric.needsInterface ? interfaceName(scope) : nil)
        }
    }

    /// The name of the interface with an index.
    static func interfaceName(_ index: UInt32) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(IF_NAMESIZE)) { buffer in
            guard let start = buffer.baseAddress, if_indextoname(index, start) != nil else {
                return nil
            }
            return String(cString: start)
        }
    }

    /// The options that keep packets in the building, for one address family.
    static func hopOptions(_ settings: TransportSettings, isIPv4: Bool)
        -> [(option: ChannelOptions.Types.SocketOption, value: SocketOptionValue)]
    {
        let level: NIOBSDSocket.OptionLevel = isIPv4 ? .ip : .ipv6
        var options: [(ChannelOptions.Types.SocketOption, SocketOptionValue)] = [
            (
                .init(level: level, name: .init(rawValue: isIPv4 ? IP_TTL : IPV6_UNICAST_HOPS)),
                SocketOptionValue(settings.hopLimit)
            )
        ]
        #if os(Linux)
            if settings.minimumHopLimit > 0 {
                // IPV6_MINHOPCOUNT is 73 in Linux; the C library's header lacks it.
                options.append(
                    (
                        .init(level: level, name: .init(rawValue: isIPv4 ? IP_MINTTL : 73)),
                        SocketOptionValue(settings.minimumHopLimit)
                    ))
            }
        #endif
        return options
    }

    /// What a failed operation of NIO means.
    static func error(_ error: any Error) -> TransportError {
        if let error = error as? TransportError { return error }
        if let error = error as? ChannelError, case .connectTimeout = error { return .timedOut }
        guard let error = error as? IOError else { return .system(0) }
        switch error.errnoCode {
        case ECONNREFUSED: return .refused
        case EHOSTUNREACH, ENETUNREACH, ENETDOWN, EADDRNOTAVAIL, ENODEV, EHOSTDOWN:
            return .unreachable
        case ECONNRESET, EPIPE, ECONNABORTED: return .reset
        case ETIMEDOUT: return .timedOut
        default: return .system(error.errnoCode)
        }
    }
}
