internal import Foundation

/// The lines of a file from a given place, each kept only up to a bound.
///
/// A line of any length passes through a buffer of fixed size.
struct LineReader: Sendable {
    /// One line without its end (LF or CRLF).
    struct Line: Sendable {
        /// Where it begins in the file.
        var offset: Int64
        /// Its bytes, at most `ArchiveLimits.lineBytes`.
        var bytes: [UInt8]
        /// How many bytes it had beyond those.
        var dropped: Int64
    }

    /// Where the next line begins.
    private(set) var offset: Int64
    private let file: ArchiveFile
    private let end: Int64
    private var buffer: [UInt8] = []
    private var used = 0

    init(_ file: ArchiveFile, from start: Int64 = 0, to end: Int64? = nil) {
        self.file = file
        offset = start
        self.end = end ?? file.size
    }

    /// The next line; `nil` at the end.
    mutating func next() throws(ArchiveError) -> Line? {
        guard offset < end else { return nil }
        var line = Line(offset: offset, bytes: [], dropped: 0)
        var isComplete = false
        while !isComplete, try fill() {
            let stop = newline()
            let piece = buffer[used..<(stop ?? buffer.count)]
            let kept = piece.prefix(ArchiveLimits.lineBytes - line.bytes.count)
            line.bytes.append(contentsOf: kept)
            line.dropped += Int64(piece.count - kept.count)
            isComplete = stop != nil
            let step = piece.count + (isComplete ? 1 : 0)
            used += step
            offset += Int64(step)
        }
        if line.dropped == 0 && line.bytes.last == 0x0D { line.bytes.removeLast() }
        return line
    }

    /// Has unread bytes in the buffer, unless the end is reached.
    private mutating func fill() throws(ArchiveError) -> Bool {
        guard used == buffer.count else { return true }
        guard offset < end else { return false }
        let count = Int(Swift.min(Int64(LineReader.bufferBytes), end - offset))
        buffer = try file.read(at: offset, count: count)
        used = 0
        guard !buffer.isEmpty else { throw .changedWhileReading(path: file.path) }
        return true
    }

    private func newline() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress,
                let found = memchr(start + used, 0x0A, bytes.count - used)
            else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    private static let bufferBytes = 256 << 10
}
