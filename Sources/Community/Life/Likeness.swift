/// What two texts have in common, in words that can be shown (chapter 19, section 11).
///
/// It knows no language: two words count as one if they begin alike and differ by a short ending.
/// There is no score; whoever reads sees the words.
public struct Likeness: Equatable, Sendable {
    /// Words of a draft that are looked at, the longest first.
    public static let mostWords = 8
    /// The shortest word that says something.
    static let shortest = 3
    /// Letters by which the ends of one word may differ.
    static let ending = 3

    /// The words of the draft.
    public let words: [String]

    /// Reads a draft.
    public init(_ draft: String) {
        var seen: Set<String> = []
        let all = Self.split(draft).filter { seen.insert($0).inserted }
        let longestFirst = all.enumerated().sorted {
            ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }
        words = Array(longestFirst.map(\.element).prefix(Self.mostWords))
    }

    /// The words of the draft that stand in a text too, as the draft has them.
    public func shared(with text: String) -> [String] {
        let others = Set(Self.split(text))
        return words.filter { word in
            others.contains(word) || others.contains { Self.isOne(word, $0) }
        }
    }

    /// Whether so many shared words make a text worth showing.
    public func isLike(_ shared: [String]) -> Bool {
        shared.count >= min(2, words.count) && !shared.isEmpty
    }

    /// How a word begins in whatever form it stands.
    public static func stem(_ word: String) -> String {
        isUnspaced(word) ? word : String(word.prefix(max(shortest, word.count - ending)))
    }

    private static func isOne(_ one: String, _ other: String) -> Bool {
        guard !isUnspaced(one), !isUnspaced(other) else { return false }
        let common = zip(one, other).prefix { $0 == $1 }.count
        return common >= max(4, max(one.count, other.count) - ending)
    }

    /// The words of a text in small letters; of scripts without spaces, all pairs of neighbours.
    private static func split(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap { run -> [String] in
            guard isUnspaced(run) else {
                return run.count >= shortest ? [String(run)] : []
            }
            let letters = Array(run)
            return letters.indices.dropLast().map { String(letters[$0...$0 + 1]) }
        }
    }

    /// Whether a run of letters is of a script that writes no spaces between words.
    private static func isUnspaced(_ run: some StringProtocol) -> Bool {
        guard let scalar = run.unicodeScalars.first?.value else { return false }
        return switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
