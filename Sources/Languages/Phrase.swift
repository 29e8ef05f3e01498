/// A sentence as it stands in the source, in English: words, and the places of what is put in.
///
/// A literal is all that it takes: `say("Erased: \(code)")`. The catalogue has it under the key
/// `Erased: %1`, so that a translation can put the values where its grammar wants them.
public struct Phrase: ExpressibleByStringInterpolation, Sendable, Hashable {
    /// A part of a phrase.
    enum Piece: Sendable, Hashable {
        /// Words of the source, which are translated.
        case words(String)
        /// A value, which isn't.
        case value(String)
        /// A number; it has the same digits in every direction of writing.
        case number(String)
        /// A part that is said when the whole is.
        case sentence(Sentence)
        /// The number that a phrase with a plural is about.
        case count
    }

    /// The parts in the order of the English sentence.
    private(set) var pieces: [Piece]

    public init(stringLiteral text: String) {
        pieces = [.words(text)]
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// A phrase that takes more than one line of the source.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        var both = left
        both.pieces += right.pieces
        return both
    }

    /// What the catalogue has the phrase under: `%1` to `%9` for values in their English order,
    /// `%n` for the number that a plural is about, and `%%` for a percent sign.
    var key: String {
        var key = ""
        var number = 0
        for piece in pieces {
            switch piece {
            case .words(let words): key += words.replacing("%", with: "%%")
            case .value, .number, .sentence:
                number += 1
                key += "%\(number)"
            case .count: key += "%n"
            }
        }
        return key
    }

    /// What is put in, in the English order.
    var values: [Piece] {
        pieces.filter { piece in
            switch piece {
            case .value, .number, .sentence: true
            case .words, .count: false
            }
        }
    }
}

extension Phrase {
    /// Stands in a phrase for the number that its plural is about: `\(.count)`.
    public enum Count: Sendable {
        case count
    }

    /// Gathers the pieces of a literal.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate(set) var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { pieces.append(.words(text)) }
        }

        /// Puts in somebody's words, a code, or a part that was said before.
        public mutating func appendInterpolation(_ text: String) {
            pieces.append(.value(text))
        }

        /// Puts in a piece of a text.
        public mutating func appendInterpolation(_ text: Substring) {
            pieces.append(.value(String(text)))
        }

        /// Puts in a part that is said when the whole is, in the same language.
        public mutating func appendInterpolation(_ sentence: Sentence) {
            pieces.append(.sentence(sentence))
        }

        /// Puts in a number that the words around it don't depend on.
        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            pieces.append(.number(String(number)))
        }

        /// Puts in what an error says of itself.
        public mutating func appendInterpolation(_ error: any Error) {
            pieces.append(.value(String(describing: error)))
        }

        /// Puts in the number that the plural is about.
        public mutating func appendInterpolation(_ count: Count) {
            pieces.append(.count)
        }
    }
}
