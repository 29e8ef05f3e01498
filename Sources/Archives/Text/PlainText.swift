/// Text that comes from an archive, made fit to be a field of a record.
enum PlainText {
    /// The mark that stands where a body was cut.
    static func cutMark(_ count: Int) -> String { "\n\n[… cut on import: \(count) characters]" }

    /// A body: line ends made equal, control characters gone, no blank edges, never too long.
    static func body(_ text: String) -> (text: String, cut: Int) {
        var scalars = String.UnicodeScalarView()
        scalars.reserveCapacity(text.unicodeScalars.count)
        var blankLines = 0
        var pending = String.UnicodeScalarView()
        for scalar in normalised(text) {
            switch scalar {
            case "\n":
                blankLines += 1
                pending.removeAll()
            case " ", "\t", "\u{A0}":
                pending.append(scalar)
            default:
                // Blanks before a line's end and at the edges go; those within a line stay.
                if !scalars.isEmpty {
                    for _ in 0..<min(blankLines, 3) { scalars.append("\n") }
                }
                if !(scalars.isEmpty && blankLines == 0) { scalars.append(contentsOf: pending) }
                pending.removeAll()
                blankLines = 0
                scalars.append(scalar)
            }
        }
        return cut(scalars)
    }

    /// One line: every run of blanks is one blank; never too long.
    static func line(_ text: String, limit: Int) -> String {
        var scalars = String.UnicodeScalarView()
        var isBlank = false
        var count = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value == 0 {
                isBlank = true
                continue
            }
            guard isAllowed(scalar) else { continue }
            if isBlank && !scalars.isEmpty {
                scalars.append(" ")
                count += 1
            }
            isBlank = false
            guard count < limit else {
                scalars.append("…")
                break
            }
            scalars.append(scalar)
            count += 1
        }
        return String(scalars)
    }

    /// The text with CR LF as LF.
    ///
    /// Swift takes CR LF for one character, which no separator of lines would find.
    static func unixLines(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == 0x0A && bytes.last == 0x0D { bytes.removeLast() }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first words of a text, as a title for a message that has none.
    static func firstWords(_ text: String) -> String {
        let lines = text.split(separator: "\n").map { line(String($0), limit: 80) }
        let told = lines.first { !$0.isEmpty && !$0.hasPrefix(">") && !$0.hasSuffix("wrote:") }
        return told ?? lines.first { !$0.isEmpty } ?? ""
    }

    /// Whether a character may stand in a text: no controls, nothing that reorders what a reader
    /// sees, no byte order marks, no noncharacters.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        case 0xFDD0...0xFDEF, 0xE0000...0xE007F: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }

    /// The characters of a text with every line end as a line feed, forbidden ones left out.
    private static func normalised(_ text: String) -> String.UnicodeScalarView {
        var result = String.UnicodeScalarView()
        var follows: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { follows = scalar }
            switch scalar {
            case "\n" where follows == "\r": continue
            case "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0C}", "\u{0B}": result.append("\n")
            default: if isAllowed(scalar) { result.append(scalar) }
            }
        }
        return result
    }

    private static func cut(_ scalars: String.UnicodeScalarView) -> (text: String, cut: Int) {
        let text = String(scalars)
        let count = scalars.count
        guard count > ArchiveLimits.bodyCharacters || text.utf8.count > ArchiveLimits.bodyBytes
        else { return (text, 0) }
        var kept = String.UnicodeScalarView()
        var bytes = 0
        var number = 0
        for scalar in scalars {
            bytes += UTF8.width(scalar)
            // The mark's own length stays within both bounds.
            guard number < ArchiveLimits.bodyCharacters - 60,
                bytes <= ArchiveLimits.bodyBytes - 120
            else { break }
            kept.append(scalar)
            number += 1
        }
        return (String(kept) + cutMark(count - number), count - number)
    }
}
