/// Names that arrive in English from elsewhere, such as kinds of records, with what they are called
/// in other languages.
public struct Vocabulary: Sendable {
    private let context: String
    private let names: [String: Phrase]

    /// Lists the names; all of them stand in catalogues with the context.
    public init(context: String, _ names: Phrase...) {
        self.context = context
        self.names = Dictionary(names.map { ($0.key, $0) }) { first, _ in first }
    }

    /// The word for a name in which underscores stand for blanks; one that isn't listed stays.
    public func word(for name: String) -> String {
        let text = name.replacing("_", with: " ")
        return names[text].map { Language.current.text(of: $0, context: context) } ?? text
    }
}
