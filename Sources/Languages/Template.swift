/// A translation with the places of the values that are put in.
struct Template: Sendable, Equatable {
    /// A part of a translation.
    enum Part: Sendable, Equatable {
        case words(String)
        /// The value at an index, counted from 0: `%1` is 0.
        case value(Int)
        /// The number that a plural is about: `%n`.
        case count
    }

    private(set) var parts: [Part] = []

    /// Reads a translation into a language whose lines run from right to left.
    init?(rightToLeft text: String) {
        self.init(Isolation.keepingCommandsTogether(text))
    }

    /// Reads a text with `%1` to `%9`, `%n` and `%%`; nil if something else follows a percent sign.
    init?(_ text: String) {
        // Most texts put nothing in.
        guard text.utf8.contains(UInt8(ascii: "%")) else {
            parts = [.words(text)]
            return
        }
        var words = ""
        var isMarked = false
        for character in text {
            guard isMarked || character == "%" else {
                words.append(character)
                continue
            }
            isMarked.toggle()
            guard !isMarked else { continue }
            if character == "%" {
                words.append("%")
                continue
            }
            guard let part = Self.part(character) else { return nil }
            if !words.isEmpty { parts.append(.words(words)) }
            words = ""
            parts.append(part)
        }
        guard !isMarked else { return nil }
        if !words.isEmpty { parts.append(.words(words)) }
    }

    private static func part(_ mark: Character) -> Part? {
        if mark == "n" { return .count }
        guard mark.isASCII, let digit = mark.wholeNumberValue, digit > 0 else { return nil }
        return .value(digit - 1)
    }

    /// The values that are put in, each once.
    var values: Set<Int> {
        Set(
            parts.compactMap { part in
                if case .value(let index) = part { index } else { nil }
            })
    }

    /// Whether the number of a plural is put in.
    var hasCount: Bool { parts.contains(.count) }
}
