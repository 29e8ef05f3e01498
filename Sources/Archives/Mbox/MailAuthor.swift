/// Who wrote a message, as a name to show.
enum MailAuthor {
    /// The display name in a `From` field; `nil` if nothing in it can serve as a name.
    ///
    /// Understood are `Name <a@b>`, `a@b (Name)`, a bare address, and their forms in public
    /// archives, `a at b (Name)`. Of a bare address only the part before the host is kept: the
    /// archive's readers need a name, not a mailbox.
    static func name(_ field: String) -> String? {
        let plain = field.utf8.withContiguousStorageIfAvailable { plainName($0) }
        if let name = plain ?? nil { return name }
        return generalName(field)
    }

    /// The name in the two most common forms, `Name <a@b>` and `a at b (Name)`, if it consists of
    /// plain words; `nil` wherever the general way might say anything else.
    private static func plainName(_ field: UnsafeBufferPointer<UInt8>) -> String? {
        guard field.count <= 1_000 else { return nil }
        let field = field[...]
        if let bracket = field.firstIndex(of: UInt8(ascii: "<")) {
            // An accent after the bracket would make it another character.
            guard bracket + 1 == field.endIndex || field[bracket + 1] < 0x80 else { return nil }
            return plainWords(field[..<bracket])
        }
        guard field.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }),
            let open = field.firstIndex(of: UInt8(ascii: "(")),
            let close = field.lastIndex(of: UInt8(ascii: ")")), open < close
        else { return nil }
        return plainWords(field[(open + 1)..<close])
    }

    /// Words of letters, digits, full stops and hyphens, as one name; `nil` if there is more.
    private static func plainWords(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        var bytes = bytes.drop { $0 == 0x20 }
        while bytes.last == 0x20 { bytes = bytes.dropLast() }
        guard bytes.count <= ArchiveLimits.nameCharacters, bytes.contains(where: isNamePart) else {
            return nil
        }
        var isAfterBlank = false
        for byte in bytes {
            let isBlank = byte == 0x20
            guard isNamePart(byte) || byte == 0x2D || byte == 0x2E || (isBlank && !isAfterBlank)
            else { return nil }
            isAfterBlank = isBlank
        }
        let name = String(decoding: bytes, as: UTF8.self)
        // "name at host" is an address, and "name via list" is half a name.
        let hasLink = bytes.split(separator: 0x20).contains { word in
            let lower = word.prefix(4).map(Bytes.lower)
            return lower == Array("at".utf8) || lower == Array("via".utf8)
        }
        return hasLink ? nil : name
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        Bytes.isLetter(byte) || Bytes.isDigit(byte)
    }

    /// The name in any field, character by character.
    static func generalName(_ field: String) -> String? {
        let field = String(field.prefix(1_000))
        for candidate in [phrase, comment, mailbox] {
            guard let candidate = candidate(field) else { continue }
            let name = PlainText.line(clean(candidate), limit: ArchiveLimits.nameCharacters)
            if name.contains(where: { $0.isLetter || $0.isNumber }) { return name }
        }
        return nil
    }

    /// The words before "<".
    private static func phrase(_ field: String) -> String? {
        guard let bracket = field.firstIndex(of: "<") else { return nil }
        let words = field[..<bracket]
        guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let name = unquoted(String(words))
        // An address as its own name says no more than the address.
        return isAddress(name) ? mailbox(name) : name
    }

    /// The text in the last pair of parentheses that is not empty.
    private static func comment(_ field: String) -> String? {
        guard let open = field.firstIndex(of: "("),
            let close = field.lastIndex(of: ")"), open < close
        else { return nil }
        let name = unquoted(String(field[field.index(after: open)..<close]))
        guard name.lowercased() != "at", name.contains(where: { $0.isLetter || $0.isNumber })
        else { return nil }
        return isAddress(name) ? mailbox(name) : name
    }

    /// The part of an address before the host.
    private static func mailbox(_ field: String) -> String? {
        var text = field[...]
        if let open = text.firstIndex(of: "<") { text = text[text.index(after: open)...] }
        text = text.prefix { $0 != ">" && $0 != "," && $0 != ";" }
        for mark in [" at ", " (at) ", "(at)", "@", " AT ", "[at]"] {
            if let range = text.firstRange(of: mark) {
                text = text[..<range.lowerBound]
                break
            }
        }
        let name = unquoted(String(text))
        return name.isEmpty ? nil : name
    }

    private static func isAddress(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return (words.count == 1 && name.contains("@"))
            || (words.count == 3 && words[1].lowercased() == "at" && words[2].contains("."))
    }

    /// Without quotes, backslashes and blanks around it.
    private static func unquoted(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if character == "\\" && !isEscaped {
                isEscaped = true
                continue
            }
            if character != "\"" || isEscaped { result.append(character) }
            isEscaped = false
        }
        return PlainText.line(result, limit: 1_000)
    }

    /// Without what lists put around a name to send on its owner's behalf.
    private static func clean(_ name: String) -> String {
        var name = name
        if let via = name.ranges(of: " via ").last, via.lowerBound > name.startIndex {
            name = String(name[..<via.lowerBound])
        }
        if name.count > 2, name.first == "'", name.last == "'" {
            name = String(name.dropFirst().dropLast())
        }
        return name
    }
}
