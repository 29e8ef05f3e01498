/// A counter that is always above everything it has seen (Lamport 1978).
public struct LamportClock: Mergeable, Hashable {
    /// The highest value seen or given out.
    public private(set) var value: UInt64

    /// Starts above a value.
    public init(_ value: UInt64 = 0) { self.value = value }

    /// Takes note of somebody's value.
    public mutating func observe(_ other: UInt64) { value = max(value, other) }

    /// The value for the next commit; at the very end of the numbers it stands still.
    public mutating func tick() -> UInt64 {
        if value < .max { value += 1 }
        return value
    }

    public mutating func merge(_ other: LamportClock) { observe(other.value) }
}
