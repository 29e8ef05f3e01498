internal import Wire

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Reads and writes `sockaddr_in` and `sockaddr_in6` as bytes.
///
/// Their layout is fixed for all systems that we run on: the port at 2, an IPv4 address at 4, an
/// IPv6 address at 8, its scope at 24.
enum SocketAddressBytes {
    /// The address in a `sockaddr`; `nil` for other families.
    static func host(_ bytes: UnsafeRawBufferPointer) -> NumericAddress? {
        switch family(bytes) {
        case AF_INET where bytes.count >= 8: NumericAddress(bytes: Bytes(bytes[4..<8]))
        case AF_INET6 where bytes.count >= 24: NumericAddress(bytes: Bytes(bytes[8..<24]))
        default: nil
        }
    }

    /// The port in a `sockaddr` for which ``host(_:)`` is not `nil`.
    static func port(_ bytes: UnsafeRawBufferPointer) -> UInt16 {
        UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
    }

    /// The scope of an IPv6 address, 0 for others.
    static func scope(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        guard family(bytes) == AF_INET6, bytes.count >= 28 else { return 0 }
        return bytes.loadUnaligned(fromByteOffset: 24, as: UInt32.self)
    }

    /// The structure for 16 bytes of an IPv6 address.
    static func ipv6(_ host: Bytes, port: UInt16, scope: UInt32) -> sockaddr_in6 {
        withUnsafeTemporaryAllocation(
            byteCount: MemoryLayout<sockaddr_in6>.size,
            alignment: MemoryLayout<sockaddr_in6>.alignment
        ) { bytes in
            bytes.initializeMemory(as: UInt8.self, repeating: 0)
            #if canImport(Darwin)
                bytes[0] = UInt8(bytes.count)
                bytes[1] = UInt8(AF_INET6)
            #else
                bytes.storeBytes(of: UInt16(AF_INET6), as: UInt16.self)
            #endif
            bytes.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
            for (offset, byte) in host.prefix(16).enumerated() { bytes[8 + offset] = byte }
            bytes.storeBytes(of: scope, toByteOffset: 24, as: UInt32.self)
            return bytes.load(as: sockaddr_in6.self)
        }
    }

    /// How many bytes a `sockaddr` of a family has; 0 for families other than IP.
    static func count(family: Int32) -> Int {
        switch family {
        case AF_INET: MemoryLayout<sockaddr_in>.size
        case AF_INET6: MemoryLayout<sockaddr_in6>.size
        default: 0
        }
    }

    private static func family(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard bytes.count >= 2 else { return -1 }
        #if canImport(Darwin)
            return Int32(bytes[1])
        #else
            return Int32(bytes.loadUnaligned(as: UInt16.self))
        #endif
    }
}
