/// Reads one protobuf message field by field, strictly.
///
/// It reads a range of an array in place, so that nested messages cost no copies. The strictness is
/// the profile of `Protocol/00-encoding.md`, chapter 00, section 3: no groups, no over-long
/// numbers, no field beyond its message, and ``once(_:)`` refuses a singular field that stands
/// twice. Two implementations therefore never read the same signed bytes differently.
struct FieldReader {
    /// How a field's value is laid out.
    enum Layout { case varint, fixed64, delimited, fixed32 }

    /// The number and the layout of a field whose value comes next.
    struct Tag {
        let number: UInt32
        let layout: Layout
    }

    private let bytes: Bytes
    private var position: Int
    private var end: Int
    private var seen: UInt64 = 0

    /// Reads a whole array as one message.
    init(_ bytes: Bytes) {
        self.bytes = bytes
        position = 0
        end = bytes.count
    }

    /// The next field; `nil` at the end of the message.
    mutating func next() throws(WireError) -> Tag? {
        guard position < end else { return nil }
        let key = try varint()
        guard key <= UInt64(UInt32.max), key >> 3 != 0 else {
            throw .malformed("field number")
        }
        let layout: Layout
        switch key & 7 {
        case 0: layout = .varint
        case 1: layout = .fixed64
        case 2: layout = .delimited
        case 5: layout = .fixed32
        default: throw .malformed("field layout")
        }
        return Tag(number: UInt32(truncatingIfNeeded: key >> 3), layout: layout)
    }

    /// Takes note of a singular field and refuses it the second time.
    mutating func once(_ tag: Tag, _ layout: Layout) throws(WireError) {
        guard tag.layout == layout else { throw .malformed("layout of a field") }
        let bit: UInt64 = 1 << UInt64(tag.number & 63)
        guard seen & bit == 0 else { throw .malformed("singular field repeated") }
        seen |= bit
    }

    /// Checks the layout of a field that may stand many times.
    func many(_ tag: Tag, _ layout: Layout) throws(WireError) {
        guard tag.layout == layout else { throw .malformed("layout of a field") }
    }

    /// Passes over a field of a later version.
    mutating func skip(_ tag: Tag) throws(WireError) {
        switch tag.layout {
        case .varint: _ = try varint()
        case .fixed64: try advance(8)
        case .fixed32: try advance(4)
        case .delimited: _ = try range()
        }
    }

    /// A number of at most ten bytes, least significant group first.
    mutating func varint() throws(WireError) -> UInt64 {
        guard position < end else { throw .malformed("truncated number") }
        let first = bytes[position]
        position += 1
        if first < 0x80 { return UInt64(first) }
        var value = UInt64(first & 0x7f)
        var shift: UInt64 = 7
        while true {
            guard position < end else { throw .malformed("truncated number") }
            let byte = bytes[position]
            position += 1
            // The tenth byte holds the last bit of 64.
            guard shift < 63 || byte <= 1 else { throw .malformed("number beyond 64 bits") }
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    /// A number that must fit 32 bits.
    mutating func varint32() throws(WireError) -> UInt32 {
        guard let value = UInt32(exactly: try varint()) else {
            throw .malformed("number beyond 32 bits")
        }
        return value
    }

    /// A signed number in zigzag form.
    mutating func zigzag() throws(WireError) -> Int64 {
        let value = try varint()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// A truth value; anything but zero is true.
    mutating func flag() throws(WireError) -> Bool { try varint() != 0 }

    /// Eight bytes, least significant first.
    mutating func fixed64() throws(WireError) -> UInt64 {
        let start = position
        try advance(8)
        return UInt64(
            littleEndian: bytes.withUnsafeBytes {
                $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            })
    }

    /// Where a delimited value stands; it is passed over.
    mutating func range() throws(WireError) -> Range<Int> {
        let length = try varint()
        guard length <= UInt64(end - position) else { throw .malformed("truncated field") }
        let start = position
        position += Int(length)
        return start..<position
    }

    /// A copy of the bytes of a range that was read.
    func copy(_ range: Range<Int>) -> Bytes { Bytes(bytes[range]) }

    /// A copy of a delimited value.
    mutating func copy() throws(WireError) -> Bytes { copy(try range()) }

    /// A text; its bytes must be UTF-8.
    mutating func text() throws(WireError) -> String {
        guard let text = String(validating: bytes[try range()], as: UTF8.self) else {
            throw .malformed("text that is not UTF-8")
        }
        return text
    }

    /// A value of a fixed number of bytes.
    mutating func fixed<Value: FixedBytes>(_ field: String) throws(WireError) -> Value {
        try value(try range(), field)
    }

    /// A value of a fixed number of bytes that stands in a range that was read.
    func value<Value: FixedBytes>(
        _ range: Range<Int>, _ field: String
    ) throws(WireError) -> Value {
        guard let value = Value(bytes[range]) else {
            throw .length(field: field, expected: Value.byteCount, actual: range.count)
        }
        return value
    }

    /// Reads a nested message that `read` takes to its end.
    mutating func message<Value>(
        limit: Int = .max, _ field: String = "message",
        _ read: (inout FieldReader) throws(WireError) -> Value
    ) throws(WireError) -> Value {
        let range = try range()
        guard range.count <= limit else {
            throw .tooLarge(field: field, limit: limit, actual: range.count)
        }
        let outer = (position, end, seen)
        (position, end, seen) = (range.lowerBound, range.upperBound, 0)
        let value = try read(&self)
        (position, end, seen) = outer
        return value
    }

    private mutating func advance(_ count: Int) throws(WireError) {
        guard end - position >= count else { throw .malformed("truncated field") }
        position += count
    }
}

extension FixedBytes {
    /// The value of a field that must be there.
    static func required(_ value: Self?, _ field: String) throws(WireError) -> Self {
        guard let value else { throw .length(field: field, expected: byteCount, actual: 0) }
        return value
    }
}
