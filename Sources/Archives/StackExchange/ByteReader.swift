internal import Foundation

/// A part of a file, byte by byte, through a buffer of fixed size.
struct ByteReader: Sendable {
    private let file: ArchiveFile
    private let end: Int64
    private var bufferStart: Int64
    private var buffer: [UInt8] = []
    private var used = 0

    /// Starts at the beginning of a range.
    init(_ file: ArchiveFile, range: Range<Int64>) {
        self.file = file
        bufferStart = range.lowerBound
        end = range.upperBound
    }

    /// The place of the next byte in the file.
    var offset: Int64 { bufferStart + Int64(used) }

    /// The path of the file.
    var path: String { file.path }

    /// The next byte, which stays the next; `nil` at the end.
    mutating func peek() throws(ArchiveError) -> UInt8? {
        try fill() ? buffer[used] : nil
    }

    /// Passes over one byte.
    mutating func advance() throws(ArchiveError) {
        if try fill() { used += 1 }
    }

    /// Goes to the next place of a byte; false if there is none.
    mutating func skip(to byte: UInt8) throws(ArchiveError) -> Bool {
        while try fill() {
            if let found = place(of: byte, before: buffer.count) {
                used = found
                return true
            }
            used = buffer.count
        }
        return false
    }

    /// Passes over blanks and line ends.
    mutating func skipBlanks() throws(ArchiveError) {
        while let byte = try peek(), byte <= 0x20 { used += 1 }
    }

    /// The bytes of a name, at most so many; the rest of it is passed over.
    mutating func word(limit: Int) throws(ArchiveError) -> [UInt8] {
        var word: [UInt8] = []
        while let byte = try peek(), byte > 0x20, !ByteReader.endsName.contains(byte) {
            if word.count < limit { word.append(byte) }
            used += 1
        }
        return word
    }

    /// The bytes up to a quote, at most so many, and whether the quote is there.
    ///
    /// A "<" can't stand in a value: the tag has broken off.
    mutating func value(
        to quote: UInt8, limit: Int
    ) throws(ArchiveError) -> (bytes: [UInt8], isClosed: Bool) {
        var value: [UInt8] = []
        while try fill() {
            let rest = buffer[used...]
            let closing = place(of: quote, before: buffer.count)
            let stop = place(of: 0x3C, before: closing ?? buffer.count) ?? closing
            let piece = rest[..<(stop ?? rest.endIndex)]
            value.append(contentsOf: piece.prefix(limit - value.count))
            used = piece.endIndex
            if stop != nil { return (value, buffer[used] == quote) }
        }
        return (value, false)
    }

    /// The first place of a byte in the unread part of the buffer.
    private func place(of byte: UInt8, before end: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress,
                let found = memchr(start + used, Int32(byte), end - used)
            else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    /// Has the next byte in the buffer, unless the end is reached.
    private mutating func fill() throws(ArchiveError) -> Bool {
        guard used == buffer.count else { return true }
        bufferStart += Int64(buffer.count)
        used = 0
        buffer = []
        guard bufferStart < end else { return false }
        let count = Int(Swift.min(Int64(ByteReader.bufferBytes), end - bufferStart))
        buffer = try file.read(at: bufferStart, count: count)
        guard !buffer.isEmpty else { throw .changedWhileReading(path: file.path) }
        return true
    }

    private static let bufferBytes = 256 << 10
    private static let endsName: Set<UInt8> = [0x3D, 0x3E, 0x2F, 0x3C, 0x22, 0x27]
}
