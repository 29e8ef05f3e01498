internal import Merge

/// What differs between two texts, by lines and inside of them by words.
public enum TextDifference {
    /// A line of two texts laid side by side.
    public enum Line: Equatable, Sendable {
        /// In both.
        case same(String)
        /// Only in the first.
        case removed(String)
        /// Only in the second.
        case added(String)
    }

    /// Beyond so many pairs of parts, what differs is one block: comparing takes their product.
    static let mostPairs = 4_000_000

    /// The lines of two texts, each once, in an order that fits both.
    public static func lines(from old: String, to new: String) -> [Line] {
        let (before, after) = (parts(of: old), parts(of: new))
        func shown(_ line: String.Bytewise) -> String {
            line.text.hasSuffix("\n") ? String(line.text.dropLast()) : line.text
        }
        var result: [Line] = []
        var position = 0
        for block in blocks(before, after) {
            result += before[position..<block.old.lowerBound].map { .same(shown($0)) }
            result += before[block.old].map { .removed(shown($0)) }
            result += after[block.new].map { .added(shown($0)) }
            position = block.old.upperBound
        }
        return result + before[position...].map { .same(shown($0)) }
    }

    /// The edits, one after the other, that turn one text into another.
    static func edits(from old: String, to new: String) -> [TextEdit] {
        let (before, after) = (parts(of: old), parts(of: new))
        var edits: [TextEdit] = []
        var position = 0
        var line = 0
        for block in blocks(before, after) {
            position += length(before[line..<block.old.lowerBound])
            line = block.old.upperBound
            let (gone, come) = (words(in: before[block.old]), words(in: after[block.new]))
            var word = 0
            for part in blocks(gone, come) {
                position += length(gone[word..<part.old.lowerBound])
                word = part.old.upperBound
                let count = length(gone[part.old])
                if count > 0 { edits.append(.delete(at: position, count: count)) }
                let text = come[part.new].map(\.text).joined()
                if !text.isEmpty { edits.append(.insert(text, at: position)) }
                position += text.unicodeScalars.count
            }
            position += length(gone[word...])
        }
        return edits
    }

    private static func length(_ parts: ArraySlice<String.Bytewise>) -> Int {
        parts.reduce(0) { $0 + $1.text.unicodeScalars.count }
    }

    /// The lines of a text, each with its end.
    private static func parts(of text: String) -> [String.Bytewise] {
        cut(text.unicodeScalars) { before, _ in before == "\n" }
    }

    /// The words of some lines and what is between them, which together are the lines.
    private static func words(in lines: ArraySlice<String.Bytewise>) -> [String.Bytewise] {
        cut(lines.map(\.text).joined().unicodeScalars) { before, after in
            !(isOfWord(before) && isOfWord(after))
        }
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func cut(
        _ text: String.UnicodeScalarView,
        between isEnd: (Unicode.Scalar, Unicode.Scalar) -> Bool
    ) -> [String.Bytewise] {
        var parts: [String.Bytewise] = []
        var part = String.UnicodeScalarView()
        for scalar in text {
            if let last = part.last, isEnd(last, scalar) {
                parts.append(String(part).bytewise)
                part = String.UnicodeScalarView()
            }
            part.append(scalar)
        }
        if !part.isEmpty { parts.append(String(part).bytewise) }
        return parts
    }

    /// Where two lists differ: what is only in the first against what is only in the second.
    private static func blocks(
        _ old: [String.Bytewise], _ new: [String.Bytewise]
    ) -> [(old: Range<Int>, new: Range<Int>)] {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let most = min(old.count, new.count) - start
        let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        let (oldEnd, newEnd) = (old.count - min(end, most), new.count - min(end, most))
        guard start < oldEnd, start < newEnd,
            (oldEnd - start) * (newEnd - start) <= mostPairs
        else { return start < max(oldEnd, newEnd) ? [(start..<oldEnd, start..<newEnd)] : [] }
        let difference = new[start..<newEnd].map(\.self)
            .difference(from: old[start..<oldEnd].map(\.self))
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset + start)
            case .insert(let offset, _, _): come.insert(offset + start)
            }
        }
        var result: [(old: Range<Int>, new: Range<Int>)] = []
        var (left, right) = (start, start)
        while left < oldEnd || right < newEnd {
            let (firstLeft, firstRight) = (left, right)
            while gone.contains(left) { left += 1 }
            while come.contains(right) { right += 1 }
            if left > firstLeft || right > firstRight {
                result.append((firstLeft..<left, firstRight..<right))
            }
            left += 1
            right += 1
        }
        return result
    }
}
