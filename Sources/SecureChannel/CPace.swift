package import Keys
package import Wire

/// CPace with ristretto255 and SHA-512 between an initiator A and a responder B.
///
/// draft-irtf-cfrg-cpace, suite CPACE-RISTR255-SHA512, initiator-responder setting. Two people who
/// know the same short code get the same long key; who doesn't learns nothing but that one guess
/// was wrong.
package struct CPace: Sendable {
    /// One side's public part: its share and what goes along with it.
    package struct Message: Equatable, Sendable {
        /// The share.
        package var share: Bytes32
        /// The associated data.
        package var associated: Bytes

        /// Puts a message together.
        package init(share: Bytes32, associated: Bytes) {
            self.share = share
            self.associated = associated
        }
    }

    private let session: Bytes
    private let scalar: SecretBytes
    /// What this side sends.
    package let message: Message

    /// Starts one side.
    ///
    /// - Parameters:
    ///   - password: The code (PRS).
    ///   - channel: What both sides know about their channel without sending it (CI).
    ///   - session: The name of this run (sid).
    ///   - associated: What is sent along and authenticated (ADa or ADb).
    ///   - scalar: 32 random bytes below the group's order.
    /// - Throws: ``ChannelError/refusedPoint(_:)`` for a scalar of zero or another length.
    package init(
        password: Bytes, channel: Bytes, session: Bytes, associated: Bytes, scalar: SecretBytes
    ) throws(ChannelError) {
        self.session = session
        self.scalar = scalar
        let generator = CPace.generator(password: password, channel: channel, session: session)
        let share = try CPace.multiply(scalar, generator)
        guard let share = Bytes32(share.exposedCopy()) else { throw .outOfTurn }
        message = Message(share: share, associated: associated)
    }

    /// The key of 64 bytes that both sides have in common (ISK).
    ///
    /// - Parameter isInitiator: Whether we are A.
    /// - Throws: ``ChannelError/refusedPoint(_:)`` for a share that encodes no element or the
    ///   neutral one.
    package func key(with remote: Message, isInitiator: Bool) throws(ChannelError) -> SecretBytes {
        let point = try CPace.multiply(scalar, remote.share)
        let (first, second) = isInitiator ? (message, remote) : (remote, message)
        var input =
            CPace.concatenation([
                CPace.domain + Bytes("_ISK".utf8), session, point.exposedCopy(),
            ]) + CPace.transcript(first, second)
        defer { wipe(&input) }
        return SecretBytes(copying: SHA512.digest(input).bytes)
    }

    /// The key with which both sides confirm that they have the same key (section 9.5).
    package static func confirmationKey(_ key: SecretBytes, session: Bytes) -> SecretBytes {
        var input = Bytes("CPaceMac".utf8) + session + key.exposedCopy()
        defer { wipe(&input) }
        return SecretBytes(copying: SHA512.digest(input).bytes)
    }

    /// The confirmation of whoever sent a message: the first 32 bytes of HMAC-SHA-512 over it.
    package static func confirmation(of message: Message, key: SecretBytes) -> Bytes {
        let input = concatenation([message.share.bytes, message.associated])
        return Bytes(SHA512.authenticate(input, key: key).bytes.prefix(32))
    }

    static let domain = Bytes("CPaceRistretto255".utf8)

    /// The element that a code stands for.
    package static func generator(password: Bytes, channel: Bytes, session: Bytes) -> Bytes32 {
        let text = generatorText(password: password, channel: channel, session: session)
        return Ristretto255.element(fromUniform: SHA512.digest(text))
    }

    /// What the element is hashed from; zeros fill up the hash's first block after the code.
    package static func generatorText(password: Bytes, channel: Bytes, session: Bytes) -> Bytes {
        let used = 1 + prefixed(password).count + prefixed(domain).count
        let padding = Bytes(repeating: 0, count: max(0, 128 - used))
        return concatenation([domain, password, padding, channel, session])
    }

    /// Both messages, A's first (`transcript_ir`).
    package static func transcript(_ first: Message, _ second: Message) -> Bytes {
        concatenation([first.share.bytes, first.associated, second.share.bytes, second.associated])
    }

    /// The parts, each after its length (`lv_cat`).
    static func concatenation(_ parts: [Bytes]) -> Bytes {
        parts.reduce(into: []) { $0 += prefixed($1) }
    }

    /// Bytes after their number in LEB128 (`prepend_len`).
    static func prefixed(_ bytes: Bytes) -> Bytes {
        var length = bytes.count
        var result = Bytes()
        while length >= 128 {
            result.append(UInt8(length & 0x7f) | 0x80)
            length >>= 7
        }
        result.append(UInt8(length))
        return result + bytes
    }

    private static func multiply(
        _ scalar: SecretBytes, _ element: Bytes32
    ) throws(ChannelError) -> SecretBytes {
        do throws(KeyError) {
            return try Ristretto255.multiply(scalar, element)
        } catch {
            throw .refusedPoint(error)
        }
    }
}
