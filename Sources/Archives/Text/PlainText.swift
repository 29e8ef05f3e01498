/// Text that comes from an archive, made fit to be a field of a record.
enum PlainText {
    /// The mark that stands where a body was cut.
    static func cutMark(_ count: Int) -> String { "\n\n[… cut on import: \(count) characters]" }

    /// A body: line ends made equal, control characters gone, no blank edges, never too long.
    static func body(_ text: String) -> (text: String, cut: Int) {
        var text = text
        let bytes = text.withUTF8 { tidied($0) }
        let whole = String(decoding: bytes, as: UTF8.self)
        // Nearly always the first character shows something.
        let shows = whole.unicodeScalars.contains(where: isVisible)
        return shows ? cut(whole, bytes) : ("", 0)
    }

    /// Whether a character shows anything; a text without such counts as blank.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x2060...0x2064, 0xAD, 0x034F, 0x061C, 0x180E: false
        default: !scalar.properties.isWhitespace
        }
    }

    /// The bytes of a body.
    ///
    /// They are gone through one by one, because bodies are most of what an archive holds.
    private static func tidied(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var lineFeeds = 0
        // Blanks before a line's end and at the edges go; those within a line stay.
        var blanks = 0..<0
        var index = 0
        var isAfterReturn = false
        while index < text.count {
            if isPlain(text[index]) {
                if lineFeeds > 0 || !blanks.isEmpty {
                    append(lineFeeds, text[blanks], to: &result)
                    lineFeeds = 0
                }
                let run = plainRun(text, from: index)
                result.append(contentsOf: text[index..<run.lowerBound])
                blanks = run
                index = run.upperBound
                isAfterReturn = false
                continue
            }
            let (value, width) = scalar(text, at: index)
            defer { index += width }
            switch value {
            case 0x0A where isAfterReturn: break
            case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
                lineFeeds += 1
                blanks = index..<index
            case 0x20, 0x09, 0xA0:
                if blanks.upperBound != index { blanks = index..<index }
                blanks = blanks.lowerBound..<(index + width)
            case _ where isAllowed(value):
                if lineFeeds > 0 || !blanks.isEmpty {
                    append(lineFeeds, text[blanks], to: &result)
                    lineFeeds = 0
                }
                if width == 1 {
                    result.append(text[index])
                } else {
                    result.append(contentsOf: text[index..<(index + width)])
                }
                blanks = (index + width)..<(index + width)
            default: break
            }
            isAfterReturn = value == 0x0D
        }
        return result
    }

    /// Whether a byte is a printable ASCII character other than a blank.
    private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

    /// The blanks at the end of the printable ASCII that begins at a place; empty if there are none.
    private static func plainRun(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Range<Int> {
        var end = start
        while end < text.count, text[end] &- 0x20 < 0x5F { end += 1 }
        var word = end
        while word > start, text[word - 1] == 0x20 { word -= 1 }
        return word..<end
    }

    /// Puts line feeds and the blanks after them before a word, unless they'd be the beginning.
    private static func append(
        _ lineFeeds: Int, _ blanks: Slice<UnsafeBufferPointer<UInt8>>, to result: inout [UInt8]
    ) {
        if !result.isEmpty {
            for _ in 0..<min(lineFeeds, 3) { result.append(0x0A) }
        }
        if !(result.isEmpty && lineFeeds == 0) { result.append(contentsOf: blanks) }
    }

    /// The character at a place of valid UTF-8, and how many bytes it takes.
    private static func scalar(
        _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (value: UInt32, width: Int) {
        let first = text[index]
        guard first >= 0x80 else { return (UInt32(first), 1) }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + width <= text.count else { return (0, text.count - index) }
        var value = UInt32(first) & (0x7F >> UInt32(width))
        for next in text[(index + 1)..<(index + width)] { value = value << 6 | UInt32(next & 0x3F) }
        return (value, width)
    }

    /// One line: every run of blanks is one blank; never too long.
    static func line(_ text: String, limit: Int) -> String {
        let plain = text.utf8.withContiguousStorageIfAvailable { plainWords($0, limit: limit) }
        if let words = plain ?? nil {
            guard words.count < text.utf8.count else { return text }
            let bytes = text.utf8.dropFirst(words.lowerBound).prefix(words.count)
            return String(decoding: bytes, as: UTF8.self)
        }
        return generalLine(text, limit: limit)
    }

    /// Where the words of a text stand if they are ASCII with one blank between them, as in nearly
    /// all texts, so that nothing but the edges must go; `nil` otherwise.
    private static func plainWords(_ text: UnsafeBufferPointer<UInt8>, limit: Int) -> Range<Int>? {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        var (start, end) = (0, text.count)
        while start < end, isBlank(text[start]) { start += 1 }
        while start < end, isBlank(text[end - 1]) { end -= 1 }
        guard end - start <= limit else { return nil }
        var isAfterBlank = false
        for byte in text[start..<end] {
            let isBlank = byte == 0x20
            guard isPlain(byte) || (isBlank && !isAfterBlank) else { return nil }
            isAfterBlank = isBlank
        }
        return start..<end
    }

    /// One line of any text, character by character.
    static func generalLine(_ text: String, limit: Int) -> String {
        var scalars = String.UnicodeScalarView()
        var isBlank = false
        var count = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value == 0 {
                isBlank = true
                continue
            }
            guard isAllowed(scalar.value) else { continue }
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
        return scalars.contains(where: isVisible) ? String(scalars) : ""
    }

    /// The text with CR LF as LF.
    ///
    /// Swift takes CR LF for one character, which no separator of lines would find.
    static func unixLines(_ text: String) -> String {
        let place = text.utf8.withContiguousStorageIfAvailable { Bytes.place(of: 0x0D, in: $0) }
        if place == .some(nil) { return text }
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
    static func isAllowed(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF: false
        case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: false
        default: scalar & 0xFFFE != 0xFFFE
        }
    }

    private static func cut(_ text: String, _ bytes: [UInt8]) -> (text: String, cut: Int) {
        // There are no more characters than bytes.
        if bytes.count <= ArchiveLimits.bodyCharacters { return (text, 0) }
        let starts = bytes.lazy.filter { $0 & 0xC0 != 0x80 }.count
        guard starts > ArchiveLimits.bodyCharacters || bytes.count > ArchiveLimits.bodyBytes else {
            return (text, 0)
        }
        var kept = String.UnicodeScalarView()
        var count = 0
        var width = 0
        for scalar in text.unicodeScalars {
            width += UTF8.width(scalar)
            // The mark's own length stays within both bounds.
            guard count < ArchiveLimits.bodyCharacters - 60,
                width <= ArchiveLimits.bodyBytes - 120
            else { break }
            kept.append(scalar)
            count += 1
        }
        return (String(kept) + cutMark(starts - count), starts - count)
    }
}
