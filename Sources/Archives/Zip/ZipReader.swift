internal import Foundation
internal import Languages

/// Reads a zip file as ``ZipWriter`` makes them: stored entries, found by the directory at the end.
///
/// Nothing that the file claims is believed before it was checked against the file.
public struct ZipReader {
    /// Why a file can't be read.
    public enum Failure: Error, Equatable, Sendable {
        /// The operating system refuses to open or read it.
        case unreadable(path: String)
        /// It is no zip file, or its end is missing.
        case notZip
        /// Its directory or an entry contradicts the file.
        case damaged(String)
        /// An entry is compressed or encrypted, which Hearth's own files never are.
        case foreign(String)
        /// There is no such entry.
        case missing(String)
    }

    /// [UInt8] of one entry that are read at once; Hearth's own are smaller.
    public static let mostBytes: UInt64 = 64 << 20

    private struct Entry {
        let offset: UInt64
        let size: UInt64
        let checksum: UInt32
    }

    private let file: FileHandle
    private let path: String
    private var entries: [String: Entry] = [:]
    /// The names of the entries, in the order of the directory.
    public private(set) var names: [String] = []

    /// Whether a file begins like a zip file.
    public static func isZip(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 4)).map { [UInt8]($0) == ZipFormat.local } ?? false
    }

    /// Opens a file and reads its directory.
    public init(path: String) throws(Failure) {
        guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(path: path) }
        self.file = file
        self.path = path
        guard let length = try? file.seekToEnd() else { throw .unreadable(path: path) }
        let directory = try readEnd(length)
        try readDirectory(directory.bytes, count: directory.count, before: directory.start)
    }

    /// What is in an entry.
    public func content(of name: String) throws(Failure) -> [UInt8] {
        let (entry, start) = try place(of: name)
        let content = try read(at: start, entry.size)
        guard Checksum32.of(content) == entry.checksum else { throw .damaged(name) }
        return content
    }

    /// Hands over what is in an entry piece by piece, however large it is.
    ///
    /// - Parameter body: Is given each piece; what it throws ends the reading.
    /// - Throws: ``Failure``, also after the last piece, if the checksum is another.
    public func read<Trouble: Error>(
        _ name: String, _ body: ([UInt8]) throws(Trouble) -> Void
    ) throws(Failure) -> Result<Void, Trouble> {
        let (entry, start) = try place(of: name)
        var checksum = Checksum32()
        var done: UInt64 = 0
        while done < entry.size {
            let piece = try read(at: start + done, min(entry.size - done, Self.pieceBytes))
            checksum.add(piece)
            do { try body(piece) } catch { return .failure(error) }
            done += UInt64(piece.count)
        }
        guard checksum.value == entry.checksum else { throw .damaged(name) }
        return .success(())
    }

    /// Bytes of a piece of a large entry.
    private static let pieceBytes: UInt64 = 1 << 20

    /// An entry, and where its content begins.
    private func place(of name: String) throws(Failure) -> (entry: Entry, start: UInt64) {
        guard let entry = entries[name] else { throw .missing(name) }
        let header = try read(at: entry.offset, UInt64(ZipFormat.localHeader))
        guard header.starts(with: ZipFormat.local) else { throw .damaged(name) }
        let nameLength = ZipFormat.number(header, 26, 2)
        let start = entry.offset + UInt64(ZipFormat.localHeader)
        guard ZipFormat.number(header, 28, 2) == 0, nameLength == UInt64(name.utf8.count),
            try read(at: start, nameLength) == [UInt8](name.utf8)
        else { throw .damaged(name) }
        return (entry, start + nameLength)
    }

    // MARK: The directory

    private func readEnd(
        _ length: UInt64
    ) throws(Failure) -> (bytes: [UInt8], count: Int, start: UInt64) {
        guard length >= UInt64(ZipFormat.endRecord) else { throw .notZip }
        // Hearth's own files have no comment, so the record is the end of the file.
        let place = length - UInt64(ZipFormat.endRecord)
        let record = try read(at: place, UInt64(ZipFormat.endRecord))
        guard record.starts(with: ZipFormat.end), ZipFormat.number(record, 20, 2) == 0 else {
            throw .notZip
        }
        let (size, start) = (ZipFormat.number(record, 12, 4), ZipFormat.number(record, 16, 4))
        guard ZipFormat.number(record, 4, 4) == 0, start + size == place else {
            throw .damaged(say("its directory"))
        }
        return (try read(at: start, size), Int(ZipFormat.number(record, 10, 2)), start)
    }

    private mutating func readDirectory(
        _ bytes: [UInt8], count: Int, before end: UInt64
    ) throws(Failure) {
        var place = 0
        var free: UInt64 = 0
        for _ in 0..<count {
            guard place + ZipFormat.centralHeader <= bytes.count,
                [UInt8](bytes[place..<place + 4]) == ZipFormat.central
            else { throw .damaged(say("its directory")) }
            let field = { (offset: Int, size: Int) in ZipFormat.number(bytes, place + offset, size)
            }
            let nameEnd = place + ZipFormat.centralHeader + Int(field(28, 2))
            guard nameEnd <= bytes.count, field(30, 2) == 0, field(32, 2) == 0 else {
                throw .damaged(say("its directory"))
            }
            let text = [UInt8](bytes[place + ZipFormat.centralHeader..<nameEnd])
            guard let name = String(validating: text, as: UTF8.self), ZipFormat.isSafe(name),
                entries[name] == nil
            else { throw .damaged(say("its directory")) }
            guard field(8, 2) == ZipFormat.namesAreUTF8, field(10, 2) == 0,
                field(20, 4) == field(24, 4)
            else { throw .foreign(name) }
            let entry = Entry(
                offset: field(42, 4), size: field(24, 4), checksum: UInt32(field(16, 4)))
            // One after the other, so that no byte is in two entries.
            let head = UInt64(ZipFormat.localHeader + text.count)
            guard entry.offset == free, entry.offset + head + entry.size <= end else {
                throw .damaged(name)
            }
            free = entry.offset + head + entry.size
            entries[name] = entry
            names.append(name)
            place = nameEnd
        }
        guard place == bytes.count, free == end else { throw .damaged(say("its directory")) }
    }

    private func read(at offset: UInt64, _ count: UInt64) throws(Failure) -> [UInt8] {
        guard count <= Self.mostBytes else { throw .damaged(say("an entry of \(count) bytes")) }
        do {
            try file.seek(toOffset: offset)
            let data = count == 0 ? Data() : try file.read(upToCount: Int(count)) ?? Data()
            guard data.count == Int(count) else { throw Failure.notZip }
            return [UInt8](data)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .unreadable(path: path)
        }
    }
}
