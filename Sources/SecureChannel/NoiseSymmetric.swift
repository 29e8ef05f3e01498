package import Keys
package import Wire

/// What a handshake has mixed together so far: a SymmetricState (Noise section 5.2).
package struct NoiseSymmetric: Sendable {
    /// Hash of everything that both sides have seen.
    private(set) var hash: Bytes
    private var chainingKey: SecretBytes
    private var cipher: NoiseCipher?

    /// Whether what follows is sealed.
    var hasKey: Bool { cipher != nil }

    /// Starts from the full name of a protocol.
    package init(protocolName: String) {
        let name = Bytes(protocolName.utf8)
        hash =
            name.count <= 64
            ? name + Bytes(repeating: 0, count: 64 - name.count) : BLAKE2b.hash512([name])
        chainingKey = SecretBytes(copying: hash)
    }

    /// Mixes bytes into the hash.
    package mutating func mixHash(_ bytes: Bytes) { hash = BLAKE2b.hash512([hash, bytes]) }

    /// Mixes an agreed secret into the keys.
    package mutating func mixKey(_ material: SecretBytes) {
        let outputs = derive(material, count: 2)
        chainingKey = outputs[0]
        cipher = NoiseCipher(key: outputs[1].firstHalf)
    }

    /// Mixes a shared secret into keys and hash.
    package mutating func mixKeyAndHash(_ material: SecretBytes) {
        let outputs = derive(material, count: 3)
        chainingKey = outputs[0]
        mixHash(outputs[1].exposedCopy())
        cipher = NoiseCipher(key: outputs[2].firstHalf)
    }

    /// Appends bytes to a message, sealed if there is a key.
    package mutating func encryptAndHash(
        _ plain: Bytes, appendingTo message: inout Bytes
    ) throws(ChannelError) {
        let start = message.count
        message += plain
        try cipher?.seal(from: start, of: &message, associated: hash)
        mixHash(Bytes(message[start...]))
    }

    /// What a piece of a message holds.
    mutating func decryptAndHash(_ piece: Bytes) throws(ChannelError) -> Bytes {
        guard hasKey else {
            mixHash(piece)
            return piece
        }
        var plain = Bytes()
        try cipher?.open(piece, associated: hash, appendingTo: &plain)
        mixHash(piece)
        return plain
    }

    /// The keys of the initiator's and the responder's transport messages.
    func split() -> (SecretBytes, SecretBytes) {
        let outputs = derive(SecretBytes(copying: []), count: 2)
        return (outputs[0].firstHalf, outputs[1].firstHalf)
    }

    /// HKDF (Noise section 4.3): two or three outputs of 64 bytes.
    private func derive(_ material: SecretBytes, count: Int) -> [SecretBytes] {
        let root = SecretBytes(count: 64) { root in
            chainingKey.withUnsafeBytes { key in
                material.withUnsafeBytes { material in
                    BLAKE2b.authenticate512(key: key, [material], into: root)
                }
            }
        }
        var outputs: [SecretBytes] = []
        for number in 1...count {
            let previous = outputs.last ?? SecretBytes(copying: [])
            let output = SecretBytes(count: 64) { output in
                root.withUnsafeBytes { root in
                    previous.withUnsafeBytes { previous in
                        withUnsafeBytes(of: UInt8(number)) { number in
                            BLAKE2b.authenticate512(key: root, [previous, number], into: output)
                        }
                    }
                }
            }
            outputs.append(output)
        }
        return outputs
    }
}

extension SecretBytes {
    /// The first 32 bytes: keys of ciphers are shorter than hashes.
    fileprivate var firstHalf: SecretBytes {
        withUnsafeBytes { bytes in
            SecretBytes(count: 32) { $0.copyMemory(from: .init(rebasing: bytes[0..<32])) }
        }
    }
}
