/// How long files and functions are, and what things are called.
enum Shape {
    static let fileLines = 400
    static let functionLines = 50

    /// Words that say nothing about what a thing is.
    static let emptyWords: Set<String> = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Base",
        "Impl", "Info",
    ]

    /// What is wrong with a file's length.
    static func lengthComplaints(_ file: SourceFile) -> [Complaint] {
        let count = file.textLines.count - (file.text.last == 0x0A ? 1 : 0)
        guard count > fileLines, !file.isData else { return [] }
        return [
            Complaint(
                path: file.path, line: fileLines + 1,
                text:
                    "\(count) lines of \(fileLines); move a type or a facet (`Type+Facet.swift`) out"
            )
        ]
    }

    /// The functions of a file that are too long.
    static func functionComplaints(_ file: SourceFile) -> [Complaint] {
        guard !file.isData else { return [] }
        let lines = file.codeLines
        var found: [Complaint] = []
        for start in lines.indices where isFunctionStart(lines[start]) {
            guard let end = functionEnd(lines, from: start) else { continue }
            let count = end - start + 1
            guard count > functionLines else { continue }
            found.append(
                Complaint(
                    path: file.path, line: start + 1,
                    text: "a function of \(count) lines; name its stages and keep each below "
                        + "\(functionLines + 1)"))
        }
        return found
    }

    private static func isFunctionStart(_ line: String) -> Bool {
        let words = line.split { $0 == " " || $0 == "\t" }
        for word in words {
            if word == "func" || word == "deinit" { return true }
            if word.hasPrefix("init(") || word.hasPrefix("init?(") || word.hasPrefix("init<") {
                return word == words.first || !line.contains("=")
            }
            guard modifiers.contains(word) || word.hasPrefix("@") else { return false }
        }
        return false
    }

    private static let modifiers: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private", "static", "class", "mutating",
        "nonmutating", "consuming", "borrowing", "convenience", "override", "final", "required",
        "nonisolated", "isolated", "indirect", "prefix", "postfix", "infix",
    ]

    /// The line with the brace that closes a function; `nil` for a declaration without a body.
    private static func functionEnd(_ lines: [String], from start: Int) -> Int? {
        var braces = 0
        var brackets = 0
        var hasBody = false
        for index in start..<lines.count {
            for byte in lines[index].utf8 {
                switch byte {
                case 0x28, 0x5B: brackets += 1
                case 0x29, 0x5D: brackets -= 1
                case 0x7B:
                    braces += 1
                    hasBody = true
                case 0x7D: braces -= 1
                default: break
                }
                if hasBody && braces == 0 && brackets == 0 { return index }
                if !hasBody && braces < 0 { return nil }
            }
            // A requirement of a protocol ends where its line does.
            let next = index + 1 < lines.count ? lines[index + 1] : ""
            let goesOn = next.contains("{") || next.contains("->") || next.contains("where")
            if !hasBody && brackets == 0 && !goesOn { return nil }
        }
        return nil
    }

    /// The types and the file itself whose names hold an empty word.
    static func nameComplaints(_ file: SourceFile) -> [Complaint] {
        var found: [Complaint] = []
        func check(_ name: String, line: Int) {
            for word in Shape.words(name) where emptyWords.contains(word) {
                let text = "`\(name)`: \"\(word)\" says nothing; name what it is or does"
                found.append(Complaint(path: file.path, line: line, text: text))
            }
        }
        check(file.name, line: 1)
        for (number, line) in file.codeLines.enumerated() {
            if let name = declaredType(line) { check(name, line: number + 1) }
        }
        return found
    }

    private static func declaredType(_ line: String) -> String? {
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        let kinds: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
        guard let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count,
            words[kind + 1].first?.isUppercase == true
        else { return nil }
        return String(words[kind + 1])
    }

    /// The words of a name in camel case: "SyncHelper" has "Sync" and "Helper".
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        for character in name {
            if character.isUppercase || words.isEmpty || character == "+" {
                words.append(String(character))
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words
    }
}
