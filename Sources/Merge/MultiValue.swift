/// A register that keeps all values which were written without knowing of each other, until
/// somebody picks.
///
/// A writing names the dots of the values that its author saw and replaces. So two people who
/// write at the same time both find their words, and whoever writes next settles it.
public struct MultiValue<
    Value: Equatable & Sendable, Dot: Hashable & Comparable & Sendable
>: Mergeable {
    private var content = Dotted<Dot, Value>()

    /// Starts empty.
    public init() {}

    /// Takes in a writing.
    ///
    /// - Parameters:
    ///   - dot: The name of the operation.
    ///   - replaced: The dots of the values that the author saw.
    public mutating func write(_ value: Value, dot: Dot, replacing replaced: some Sequence<Dot>) {
        content.insert(value, dot)
        content.take(replaced)
    }

    /// Takes in that values were taken back without another in their place.
    public mutating func clear(dots: some Sequence<Dot>) { content.take(dots) }

    /// The values that nobody has replaced, in the order of their dots.
    public var values: [Value] { content.sorted.map(\.value) }

    /// The dots of ``values``: what the next writing has to name.
    public var dots: [Dot] { content.sorted.map(\.dot) }

    public mutating func merge(_ other: MultiValue) { content.merge(other.content) }
}
