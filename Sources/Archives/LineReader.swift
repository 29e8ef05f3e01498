/// The lines of a file from a given place, each kept only up to a bound.
///
/// A line of any length passes through a buffer of fixed size. Nearly every line lies within the
/// buffer and is a slice of it; only one that crosses its end is put together in memory of its own.
struct LineReader: Sendable {
    /// One line without its end (LF or CRLF).
    struct Line: Sendable {
        /// Where it begins in the file.
        var offset: Int64
        /// Its bytes, at most `ArchiveLimits.lineBytes`.
        var bytes: ArraySlice<UInt8>
        /// How many bytes it had beyond those.
        var dropped: Int64
    }

    /// Where the next line begins.
    private(set) var offset: Int64
    private let file: ArchiveFile
    private let end: Int64
    /// What was read and not yet passed over.
    private var buffer: ArraySlice<UInt8>

    /// Starts at a place in a file.
    ///
    /// - Parameter buffer: Bytes of the file from that place on, at most up to the end.
    init(
        _ file: ArchiveFile, from start: Int64 = 0, to end: Int64? = nil,
        buffer: ArraySlice<UInt8> = []
    ) {
        self.file = file
        offset = start
        self.end = end ?? file.size
        self.buffer = buffer
    }

    /// The next line; `nil` at the end.
    mutating func next() throws(ArchiveError) -> Line? {
        guard offset < end else { return nil }
        if let line = wholeLine() { return line }
        var line = Line(offset: offset, bytes: [], dropped: 0)
        var isComplete = false
        while !isComplete, try fill() {
            let stop = Bytes.place(of: 0x0A, in: buffer)
            let piece = buffer[..<(stop ?? buffer.endIndex)]
            let kept = piece.prefix(ArchiveLimits.lineBytes - line.bytes.count)
            line.bytes.append(contentsOf: kept)
            line.dropped += Int64(piece.count - kept.count)
            isComplete = stop != nil
            let step = piece.count + (isComplete ? 1 : 0)
            buffer = buffer.dropFirst(step)
            offset += Int64(step)
        }
        if line.dropped == 0 && line.bytes.last == 0x0D { line.bytes.removeLast() }
        return line
    }

    /// The next line as a slice of the buffer; `nil` if its end is not there, or is too far away.
    private mutating func wholeLine() -> Line? {
        guard let stop = Bytes.place(of: 0x0A, in: buffer),
            stop - buffer.startIndex <= ArchiveLimits.lineBytes
        else { return nil }
        var line = Line(offset: offset, bytes: buffer[..<stop], dropped: 0)
        offset += Int64(line.bytes.count + 1)
        buffer = buffer[(stop + 1)...]
        if line.bytes.last == 0x0D { line.bytes.removeLast() }
        return line
    }

    /// Has unread bytes in the buffer, unless the end is reached.
    private mutating func fill() throws(ArchiveError) -> Bool {
        guard buffer.isEmpty else { return true }
        guard offset < end else { return false }
        let count = Int(Swift.min(Int64(LineReader.bufferBytes), end - offset))
        buffer = try file.read(at: offset, count: count)[...]
        guard !buffer.isEmpty else { throw .changedWhileReading(path: file.path) }
        return true
    }

    static let bufferBytes = 256 << 10
}
