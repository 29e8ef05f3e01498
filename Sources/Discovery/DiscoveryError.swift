/// Why something cannot be advertised or read.
public enum DiscoveryError: Error, Equatable, Sendable {
    /// An instance name has 1 to 63 bytes (RFC 6763, section 4.1.1).
    case instanceName(bytes: Int)
    /// A TXT key has 1 to 255 printable ASCII characters other than `=` (RFC 6763, section 6.4).
    case textKey(String)
    /// One pair has more than 255 bytes (RFC 6763, section 6.1).
    case textPair(key: String, bytes: Int)
    /// A TXT record has more than ``DiscoveryLimits/textBytes`` bytes.
    case textBytes(Int)
    /// A TXT record has more than ``DiscoveryLimits/textPairs`` pairs.
    case textPairs(Int)
    /// A TXT record ends inside a pair.
    case textTruncated
}
