internal import Foundation

/// The rows of a table, one by one, each field kept only up to a bound (RFC 4180).
///
/// A quote that never closes takes the rest of the file, as it must, but not the memory for it.
struct CSVScanner: Sendable {
    /// One row.
    struct Row: Sendable {
        /// The bytes that it takes in the file, with its line end.
        var range: Range<Int64>
        /// The fields that were wanted, by their places; others are empty.
        var fields: [[UInt8]] = []
        /// Whether its last quote is closed.
        var isWhole = true

        /// A field without the blanks around it; empty if the row is too short.
        func bytes(_ place: Int?) -> ArraySlice<UInt8> {
            guard let place, place < fields.count else { return [] }
            var bytes = fields[place].drop { $0 <= 0x20 }
            while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
            return bytes
        }

        /// The text of a field; empty if the row is too short.
        func text(_ place: Int?) -> String {
            let bytes = bytes(place)
            let isCut = bytes.count >= ArchiveLimits.fieldBytes
            return Charset.decode(isCut ? Charset.withoutTornEnd(bytes) : bytes, label: nil)
        }
    }

    /// What ended a field.
    private enum End {
        case separator
        case line
        case file
    }

    private let file: ArchiveFile
    private let separator: UInt8
    private let wanted: @Sendable (Int) -> Bool
    private let end: Int64
    private var bufferStart: Int64
    private var buffer: [UInt8] = []
    private var used = 0

    /// Starts at the beginning of a range.
    ///
    /// - Parameter wanted: Tells of the place of a column whether its fields are kept.
    init(
        _ file: ArchiveFile, separator: UInt8, range: Range<Int64>,
        wanted: @escaping @Sendable (Int) -> Bool
    ) {
        self.file = file
        self.separator = separator
        self.wanted = wanted
        bufferStart = range.lowerBound
        end = range.upperBound
    }

    /// The place of the next byte in the file.
    var offset: Int64 { bufferStart + Int64(used) }

    /// The next row that is not blank; `nil` at the end.
    mutating func next() throws(ArchiveError) -> Row? {
        while try fill() {
            var row = Row(range: offset..<offset)
            var count = 0
            var end = End.separator
            while end == .separator {
                var field: [UInt8] = []
                end = try take(
                    &field, isKept: count < ArchiveLimits.columns && wanted(count),
                    isWhole: &row.isWhole)
                if count < ArchiveLimits.columns { row.fields.append(field) }
                count += 1
            }
            row.range = row.range.lowerBound..<offset
            // A line end alone; a row of one empty field in quotes is longer.
            let isBlank = row.range.upperBound - row.range.lowerBound <= (end == .line ? 2 : 0)
            if !(count == 1 && isBlank && row.fields[0].isEmpty) { return row }
        }
        return nil
    }

    // MARK: Fields

    /// Takes a field and what ends it.
    private mutating func take(
        _ field: inout [UInt8], isKept: Bool, isWhole: inout Bool
    ) throws(ArchiveError) -> End {
        let limit = isKept ? ArchiveLimits.fieldBytes : 0
        while try fill(), buffer[used] == 0x20 {
            if field.count < limit { field.append(0x20) }
            used += 1
        }
        if try fill(), buffer[used] == 0x22 {
            used += 1
            field = []
            isWhole = try takeQuoted(&field, limit)
            if !isWhole { return .file }
        }
        while try fill() {
            let stop = plainEnd()
            field.append(contentsOf: buffer[used..<stop].prefix(limit - field.count))
            used = stop
            guard stop < buffer.count else { continue }
            let byte = buffer[stop]
            used += 1
            if byte == separator { return .separator }
            if byte == 0x0D, try fill(), buffer[used] == 0x0A { used += 1 }
            return .line
        }
        return .file
    }

    /// Takes what stands up to the closing quote; false if there is none.
    private mutating func takeQuoted(
        _ field: inout [UInt8], _ limit: Int
    ) throws(ArchiveError) -> Bool {
        while try fill() {
            let stop = Bytes.place(of: 0x22, in: buffer[used...]) ?? buffer.count
            field.append(contentsOf: buffer[used..<stop].prefix(limit - field.count))
            used = stop
            guard stop < buffer.count else { continue }
            used += 1
            guard try fill(), buffer[used] == 0x22 else { return true }
            // Two quotes stand for one.
            if field.count < limit { field.append(0x22) }
            used += 1
        }
        return false
    }

    /// The place of the next separator or line end in the buffer, or its end.
    private func plainEnd() -> Int {
        buffer.withUnsafeBufferPointer { bytes in
            var place = used
            while place < bytes.count {
                let byte = bytes[place]
                if byte == separator || byte == 0x0A || byte == 0x0D { return place }
                place += 1
            }
            return place
        }
    }

    /// Has the next byte in the buffer, unless the end is reached.
    private mutating func fill() throws(ArchiveError) -> Bool {
        guard used == buffer.count else { return true }
        bufferStart += Int64(buffer.count)
        used = 0
        buffer = []
        guard bufferStart < end else { return false }
        let count = Int(Swift.min(Int64(CSVScanner.bufferBytes), end - bufferStart))
        buffer = try file.read(at: bufferStart, count: count)
        guard !buffer.isEmpty else { throw .changedWhileReading(path: file.path) }
        return true
    }

    private static let bufferBytes = 256 << 10
}
