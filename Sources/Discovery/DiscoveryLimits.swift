/// Bounds on what the local network can make this room hold.
public enum DiscoveryLimits {
    /// Bytes of a TXT record that is read or written (RFC 6763, section 6.2).
    public static let textBytes = 1_300
    /// Pairs of a TXT record.
    public static let textPairs = 16
    /// Bytes of an instance name (RFC 6763, section 4.1.1).
    public static let instanceBytes = 63
    /// Services that are remembered, counted once for each interface.
    public static let services = 512
    /// Addresses that are kept of one service on one interface.
    public static let addresses = 8
    /// Lookups at one time; each costs two threads and two D-Bus connections in Avahi's library.
    public static let lookups = 12
}
