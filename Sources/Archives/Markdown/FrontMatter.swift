/// What a note says about itself in YAML between two lines of "---" at its beginning.
///
/// Only what such notes hold is understood: names with one value or a list of values. Everything
/// else is passed over, and so there is nothing that could refer to itself or expand.
struct FrontMatter {
    /// The values by their names in small letters.
    private var entries: [String: Value] = [:]

    /// A value as it is written, line by line, before it is known to be a list or none.
    private struct Value {
        var first: String
        var others: [Substring] = []
    }

    /// Cuts the front matter from a text whose lines end in LF.
    ///
    /// - Returns: The rest of the text, and no entries if there is no front matter.
    static func split(_ text: String) -> (matter: FrontMatter, body: Substring) {
        var matter = FrontMatter()
        guard text.hasPrefix("---") else { return (matter, text[...]) }
        var rest = text[...]
        var bytes = 0
        var isFirst = true
        var last: String?
        while !rest.isEmpty, bytes <= ArchiveLimits.frontMatterBytes {
            let line = rest.prefix { $0 != "\n" }
            bytes += line.utf8.count + 1
            rest = rest.dropFirst(line.count + 1)
            let plain = trimmed(line)
            if isFirst {
                guard plain == "---" else { return (matter, text[...]) }
                isFirst = false
            } else if plain == "---" || plain == "..." {
                return (matter, rest)
            } else {
                matter.take(line, after: &last)
            }
        }
        return (FrontMatter(), text[...])
    }

    /// The value with one of these names, the first that is there; a list joined with commas.
    func text(_ names: String...) -> String? {
        names.lazy.map { texts($0).joined(separator: ", ") }.first { !$0.isEmpty }
    }

    /// The values with a name; those of a text with commas one by one.
    func list(_ name: String) -> [String] {
        let values = texts(name)
        guard values.count == 1 else { return values }
        return values[0].split(separator: ",").map { FrontMatter.unquoted($0) }
    }

    // MARK: Lines

    private mutating func take(_ line: Substring, after last: inout String?) {
        let isIndented = line.first == " " || line.first == "\t" || line.first == "-"
        if isIndented {
            if let last { entries[last]?.others.append(line) }
            return
        }
        guard line.first != "#", let colon = line.firstIndex(of: ":") else { return }
        let after = line[line.index(after: colon)...]
        guard after.isEmpty || after.first == " " || after.first == "\t" else { return }
        let name = FrontMatter.unquoted(line[..<colon]).lowercased()
        // Of two entries of the same name the first counts.
        last = entries[name] == nil ? name : nil
        if last != nil { entries[name] = Value(first: FrontMatter.trimmed(after)) }
    }

    /// The values of an entry, in whichever of YAML's ways they are written.
    private func texts(_ name: String) -> [String] {
        guard let value = entries[name] else { return [] }
        let others = value.others.map { FrontMatter.trimmed($0) }
        let values: [String]
        if value.first.hasPrefix("[") {
            values = FrontMatter.items(([value.first] + others).joined(separator: " "))
        } else if value.first.isEmpty || value.first.hasPrefix("#") {
            values = others.filter { $0.hasPrefix("-") }.map {
                FrontMatter.unquoted($0.dropFirst())
            }
        } else if value.first.hasPrefix("|") || value.first.hasPrefix(">") {
            values = [others.joined(separator: " ")]
        } else {
            values = [FrontMatter.unquoted(([value.first] + others).joined(separator: " ")[...])]
        }
        return values.filter { !$0.isEmpty }
    }

    /// What stands between brackets, cut at the commas outside of quotes.
    private static func items(_ text: String) -> [String] {
        var items: [String] = [""]
        var quote: Character?
        for character in text.drop(while: { $0 == "[" }) {
            switch character {
            case "]" where quote == nil: return items.map { unquoted($0[...]) }
            case "," where quote == nil: items.append("")
            case "\"", "'":
                let isOpening = trimmed(items[items.count - 1][...]).isEmpty
                if quote == character {
                    quote = nil
                } else if quote == nil && isOpening {
                    quote = character
                }
                items[items.count - 1].append(character)
            default: items[items.count - 1].append(character)
            }
        }
        return items.map { unquoted($0[...]) }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    /// A value without its quotes, or without the comment after it.
    private static func unquoted(_ text: some StringProtocol) -> String {
        let plain = trimmed(Substring(text))
        guard let quote = plain.first, quote == "\"" || quote == "'" else {
            let words = plain.firstRange(of: " #").map { plain[..<$0.lowerBound] } ?? plain[...]
            return trimmed(words)
        }
        var rest = plain.dropFirst()
        var result = ""
        while let character = rest.popFirst() {
            if character == "\\" && quote == "\"" {
                if let escaped = rest.popFirst() { result.append(escaped) }
            } else if character == quote {
                // Within single quotes, two of them stand for one.
                guard quote == "'", rest.first == "'" else { break }
                result.append(rest.removeFirst())
            } else {
                result.append(character)
            }
        }
        return trimmed(result[...])
    }
}
