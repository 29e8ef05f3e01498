/// A register that holds the value with the highest stamp.
public struct LastWriter<
    Value: Equatable & Sendable, Writer: Comparable & Hashable & Sendable
>: Mergeable {
    /// The value; `nil` before the first writing.
    public private(set) var value: Value?
    /// When it was written.
    public private(set) var stamp: Stamp<Writer>?

    /// Starts empty.
    public init() {}

    /// Starts with a value.
    public init(_ value: Value, at stamp: Stamp<Writer>) {
        self.value = value
        self.stamp = stamp
    }

    /// Takes in a writing.
    ///
    /// - Returns: Whether the register's value is now this one and was not before.
    @discardableResult
    public mutating func write(_ value: Value, at stamp: Stamp<Writer>) -> Bool {
        if let own = self.stamp, own >= stamp { return false }
        self.value = value
        self.stamp = stamp
        return true
    }

    public mutating func merge(_ other: LastWriter) {
        guard let value = other.value, let stamp = other.stamp else { return }
        write(value, at: stamp)
    }
}
