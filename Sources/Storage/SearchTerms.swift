/// What a person typed into a search box, as a query for the index.
///
/// Nothing of the typed text reaches SQLite as syntax: every word is prepared like the indexed
/// text, stripped of quotation marks and put into quotation marks of our own.
struct SearchTerms {
    /// One word or phrase.
    struct Term: Equatable {
        /// The prepared words, separated by spaces.
        var words: String
        /// Whether longer words that begin so match too.
        var isPrefix: Bool
        /// Whether it must not occur.
        var isExcluded: Bool
    }

    /// Terms of one query; more are left out.
    static let most = 24
    /// Characters of a query that are looked at.
    static let longest = 1_000

    /// The terms in the order of typing.
    private(set) var terms: [Term] = []

    init(_ text: String) {
        var rest = Substring(String(text.unicodeScalars.prefix(Self.longest)))
        while terms.count < Self.most {
            rest = rest.drop(while: \.isWhitespace)
            guard let first = rest.first else { return }
            let isExcluded = first == "-"
            if isExcluded { rest = rest.dropFirst() }
            add(Self.take(from: &rest), isExcluded: isExcluded)
        }
    }

    /// Takes a quoted phrase, or a word up to the next white space.
    private static func take(from rest: inout Substring) -> Substring {
        if rest.first == "\"" {
            let inner = rest.dropFirst()
            let end = inner.firstIndex(of: "\"") ?? inner.endIndex
            rest = end < inner.endIndex ? inner[inner.index(after: end)...] : inner[end...]
            return inner[..<end]
        }
        let end = rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private mutating func add(_ typed: Substring, isExcluded: Bool) {
        let isPrefix = typed.last == "*"
        let words = SearchText.prepared(String(typed)).unicodeScalars
            .split { !$0.isSearchable }.map { String($0) }.joined(separator: " ")
        guard !words.isEmpty else { return }
        terms.append(Term(words: words, isPrefix: isPrefix, isExcluded: isExcluded))
    }

    /// The query in the language of FTS5; `nil` if no term says what to look for.
    var query: String? {
        let wanted = terms.filter { !$0.isExcluded }
        guard !wanted.isEmpty else { return nil }
        let all = wanted.map(Self.quoted).joined(separator: " AND ")
        let excluded = terms.filter(\.isExcluded).map(Self.quoted)
        return excluded.isEmpty ? all : "(\(all)) NOT (\(excluded.joined(separator: " OR ")))"
    }

    private static func quoted(_ term: Term) -> String {
        "\"\(term.words)\"\(term.isPrefix ? " *" : "")"
    }
}

extension Unicode.Scalar {
    /// Whether the index takes the character for a part of a word.
    fileprivate var isSearchable: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse, .nonspacingMark,
            .spacingMark:
            true
        default: false
        }
    }
}
