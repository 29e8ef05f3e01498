internal import Wire

/// Cuts a stream of bytes into frames: two bytes with the length, most significant first, and body.
///
/// However the stream is chopped up, every byte is moved a bounded number of times.
struct FrameReader: Sendable {
    private var buffer = Bytes()
    private var start = 0

    /// How many bytes wait for the rest of their frame.
    var waitingCount: Int { buffer.count - start }

    /// Takes over what has arrived.
    mutating func append(_ bytes: Bytes) {
        if start == buffer.count {
            buffer = bytes
        } else {
            if start > 0 { buffer.removeSubrange(0..<start) }
            buffer += bytes
        }
        start = 0
    }

    /// The next single byte, for the opening of a connection.
    mutating func nextByte() -> UInt8? {
        guard start < buffer.count else { return nil }
        defer { start += 1 }
        return buffer[start]
    }

    /// The body of the next frame, or `nil` if it isn't there as a whole.
    ///
    /// - Parameter lengths: What the body may measure. It is checked as soon as the length is
    ///   known, so nothing is kept of a frame that will be refused.
    /// - Throws: ``ChannelError/frameLength(_:)``.
    mutating func next(lengths: ClosedRange<Int>) throws(ChannelError) -> Bytes? {
        guard waitingCount >= 2 else { return nil }
        let length = Int(buffer[start]) << 8 | Int(buffer[start + 1])
        guard lengths.contains(length) else { throw .frameLength(length) }
        guard waitingCount >= 2 + length else { return nil }
        let body = Bytes(buffer[start + 2..<start + 2 + length])
        start += 2 + length
        if start == buffer.count {
            buffer = []
            start = 0
        }
        return body
    }

    /// A frame around a body.
    static func frame(_ body: Bytes) -> Bytes {
        [UInt8(truncatingIfNeeded: body.count >> 8), UInt8(truncatingIfNeeded: body.count)] + body
    }
}
