import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

/// Two ends of a session and what flows between them, for the tests.
struct SessionPair {
    var initiator: Session
    var responder: Session
    let initiatorStatic: AgreementKey
    let responderStatic: AgreementKey
    let networkKey: SecretBytes

    /// Two sessions that haven't begun.
    init(
        using generator: inout SeededGenerator, networkKeys: (SecretBytes, SecretBytes)? = nil,
        prologues: (Bytes, Bytes) = (Session.prologue, Session.prologue),
        rekeyIntervals: (UInt64, UInt64) = (Limits.rekeyMessages, Limits.rekeyMessages)
    ) {
        let shared = SecretBytes(random: 32, using: &generator)
        networkKey = networkKeys?.0 ?? shared
        initiatorStatic = .generate(using: &generator)
        responderStatic = .generate(using: &generator)
        initiator = Session(
            role: .initiator, staticKey: initiatorStatic, networkKey: networkKey,
            ephemeral: .generate(using: &generator), prologue: prologues.0,
            rekeyInterval: rekeyIntervals.0)
        responder = Session(
            role: .responder, staticKey: responderStatic, networkKey: networkKeys?.1 ?? shared,
            ephemeral: .generate(using: &generator), prologue: prologues.1,
            rekeyInterval: rekeyIntervals.1)
    }

    /// Carries out the handshake and returns its three messages, as they are on the wire.
    @discardableResult
    mutating func shakeHands() throws -> [Bytes] {
        let first = initiator.start().sent
        let second = try responder.receive(first).sent
        let events = try initiator.receive(second)
        let third = events.sent
        let last = try responder.receive(third)
        let established = try #require(events.last?.establishment)
        #expect(last.last?.establishment == established.flippedSide(initiatorStatic.publicKey))
        #expect(established.remote == responderStatic.publicKey)
        return [first, second, third]
    }
}

/// What an `established` event says.
struct Establishment: Equatable {
    var hash: Bytes32
    var remote: Bytes32

    /// What the other side must say.
    func flippedSide(_ remote: Bytes32) -> Establishment {
        Establishment(hash: hash, remote: remote)
    }
}

extension Session.Event {
    var establishment: Establishment? {
        guard case .established(let hash, let remote) = self else { return nil }
        return Establishment(hash: hash, remote: remote)
    }

    var message: Bytes? {
        guard case .message(let message) = self else { return nil }
        return message
    }
}

extension [Session.Event] {
    /// All bytes to send.
    var sent: Bytes {
        flatMap { event -> Bytes in
            guard case .send(let bytes) = event else { return [] }
            return bytes
        }
    }

    /// All messages.
    var messages: [Bytes] { compactMap(\.message) }
}
