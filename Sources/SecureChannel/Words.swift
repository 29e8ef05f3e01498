internal import Keys
public import Wire

/// Four words that two people compare to be sure that nobody stands between their computers.
public enum Words {
    /// How many words there are: 44 bits.
    public static let count = 4

    /// The words of a handshake or pairing, from its hash.
    public static func fourWords(from handshakeHash: Bytes32) -> [String] {
        WordList.words(of: Hash.digest(.words, [handshakeHash.bytes]).bytes, count: count)
    }
}
