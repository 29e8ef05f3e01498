/// A set in which an addition survives every removal that didn't know of it.
///
/// Each addition has a dot, the name of its operation; a removal names the dots that its author
/// saw (Shapiro and others 2011, "observed-remove set").
public struct AddWinsSet<
    Element: Hashable & Sendable, Dot: Hashable & Comparable & Sendable
>: Mergeable {
    private var content = Dotted<Dot, Element>()

    /// Starts empty.
    public init() {}

    /// Takes in an addition.
    public mutating func add(_ element: Element, dot: Dot) { content.insert(element, dot) }

    /// Takes in a removal of the additions with these dots, whether they have arrived or not.
    public mutating func remove(dots: some Sequence<Dot>) { content.take(dots) }

    /// Whether an element is in the set.
    public func contains(_ element: Element) -> Bool { content.live.values.contains(element) }

    /// The dots of an element's additions, in order: what a removal of it has to name.
    public func dots(of element: Element) -> [Dot] {
        content.sorted.filter { $0.value == element }.map(\.dot)
    }

    /// The elements, each once, in the order of their first dots.
    public var elements: [Element] {
        var seen: Set<Element> = []
        return content.sorted.map(\.value).filter { seen.insert($0).inserted }
    }

    public mutating func merge(_ other: AddWinsSet) { content.merge(other.content) }
}
