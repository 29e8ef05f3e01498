/// The tags and texts of an HTML document, in order, however broken it is.
///
/// It never fails and never looks back: what is no tag is text.
struct HTMLTokens: Sequence, IteratorProtocol {
    enum Token: Equatable {
        case text(String)
        case open(name: String, attributes: ArraySlice<UInt8>)
        case close(name: String)
    }

    private let bytes: [UInt8]
    private var index = 0
    /// The element whose content is not HTML; everything up to its end tag is one text.
    private var raw: String?

    init(_ html: String) { bytes = Array(html.utf8) }

    mutating func next() -> Token? {
        while index < bytes.count {
            if let name = raw {
                raw = nil
                return .text(String(decoding: takeRaw(name), as: UTF8.self))
            }
            if bytes[index] == UInt8(ascii: "<") {
                if skipDeclaration() { continue }
                if let tag = takeTag() { return tag }
            }
            return .text(takeText())
        }
        return nil
    }

    /// Passes over a comment, a document type or a processing instruction.
    private mutating func skipDeclaration() -> Bool {
        let rest = bytes[index...]
        if rest.starts(with: Array("<!--".utf8)) {
            let end = find(Array("-->".utf8), from: index + 4)
            index = end.map { $0 + 3 } ?? bytes.count
            return true
        }
        guard rest.starts(with: Array("<!".utf8)) || rest.starts(with: Array("<?".utf8)) else {
            return false
        }
        index = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        return true
    }

    private mutating func takeTag() -> Token? {
        var start = index + 1
        let isClose = start < bytes.count && bytes[start] == UInt8(ascii: "/")
        if isClose { start += 1 }
        guard start < bytes.count, HTMLTokens.isLetter(bytes[start]), let end = tagEnd(from: start)
        else { return nil }
        let nameEnd =
            bytes[start..<end].firstIndex { !HTMLTokens.isLetter($0) && !(0x30...0x3A ~= $0) }
            ?? end
        let name = String(decoding: bytes[start..<nameEnd], as: UTF8.self).lowercased()
        index = Swift.min(end + 1, bytes.count)
        if isClose { return .close(name: name) }
        if name == "script" || name == "style" { raw = name }
        return .open(name: name, attributes: bytes[nameEnd..<end])
    }

    /// The ">" that ends a tag, outside quotes; the nearest ">" if a quote is never closed.
    private func tagEnd(from start: Int) -> Int? {
        var quote: UInt8?
        let window = bytes[start..<Swift.min(bytes.count, start + 8_192)]
        for position in window.indices {
            let byte = bytes[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return position
            } else if byte == 0x22 || byte == 0x27, bytes[position - 1] == UInt8(ascii: "=") {
                quote = byte
            }
        }
        return window.firstIndex(of: UInt8(ascii: ">"))
    }

    private mutating func takeText() -> String {
        let start = index
        let next = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        index = next
        return Entities.decoded(String(decoding: bytes[start..<next], as: UTF8.self))
    }

    private mutating func takeRaw(_ name: String) -> ArraySlice<UInt8> {
        let start = index
        var position = index
        while let found = find(Array("</".utf8), from: position) {
            let candidate = bytes[(found + 2)...].prefix(name.utf8.count)
            if String(decoding: candidate, as: UTF8.self).lowercased() == name {
                index = found
                return bytes[start..<found]
            }
            position = found + 2
        }
        index = bytes.count
        return bytes[start...]
    }

    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard
            var position = pattern.first.flatMap({ first in
                start < bytes.count ? bytes[start...].firstIndex(of: first) : nil
            })
        else { return nil }
        while position + pattern.count <= bytes.count {
            if bytes[position...].starts(with: pattern) { return position }
            guard let next = bytes[(position + 1)...].firstIndex(of: pattern[0]) else { return nil }
            position = next
        }
        return nil
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// The value of an attribute in the rest of a tag, with its entities decoded.
    static func attribute(_ wanted: String, in attributes: ArraySlice<UInt8>) -> String? {
        var rest = attributes
        while let start = rest.firstIndex(where: isLetter) {
            rest = rest[start...]
            let nameEnd = rest.firstIndex { !(isLetter($0) || $0 == 0x2D) } ?? rest.endIndex
            let name = String(decoding: rest[..<nameEnd], as: UTF8.self).lowercased()
            rest = rest[nameEnd...].drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop { $0 <= 0x20 }
            let value: ArraySlice<UInt8>
            if let quote = rest.first, quote == 0x22 || quote == 0x27 {
                value = rest.dropFirst().prefix { $0 != quote }
                rest = rest[value.endIndex...].dropFirst()
            } else {
                value = rest.prefix { $0 > 0x20 }
                rest = rest[value.endIndex...]
            }
            if name == wanted { return Entities.decoded(String(decoding: value, as: UTF8.self)) }
        }
        return nil
    }
}
