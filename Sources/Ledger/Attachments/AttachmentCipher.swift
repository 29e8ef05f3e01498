public import Keys
public import Wire

/// Seals and opens the chunks of one file.
///
/// The key seals this one file and nothing else, so the number of a chunk is its nonce.
public struct AttachmentCipher: Sendable {
    /// The shape of the file.
    public let shape: AttachmentShape
    private let key: SecretBytes

    /// A cipher with the key of a file.
    ///
    /// - Parameter key: 32 random bytes that seal no other file.
    public init(_ shape: AttachmentShape, key: SecretBytes) {
        self.shape = shape
        self.key = key
    }

    /// Seals a part of the file; it must have the size that ``shape`` says.
    public func seal(_ plain: Bytes, chunk: Int) -> Bytes {
        Sealing.seal(
            plain, key: key, nonce: AttachmentCipher.nonce(of: chunk), associated: place(of: chunk))
    }

    /// Opens a sealed chunk.
    ///
    /// - Throws: ``AttachmentError/cannotDecrypt(chunk:)`` if it isn't as it was sealed, or is
    ///   another chunk.
    public func open(_ sealed: Bytes, chunk: Int) throws(AttachmentError) -> Bytes {
        do {
            return try Sealing.open(
                sealed, key: key, nonce: AttachmentCipher.nonce(of: chunk),
                associated: place(of: chunk))
        } catch {
            throw .cannotDecrypt(chunk: chunk)
        }
    }

    private static func nonce(of chunk: Int) -> Bytes {
        Bytes(repeating: 0, count: Sealing.nonceBytes - 8) + bigEndianBytes(UInt64(chunk))
    }

    private func place(of chunk: Int) -> Bytes {
        Label.attachmentChunk.message([bigEndianBytes(UInt64(chunk)), bigEndianBytes(shape.size)])
    }
}
