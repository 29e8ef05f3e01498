/// A map from persons to values in which everybody writes their own entry only.
///
/// That a writing comes from the person is checked before: its log must be bound to the person.
public struct PersonalMap<
    Person: Hashable & Comparable & Sendable, Value: Equatable & Sendable,
    Writer: Comparable & Hashable & Sendable
>: Mergeable {
    private var registers: [Person: LastWriter<Value, Writer>] = [:]

    /// Starts empty.
    public init() {}

    /// Takes in what a person wrote.
    ///
    /// - Returns: Whether the person's value is now this one and was not before.
    @discardableResult
    public mutating func write(_ value: Value, by person: Person, at stamp: Stamp<Writer>) -> Bool {
        registers[person, default: LastWriter()].write(value, at: stamp)
    }

    /// A person's value.
    public subscript(person: Person) -> Value? { registers[person]?.value }

    /// All entries in the order of the persons.
    public var entries: [(person: Person, value: Value)] {
        registers.sorted { $0.key < $1.key }.compactMap { person, register in
            register.value.map { (person, $0) }
        }
    }

    public mutating func merge(_ other: PersonalMap) {
        registers.merge(other.registers) { $0.merged(with: $1) }
    }
}
