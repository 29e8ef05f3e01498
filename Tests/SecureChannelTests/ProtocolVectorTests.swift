import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

@Suite("The protocol's own vectors")
struct ProtocolVectorTests {
    private struct HandshakeFile: Decodable {
        struct Side: Decodable {
            var staticSecret, staticPublic, ephemeralSecret, ephemeralPublic: String
            var deviceSeed, device, agreementBinding, proof: String
        }
        struct Message: Decodable { var from, message, wire: String }
        struct LongMessage: Decodable {
            var byte: UInt8
            var count, wireCount: Int
            var wireSHA512: String
        }
        struct Whole: Decodable {
            var networkKey: String
            var initiator, responder: Side
            var handshake: [String]
            var handshakeHash: String
            var words: [String]
            var messages: [Message]
            var longMessage: LongMessage
        }
        struct Rekey: Decodable { var key, successor: String }
        struct Refused: Decodable { var name, reason, bytes: String }
        var prologue: String
        var session: Whole
        var rekey: [Rekey]
        var refused: [Refused]
    }

    private func session(_ role: Role, _ whole: HandshakeFile.Whole) throws -> Session {
        let side = role == .initiator ? whole.initiator : whole.responder
        let lasting = try AgreementKey(secret: bytes(side.staticSecret))
        let ephemeral = try AgreementKey(secret: bytes(side.ephemeralSecret))
        #expect(lasting.publicKey.hex == side.staticPublic)
        #expect(ephemeral.publicKey.hex == side.ephemeralPublic)
        return Session(
            role: role, staticKey: lasting,
            networkKey: SecretBytes(copying: try bytes(whole.networkKey)), ephemeral: ephemeral)
    }

    @Test("handshake.json: a session, byte for byte")
    func handshake() throws {
        let file = try protocolVectors("handshake.json", as: HandshakeFile.self)
        #expect(Hex.encode(Session.prologue) == file.prologue)
        let whole = file.session
        var initiator = try session(.initiator, whole)
        var responder = try session(.responder, whole)
        let first = initiator.start().sent
        let second = try responder.receive(first).sent
        let third = try initiator.receive(second).sent
        _ = try responder.receive(third)
        #expect([first, second, third].map(Hex.encode) == whole.handshake)
        let hash = try #require(initiator.handshakeHash)
        #expect(hash.hex == whole.handshakeHash && responder.handshakeHash == hash)
        #expect(Words.fourWords(from: hash) == whole.words)
        #expect(whole.messages.count == 3)
        for message in whole.messages {
            let isInitiator = message.from == "initiator"
            let content = try bytes(message.message)
            let wire = try isInitiator ? initiator.seal(content) : responder.seal(content)
            #expect(Hex.encode(wire) == message.wire)
            let events = try isInitiator ? responder.receive(wire) : initiator.receive(wire)
            #expect(events.messages == [content])
        }
        let long = whole.longMessage
        let wire = try initiator.seal(Bytes(repeating: long.byte, count: long.count))
        #expect(wire.count == long.wireCount)
        #expect(SHA512.digest(wire).hex == long.wireSHA512)
        for (role, side) in [(Role.initiator, whole.initiator), (.responder, whole.responder)] {
            let device = try SigningKey(seed: bytes(side.deviceSeed))
            let agreementKey = try bytes32(side.staticPublic)
            #expect(device.publicKey.hex == side.device)
            #expect(DeviceProof.bind(agreementKey, with: device).hex == side.agreementBinding)
            #expect(
                DeviceProof.sign(as: role, handshakeHash: hash, with: device).hex == side.proof)
        }
    }

    @Test("handshake.json: changes of keys, and what gets no answer")
    func refused() throws {
        let file = try protocolVectors("handshake.json", as: HandshakeFile.self)
        #expect(file.rekey.count == 2)
        for rekey in file.rekey {
            let successor = NoiseCipher.successor(of: SecretBytes(copying: try bytes(rekey.key)))
            #expect(Hex.encode(successor.exposedCopy()) == rekey.successor)
        }
        #expect(file.refused.count == 8)
        for refused in file.refused {
            var responder = try session(.responder, file.session)
            let received = try bytes(refused.bytes)
            do throws(ChannelError) {
                _ = try responder.receive(received)
                Issue.record("\(refused.name) was taken")
            } catch {
                #expect(reason(error) == refused.reason, "\(refused.name)")
            }
        }
    }

    private func reason(_ error: ChannelError) -> String {
        switch error {
        case .notAuthentic: "not authentic"
        case .unknownOpening: "unknown opening"
        case .frameLength: "frame length"
        case .refusedPoint(.lowOrderPoint): "low order"
        case .refusedPoint(.nonCanonicalPoint): "non-canonical"
        default: "\(error)"
        }
    }

    private struct PairingFile: Decodable {
        struct CPaceRun: Decodable {
            var name, password, channel, session, associatedA, associatedB: String
            var scalarA, scalarB, generator, shareA, shareB, key: String
        }
        struct Code: Decodable {
            var typed: String
            var text: String?
        }
        struct Wire: Decodable { var from, bytes: String }
        struct Whole: Decodable {
            var name, code, session, joinerScalar, inviterScalar, newcomer: String
            var welcome: String?
            var words: [String]
            var wire: [Wire]
        }
        struct Device: Decodable {
            var name, code, session, joinerScalar, inviterScalar, deviceSeed: String
            var sheetSeed: String?
            var newcomer, offer, acceptance, welcome: String
            var wire: [Wire]
        }
        struct WrongCode: Decodable {
            var code, guess, session, joinerScalar, inviterScalar: String
            var wire: [Wire]
        }
        var cpace: [CPaceRun]
        var invalidShares: [String]
        var codes: [Code]
        var pairings: [Whole]
        var devices: [Device]
        var wrongCode: WrongCode
    }

    @Test("pairing.json: CPace and codes")
    func pairingParts() throws {
        let file = try protocolVectors("pairing.json", as: PairingFile.self)
        #expect(file.cpace.count == 2)
        for run in file.cpace {
            let (password, channel) = (try bytes(run.password), try bytes(run.channel))
            let session = try bytes(run.session)
            let generator = CPace.generator(
                password: password, channel: channel, session: session)
            #expect(generator.hex == run.generator)
            let a = try CPace(
                password: password, channel: channel, session: session,
                associated: bytes(run.associatedA),
                scalar: SecretBytes(copying: bytes(run.scalarA)))
            let b = try CPace(
                password: password, channel: channel, session: session,
                associated: bytes(run.associatedB),
                scalar: SecretBytes(copying: bytes(run.scalarB)))
            #expect(a.message.share.hex == run.shareA && b.message.share.hex == run.shareB)
            let key = try a.key(with: b.message, isInitiator: true)
            #expect(Hex.encode(key.exposedCopy()) == run.key)
            for share in file.invalidShares {
                let message = CPace.Message(share: try bytes32(share), associated: [])
                #expect(throws: ChannelError.self) {
                    try a.key(with: message, isInitiator: true)
                }
            }
        }
        #expect(file.invalidShares.count == 2)
        #expect(file.codes.count == 10)
        for code in file.codes { #expect(PairingCode(code.typed)?.text == code.text) }
    }

    @Test("pairing.json: whole pairings, byte for byte")
    func pairings() throws {
        let file = try protocolVectors("pairing.json", as: PairingFile.self)
        #expect(file.pairings.count == 2)
        for whole in file.pairings {
            var joiner = PairingJoiner(
                code: try #require(PairingCode(whole.code)),
                session: try #require(Bytes16(hex: whole.session)),
                scalar: SecretBytes(copying: try bytes(whole.joinerScalar)),
                newcomer: try Newcomer.decode(bytes(whole.newcomer)))
            var inviter = PairingInviter(
                code: try #require(PairingCode(whole.code)),
                scalar: SecretBytes(copying: try bytes(whole.inviterScalar)))
            let share = try joiner.start().sent
            let answer = try inviter.receive(share).sent
            let agreed = try joiner.receive(answer)
            #expect(agreed.words == whole.words)
            #expect(try inviter.receive(agreed.sent).words == whole.words)
            let first = try joiner.decide(isAccepted: true).sent
            _ = try inviter.receive(first)
            let second = try inviter.decide(isAccepted: whole.welcome != nil).sent
            var sent = [share, answer, agreed.sent, first, second]
            let end = try joiner.receive(second).names
            #expect(end == (whole.welcome == nil ? ["refused"] : ["bothAccepted"]))
            if let welcome = whole.welcome {
                sent.append(try inviter.welcome(Welcome.decode(bytes(welcome))).sent)
                #expect(try joiner.receive(sent[5]).names == ["welcome Workshop"])
            }
            #expect(sent.map(Hex.encode) == whole.wire.map(\.bytes))
        }
    }

    @Test("pairing.json: newcomers that become devices of somebody, byte for byte")
    func devices() throws {
        let file = try protocolVectors("pairing.json", as: PairingFile.self)
        #expect(file.devices.count == 3)
        for whole in file.devices {
            var joiner = PairingJoiner(
                code: try #require(PairingCode(whole.code)),
                session: try #require(Bytes16(hex: whole.session)),
                scalar: SecretBytes(copying: try bytes(whole.joinerScalar)),
                newcomer: try Newcomer.decode(bytes(whole.newcomer)))
            var inviter = PairingInviter(
                code: try #require(PairingCode(whole.code)),
                scalar: SecretBytes(copying: try bytes(whole.inviterScalar)))
            var sent = [try joiner.start().sent]
            sent.append(try inviter.receive(sent[0]).sent)
            sent.append(try joiner.receive(sent[1]).sent)
            _ = try inviter.receive(sent[2])
            sent.append(try joiner.decide(isAccepted: true).sent)
            _ = try inviter.receive(sent[3])
            sent.append(try inviter.decide(isAccepted: true).sent)
            _ = try joiner.receive(sent[4])
            sent.append(try inviter.offer(PairingOffer.decode(bytes(whole.offer))).sent)
            _ = try joiner.receive(sent[5])
            let sheet = try whole.sheetSeed.map { try SigningKey(seed: bytes($0)) }
            let device = try SigningKey(seed: bytes(whole.deviceSeed))
            sent.append(try joiner.accept(with: device, sheet: sheet).sent)
            for case .acceptance(let found) in try inviter.receive(sent[6]) {
                #expect(Hex.encode(found.encoded()) == whole.acceptance)
            }
            sent.append(try inviter.welcome(Welcome.decode(bytes(whole.welcome))).sent)
            #expect(try joiner.receive(sent[7]).names == ["welcome Workshop"])
            #expect(sent.map(Hex.encode) == whole.wire.map(\.bytes), "\(whole.name)")
        }
    }

    @Test("pairing.json: a wrong code, byte for byte")
    func wrongCode() throws {
        let file = try protocolVectors("pairing.json", as: PairingFile.self).wrongCode
        var joiner = PairingJoiner(
            code: try #require(PairingCode(file.guess)),
            session: try #require(Bytes16(hex: file.session)),
            scalar: SecretBytes(copying: try bytes(file.joinerScalar)),
            newcomer: PairingPair.newcomer)
        var inviter = PairingInviter(
            code: try #require(PairingCode(file.code)),
            scalar: SecretBytes(copying: try bytes(file.inviterScalar)))
        let share = try joiner.start().sent
        let answer = try inviter.receive(share).sent
        #expect([share, answer].map(Hex.encode) == file.wire.map(\.bytes))
        #expect(throws: ChannelError.wrongCode) { try joiner.receive(answer) }
    }
}
