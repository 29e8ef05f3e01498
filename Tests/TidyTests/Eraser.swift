/// Puts blanks in the place of comments and of what stands in literals; line ends stay.
struct Eraser {
    private var bytes: [UInt8]
    private var index = 0

    init(_ text: [UInt8]) { bytes = text }

    /// The text without comments and literals.
    mutating func erased() -> [UInt8] {
        while index < bytes.count {
            // Most bytes begin nothing; they are passed over before anything is compared.
            switch bytes[index] {
            case 0x2F where starts("//"): blankLine()
            case 0x2F where starts("/*"): comment()
            case 0x22, 0x23:
                if let hashes = literalStart() {
                    literal(hashes: hashes)
                } else {
                    index += 1
                }
            default: index += 1
            }
        }
        return bytes
    }

    private func starts(_ text: String, at offset: Int = 0) -> Bool {
        bytes[min(index + offset, bytes.count)...].starts(with: text.utf8)
    }

    private mutating func blankLine() {
        while index < bytes.count, bytes[index] != 0x0A { blankOne() }
    }

    private mutating func blankOne() {
        guard index < bytes.count else { return }
        if bytes[index] != 0x0A { bytes[index] = 0x20 }
        index += 1
    }

    private mutating func comment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blankOne()
            } else if starts("*/") {
                depth -= 1
                blankOne()
            }
            blankOne()
        } while depth > 0 && index < bytes.count
    }

    /// How many "#" stand before a literal that begins here; `nil` if none begins.
    private func literalStart() -> Int? {
        let hashes = bytes[index...].prefix { $0 == 0x23 }.count
        return starts("\"", at: hashes) ? hashes : nil
    }

    private mutating func literal(hashes: Int) {
        index += hashes
        let isLong = starts("\"\"\"")
        let quote = String(repeating: "\"", count: isLong ? 3 : 1)
        let end = quote + String(repeating: "#", count: hashes)
        let escape = "\\" + String(repeating: "#", count: hashes)
        index += quote.utf8.count
        while index < bytes.count {
            let isPlain = bytes[index] != 0x22 && bytes[index] != 0x5C && bytes[index] != 0x0A
            if isPlain {
                blankOne()
                continue
            }
            if starts(end) { break }
            if !isLong && bytes[index] == 0x0A { return }
            if starts(escape + "(") {
                interpolation(escape.utf8.count)
            } else if starts(escape) {
                for _ in 0...escape.utf8.count { blankOne() }
            } else {
                blankOne()
            }
        }
        index = min(index + end.utf8.count, bytes.count)
    }

    /// Blanks an interpolation; literals within it may hold parentheses of their own.
    private mutating func interpolation(_ count: Int) {
        for _ in 0..<count { blankOne() }
        var depth = 0
        repeat {
            if let hashes = literalStart() {
                let start = index
                literal(hashes: hashes)
                for place in start..<index where bytes[place] != 0x0A { bytes[place] = 0x20 }
                continue
            }
            if starts("(") { depth += 1 }
            if starts(")") { depth -= 1 }
            blankOne()
        } while depth > 0 && index < bytes.count
    }
}
