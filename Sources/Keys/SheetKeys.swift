internal import CSodium
internal import Wire

/// The key of a person that exists on paper only: 24 words that make a device without a computer.
public struct SheetKeys: Sendable {
    /// The sheet's signing key, which names it as a device.
    public let device: SigningKey
    /// The sheet's X25519 key.
    public let agreement: AgreementKey

    private let secret: SecretBytes

    /// Draws a new sheet.
    ///
    /// - Throws: ``KeyError`` never for a sound generator.
    public init(using generator: inout some RandomNumberGenerator) throws(KeyError) {
        try self.init(secret: SecretBytes(random: SheetWords.secretBytes, using: &generator))
    }

    /// Makes the sheet that words stand for, in any case and with any blanks between them.
    ///
    /// - Throws: ``SheetWords/Mistake``, which says what is wrong with the words.
    public init(words: String) throws {
        try self.init(secret: try SheetWords.secret(of: words))
    }

    private init(secret: SecretBytes) throws(KeyError) {
        self.secret = secret
        device = try SigningKey(seed: Hash.secret(secret, .sheetKey, [[1]]))
        agreement = try AgreementKey(secret: Hash.secret(secret, .sheetKey, [[2]]))
    }

    /// The 24 words, to be shown once.
    public var words: [String] { SheetWords.words(of: secret) }
}

/// Writes 32 secret bytes as 24 words, as BIP-39 does: 256 bits and 8 bits of SHA-256 as a check.
public enum SheetWords {
    /// How many secret bytes the words stand for.
    public static let secretBytes = 32
    /// How many words there are.
    public static let count = 24

    /// What is wrong with words that somebody typed.
    public enum Mistake: Error, Equatable, Sendable {
        /// There aren't 24.
        case count(Int)
        /// The word at a place, counted from 1, is not in the list.
        case unknownWord(place: Int)
        /// Every word is in the list, but not all are the right ones or in the right order.
        case checksum
    }

    /// The words of 32 bytes; fewer words for fewer bytes.
    public static func words(of secret: SecretBytes) -> [String] {
        var bytes = secret.exposedCopy()
        defer { wipe(&bytes) }
        bytes.append(checksum(of: bytes))
        return WordList.words(of: bytes, count: count)
    }

    /// The bytes that words stand for; a word's first four letters are enough.
    ///
    /// - Throws: ``Mistake``.
    public static func secret(of text: String) throws(Mistake) -> SecretBytes {
        let typed = text.lowercased().split { !$0.isLetter }
        guard typed.count == count else { throw .count(typed.count) }
        var bytes = Bytes()
        defer { wipe(&bytes) }
        bytes.reserveCapacity(secretBytes + 1)
        var bits: UInt32 = 0
        var waiting = 0
        for (index, word) in typed.enumerated() {
            guard let number = WordList.number(of: word) else {
                throw .unknownWord(place: index + 1)
            }
            bits = bits << 11 | UInt32(number)
            waiting += 11
            while waiting >= 8 {
                waiting -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(waiting)))
            }
            bits &= (1 << UInt32(waiting)) - 1
        }
        guard let check = bytes.popLast(), check == checksum(of: bytes) else { throw .checksum }
        return SecretBytes(copying: bytes)
    }

    /// The first byte of the SHA-256 hash.
    private static func checksum(of bytes: Bytes) -> UInt8 {
        sodiumReady()
        return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digest in
            _ = crypto_hash_sha256(digest.start, bytes, UInt64(bytes.count))
            return digest.start[0]
        }
    }
}

extension WordList {
    /// The number of a word, or of the only word that begins with its first four letters.
    fileprivate static func number(of word: some StringProtocol) -> Int? {
        if let exact = index(of: word) { return exact }
        guard word.count == 4 else { return nil }
        return all.firstIndex { $0.hasPrefix(word) }
    }
}
