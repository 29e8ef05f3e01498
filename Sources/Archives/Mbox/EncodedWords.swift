/// Text of a message's head in which other alphabets are written as `=?charset?Q?…?=` (RFC 2047).
enum EncodedWords {
    /// The text with its encoded words decoded.
    ///
    /// Adjacent words of one charset are decoded together, because many programs cut a character
    /// in two; what looks like an encoded word but is broken stays as it is.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        isPlain(bytes) ? String(decoding: bytes, as: UTF8.self) : generalText(Array(bytes))
    }

    /// Whether bytes are ASCII that holds no encoded word and no escape to another alphabet.
    private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var last: UInt8 = 0
            return bytes.allSatisfy { byte in
                defer { last = byte }
                return byte < 0x80 && byte != 0x1B && !(byte == 0x3F && last == 0x3D)
            }
        }
    }

    /// The text of any bytes.
    static func generalText(_ bytes: [UInt8]) -> String {
        var text = ""
        var plain: [UInt8] = []
        var pending: (charset: String, bytes: [UInt8])?
        var index = 0

        func flushPending() {
            if let word = pending { text += Charset.decode(word.bytes, label: word.charset) }
            pending = nil
        }
        func flushPlain() {
            if !plain.isEmpty { text += Charset.decode(plain, label: nil) }
            plain.removeAll()
        }
        while index < bytes.count {
            guard bytes[index] == 0x3D, let word = Word(bytes[index...]) else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            index = word.end
            let isAdjacent = pending != nil && plain.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if isAdjacent { plain.removeAll() }
            if isAdjacent, pending?.charset.lowercased() == word.charset.lowercased() {
                pending?.bytes += word.bytes
            } else {
                flushPending()
                flushPlain()
                pending = (word.charset, word.bytes)
            }
            if index < bytes.count, !isWordStart(bytes[index...]) { flushPending() }
        }
        flushPending()
        flushPlain()
        return text
    }

    /// Whether only blanks stand before another encoded word.
    private static func isWordStart(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: [0x3D, 0x3F])
    }

    /// One encoded word.
    private struct Word {
        var charset: String
        var bytes: [UInt8]
        /// Where the text goes on.
        var end: Int

        /// Reads the word that begins a slice; `nil` if there is none or it is broken.
        init?(_ slice: ArraySlice<UInt8>) {
            // The standard allows 75 bytes; real programs write whole lines.
            let slice = slice.prefix(2_000)
            guard slice.starts(with: [0x3D, 0x3F]),
                let charsetEnd = slice.dropFirst(2).firstIndex(of: 0x3F),
                charsetEnd + 2 < slice.endIndex, slice[charsetEnd + 2] == 0x3F
            else { return nil }
            // RFC 2231 appends "*language" to the charset.
            let name = slice[(slice.startIndex + 2)..<charsetEnd].prefix { $0 != 0x2A }
            let start = charsetEnd + 3
            guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
                let close = Word.close(slice[start...])
            else { return nil }
            charset = String(decoding: name, as: UTF8.self)
            end = close + 2
            switch slice[charsetEnd + 1] {
            case UInt8(ascii: "Q"), UInt8(ascii: "q"):
                bytes = TransferEncoding.quotedPrintable(slice[start..<close], isHead: true)
            case UInt8(ascii: "B"), UInt8(ascii: "b"):
                bytes = TransferEncoding.base64(slice[start..<close])
            default: return nil
            }
        }

        private static func close(_ slice: ArraySlice<UInt8>) -> Int? {
            var index = slice.startIndex
            while index + 1 < slice.endIndex {
                if slice[index] == 0x3F && slice[index + 1] == 0x3D { return index }
                index += 1
            }
            return nil
        }
    }
}
