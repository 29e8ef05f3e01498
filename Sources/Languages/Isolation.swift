/// What keeps pieces of a text apart whose directions differ (Unicode Standard Annex 9).
enum Isolation {
    /// FIRST STRONG ISOLATE: what follows has the direction of its first letter.
    static let start: Unicode.Scalar = "\u{2068}"
    /// LEFT-TO-RIGHT ISOLATE.
    static let latinStart: Unicode.Scalar = "\u{2066}"
    /// POP DIRECTIONAL ISOLATE: the end of either.
    static let end: Unicode.Scalar = "\u{2069}"

    /// A text that stands by itself; what it opens is closed in it, and it closes nothing else.
    static func isolated(_ text: String) -> String {
        guard !text.isEmpty else { return text }
        var result = String.UnicodeScalarView([start])
        var depth = 0
        for scalar in text.unicodeScalars {
            if scalar == end, depth == 0 { continue }
            if (0x2066...0x2068).contains(scalar.value) { depth += 1 }
            if scalar == end { depth -= 1 }
            result.append(scalar)
        }
        for _ in 0...depth { result.append(end) }
        return String(result)
    }

    /// A text without the marks at its ends.
    static func bare(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, isMark(first) { scalars = scalars.dropFirst() }
        while let last = scalars.last, isMark(last) { scalars = scalars.dropLast() }
        return String(scalars)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x200F
    }

    /// A translation whose commands, such as `hearth show %1`, run from left to right as a whole.
    ///
    /// Without this a value at the end of a command would stand before it.
    static func keepingCommandsTogether(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: { isRightToLeft($0) }) else { return text }
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index] == "%" {
                result.append(contentsOf: scalars[index..<min(index + 2, scalars.count)])
                index += 2
            } else if beginsCommand(scalars, index) {
                let end = commandEnd(scalars, from: index)
                result.append(latinStart)
                result.append(contentsOf: scalars[index..<end])
                result.append(self.end)
                index = end
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }

    private static func beginsCommand(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        if isLatinLetter(scalars[index]) { return true }
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        return scalars[index] == "-" && (next == "-" || isLatinLetter(next))
    }

    /// The end of the last word, value or closing mark before letters of the other direction.
    private static func commandEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        let limit =
            scalars[start...].firstIndex { isRightToLeft($0) || $0 == "\n" } ?? scalars.count
        var end = start + 1
        var quotes = 0
        var brackets = 0
        for index in start..<limit {
            let scalar = scalars[index]
            switch scalar {
            case "\"":
                quotes += 1
                if quotes.isMultiple(of: 2) { end = index + 1 }
            case "(", "<", "[": brackets += 1
            case ")", ">", "]":
                brackets -= 1
                if brackets == 0 { end = index + 1 }
                if brackets < 0 { return end }
            case "…": end = index + 1
            default:
                if isLatinLetter(scalar) || ("0"..."9").contains(scalar) { end = index + 1 }
            }
        }
        return end
    }

    private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
        default: false
        }
    }
}
