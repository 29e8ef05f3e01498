internal import Wire

/// Prepares text for the search index, and the words of a query likewise.
///
/// SQLite's tokenizer splits at spaces and punctuation. Scripts that write none are cut into single
/// characters here, so that a query of two characters finds them as a phrase; vowel points and
/// other optional marks of Hebrew and Arabic are left out, because hardly anybody types them.
enum SearchText {
    /// Appends the prepared form of a text.
    static func append(_ text: String, to output: inout Bytes) {
        var text = text
        let isASCII = text.withUTF8 { buffer -> Bool in
            guard buffer.allSatisfy({ $0 < 0x80 }) else { return false }
            output.append(contentsOf: buffer)
            return true
        }
        guard !isASCII else { return }
        var isOpen = false
        for scalar in text.unicodeScalars {
            append(scalar.value, to: &output, isOpen: &isOpen)
        }
    }

    /// The prepared form of a text.
    static func prepared(_ text: String) -> String {
        var bytes = Bytes()
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameter isOpen: Whether the last character is one that stands alone, and marks may
    ///   still follow.
    private static func append(_ scalar: UInt32, to output: inout Bytes, isOpen: inout Bool) {
        if scalar < 0x300 {
            if isOpen {
                output.append(0x20)
                isOpen = false
            }
            encode(scalar, to: &output)
            return
        }
        let folded = folded(scalar)
        guard folded != 0 else { return }
        if isMark(folded) {
            encode(folded, to: &output)
        } else if standsAlone(folded) {
            output.append(0x20)
            encode(folded, to: &output)
            isOpen = true
        } else {
            if isOpen { output.append(0x20) }
            isOpen = false
            encode(folded, to: &output)
        }
    }

    /// The form under which a character is found; 0 for one that is left out.
    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        // Hebrew points and accents, but not the hyphen and the other punctuation among them.
        case 0x0591...0x05BD, 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7: 0
        // Arabic signs, vowels and the stretching stroke.
        case 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC,
            0x06DF...0x06E4, 0x06E7, 0x06E8, 0x06EA...0x06ED:
            0
        // Forms of alef, yeh, teh marbuta and kaf that are typed one for the other.
        case 0x0622, 0x0623, 0x0625, 0x0671: 0x0627
        case 0x0649, 0x06CC: 0x064A
        case 0x0629: 0x0647
        case 0x06A9: 0x0643
        // Joiners and direction marks are invisible.
        case 0x200B...0x200F, 0x2060, 0xFEFF: 0
        // Full-width Latin letters and digits.
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        case 0x3000: 0x20
        default: scalar
        }
    }

    /// Whether a character of a script without spaces makes a word of its own.
    private static func standsAlone(_ scalar: UInt32) -> Bool {
        switch scalar {
        // Thai, Lao, Myanmar, Khmer.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
        // Hangul letters, kana, bopomofo, Han of the basic planes, syllables.
        case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029,
            0x3031...0x3035, 0x3040...0x30FF, 0x3100...0x318F, 0x31A0...0x31FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
            0xFF66...0xFFDC, 0x1B000...0x1B16F, 0x20000...0x323AF:
            true
        default: false
        }
    }

    /// Whether a character of those scripts belongs to the one before it.
    private static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x0EB1, 0x0EB4...0x0EBC,
            0x0EC8...0x0ECE, 0x102B...0x103E, 0x1056...0x1059, 0x105E...0x1060,
            0x1062...0x1064, 0x1067...0x106D, 0x1071...0x1074, 0x1082...0x108D, 0x108F,
            0x109A...0x109D, 0x17B4...0x17D3, 0x17DD, 0x3099, 0x309A:
            true
        default: false
        }
    }

    private static func encode(_ scalar: UInt32, to output: inout Bytes) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            output.append(unit)
        }
    }
}
