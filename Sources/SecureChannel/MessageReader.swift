internal import Wire

/// Puts session messages together: four bytes with the length, most significant first, and body.
struct MessageReader: Sendable {
    /// What the frames held and no whole message has used up.
    private var buffer = Bytes()

    /// Lets a closure append what the next frame holds, and takes out the messages then complete.
    ///
    /// - Throws: ``ChannelError/messageLength(_:)`` as soon as a length is known that is zero or
    ///   above the limit, or what the closure throws.
    mutating func messages(
        after append: (inout Bytes) throws(ChannelError) -> Void
    ) throws(ChannelError) -> [Bytes] {
        try append(&buffer)
        var messages: [Bytes] = []
        var start = 0
        while buffer.count - start >= 4 {
            let length = buffer[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            guard (1...Limits.sessionMessageBytes).contains(length) else {
                throw .messageLength(length)
            }
            let end = start + 4 + length
            guard end <= buffer.count else { break }
            messages.append(Bytes(buffer[start + 4..<end]))
            start = end
        }
        if start == buffer.count {
            // A big message's memory isn't kept: most that follow are small.
            buffer.removeAll(keepingCapacity: buffer.capacity <= Limits.noiseMessageBytes)
        } else if start > 0 {
            buffer.removeSubrange(0..<start)
        }
        return messages
    }
}
