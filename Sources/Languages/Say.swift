/// A phrase in the language of the person who reads it.
///
/// The argument is always a literal, or literals with `+` between them: `Tools/phrases` reads the
/// sources and gathers them. Without a translation the English words of the source are said.
///
/// - Parameters:
///   - phrase: The English sentence.
///   - context: Tells apart what is one word in English and two in another language.
public func say(_ phrase: Phrase, context: String? = nil) -> String {
    Language.current.text(of: phrase, context: context)
}

/// A phrase about so many things.
///
/// - Parameters:
///   - count: How many.
///   - one: The English sentence about one: `"1 question waits"`.
///   - other: That about more, or none: `"\(.count) questions wait"`. It holds the same values as
///     the other, in the same order.
///   - context: Tells apart what is one word in English and two in another language.
public func say(_ count: Int, one: Phrase, other: Phrase, context: String? = nil) -> String {
    Language.current.text(of: count, one: one, other: other, context: context)
}
