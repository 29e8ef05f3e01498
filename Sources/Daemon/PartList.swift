internal import Wire

/// Parts one after the other, each with its length before it.
enum PartList {
    static func bytes(_ parts: [Bytes]) -> Bytes {
        parts.flatMap { Bytes8(word: UInt64($0.count)).bytes + $0 }
    }

    static func read(_ bytes: some Collection<UInt8>) -> [Bytes]? {
        var parts: [Bytes] = []
        var rest = Bytes(bytes)[...]
        while !rest.isEmpty {
            guard let count = Bytes8(Bytes(rest.prefix(8)))?.word, count <= UInt64(rest.count - 8)
            else { return nil }
            rest = rest.dropFirst(8)
            parts.append(Bytes(rest.prefix(Int(count))))
            rest = rest.dropFirst(Int(count))
        }
        return parts
    }
}
