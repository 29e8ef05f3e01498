/// The phrases of a language, by their English text.
public struct Catalogue: Sendable {
    /// What an entry is found by.
    struct Key: Hashable, Sendable {
        let context: String?
        let text: String
    }

    /// A catalogue without entries: English, which stands in the sources.
    static let none = Catalogue(language: "en", rule: .english, entries: [:])

    /// The name of the language.
    public let language: String
    private let rule: PluralRule
    private let entries: [Key: [Template]]

    private init(language: String, rule: PluralRule, entries: [Key: [Template]]) {
        self.language = language
        self.rule = rule
        self.entries = entries
    }

    /// Reads a catalogue in the format of gettext, a `.po` file.
    ///
    /// What isn't translated, or marked as fuzzy, is left out.
    public init(_ text: String) throws(CatalogueError) {
        var reader = CatalogueReader(text)
        guard let head = try reader.next(), head.key == Key(context: nil, text: ""),
            head.plural == nil, let lines = head.translations.first
        else { throw CatalogueError(line: 1, reason: .noHead) }
        let fields = CatalogueHead(lines)
        guard fields.value(of: "Content-Type")?.hasSuffix("charset=UTF-8") == true else {
            throw CatalogueError(line: head.line, reason: .head(name: "charset=UTF-8"))
        }
        guard let language = fields.value(of: "Language"), !language.isEmpty else {
            throw CatalogueError(line: head.line, reason: .head(name: "Language"))
        }
        guard let rule = fields.value(of: "Plural-Forms").flatMap({ PluralRule($0) }) else {
            throw CatalogueError(line: head.line, reason: .head(name: "Plural-Forms"))
        }
        var entries: [Key: [Template]] = [:]
        while let entry = try reader.next() {
            guard entries[entry.key] == nil, !entry.key.text.isEmpty else {
                throw CatalogueError(line: entry.line, reason: .repeated(key: entry.key.text))
            }
            entries[entry.key] = try entry.templates(
                forms: rule.forms, isRightToLeft: Language.isRightToLeft(language))
        }
        self.init(language: language, rule: rule, entries: entries.filter { !$0.value.isEmpty })
    }

    /// How many phrases are translated.
    public var count: Int { entries.count }

    /// The translation of a phrase; nil if there is none.
    func translation(of text: String, _ context: String?) -> Template? {
        entries[Key(context: context, text: text)]?.first
    }

    /// The form of a phrase for so many things; nil if there is none.
    func translation(of text: String, _ context: String?, count: Int) -> Template? {
        guard let forms = entries[Key(context: context, text: text)] else { return nil }
        let form = rule.form(count)
        return form < forms.count ? forms[form] : nil
    }
}

/// The first entry of a catalogue: lines such as `Language: he`.
struct CatalogueHead {
    private let lines: [Substring]

    /// Takes the lines of the entry apart.
    init(_ text: String) {
        lines = text.split(separator: "\n")
    }

    /// What stands behind a name and its colon.
    func value(of name: String) -> String? {
        lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
    }
}
