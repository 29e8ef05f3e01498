public import Wire

// How lists lie in fields of the type `list`: items of fixed size, one after the other.

extension LogLength {
    static let byteCount = LogID.byteCount + 8

    /// Reads a list of lengths, sorted; what does not fit is left out.
    public static func list(_ bytes: Bytes) -> [LogLength] {
        bytes.items(of: byteCount).compactMap { item in
            guard let log = LogID(item.prefix(LogID.byteCount)),
                let length = Bytes8(item.suffix(8))
            else { return nil }
            return LogLength(log: log, length: length.word)
        }.sorted()
    }

    /// Packs a list of lengths.
    public static func pack(_ lengths: [LogLength]) -> Bytes {
        var bytes = Bytes()
        bytes.reserveCapacity(lengths.count * byteCount)
        for item in lengths.sorted() {
            item.log.append(to: &bytes)
            Bytes8(word: item.length).append(to: &bytes)
        }
        return bytes
    }
}

extension FixedBytes {
    /// Reads a list of values, each once, sorted.
    public static func list(_ bytes: Bytes) -> [Self] {
        Set(bytes.items(of: byteCount).compactMap { Self($0) }).sorted()
    }

    /// Packs a list of values, each once, sorted.
    public static func pack(_ values: some Sequence<Self>) -> Bytes {
        var bytes = Bytes()
        for value in Set(values).sorted() { value.append(to: &bytes) }
        return bytes
    }
}

extension Bytes {
    fileprivate func items(of size: Int) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: count - count % size, by: size).map { self[$0..<($0 + size)] }
    }
}
