/// What validation wants to know of a text, gathered in one pass.
///
/// Characters are Unicode scalars: how many visible characters they make depends on the version of
/// Unicode, and replicas must agree for ever.
struct TextSurvey {
    /// Bytes in UTF-8.
    private(set) var bytes = 0
    /// Unicode scalars.
    private(set) var scalars = 0
    /// Whether there is nothing but white space.
    private(set) var isBlank = true
    /// The first scalar that may not occur.
    private(set) var forbidden: UInt32?

    init(_ text: String, manyLines: Bool) {
        var text = text
        let isASCII = text.withUTF8 { survey(ascii: $0, manyLines: manyLines) }
        if !isASCII { survey(text.unicodeScalars, manyLines: manyLines) }
    }

    /// Covers most texts quickly; gives up at the first byte that is not ASCII.
    private mutating func survey(
        ascii text: UnsafeBufferPointer<UInt8>, manyLines: Bool
    ) -> Bool {
        bytes = text.count
        scalars = text.count
        for byte in text {
            guard byte < 0x80 else { return false }
            if byte > 0x20 {
                isBlank = false
                if byte == 0x7F, forbidden == nil { forbidden = 0x7F }
            } else if byte != 0x20, forbidden == nil,
                !(manyLines && (byte == 0x0A || byte == 0x09))
            {
                forbidden = UInt32(byte)
            }
        }
        return true
    }

    private mutating func survey(_ text: String.UnicodeScalarView, manyLines: Bool) {
        scalars = 0
        isBlank = true
        forbidden = nil
        for scalar in text {
            scalars += 1
            if !Self.isBlank(scalar.value) { isBlank = false }
            if forbidden == nil, Self.isForbidden(scalar.value, manyLines: manyLines) {
                forbidden = scalar.value
            }
        }
    }

    private static func isBlank(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F,
            0x205F, 0x2060, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// Whether a scalar may not stand in a text.
    ///
    /// Control characters garble terminals; embeddings, overrides and isolates can make a text
    /// read otherwise than it is stored. Joiners and the two plain direction marks stay, because
    /// Persian, Arabic, Hebrew and emoji need them.
    static func isForbidden(_ scalar: UInt32, manyLines: Bool) -> Bool {
        switch scalar {
        case 0x09, 0x0A: !manyLines
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x2028, 0x2029: !manyLines
        case 0x202A...0x202E, 0x2066...0x206F: true
        case 0xFFF9...0xFFFB, 0xE0001, 0xE0020...0xE007F: true
        default: false
        }
    }
}
