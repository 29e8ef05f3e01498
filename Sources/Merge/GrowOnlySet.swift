/// A set from which nothing is ever taken: statements.
public struct GrowOnlySet<Element: Hashable & Comparable & Sendable>: Mergeable {
    private var content: Set<Element>

    /// Starts empty.
    public init() { content = [] }

    /// Starts with some elements.
    public init(_ elements: some Sequence<Element>) { content = Set(elements) }

    /// Takes in an element.
    ///
    /// - Returns: Whether it was new.
    @discardableResult
    public mutating func insert(_ element: Element) -> Bool { content.insert(element).inserted }

    /// Whether an element is in the set.
    public func contains(_ element: Element) -> Bool { content.contains(element) }

    /// How many elements there are.
    public var count: Int { content.count }

    /// The elements in order.
    public var elements: [Element] { content.sorted() }

    public mutating func merge(_ other: GrowOnlySet) { content.formUnion(other.content) }
}
