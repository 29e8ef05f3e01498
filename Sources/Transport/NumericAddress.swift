public import Wire

/// An IPv4 (4 bytes) or IPv6 (16 bytes) address in network order.
public struct NumericAddress: Hashable, Sendable {
    /// The 4 or 16 bytes.
    public let bytes: Bytes

    /// Whether it is an IPv4 address.
    public var isIPv4: Bool { bytes.count == 4 }

    /// Takes the bytes of an address; `nil` unless there are 4 or 16.
    public init?(bytes: Bytes) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads the usual text form without brackets or scope.
    public init?(_ text: String) {
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
        guard let bytes = Sockets.bytes(ofNumericHost: text) else { return nil }
        self.bytes = bytes
    }

    /// The IPv4 address for an IPv4-mapped (RFC 4291, section 2.5.5.2), itself otherwise.
    public var unmapped: NumericAddress {
        let prefix: Bytes = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        guard bytes.count == 16, bytes.starts(with: prefix) else { return self }
        return NumericAddress(bytes: Bytes(bytes[12...])) ?? self
    }

    /// Whether it is valid on one link only and needs an interface (IPv6 fe80::/10).
    public var needsInterface: Bool {
        bytes.count == 16 && bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
    }

    /// The usual text form.
    public var text: String { Sockets.text(ofAddressBytes: bytes) }
}

/// A range of addresses in CIDR form, as `10.0.0.0/8` or `fd00::/8`.
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    /// Any address of the range.
    public let address: NumericAddress
    /// How many leading bits all addresses of the range share.
    public let prefixLength: Int

    /// Makes a range; `nil` if the prefix is longer than the address.
    public init?(address: NumericAddress, prefixLength: Int) {
        guard (0...(address.bytes.count * 8)).contains(prefixLength) else { return nil }
        self.address = address
        self.prefixLength = prefixLength
    }

    /// Reads `10.0.0.0/8`; an address alone means only itself.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, let address = NumericAddress(String(first)) else {
            return nil
        }
        switch parts.count {
        case 1: self.init(address: address, prefixLength: address.bytes.count * 8)
        case 2:
            guard let length = Int(parts[1]), parts[1].allSatisfy(\.isNumber) else { return nil }
            self.init(address: address, prefixLength: length)
        default: return nil
        }
    }

    /// Whether the range holds an address of the same family.
    public func contains(_ other: NumericAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let whole = prefixLength / 8
        guard address.bytes.prefix(whole) == other.bytes.prefix(whole) else { return false }
        let rest = prefixLength % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
        return address.bytes[whole] & mask == other.bytes[whole] & mask
    }

    /// Whether every address of another range is in this one.
    public func contains(_ other: AddressRange) -> Bool {
        prefixLength <= other.prefixLength && contains(other.address)
    }

    /// The addresses that are in both, which is one of the two; `nil` if there are none.
    public func intersection(_ other: AddressRange) -> AddressRange? {
        contains(other) ? other : other.contains(self) ? self : nil
    }

    /// The form that ``init(_:)`` reads.
    public var description: String { "\(address.text)/\(prefixLength)" }
}
