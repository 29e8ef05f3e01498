/// Makes a zip file, an entry at a time (APPNOTE.TXT 6.3.10, PKWARE).
///
/// Entries are stored, not compressed, with names in UTF-8. A value without input or output: each
/// call returns the bytes that come next in the file.
public struct ZipWriter: Sendable {
    /// Why a file can't hold more.
    public enum Failure: Error, Equatable, Sendable {
        /// The format without its 64-bit extension ends at 65,535 entries and 4 GiB.
        case full(entries: Int, bytes: UInt64)
        /// An entry's name is empty, too long, or of another folder.
        case name(String)
    }

    private struct Entry {
        let name: [UInt8]
        let checksum: UInt32
        let size: UInt32
        let offset: UInt32
    }

    private var entries: [Entry] = []
    private var offset: UInt64 = 0

    /// Begins a file.
    public init() {}

    /// The bytes of one more entry.
    ///
    /// - Parameters:
    ///   - name: Its path, with `/` between folders.
    ///   - content: What is in it.
    public mutating func add(_ name: String, _ content: [UInt8]) throws(Failure) -> [UInt8] {
        var checksum = Checksum32()
        checksum.add(content)
        return try begin(name, bytes: UInt64(content.count), checksum) + content
    }

    /// The bytes that come before the content of one more entry, which the caller writes itself:
    /// as many as it says here, and those of the checksum.
    ///
    /// - Parameters:
    ///   - name: Its path, with `/` between folders.
    ///   - count: How many bytes there are in it.
    ///   - checksum: Of all of them.
    public mutating func begin(
        _ name: String, bytes count: UInt64, _ checksum: Checksum32
    ) throws(Failure) -> [UInt8] {
        guard ZipFormat.isSafe(name) else { throw .name(name) }
        let bytes = [UInt8](name.utf8)
        let end = offset + UInt64(ZipFormat.localHeader + bytes.count) + count
        guard entries.count < ZipFormat.mostEntries, end < UInt64(UInt32.max),
            let size = UInt32(exactly: count), let start = UInt32(exactly: offset)
        else { throw .full(entries: entries.count, bytes: end) }
        let entry = Entry(
            name: bytes, checksum: checksum.value, size: size, offset: start)
        entries.append(entry)
        offset = end
        return ZipFormat.local + Self.fields(of: entry) + Self.lengths(of: entry) + entry.name
    }

    /// Whether an entry of so many bytes still fits, with some more for what ends the file.
    ///
    /// - Parameter reserve: Bytes that other entries and the directory will take.
    public func hasRoom(for count: UInt64, reserve: UInt64) -> Bool {
        entries.count < ZipFormat.mostEntries - 16
            && offset + count + reserve < UInt64(UInt32.max)
    }

    /// The bytes after the last entry.
    public mutating func finish() throws(Failure) -> [UInt8] {
        var directory = [UInt8]()
        for entry in entries {
            directory += ZipFormat.central + ZipFormat.little(ZipFormat.madeBy, 2)
            directory += Self.fields(of: entry) + Self.lengths(of: entry)
            // Comment, disk, attributes inside, attributes outside: a plain file of its owner.
            directory += ZipFormat.little(0, 2) + ZipFormat.little(0, 2) + ZipFormat.little(0, 2)
            directory += ZipFormat.little(UInt64(0o100600) << 16, 4)
            directory += ZipFormat.little(UInt64(entry.offset), 4) + entry.name
        }
        guard offset + UInt64(directory.count) < UInt64(UInt32.max) else {
            throw .full(entries: entries.count, bytes: offset + UInt64(directory.count))
        }
        let count = ZipFormat.little(UInt64(entries.count), 2)
        return directory + ZipFormat.end + ZipFormat.little(0, 4) + count + count
            + ZipFormat.little(UInt64(directory.count), 4) + ZipFormat.little(offset, 4)
            + ZipFormat.little(0, 2)
    }

    /// Version, flags, method, date, checksum and sizes, which both headers share.
    private static func fields(of entry: Entry) -> [UInt8] {
        ZipFormat.little(ZipFormat.version, 2) + ZipFormat.little(ZipFormat.namesAreUTF8, 2)
            + ZipFormat.little(0, 2) + ZipFormat.little(ZipFormat.firstDay << 16, 4)
            + ZipFormat.little(UInt64(entry.checksum), 4) + ZipFormat.little(UInt64(entry.size), 4)
            + ZipFormat.little(UInt64(entry.size), 4)
    }

    /// The lengths of the name and of the extra field.
    private static func lengths(of entry: Entry) -> [UInt8] {
        ZipFormat.little(UInt64(entry.name.count), 2) + ZipFormat.little(0, 2)
    }
}

/// Numbers of the format.
enum ZipFormat {
    static let local = [UInt8]([0x50, 0x4B, 0x03, 0x04])
    static let central = [UInt8]([0x50, 0x4B, 0x01, 0x02])
    static let end = [UInt8]([0x50, 0x4B, 0x05, 0x06])
    static let localHeader = 30
    static let centralHeader = 46
    static let endRecord = 22
    static let mostEntries = 65_535
    static let version: UInt64 = 20
    /// Unix, version 2.0 of the format.
    static let madeBy: UInt64 = 3 << 8 | 20
    static let namesAreUTF8: UInt64 = 1 << 11
    /// 1 January 1980: two files of the same content are the same.
    static let firstDay: UInt64 = 1 << 5 | 1

    static func little(_ number: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    }

    /// The number of so many bytes at a place.
    static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    }

    /// Whether a name stays in the folder into which the file is unpacked.
    static func isSafe(_ name: String) -> Bool {
        guard (1...255).contains(name.utf8.count), !name.contains("\\"), !name.utf8.contains(0)
        else { return false }
        return name.split(separator: "/", omittingEmptySubsequences: false)
            .allSatisfy { !["", ".", ".."].contains($0) }
    }
}

/// The checksum of zip files: CRC-32 with the reflected polynomial 0xEDB88320 (ITU-T V.42).
///
/// Bytes are added as they come, so that nothing large has to lie in memory.
public struct Checksum32: Equatable, Sendable {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
        }
    }

    private var register = UInt32.max

    /// The checksum of nothing.
    public init() {}

    /// Adds the bytes that follow.
    public mutating func add(_ bytes: [UInt8]) {
        var register = register
        Self.table.withUnsafeBufferPointer { table in
            for byte in bytes {
                register = register >> 8 ^ table[Int(UInt8(truncatingIfNeeded: register) ^ byte)]
            }
        }
        self.register = register
    }

    /// The checksum of all that was added.
    public var value: UInt32 { ~register }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        var checksum = Checksum32()
        checksum.add(bytes)
        return checksum.value
    }
}
