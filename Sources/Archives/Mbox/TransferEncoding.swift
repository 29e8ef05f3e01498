/// The encodings that carry 8-bit content through 7-bit mail (RFC 2045, section 6).
enum TransferEncoding {
    /// The content of a part, by the value of its `Content-Transfer-Encoding`.
    static func decode(_ bytes: ArraySlice<UInt8>, named name: String) -> [UInt8] {
        let lower = name.lowercased()
        if lower.contains("quoted-printable") { return quotedPrintable(bytes, isHead: false) }
        if lower.contains("base64") { return base64(bytes) }
        return Array(bytes)
    }

    /// Quoted-printable content; escapes that are none stay as they are.
    ///
    /// - Parameter isHead: Whether "_" means a blank, as in encoded words.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isHead: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if isHead && byte == 0x5F {
                result.append(0x20)
            } else if byte == 0x0A {
                // Blanks at the end of a line were added on the way.
                while let last = result.last, last == 0x20 || last == 0x09 { result.removeLast() }
                result.append(byte)
            } else if byte != 0x3D {
                result.append(byte)
            } else if let end = softBreak(bytes[index...]) {
                index = end
            } else if index + 1 < bytes.endIndex, let high = digit(bytes[index]),
                let low = digit(bytes[index + 1])
            {
                result.append(high << 4 | low)
                index += 2
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// The end of a soft line break: blanks, then a line's end or the end of all.
    private static func softBreak(_ rest: ArraySlice<UInt8>) -> Int? {
        var index = rest.startIndex
        while index < rest.endIndex, rest[index] == 0x20 || rest[index] == 0x09 { index += 1 }
        if index < rest.endIndex, rest[index] == 0x0D { index += 1 }
        if index == rest.endIndex { return index }
        return rest[index] == 0x0A ? index + 1 : nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// Base64 content; what is not of its alphabet is passed over, "=" begins a new group, and
    /// a line that can't be base64 (a list's footer) ends it.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 4 * 3)
        var bits: UInt32 = 0
        var held = 0
        for line in bytes.split(separator: 0x0A) {
            if isProse(line) { break }
            for byte in line {
                if byte == 0x3D {
                    (bits, held) = (0, 0)
                    continue
                }
                guard let value = sextet(byte) else { continue }
                bits = bits << 6 | UInt32(value)
                held += 6
                if held >= 8 {
                    held -= 8
                    result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
                }
            }
        }
        return result
    }

    /// Whether a line is text that somebody put after base64: several words, or a rule of signs.
    private static func isProse(_ line: ArraySlice<UInt8>) -> Bool {
        if line.count > 8, line.allSatisfy({ $0 == 0x5F || $0 == 0x2D || $0 == 0x0D }) {
            return true
        }
        let words = line.split { $0 == 0x20 || $0 == 0x0D }
        return words.count >= 3
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x47
        case 0x30...0x39: byte + 4
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
