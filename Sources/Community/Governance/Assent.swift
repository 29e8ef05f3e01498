/// One yes or no of a person to what a record asks.
///
/// A flag asks whether it is withdrawn, a blur whether it is lifted, a role whether it is held.
/// The last by stamp is what holds; all of them together are its history.
public struct Assent: Hashable, Sendable {
    /// What was said.
    public let isYes: Bool
    /// When, in the order that all replicas agree on.
    public let stamp: WriteStamp
    /// When, by the writer's clock, in milliseconds since 1970.
    public let date: Int64

    /// Makes an assent.
    public init(isYes: Bool, stamp: WriteStamp, date: Int64) {
        self.isYes = isYes
        self.stamp = stamp
        self.date = date
    }
}

extension [Assent] {
    /// What holds; `nil` if nothing was said.
    var latest: Assent? { self.max { $0.stamp < $1.stamp } }

    /// In the order in which they were said.
    var inOrder: [Assent] { sorted { $0.stamp < $1.stamp } }
}
