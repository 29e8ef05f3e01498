/// A short name of an id, a subject or a content in memory, by which messages find each other.
///
/// It differs in each process, so that nobody can write two ids that have the same one.
struct MessageKey: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// The key of some bytes.
    init(_ bytes: ArraySlice<UInt8>) { self = bytes.withUnsafeBytes { MessageKey($0) } }

    /// The key of a text.
    init(_ text: String) {
        var text = text
        self = text.withUTF8 { MessageKey(UnsafeRawBufferPointer($0)) }
    }

    /// The key of a content that is hashed already.
    init(_ content: Digest.Half) { (high, low) = (content.high, content.low) }

    private init(_ bytes: UnsafeRawBufferPointer) {
        func half(_ side: UInt8) -> UInt64 {
            var hasher = Hasher()
            hasher.combine(side)
            hasher.combine(bytes: bytes)
            return UInt64(truncatingIfNeeded: hasher.finalize())
        }
        (high, low) = (half(0), half(1))
    }

    /// One half of a hash is enough to find a place in a table.
    func hash(into hasher: inout Hasher) { hasher.combine(low) }
}
