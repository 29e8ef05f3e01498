internal import Keys
internal import Wire

/// The bytes of a key file of a sealed home: a mark, the kind, a nonce, and the sealed key file.
///
/// The kind and the name are bound to the content, so no file can be put into the place of another.
enum SealedFile {
    /// What the name of a sealed key file ends with.
    static let suffix = ".sealed"

    private static let mark = Bytes("HEARTHS".utf8)

    /// Seals the bytes of a key file.
    static func seal(_ plain: Bytes, kind: UInt8, name: String, key: SecretBytes) -> Bytes {
        var generator = SecureGenerator()
        let nonce = randomBytes(Sealing.nonceBytes, using: &generator)
        return mark + [kind] + nonce
            + Sealing.seal(plain, key: key, nonce: nonce, associated: associated(kind, name))
    }

    /// The bytes of the key file; `nil` if they are not what was sealed under this kind and name.
    static func open(_ content: Bytes, kind: UInt8, name: String, key: SecretBytes) -> Bytes? {
        let head = mark + [kind]
        guard content.starts(with: head),
            content.count >= head.count + Sealing.nonceBytes + Sealing.tagBytes
        else { return nil }
        let nonce = Bytes(content.dropFirst(head.count).prefix(Sealing.nonceBytes))
        return try? Sealing.open(
            Bytes(content.dropFirst(head.count + Sealing.nonceBytes)), key: key, nonce: nonce,
            associated: associated(kind, name))
    }

    private static func associated(_ kind: UInt8, _ name: String) -> Bytes {
        Label.sealedFile.message([[kind], Bytes(name.utf8)])
    }
}
