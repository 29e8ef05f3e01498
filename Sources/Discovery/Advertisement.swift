public import Wire

/// What this node says about itself on the local network.
///
/// Nothing in it is stable over days or names a person, a device or a workplace
/// (Protocol, chapter on discovery).
public struct Advertisement: Hashable, Sendable {
    /// The service instance name: random, 1 to 63 bytes of UTF-8.
    public var instance: String
    /// The TCP port that this node listens on.
    public var port: UInt16
    /// The pairs of the TXT record.
    public var text: [String: Bytes]

    /// Makes an advertisement.
    public init(instance: String, port: UInt16, text: [String: Bytes]) {
        self.instance = instance
        self.port = port
        self.text = text
    }
}
