internal import LocalProtocol

/// The shape of a message's JSON, read off its `Decodable` conformance.
///
/// The conformance is asked to decode from a decoder that has no data but writes down which fields
/// are asked for, so that the description can't drift from what the server really accepts.
indirect enum Schema: Equatable, Sendable {
    /// Any string.
    case string
    /// A string that holds an ISO 8601 date.
    case date
    /// A whole number.
    case integer
    /// Any number.
    case number
    /// `true` or `false`.
    case boolean
    /// One of some strings.
    case kind(name: String, cases: [String])
    /// A list.
    case array(Schema)
    /// An object with named fields.
    case object(name: String, fields: [Field])

    /// A field of an object.
    struct Field: Equatable, Sendable {
        /// Its JSON name.
        let name: String
        /// What it holds.
        let schema: Schema
        /// False when it may be absent.
        let isRequired: Bool
    }

    /// Reads the shape of a type.
    init(of type: any Decodable.Type) {
        self = Self.reflect(type).schema
    }

    private static func reflect<Value: Decodable>(
        _ type: Value.Type
    ) -> (schema: Schema, sample: Value?) {
        if let leaf = leaf(type) { return (leaf.0, leaf.1 as? Value) }
        if let list = type as? any ListShape.Type {
            return (.array(Schema(of: list.elementType)), list.emptyList as? Value)
        }
        let recorder = FieldRecorder()
        let sample = try? Value(from: ShapeDecoder(recorder: recorder))
        return (.object(name: String(describing: type), fields: recorder.fields), sample)
    }

    private static func leaf(_ type: any Decodable.Type) -> (Schema, Any)? {
        switch type {
        case is String.Type: return (.string, "")
        case is Bool.Type: return (.boolean, false)
        case is Int.Type: return (.integer, 0)
        case is Int64.Type: return (.integer, Int64(0))
        case is Double.Type: return (.number, 0.0)
        case is Timestamp.Type: return (.date, Timestamp(milliseconds: 0))
        case let kind as any Kind.Type: return kindLeaf(kind)
        default: return nil
        }
    }

    private static func kindLeaf<Value: Kind>(_ type: Value.Type) -> (Schema, Any)? {
        let cases = Array(type.allCases)
        guard let first = cases.first else { return nil }
        return (.kind(name: String(describing: type), cases: cases.map(\.rawValue)), first)
    }

    /// Describes a value that a decoder is asked for and makes one up.
    fileprivate static func sample<Value: Decodable>(
        _ type: Value.Type, for key: any CodingKey, recorder: FieldRecorder
    ) throws -> Value {
        let (schema, sample) = reflect(type)
        recorder.add(key.stringValue, schema)
        guard let sample else {
            throw DecodingError.valueNotFound(
                type, .init(codingPath: [key], debugDescription: "no sample can be made up"))
        }
        return sample
    }
}

/// Arrays, whatever their elements.
private protocol ListShape {
    static var elementType: any Decodable.Type { get }
    static var emptyList: Any { get }
}

extension Array: ListShape where Element: Decodable {
    static var elementType: any Decodable.Type { Element.self }
    static var emptyList: Any { [Element]() }
}

/// Collects the fields that a conformance asks for, in its order.
private final class FieldRecorder {
    private(set) var fields: [Schema.Field] = []
    private var optional: String?

    /// The next field of this name may be absent: its presence was asked about first.
    func markOptional(_ name: String) {
        optional = name
    }

    func add(_ name: String, _ schema: Schema) {
        fields.append(Schema.Field(name: name, schema: schema, isRequired: optional != name))
        optional = nil
    }
}

/// A decoder without data.
private struct ShapeDecoder: Decoder {
    let recorder: FieldRecorder
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(ShapeContainer<Key>(recorder: recorder))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw unsupported
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        throw unsupported
    }

    fileprivate var unsupported: DecodingError {
        DecodingError.dataCorrupted(
            .init(codingPath: [], debugDescription: "messages are objects with named fields"))
    }
}

private struct ShapeContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let recorder: FieldRecorder
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }

    // `decodeIfPresent` asks this first, and then for the value.
    func decodeNil(forKey key: Key) -> Bool {
        recorder.markOptional(key.stringValue)
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Schema.sample(type, for: key, recorder: recorder)
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try made(type, key) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try made(type, key) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try made(type, key) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try made(type, key) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try made(type, key) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try made(type, key) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try made(type, key) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try made(type, key) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try made(type, key) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try made(type, key) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try made(type, key) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try made(type, key) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try made(type, key) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try made(type, key) }

    private func made<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value {
        try Schema.sample(type, for: key, recorder: recorder)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        throw ShapeDecoder(recorder: recorder).unsupported
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw ShapeDecoder(recorder: recorder).unsupported
    }

    func superDecoder() throws -> any Decoder { throw ShapeDecoder(recorder: recorder).unsupported }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        throw ShapeDecoder(recorder: recorder).unsupported
    }
}
