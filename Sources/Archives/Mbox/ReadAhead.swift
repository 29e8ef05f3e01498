/// A stretch of a mailbox that is held while the messages in it are read one after the other.
///
/// Without it, the second pass would ask the operating system for each message by itself.
struct ReadAhead: Sendable {
    private var bytes: [UInt8] = []
    private var file = 0
    private var start: Int64 = 0

    /// The bytes of a message, or its first ones if it is longer than the stretch.
    ///
    /// - Parameter number: Which of the archive's files it stands in.
    mutating func bytes(
        of range: Range<Int64>, in source: ArchiveFile, number: Int
    ) throws(ArchiveError) -> ArraySlice<UInt8> {
        let held = start..<(start + Int64(bytes.count))
        if number != file || range.lowerBound < start || range.upperBound > held.upperBound {
            let count = Swift.min(Int64(LineReader.bufferBytes), source.size - range.lowerBound)
            // The old stretch goes before the new one comes.
            bytes = []
            bytes = try source.read(at: range.lowerBound, count: Swift.max(0, Int(count)))
            (file, start) = (number, range.lowerBound)
        }
        return bytes.dropFirst(Int(range.lowerBound - start)).prefix(range.count)
    }
}
