/// Writes one protobuf message field by field, in the one form that ``FieldReader`` expects:
/// ascending field numbers, shortest numbers, default values left out.
struct FieldWriter {
    private(set) var bytes: Bytes

    /// Starts an empty message.
    ///
    /// - Parameter capacity: How many bytes are expected.
    init(capacity: Int = 64) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// A number; zero is left out.
    mutating func number(_ field: UInt32, _ value: UInt64) {
        if value != 0 { presentNumber(field, value) }
    }

    /// A number that stands there even if it is zero, as in a `oneof`.
    mutating func presentNumber(_ field: UInt32, _ value: UInt64) {
        varint(UInt64(field) << 3)
        varint(value)
    }

    /// Eight bytes, least significant first; zero is left out.
    mutating func fixed64(_ field: UInt32, _ value: UInt64) {
        if value == 0 { return }
        varint(UInt64(field) << 3 | 1)
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Bytes; none are left out.
    mutating func blob(_ field: UInt32, _ value: Bytes) {
        if !value.isEmpty { presentBlob(field, value) }
    }

    /// Bytes that stand there even if there are none.
    mutating func presentBlob(_ field: UInt32, _ value: Bytes) {
        varint(UInt64(field) << 3 | 2)
        varint(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// A text that stands there even if it is empty.
    mutating func presentText(_ field: UInt32, _ value: String) {
        varint(UInt64(field) << 3 | 2)
        varint(UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    /// A value of a fixed number of bytes.
    mutating func fixed(_ field: UInt32, _ value: some FixedBytes) {
        varint(UInt64(field) << 3 | 2)
        varint(UInt64(type(of: value).byteCount))
        value.append(to: &bytes)
    }

    /// A nested message.
    ///
    /// - Parameter expected: About how many bytes it has. Room for a length of that size is left
    ///   free, so that a good guess saves moving what was written.
    /// - Returns: How many bytes it has.
    @discardableResult
    mutating func message(
        _ field: UInt32, expected: Int = 0, _ write: (inout FieldWriter) -> Void
    ) -> Int {
        varint(UInt64(field) << 3 | 2)
        let place = bytes.count
        varint(UInt64(expected))
        let start = bytes.count
        write(&self)
        let length = bytes.count - start
        patch(place..<start, with: UInt64(length))
        return length
    }

    /// Puts the true length of a nested message where a guess stands.
    private mutating func patch(_ guess: Range<Int>, with length: UInt64) {
        var size = 1
        while size < 10, length >> (7 * UInt64(size)) != 0 { size += 1 }
        if size > guess.count {
            let missing = repeatElement(UInt8(0), count: size - guess.count)
            bytes.insert(contentsOf: missing, at: guess.upperBound)
        } else if size < guess.count {
            bytes.removeSubrange(guess.lowerBound + size..<guess.upperBound)
        }
        for index in 0..<size {
            let group = UInt8(truncatingIfNeeded: length >> (7 * UInt64(index))) & 0x7f
            bytes[guess.lowerBound + index] = index == size - 1 ? group : group | 0x80
        }
    }

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The zigzag form of a signed number.
    static func zigzag(_ value: Int64) -> UInt64 {
        UInt64(bitPattern: (value << 1) ^ (value >> 63))
    }
}
