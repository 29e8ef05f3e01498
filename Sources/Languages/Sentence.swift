/// A phrase that is said later, in the language of whoever reads it then.
///
/// What happens in a node is told to all who watch, each in their own language; and a table that is
/// made once is read by many. `Sentence("\(name) was let in.")` holds the phrase and the values, and
/// ``said`` makes words of them in the language of the current task. The catalogue gathers the
/// literals as it does those of ``say(_:context:)``.
public struct Sentence: Sendable, Hashable {
    private let phrase: Phrase
    private let plural: Plural?
    private let context: String?

    private struct Plural: Sendable, Hashable {
        let count: Int
        let other: Phrase
    }

    /// Keeps a phrase.
    public init(_ phrase: Phrase, context: String? = nil) {
        self.phrase = phrase
        plural = nil
        self.context = context
    }

    /// Keeps a phrase about so many things.
    public init(_ count: Int, one: Phrase, other: Phrase, context: String? = nil) {
        phrase = one
        plural = Plural(count: count, other: other)
        self.context = context
    }

    /// Keeps a name, a path or somebody's words, which are the same in every language.
    public init(verbatim text: String) {
        self.init("\(text)")
    }

    /// The sentence in the language of the current task.
    public var said: String { said(in: .current) }

    /// The sentence in a language.
    public func said(in language: Language) -> String {
        guard let plural else { return language.text(of: phrase, context: context) }
        return language.text(of: plural.count, one: phrase, other: plural.other, context: context)
    }
}
