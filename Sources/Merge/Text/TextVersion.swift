/// Who writes in a text: the 32 bytes of a log's name.
///
/// Where two insertions at one place know nothing of each other and nothing else tells them apart,
/// the author whose bytes are lower stands first.
public struct TextAuthor: Hashable, Comparable, Sendable {
    /// How many bytes an author's name has.
    public static let byteCount = 32

    /// The bytes as four big-endian numbers, the most significant first.
    public let words: (UInt64, UInt64, UInt64, UInt64)

    /// Names an author by four big-endian numbers.
    public init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    /// Names an author by 32 bytes; `nil` for any other number of bytes.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in bytes.enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// The bytes, most significant first.
    public var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
        }
    }

    public static func == (left: TextAuthor, right: TextAuthor) -> Bool {
        left.words == right.words
    }

    public static func < (left: TextAuthor, right: TextAuthor) -> Bool {
        left.words < right.words
    }

    public func hash(into hasher: inout Hasher) {
        // Names of logs are keys: each word is as good as random.
        hasher.combine(words.0)
        hasher.combine(words.3)
    }
}

/// An event of a text as everybody names it.
public struct TextPoint: Hashable, Comparable, Sendable {
    /// Whose event it is.
    public let author: TextAuthor
    /// Which of the author's events in this text, from 0.
    public let sequence: Int

    /// Names an event.
    public init(author: TextAuthor, sequence: Int) {
        self.author = author
        self.sequence = sequence
    }

    public static func < (left: TextPoint, right: TextPoint) -> Bool {
        left.author != right.author
            ? left.author < right.author : left.sequence < right.sequence
    }
}

/// A state of a text, named by its heads: the events that no other event of it knew of.
///
/// The version without heads is the beginning, the empty text.
public struct TextVersion: Hashable, Sendable {
    /// The heads in order.
    public let heads: [TextPoint]

    /// The beginning: nothing has been written.
    public static let beginning = TextVersion([])

    /// Names a version by events that make it up; order and repetitions don't matter.
    public init(_ heads: some Sequence<TextPoint>) { self.heads = Set(heads).sorted() }
}
