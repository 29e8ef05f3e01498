/// A language that people read: its name, its direction, and its words for ours.
public struct Language: Sendable {
    /// The language of the current task.
    ///
    /// A command takes it from its arguments and the environment; the daemon takes that of the
    /// person who asks.
    @TaskLocal public static var current = Language.english

    /// The language of the sources.
    public static let english = Language(Catalogue.none)

    /// The name by BCP 47: `en`, `he`.
    public let name: String
    /// True when lines run from right to left.
    public let isRightToLeft: Bool
    private let catalogue: Catalogue

    /// The language of a catalogue.
    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        name = catalogue.language
        isRightToLeft = Self.isRightToLeft(catalogue.language)
    }

    /// A phrase in this language.
    public func text(of phrase: Phrase, context: String? = nil) -> String {
        let translation = catalogue.translation(of: phrase.key, context)
        return filled(translation, phrase, count: "")
    }

    /// A phrase about so many things in this language.
    public func text(of count: Int, one: Phrase, other: Phrase, context: String? = nil) -> String {
        let form = catalogue.translation(of: one.key, context, count: count)
        return filled(form, count == 1 ? one : other, count: number(count))
    }

    /// Puts values into a translation, or into the English words if there is none.
    private func filled(_ translation: Template?, _ phrase: Phrase, count: String) -> String {
        guard let translation else {
            return phrase.pieces.map { text(of: $0, count: count) }.joined()
        }
        let values = phrase.values
        return translation.parts.map { part in
            switch part {
            case .words(let words): words
            case .count: count
            // The reader lets no translation pass that names a value that isn't there.
            case .value(let index): index < values.count ? text(of: values[index], count: "") : ""
            }
        }.joined()
    }

    private func text(of piece: Phrase.Piece, count: String) -> String {
        switch piece {
        case .words(let words): words
        case .value(let value): isolated(value)
        case .number(let number): number
        case .sentence(let sentence): isolated(sentence.said(in: self))
        case .count: count
        }
    }

    /// A text of unknown direction as it may stand among words of this language without moving
    /// them: between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9).
    public func isolated(_ text: String) -> String {
        isRightToLeft ? Isolation.isolated(text) : text
    }

    /// Names or other things in a row.
    public func list(_ items: [String]) -> String {
        let separator = say(", ", context: "in a list")
        return lineStart + items.map { isolated($0) }.joined(separator: separator)
    }

    /// Names or other things of which one holds.
    public func choice(_ items: [String]) -> String {
        items.dropFirst().reduce(items.first ?? "") { earlier, item in
            say("\(earlier) or \(item)", context: "one of several")
        }
    }

    /// A phrase of this room.
    func say(_ phrase: Phrase, context: String) -> String {
        text(of: phrase, context: context)
    }

    /// What a line of columns begins with, so that they follow each other in the direction of the
    /// language whatever stands in them.
    public var lineStart: String { isRightToLeft ? "\u{200F}" : "" }

    /// Whether the lines of a language run from right to left.
    static func isRightToLeft(_ name: String) -> Bool {
        ["ar", "ckb", "fa", "he", "ps", "ur", "yi"].contains(LanguageChoice.name(in: name))
    }
}
