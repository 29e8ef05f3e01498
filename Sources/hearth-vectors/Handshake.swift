import Foundation
import Keys
import SecureChannel
import Wire

/// `Protocol/Vectors/handshake.json`: a session with fixed keys, byte for byte, and what is refused.
func handshakeVectors() throws -> String {
    try vectorText(
        HandshakeVectors(
            chapter: "03-handshake", prologue: Hex.encode(Session.prologue),
            session: try sessionVector(), rekey: rekeyVectors(), refused: try refusedVectors()))
}

/// The file's content; all bytes are hexadecimal.
private struct HandshakeVectors: Encodable {
    /// One end of the session.
    struct Side: Encodable {
        var staticSecret, staticPublic, ephemeralSecret, ephemeralPublic: String
        var deviceSeed, device, agreementBinding, proof: String
    }
    /// One message of the session and its bytes on the wire.
    struct Message: Encodable { var from, message, wire: String }
    /// A message of equal bytes that is too long to be written down.
    struct LongMessage: Encodable {
        var from: String
        var byte, count, wireCount: Int
        var wireSHA512: String
    }
    /// A whole session.
    struct SessionVector: Encodable {
        var networkKey: String
        var initiator, responder: Side
        var handshake: [String]
        var handshakeHash: String
        var words: [String]
        var messages: [Message]
        var longMessage: LongMessage
    }
    /// One change of keys.
    struct Rekey: Encodable { var key, successor: String }
    /// Bytes that the responder of the session answers with nothing but the end of the connection.
    struct Refused: Encodable { var name, reason, bytes: String }

    var chapter, prologue: String
    var session: SessionVector
    var rekey: [Rekey]
    var refused: [Refused]
}

private let networkKey = counting(from: 0x00)
private let staticSecrets: [Role: Bytes] = [
    .initiator: counting(from: 0x20), .responder: counting(from: 0x40),
]
private let ephemeralSecrets: [Role: Bytes] = [
    .initiator: counting(from: 0x60), .responder: counting(from: 0x80),
]
private let deviceSeeds: [Role: Bytes] = [
    .initiator: counting(from: 0xa0), .responder: counting(from: 0xc0),
]

private func session(
    as role: Role, networkKey key: Bytes = networkKey, prologue: Bytes = Session.prologue
) throws -> Session {
    Session(
        role: role, staticKey: try AgreementKey(secret: staticSecrets[role] ?? []),
        networkKey: SecretBytes(copying: key),
        ephemeral: try AgreementKey(secret: ephemeralSecrets[role] ?? []), prologue: prologue,
        rekeyInterval: Limits.rekeyMessages)
}

private func sent(_ events: [Session.Event]) -> Bytes {
    events.flatMap { event -> Bytes in
        guard case .send(let bytes) = event else { return [] }
        return bytes
    }
}

private func sessionVector() throws -> HandshakeVectors.SessionVector {
    var initiator = try session(as: .initiator)
    var responder = try session(as: .responder)
    let first = sent(initiator.start())
    let second = sent(try responder.receive(first))
    let third = sent(try initiator.receive(second))
    _ = try responder.receive(third)
    guard let hash = initiator.handshakeHash, hash == responder.handshakeHash else {
        throw VectorFailure.unexpected("handshake")
    }
    var messages: [HandshakeVectors.Message] = []
    for (number, text) in ["Is there coffee?", "Yes, in the kitchen.", "On my way."].enumerated() {
        let message = Bytes(text.utf8)
        let isInitiator = number.isMultiple(of: 2)
        let wire = try isInitiator ? initiator.seal(message) : responder.seal(message)
        messages.append(
            HandshakeVectors.Message(
                from: isInitiator ? "initiator" : "responder", message: Hex.encode(message),
                wire: Hex.encode(wire)))
    }
    let long = try initiator.seal(Bytes(repeating: 0x61, count: 70_000))
    return HandshakeVectors.SessionVector(
        networkKey: Hex.encode(networkKey), initiator: try side(.initiator, hash),
        responder: try side(.responder, hash), handshake: [first, second, third].map(Hex.encode),
        handshakeHash: hash.hex, words: Words.fourWords(from: hash), messages: messages,
        longMessage: HandshakeVectors.LongMessage(
            from: "initiator", byte: 0x61, count: 70_000, wireCount: long.count,
            wireSHA512: SHA512.digest(long).hex))
}

private func side(_ role: Role, _ hash: Bytes32) throws -> HandshakeVectors.Side {
    let lasting = try AgreementKey(secret: staticSecrets[role] ?? [])
    let ephemeral = try AgreementKey(secret: ephemeralSecrets[role] ?? [])
    let device = try SigningKey(seed: deviceSeeds[role] ?? [])
    return HandshakeVectors.Side(
        staticSecret: Hex.encode(staticSecrets[role] ?? []), staticPublic: lasting.publicKey.hex,
        ephemeralSecret: Hex.encode(ephemeralSecrets[role] ?? []),
        ephemeralPublic: ephemeral.publicKey.hex, deviceSeed: Hex.encode(deviceSeeds[role] ?? []),
        device: device.publicKey.hex,
        agreementBinding: DeviceProof.bind(lasting.publicKey, with: device).hex,
        proof: DeviceProof.sign(as: role, handshakeHash: hash, with: device).hex)
}

private func rekeyVectors() -> [HandshakeVectors.Rekey] {
    [0x00, 0x55].map { (start: UInt8) in
        let key = counting(from: start)
        let successor = NoiseCipher.successor(of: SecretBytes(copying: key)).exposedCopy()
        return HandshakeVectors.Rekey(key: Hex.encode(key), successor: Hex.encode(successor))
    }
}

private func refusedVectors() throws -> [HandshakeVectors.Refused] {
    var genuine = try session(as: .initiator)
    let first = sent(genuine.start())
    var stranger = try session(as: .initiator, networkKey: counting(from: 0x01))
    var later = try session(as: .initiator, prologue: Bytes("hearth/2".utf8))
    let zero = Bytes(repeating: 0, count: 32)
    let nonCanonical = [0xf6] + Bytes(repeating: 0xff, count: 30) + [0x7f]
    let cases: [(String, String, Bytes)] = [
        ("another network key", "not authentic", sent(stranger.start())),
        ("another version in the prologue", "not authentic", sent(later.start())),
        ("a flipped bit of the tag", "not authentic", Bytes(first.dropLast()) + [first[50] ^ 1]),
        ("an opening that nobody knows", "unknown opening", [3] + first.dropFirst()),
        ("a frame of no bytes", "frame length", [1, 0, 0]),
        ("a first message with a payload", "frame length", [1, 0, 49] + first.dropFirst(3) + [0]),
        ("a low-order fresh key", "low order", try insider(zero)),
        ("a non-canonical fresh key", "non-canonical", try insider(nonCanonical)),
    ]
    return cases.map { HandshakeVectors.Refused(name: $0, reason: $1, bytes: Hex.encode($2)) }
}

/// The first message of somebody who knows the network key and sends a bad fresh key.
private func insider(_ point: Bytes) throws -> Bytes {
    var symmetric = NoiseSymmetric(protocolName: "Noise_XXpsk0_25519_ChaChaPoly_BLAKE2b")
    symmetric.mixHash(Session.prologue)
    symmetric.mixKeyAndHash(SecretBytes(copying: networkKey))
    symmetric.mixHash(point)
    symmetric.mixKey(SecretBytes(copying: point))
    var message = point
    try symmetric.encryptAndHash([], appendingTo: &message)
    return [Opening.session.rawValue, 0, UInt8(message.count)] + message
}
