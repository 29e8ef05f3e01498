/// An entry of a `.po` file, while it is read and after.
struct CatalogueEntry {
    /// What a line of an entry may begin with.
    static let keywords: Set<String> = Set(
        ["msgctxt", "msgid", "msgid_plural", "msgstr"] + (0..<6).map { "msgstr[\($0)]" })

    /// The line on which it begins, counted from 1.
    var line = 0
    /// True when somebody has to look at the translation.
    var isFuzzy = false
    /// Tells apart entries with the same English text.
    private(set) var context: String?
    /// The English text.
    private(set) var text: String?
    /// The English text about more than one.
    private(set) var plural: String?
    /// The translation; in a phrase with a plural each of its forms.
    private(set) var translations: [String] = []

    /// What the entry is found by.
    var key: Catalogue.Key { Catalogue.Key(context: context, text: text ?? "") }

    /// True before anything was read.
    var isEmpty: Bool { context == nil && text == nil }

    /// Takes a keyword with its text; false if it can't stand here.
    mutating func add(_ keyword: String, _ value: String) -> Bool {
        switch keyword {
        case "msgctxt" where context == nil && text == nil: context = value
        case "msgid" where text == nil: text = value
        case "msgid_plural" where text != nil && plural == nil && translations.isEmpty:
            plural = value
        case "msgstr" where text != nil && plural == nil && translations.isEmpty:
            translations = [value]
        case "msgstr[\(translations.count)]" where plural != nil: translations.append(value)
        default: return false
        }
        return true
    }

    /// Takes the next line of a text that has several; false if none has begun.
    mutating func goOn(_ more: String) -> Bool {
        if let last = translations.indices.last {
            translations[last] += more
        } else if plural != nil {
            plural? += more
        } else if text != nil {
            text? += more
        } else if context != nil {
            context? += more
        } else {
            return false
        }
        return true
    }

    /// The translations, taken apart; none when there is something left to do.
    func templates(forms: Int, isRightToLeft: Bool) throws(CatalogueError) -> [Template] {
        let expected = plural == nil ? 1 : forms
        guard translations.count == expected else {
            throw CatalogueError(
                line: line, reason: .forms(found: translations.count, expected: expected))
        }
        guard !isFuzzy, translations.allSatisfy({ !$0.isEmpty }) else { return [] }
        let wrong = CatalogueError(line: line, reason: .placeholders(key: text ?? ""))
        guard let english = Template(plural ?? text ?? "") else { throw wrong }
        var templates: [Template] = []
        for translation in translations {
            // A form for one or two things may say the number in words, or not at all.
            let read =
                isRightToLeft ? Template(rightToLeft: translation) : Template(translation)
            guard let template = read, template.values == english.values,
                !template.hasCount || plural != nil
            else { throw wrong }
            templates.append(template)
        }
        return templates
    }
}
