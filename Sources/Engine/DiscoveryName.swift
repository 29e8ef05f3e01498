public import Keys
public import Wire

/// The name under which a node is visible in DNS-SD for one day, and the tag that proves to
/// colleagues that it is one of theirs (chapter 01).
///
/// The name is random and says nothing; only who knows the workplace's network key can tell that
/// the tag belongs to it, and for which workplace.
public struct DiscoveryName: Hashable, Sendable {
    /// Bytes of a tag.
    public static let tagBytes = 8

    /// The instance name: 16 letters and digits.
    public let instance: String
    /// The day for which it was made: days since 1970 in UTC.
    public let day: Int64

    /// Makes a new name for the day of a wall clock in milliseconds since 1970.
    public init(wallClock: Int64, using generator: inout some RandomNumberGenerator) {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")
        instance = String((0..<16).map { _ in alphabet[Int(generator.next() >> 59)] })
        day = DiscoveryName.day(of: wallClock)
    }

    /// Whether another day has come, so that a new name is due.
    public func isStale(wallClock: Int64) -> Bool { DiscoveryName.day(of: wallClock) != day }

    /// The tag of this name for a workplace.
    public func tag(networkKey: SecretBytes) -> Bytes {
        DiscoveryName.tag(of: instance, networkKey: networkKey)
    }

    /// The tag of an instance name for a workplace.
    public static func tag(of instance: String, networkKey: SecretBytes) -> Bytes {
        Bytes(Hash.keyed(networkKey, .discovery, [Bytes(instance.utf8)]).bytes.prefix(tagBytes))
    }

    /// Whether the instance with this tag belongs to the workplace.
    public static func matches(instance: String, tag: Bytes, networkKey: SecretBytes) -> Bool {
        instance.utf8.count <= 63
            && isEqualInConstantTime(tag, self.tag(of: instance, networkKey: networkKey))
    }

    private static func day(of wallClock: Int64) -> Int64 {
        let day: Int64 = 86_400_000
        return wallClock >= 0 ? wallClock / day : (wallClock - day + 1) / day
    }
}
