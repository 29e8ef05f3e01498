/// Names one TCP connection between the engine and its shell, while the process runs.
///
/// The engine names the connections that it dials and sets the highest bit; the shell names those
/// that it accepts and leaves that bit clear. So neither has to ask the other.
public struct ConnectionID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number.
    public let raw: UInt64

    private static let dialledBit: UInt64 = 1 << 63

    /// Takes a number as it is.
    public init(raw: UInt64) { self.raw = raw }

    /// The name of an accepted connection: any number below 2^63 that wasn't used before.
    public init(accepted number: UInt64) { raw = number & ~ConnectionID.dialledBit }

    init(dialled number: UInt64) { raw = number | ConnectionID.dialledBit }

    /// Whether this node dialled.
    public var isDialled: Bool { raw & ConnectionID.dialledBit != 0 }

    public static func < (left: ConnectionID, right: ConnectionID) -> Bool { left.raw < right.raw }

    /// `d` for dialled or `a` for accepted, and the number.
    public var description: String { "\(isDialled ? "d" : "a")\(raw & ~ConnectionID.dialledBit)" }
}
