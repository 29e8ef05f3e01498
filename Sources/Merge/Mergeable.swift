/// A state to which operations may come in any order, any number of times, in any grouping.
///
/// ``merge(_:)`` takes in what another replica knows. It is commutative, associative and
/// idempotent, and every way of applying a single operation is a merge with the state that knows
/// only this operation. The tests hold every conforming type to these laws.
public protocol Mergeable: Equatable, Sendable {
    /// Takes in everything that another state knows.
    mutating func merge(_ other: Self)
}

extension Mergeable {
    /// The state that knows what both know.
    public func merged(with other: Self) -> Self {
        var result = self
        result.merge(other)
        return result
    }
}
