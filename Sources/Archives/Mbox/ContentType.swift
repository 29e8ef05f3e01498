/// A `Content-Type` or `Content-Disposition` field: a value and its parameters (RFC 2045, 2231).
struct ContentType: Equatable, Sendable {
    /// The value in lower case, as `text/plain`; empty if the field is absent.
    var value: String
    private var parameters: [String: String] = [:]

    /// Reads the bytes of a field.
    init(_ raw: ArraySlice<UInt8>) {
        value = ""
        if raw.isEmpty { return }
        // 8-bit file names and encoded words in parameters are common, though no standard has them.
        let text = EncodedWords.decode(raw.prefix(4_000))
        var pieces = ContentType.pieces(text)[...]
        value = (pieces.popFirst() ?? "").lowercased().filter { !$0.isWhitespace }
        var continued: [String: [Int: String]] = [:]
        for piece in pieces {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            var name = PlainText.line(String(piece[..<equals]), limit: 80).lowercased()
            var content = PlainText.line(String(piece[piece.index(after: equals)...]), limit: 1_000)
            if content.first == "\"" {
                let inner = content.dropFirst().prefix { $0 != "\"" }
                content = String(inner.filter { $0 != "\\" })
            }
            let isEncoded = name.hasSuffix("*")
            if isEncoded { name.removeLast() }
            if let star = name.lastIndex(of: "*"),
                let number = Int(name[name.index(after: star)...])
            {
                continued[String(name[..<star]), default: [:]][number] = content
                continue
            }
            parameters[name] = isEncoded ? ContentType.percentDecoded(content) : content
        }
        for (name, parts) in continued where parameters[name] == nil {
            let joined = parts.sorted { $0.key < $1.key }.map(\.value).joined()
            parameters[name] = ContentType.percentDecoded(joined)
        }
    }

    /// The value of a parameter; `nil` if absent or empty.
    subscript(_ name: String) -> String? {
        parameters[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The text cut at semicolons outside quotes.
    private static func pieces(_ text: String) -> [String] {
        var pieces = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == ";" && !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    /// `charset'language'%41…` as text.
    private static func percentDecoded(_ text: String) -> String {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        let (charset, content) = parts.count == 3 ? (String(parts[0]), parts[2]) : ("", text[...])
        var bytes: [UInt8] = []
        var rest = Array(content.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == 0x25, digits.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return Charset.decode(bytes, label: charset.isEmpty ? nil : charset)
    }
}
