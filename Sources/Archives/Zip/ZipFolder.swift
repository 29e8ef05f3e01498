internal import Languages

/// The files in a zip file that another program has packed (APPNOTE.TXT 6.3.10, PKWARE).
///
/// Nothing that the file claims is believed before it was checked against the file. Entries that
/// share bytes, by which few bytes could be unpacked to many, are refused.
struct ZipFolder: Sendable {
    private struct Entry: Sendable {
        let offset: Int64
        let packed: Int64
        let size: Int64
        let checksum: UInt32
        let method: UInt64
        let isEncrypted: Bool
    }

    private let file: ArchiveFile
    private var entries: [String: Entry] = [:]

    /// Reads the directory of a file.
    init(_ file: ArchiveFile) throws(ArchiveError) {
        self.file = file
        let end = try ZipEnd(file)
        guard end.size <= ArchiveLimits.directoryBytes else {
            throw .tooMany(path: file.path, limit: ArchiveLimits.files)
        }
        let bytes = try file.read(at: end.start, count: Int(end.size))
        var ranges: [(start: Int64, end: Int64)] = []
        var place = 0
        while place < bytes.count {
            guard let (name, entry, next) = ZipFolder.entry(bytes, at: place) else {
                throw .damaged(path: file.path, part: say("its directory"))
            }
            place = next
            let head = Int64(ZipFormat.localHeader)
            guard entry.packed <= end.start, entry.offset <= end.start - entry.packed - head else {
                throw .damaged(path: file.path, part: name)
            }
            ranges.append((entry.offset, entry.offset + head + entry.packed))
            // Folders have entries of their own, which end in "/".
            guard !name.hasSuffix("/") else { continue }
            guard entries.count < ArchiveLimits.files else {
                throw .tooMany(path: file.path, limit: ArchiveLimits.files)
            }
            guard entries.updateValue(entry, forKey: name) == nil else {
                throw .damaged(path: file.path, part: name)
            }
        }
        ranges.sort { $0.start < $1.start }
        for (one, other) in zip(ranges, ranges.dropFirst()) where one.end > other.start {
            throw .damaged(path: file.path, part: say("its directory"))
        }
    }

    var path: String { file.path }

    /// The names of the files, in no order.
    var names: some Collection<String> { entries.keys }

    /// The files in the order of their names.
    var files: [TreeFile] {
        entries.map { TreeFile(name: $0.key, size: $0.value.size) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// What is in a file.
    ///
    /// - Parameter limit: How many bytes it may have.
    func content(of name: String, limit: Int64) throws(ArchiveError) -> [UInt8] {
        let damaged = ArchiveError.damaged(path: path, part: name)
        // What DEFLATE can't make smaller becomes a few bytes larger.
        guard let entry = entries[name], !entry.isEncrypted, entry.size <= limit,
            entry.packed <= limit + limit / 1_000 + 1_000
        else { throw damaged }
        let head = try file.read(at: entry.offset, count: ZipFormat.localHeader)
        guard head.count == ZipFormat.localHeader, head.starts(with: ZipFormat.local) else {
            throw damaged
        }
        let names = ZipFormat.number(head, 26, 2) + ZipFormat.number(head, 28, 2)
        let start = entry.offset + Int64(ZipFormat.localHeader) + Int64(names)
        let packed = try file.read(at: start, count: Int(entry.packed))
        guard packed.count == Int(entry.packed) else { throw damaged }
        let content: [UInt8]
        switch entry.method {
        case 0: content = packed
        case 8:
            do {
                content = try Inflate.unpacked(packed, size: Int(entry.size))
            } catch {
                throw damaged
            }
        default: throw damaged
        }
        guard content.count == Int(entry.size), Checksum32.of(content) == entry.checksum else {
            throw damaged
        }
        return content
    }

    /// The entry of the directory at a place, and where the next one begins.
    private static func entry(
        _ bytes: [UInt8], at place: Int
    ) -> (name: String, entry: Entry, next: Int)? {
        guard place + ZipFormat.centralHeader <= bytes.count,
            bytes[place..<place + 4].elementsEqual(ZipFormat.central)
        else { return nil }
        let field = { (offset: Int, size: Int) in ZipFormat.number(bytes, place + offset, size) }
        let nameStart = place + ZipFormat.centralHeader
        let nameEnd = nameStart + Int(field(28, 2))
        let extraEnd = nameEnd + Int(field(30, 2))
        let next = extraEnd + Int(field(32, 2))
        guard next <= bytes.count else { return nil }
        // Values that don't fit stand in a field of their own, in this order.
        var wide = wideNumbers(bytes[nameEnd..<extraEnd])[...]
        func number(_ offset: Int) -> Int64? {
            let value = field(offset, 4)
            guard value == UInt64(UInt32.max), let large = wide.popFirst() else {
                return Int64(value)
            }
            return Int64(exactly: large)
        }
        guard let size = number(24), let packed = number(20), let offset = number(42) else {
            return nil
        }
        let entry = Entry(
            offset: offset, packed: packed, size: size, checksum: UInt32(field(16, 4)),
            method: field(10, 2), isEncrypted: field(8, 2) & 1 == 1)
        return (String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self), entry, next)
    }

    /// The numbers of the 64-bit extension among the extra fields of an entry.
    private static func wideNumbers(_ extra: ArraySlice<UInt8>) -> [UInt64] {
        let extra = Array(extra)
        var place = 0
        while place + 4 <= extra.count {
            let (kind, size) = (
                ZipFormat.number(extra, place, 2), ZipFormat.number(extra, place + 2, 2)
            )
            let end = place + 4 + Int(size)
            guard end <= extra.count else { return [] }
            if kind == 1 {
                return stride(from: place + 4, through: end - 8, by: 8).map {
                    ZipFormat.number(extra, $0, 8)
                }
            }
            place = end
        }
        return []
    }
}

/// The record at the end of a zip file that says where its directory is.
private struct ZipEnd {
    let start: Int64
    let size: Int64

    init(_ file: ArchiveFile) throws(ArchiveError) {
        let damaged = ArchiveError.damaged(path: file.path, part: say("its end"))
        // A comment of up to 64 KiB may follow the record.
        let count = Int(Swift.min(file.size, Int64(ZipFormat.endRecord + 65_535)))
        let tail = try file.read(at: file.size - Int64(count), count: count)
        guard tail.count == count, let place = ZipEnd.place(tail) else { throw damaged }
        var start = ZipFormat.number(tail, place + 16, 4)
        var size = ZipFormat.number(tail, place + 12, 4)
        let isWide =
            start == UInt64(UInt32.max) || size == UInt64(UInt32.max)
            || ZipFormat.number(tail, place + 10, 2) == 0xFFFF
        if isWide, place >= 20, tail[(place - 20)...].starts(with: [0x50, 0x4B, 0x06, 0x07]) {
            guard let offset = Int64(exactly: ZipFormat.number(tail, place - 12, 8)) else {
                throw damaged
            }
            guard offset <= file.size else { throw damaged }
            let record = try file.read(at: offset, count: 56)
            guard record.count == 56, record.starts(with: [0x50, 0x4B, 0x06, 0x06]) else {
                throw damaged
            }
            size = ZipFormat.number(record, 40, 8)
            start = ZipFormat.number(record, 48, 8)
        }
        guard let start = Int64(exactly: start), let size = Int64(exactly: size),
            size <= file.size, start <= file.size - size
        else { throw damaged }
        (self.start, self.size) = (start, size)
    }

    /// Where the record begins: the last place whose comment ends with the file.
    private static func place(_ tail: [UInt8]) -> Int? {
        var place = tail.count - ZipFormat.endRecord
        while place >= 0 {
            if tail[place] == 0x50, tail[place...].starts(with: ZipFormat.end),
                place + ZipFormat.endRecord + Int(ZipFormat.number(tail, place + 20, 2))
                    == tail.count
            {
                return place
            }
            place -= 1
        }
        return nil
    }
}
