public import Wire

/// The 2,048 English words of BIP-39, for what people read to each other: 11 bits a word.
///
/// No two words have the same first four letters.
public enum WordList {
    /// How many words there are.
    public static let count = 2_048

    /// In the order of their numbers, which is also that of the alphabet.
    static let all: [String] = text.split(whereSeparator: \.isWhitespace).map(String.init)

    /// The word with a number from 0 to 2,047; higher numbers count from the start again.
    public static func word(_ number: Int) -> String { all[number & (count - 1)] }

    /// The number of a word in lower case, or `nil` if it isn't in the list.
    public static func index(of word: some StringProtocol) -> Int? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < word { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low] == word ? low : nil
    }

    /// Words for the first 11 bits of some bytes, the next 11 bits, and so on.
    ///
    /// - Returns: As many words as asked for, or fewer if the bytes don't suffice.
    public static func words(of bytes: Bytes, count: Int) -> [String] {
        (0..<max(0, min(count, bytes.count * 8 / 11))).map { place in
            let number = (place * 11..<place * 11 + 11).reduce(0) { number, bit in
                number << 1 | Int(bytes[bit / 8] >> (7 - UInt8(bit % 8)) & 1)
            }
            return word(number)
        }
    }
}
