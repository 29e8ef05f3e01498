/// What programs wrap around or put into plain text: signatures, encrypted blocks, encoded files.
enum InlineParts {
    /// The text without them; files and encrypted blocks leave a line that says so.
    static func cleaned(_ text: String) -> String {
        guard mayHoldAny(text) else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var result: [Substring] = []
        var index = 0
        var isSigned = false
        while index < lines.count {
            let line = lines[index]
            index += 1
            if line.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----") {
                isSigned = true
                // The hash's name follows, up to a blank line.
                while index < lines.count, lines[index].contains(": ") { index += 1 }
            } else if line.hasPrefix("-----BEGIN PGP SIGNATURE-----") {
                index = end(of: "-----END PGP SIGNATURE-----", lines, index) ?? index
                isSigned = false
            } else if line.hasPrefix("-----BEGIN PGP MESSAGE-----"),
                let end = end(of: "-----END PGP MESSAGE-----", lines, index)
            {
                index = end
                result.append("[encrypted text]")
            } else if let (name, end) = encodedFile(lines, index - 1) {
                index = end
                result.append("[attachment: \(name)]"[...])
            } else if line.hasPrefix("-------------- next part --------------") {
                let (note, end) = scrubbed(lines, index)
                index = end
                if let note { result.append(note) }
            } else {
                // A signed text has its hyphens escaped.
                result.append(isSigned && line.hasPrefix("- -") ? line.dropFirst(2) : line)
            }
        }
        return result.joined(separator: "\n")
    }

    private static let hyphens = Array("-----".utf8)
    private static let begin = Array("begin ".utf8)

    /// Whether a line begins like one of the blocks do; most texts have none.
    private static func mayHoldAny(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var start = 0
            while start < bytes.count {
                let line = UnsafeBufferPointer(rebasing: bytes[start...])
                if line.starts(with: hyphens) || line.starts(with: begin) { return true }
                guard let end = Bytes.place(of: 0x0A, in: line) else { return false }
                start += end + 1
            }
            return false
        } ?? true
    }

    private static func end(of mark: String, _ lines: [Substring], _ start: Int) -> Int? {
        lines[start...].firstIndex { $0.hasPrefix(mark) }.map { $0 + 1 }
    }

    /// A file in uuencode: `begin 644 name`, lines of a fixed shape, `end`.
    private static func encodedFile(_ lines: [Substring], _ start: Int) -> (String, Int)? {
        guard lines[start].hasPrefix("begin ") else { return nil }
        let words = lines[start].split(separator: " ", maxSplits: 2)
        guard words.count == 3, words[0] == "begin", words[1].count == 3 || words[1].count == 4,
            words[1].allSatisfy({ ("0"..."7").contains($0) })
        else { return nil }
        var index = start + 1
        while index < lines.count, isEncoded(lines[index]) { index += 1 }
        while index < lines.count, ["", "`", " "].contains(lines[index]) { index += 1 }
        guard index > start + 1, index < lines.count, lines[index] == "end" else { return nil }
        return (PlainText.line(String(words[2]), limit: 120), index + 1)
    }

    /// Whether a line of uuencode has the length that its first character tells.
    private static func isEncoded(_ line: Substring) -> Bool {
        guard let first = line.utf8.first, (0x21...0x4D).contains(first) else { return false }
        let expected = (Int(first - 0x20) + 2) / 3 * 4
        let count = line.utf8.count - 1
        // Blanks at the end may be lost; some encoders add a check character.
        return count <= expected + 1 && count >= expected - 3
            && line.utf8.allSatisfy { (0x20...0x60).contains($0) }
    }

    /// What a list's archive says in place of a part that it took out.
    ///
    /// A copy as HTML is not worth a word; other files keep their name.
    private static func scrubbed(_ lines: [Substring], _ start: Int) -> (Substring?, Int) {
        var facts: [Substring: Substring] = [:]
        var index = start
        guard index < lines.count,
            lines[index].contains("attachment was scrubbed") || lines[index].hasPrefix("A non-text")
                || lines[index].contains("message was scrubbed")
        else { return (nil, start) }
        let isHTML = lines[index].hasPrefix("An HTML attachment")
        index += 1
        while index < lines.count, index < start + 12, !lines[index].isEmpty,
            !lines[index].hasPrefix("-----")
        {
            let parts = lines[index].split(separator: ":", maxSplits: 1)
            if parts.count == 2 { facts[parts[0]] = parts[1].drop { $0 == " " } }
            index += 1
        }
        if isHTML { return (nil, index) }
        let name = PlainText.line(String(facts["Name"] ?? "without a name"), limit: 120)
        let type = facts["Type"].map { " (\(PlainText.line(String($0), limit: 80)))" } ?? ""
        return ("[attachment: \(name)\(type)]"[...], index)
    }
}
