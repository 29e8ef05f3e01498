internal import Languages
internal import LocalProtocol
internal import TOMLKit
internal import Wire

/// A TOML file of sections whose keys are all known: `hearth.toml` and the machine's policy.
///
/// A key that is not known is an error, because a misspelt key would otherwise be a setting that
/// silently does not hold. Every complaint names the file and, where known, the line.
struct SettingsTable {
    /// Where the text is from.
    let path: String
    private let text: String
    private var values: [String: any TOMLValueConvertible] = [:]
    private let places: [String: Int]

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: TOML.
    ///   - path: Where it is from, for complaints.
    ///   - known: The keys that there may be, each as `section.key`.
    /// - Throws: ``DaemonError/configuration(path:line:reason:)``.
    init(text: String, path: String, known: [String]) throws(DaemonError) {
        self.path = path
        self.text = text
        places = SettingsTable.places(in: text)
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw .configuration(
                path: path, line: Int(error.source.begin.line), reason: error.description)
        } catch {
            throw .configuration(path: path, line: nil, reason: say("it is not TOML"))
        }
        let sections = SettingsTable.sections(of: known)
        for section in table.keys {
            guard sections.contains(section), let content = table[section]?.table else {
                throw unknown(section, of: sections)
            }
            for key in content.keys {
                let name = "\(section).\(key)"
                guard known.contains(name), let value = content[key] else {
                    throw unknown(name, of: known)
                }
                values[name] = value
            }
        }
    }

    // MARK: Values

    /// Where each key that is set stands.
    var lines: [String: Int] {
        [String: Int](
            uniqueKeysWithValues: values.keys.compactMap { key in places[key].map { (key, $0) } })
    }

    /// A whole number of a range; `nil` if the key is not set.
    func number(_ key: String, _ range: ClosedRange<Int>) throws(DaemonError) -> Int? {
        guard let value = values[key] else { return nil }
        guard let number = value.int, range.contains(number) else {
            throw wrong(
                key, say("is to be a number from \(range.lowerBound) to \(range.upperBound)"))
        }
        return number
    }

    /// True or false; `nil` if the key is not set.
    func flag(_ key: String) throws(DaemonError) -> Bool? {
        guard let value = values[key] else { return nil }
        guard let flag = value.bool else { throw wrong(key, say("is to be true or false")) }
        return flag
    }

    /// A list of texts; `nil` if the key is not set.
    func texts(_ key: String) throws(DaemonError) -> [String]? {
        guard let value = values[key] else { return nil }
        guard let array = value.array else { throw wrong(key, say("is to be a list of texts")) }
        var texts: [String] = []
        for element in array {
            guard let text = element.string else {
                throw wrong(key, say("is to be a list of texts"))
            }
            texts.append(text)
        }
        return texts
    }

    /// One of some words; `nil` if the key is not set.
    func word(_ key: String, of words: [String]) throws(DaemonError) -> String? {
        guard let value = values[key] else { return nil }
        guard let word = value.string, words.contains(word) else {
            throw wrong(key, say("is to be one of \(words.joined(separator: ", "))"))
        }
        return word
    }

    /// A number of bytes such as `"2 GiB"`; `nil` if the key is not set.
    func size(_ key: String) throws(DaemonError) -> Int64? {
        guard let value = values[key] else { return nil }
        guard let size = value.string.flatMap(ByteCount.init(text:)), size.bytes > 0 else {
            throw wrong(key, say("is to be a size such as \"500 MiB\" or \"2 GiB\""))
        }
        return size.bytes
    }

    /// A number of seconds such as `"15m"` or `"30d"`; `nil` if the key is not set.
    func duration(_ key: String) throws(DaemonError) -> Int64? {
        guard let value = values[key] else { return nil }
        guard let seconds = value.string.flatMap(DurationText.seconds(_:)), seconds > 0 else {
            throw wrong(key, say("is to be a duration such as \"15m\", \"8h\" or \"30d\""))
        }
        return seconds
    }

    // MARK: Complaints

    /// A complaint about the value of a key.
    func wrong(_ key: String, _ reason: String) -> DaemonError {
        .configuration(path: path, line: places[key], reason: "\(key) \(reason)")
    }

    private func unknown(_ key: String, of known: [String]) -> DaemonError {
        .configuration(
            path: path, line: places[key],
            reason: say("\(key) is not known; known are \(known.joined(separator: ", "))"))
    }

    private static func sections(of known: [String]) -> [String] {
        var sections: [String] = []
        for key in known {
            let section = String(key.prefix { $0 != "." })
            if !sections.contains(section) { sections.append(section) }
        }
        return sections
    }

    /// The line of every section and of every key in it.
    ///
    /// The parser does not say where a value stands, so the text is walked through once more; what
    /// this misses has no line in its complaint, and is refused all the same.
    private static func places(in text: String) -> [String: Int] {
        var places: [String: Int] = [:]
        var section = ""
        for (index, line) in text.split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let start = line.drop { $0 == " " || $0 == "\t" }
            if start.hasPrefix("[") {
                section = bare(start.dropFirst().prefix { $0 != "]" })
                places[section] = places[section] ?? index + 1
            } else if let end = start.firstIndex(of: "="), !start.hasPrefix("#") {
                let key = start[..<end].split(separator: ".").map(bare).joined(separator: ".")
                let name = section.isEmpty ? key : section + "." + key
                places[name] = places[name] ?? index + 1
                let first = String(name.prefix { $0 != "." })
                places[first] = places[first] ?? index + 1
            }
        }
        return places
    }

    /// A key without the space and the quotation marks around it.
    private static func bare(_ piece: Substring) -> String {
        String(piece.trimming { " \t\"'".contains($0) })
    }
}

/// A number of bytes, as people write it.
struct ByteCount: Equatable {
    let bytes: Int64

    private static let units: [(name: String, bytes: Int64)] = [
        ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1),
    ]

    init(_ bytes: Int64) { self.bytes = bytes }

    /// Reads `500 MiB`, with or without the space; `nil` for anything else.
    init?(text: String) {
        for unit in ByteCount.units where text.hasSuffix(unit.name) {
            let digits = text.dropLast(unit.name.count).trimming { $0 == " " }
            guard let number = Int64(digits), number >= 0 else { return nil }
            let (product, isTooLarge) = number.multipliedReportingOverflow(by: unit.bytes)
            guard !isTooLarge else { return nil }
            bytes = product
            return
        }
        return nil
    }

    /// The form that ``init(text:)`` reads, in the largest unit that leaves no rest.
    var text: String {
        let unit =
            ByteCount.units.first { bytes >= $0.bytes && bytes % $0.bytes == 0 } ?? ("B", 1)
        return "\(bytes / unit.bytes) \(unit.name)"
    }
}
