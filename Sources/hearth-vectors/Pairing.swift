import Foundation
import Keys
import SecureChannel
import Wire

/// `Protocol/Vectors/pairing.json`: the draft's CPace numbers, codes, and whole pairings.
func pairingVectors() throws -> String {
    try vectorText(
        PairingVectors(
            chapter: "04-pairing", cpace: draftVectors, invalidShares: draftInvalidShares,
            codes: codeVectors(),
            pairings: [
                try pairingVector("both accept", joiner: true, inviter: true),
                try pairingVector("the inviter finds other words", joiner: true, inviter: false),
            ],
            devices: [
                try devicePairingVector("one more device of the inviter", .device),
                try devicePairingVector("a device with a recovery sheet", .sheet),
                try devicePairingVector("a colleague who lost all devices", .recovery),
            ], wrongCode: try wrongCodeVector()))
}

/// The file's content; all bytes are hexadecimal.
private struct PairingVectors: Encodable {
    /// One run of draft-irtf-cfrg-cpace, suite CPACE-RISTR255-SHA512, initiator-responder setting.
    struct CPaceRun: Encodable {
        var name, password, channel, session, associatedA, associatedB: String
        var scalarA, scalarB, generator, shareA, shareB, key: String
    }
    /// What a person may type.
    struct Code: Encodable {
        var typed: String
        var text: String?
    }
    /// Bytes on the wire.
    struct Wire: Encodable { var from, bytes: String }
    /// A whole pairing.
    struct Pairing: Encodable {
        var name, code, session, joinerScalar, inviterScalar: String
        var newcomer: String
        var welcome: String?
        var words: [String]
        var wire: [Wire]
    }
    /// A whole pairing in which the newcomer becomes a device of somebody who belongs.
    struct DevicePairing: Encodable {
        var name, code, session, joinerScalar, inviterScalar: String
        var deviceSeed: String
        var sheetSeed: String?
        var newcomer, offer, acceptance, welcome: String
        var wire: [Wire]
    }
    /// A joiner with another code, and what it gets.
    struct WrongCode: Encodable {
        var code, guess, session, joinerScalar, inviterScalar: String
        var wire: [Wire]
    }

    var chapter: String
    var cpace: [CPaceRun]
    var invalidShares: [String]
    var codes: [Code]
    var pairings: [Pairing]
    var devices: [DevicePairing]
    var wrongCode: WrongCode
}

/// From the draft's test vectors; the second set is that of its machine-readable file.
private let draftVectors = [
    PairingVectors.CPaceRun(
        name: "draft-irtf-cfrg-cpace, appendix: ristretto255 and SHA-512",
        password: "50617373776f7264",
        channel: "6f630b425f726573706f6e6465720b415f696e69746961746f72",
        session: "7e4b4791d6a8ef019b936c79fb7f2c57", associatedA: "414461", associatedB: "414462",
        scalarA: "da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08",
        scalarB: "d2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d",
        generator: "a6fc82c3b8968fbb2e06fee81ca858586dea50d248f0c7ca6a18b0902a30b36b",
        shareA: "d40fb265a7abeaee7939d91a585fe59f7053f982c296ec413c624c669308f87a",
        shareB: "08bcf6e9777a9c313a3db6daa510f2d398403319c2341bd506a92e672eb7e307",
        key: "4c5469a16b2364c4b944ebc1a79e51d1674ad47db26e8718154f59faebfaa52d"
            + "8346f30aa58377117eb20d527f2cbc5c76381f7fd372e89df8239f87f2e02ed1"),
    PairingVectors.CPaceRun(
        name: "draft-irtf-cfrg-cpace, testvectors.json: G_Coffee25519",
        password: "50617373776f7264",
        channel: "0b415f696e69746961746f720b425f726573706f6e646572",
        session: "7e4b4791d6a8ef019b936c79fb7f2c57", associatedA: "414461", associatedB: "414462",
        scalarA: "da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08",
        scalarB: "d2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d",
        generator: "222b6b195fe84b1652badb6f6a3ae3d24341e7306967f0b8115b40d5698c7e56",
        shareA: "d6bac480f2c386c394efc7c47adb9925dcd2630b64f240c50f8d0eec482b9157",
        shareB: "3ea7e0b19560d7c0b0f5734f63b955286dfa8232b5ebe63324e2d9e7433f7258",
        key: "b69effbf61b51d56401c0f65601abe428de8206feaaf0e32198896dcae7b35cd"
            + "2b38950a39dfd5d4a79164614c2984f7daa460b588c1e80c3fa2068af7900447"),
]

/// From the draft: bytes that encode no element, and the neutral element.
private let draftInvalidShares = [
    "2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c",
    "0000000000000000000000000000000000000000000000000000000000000000",
]

private func codeVectors() -> [PairingVectors.Code] {
    [
        "47-copper-lava", "47 copper lava", " 47-COPPER-Lava\n", "47copper lava", "47 copper",
        "9-copper-lava", "100-copper-lava", "47-copper-lantern-lava", "47-copper-hearth", "",
    ].map { PairingVectors.Code(typed: $0, text: PairingCode($0)?.text) }
}

private let codeText = "47-copper-lava"
private let sessionName = counting(from: 0x10, count: 16)
/// Below the group's order, because the last and most significant byte is small.
private let joinerScalar = counting(from: 0x30, count: 31) + [0x01]
private let inviterScalar = counting(from: 0x70, count: 31) + [0x02]

private let deviceSeed = counting(from: 0xa0)
private let sheetSeed = counting(from: 0xc0)

private func card() throws -> DeviceCard {
    let device = try SigningKey(seed: deviceSeed)
    let agreement = try AgreementKey(secret: counting(from: 0x20))
    return DeviceCard(
        device: DeviceID(raw: device.publicKey), agreementKey: agreement.publicKey,
        binding: DeviceProof.bind(agreement.publicKey, with: device))
}

private func newcomer() throws -> Newcomer {
    guard let nonce = Bytes32(counting(from: 0xe0)) else {
        throw VectorFailure.unexpected("nonce")
    }
    return Newcomer(
        founding: PersonFounding(device: try card(), nonce: nonce).encoded(), name: "Ada")
}

private func newcomer(for purpose: PairingOffer.Purpose) throws -> Newcomer {
    switch purpose {
    case .device: return Newcomer(device: try card(), label: "Laptop 2")
    case .sheet:
        let sheet = try SigningKey(seed: sheetSeed)
        return Newcomer(
            device: try card(), label: "Laptop 2", sheet: DeviceID(raw: sheet.publicKey))
    case .recovery, .unknown: return try newcomer()
    }
}

private func welcome() throws -> Welcome {
    guard let workplace = SpaceID(counting(from: 0x01)), let key = Bytes32(counting(from: 0x02)),
        let inviter = PersonID(counting(from: 0x03)), let network = Bytes32(counting(from: 0x00))
    else { throw VectorFailure.unexpected("welcome") }
    return Welcome(
        workplace: workplace, name: "Workshop", networkKey: network,
        keys: [SpaceKey(generation: 1, key: key)], inviter: inviter, inviterName: "Grace",
        addresses: ["10.0.0.7:7117"])
}

private func joiner(_ code: String, _ newcomer: Newcomer) throws -> PairingJoiner {
    guard let code = PairingCode(code), let session = Bytes16(sessionName) else {
        throw VectorFailure.unexpected("code")
    }
    return PairingJoiner(
        code: code, session: session, scalar: SecretBytes(copying: joinerScalar),
        newcomer: newcomer)
}

private func inviter() throws -> PairingInviter {
    guard let code = PairingCode(codeText) else { throw VectorFailure.unexpected("code") }
    return PairingInviter(code: code, scalar: SecretBytes(copying: inviterScalar))
}

private func sent(_ events: [PairingEvent]) -> Bytes {
    events.flatMap { event -> Bytes in
        guard case .send(let bytes) = event else { return [] }
        return bytes
    }
}

private func pairingVector(
    _ name: String, joiner joinerAccepts: Bool, inviter inviterAccepts: Bool
) throws -> PairingVectors.Pairing {
    var joiner = try joiner(codeText, newcomer())
    var inviter = try inviter()
    var wire: [PairingVectors.Wire] = []
    func record(_ sender: String, _ events: [PairingEvent]) -> Bytes {
        let bytes = sent(events)
        wire.append(PairingVectors.Wire(from: sender, bytes: Hex.encode(bytes)))
        return bytes
    }
    let share = record("joiner", try joiner.start())
    let answer = record("inviter", try inviter.receive(share))
    let agreed = try joiner.receive(answer)
    _ = try inviter.receive(record("joiner", agreed))
    let words = agreed.compactMap { event -> [String]? in
        guard case .keyAgreed(let words) = event else { return nil }
        return words
    }.first
    guard let words else { throw VectorFailure.unexpected("words") }
    let first = record("joiner", try joiner.decide(isAccepted: joinerAccepts))
    _ = try inviter.receive(first)
    let second = record("inviter", try inviter.decide(isAccepted: inviterAccepts))
    _ = try joiner.receive(second)
    let isWelcome = joinerAccepts && inviterAccepts
    if isWelcome {
        let last = record("inviter", try inviter.welcome(welcome()))
        _ = try joiner.receive(last)
    }
    return PairingVectors.Pairing(
        name: name, code: codeText, session: Hex.encode(sessionName),
        joinerScalar: Hex.encode(joinerScalar), inviterScalar: Hex.encode(inviterScalar),
        newcomer: Hex.encode(try newcomer().encoded()),
        welcome: isWelcome ? Hex.encode(try welcome().encoded()) : nil, words: words, wire: wire)
}

/// What each side sends when the newcomer becomes a device of somebody who belongs.
private func devicePairingVector(
    _ name: String, _ purpose: PairingOffer.Purpose
) throws -> PairingVectors.DevicePairing {
    let comer = try newcomer(for: purpose)
    var joiner = try joiner(codeText, comer)
    var inviter = try inviter()
    var wire: [PairingVectors.Wire] = []
    func record(_ sender: String, _ events: [PairingEvent]) -> Bytes {
        let bytes = sent(events)
        wire.append(PairingVectors.Wire(from: sender, bytes: Hex.encode(bytes)))
        return bytes
    }
    let answer = record("inviter", try inviter.receive(record("joiner", try joiner.start())))
    _ = try inviter.receive(record("joiner", try joiner.receive(answer)))
    _ = try inviter.receive(record("joiner", try joiner.decide(isAccepted: true)))
    _ = try joiner.receive(record("inviter", try inviter.decide(isAccepted: true)))
    var welcome = try welcome()
    let offer = PairingOffer(
        workplace: welcome.workplace, founding: try newcomer().founding, name: "Ada",
        purpose: purpose)
    _ = try joiner.receive(record("inviter", try inviter.offer(offer)))
    let sheet = purpose == .sheet ? try SigningKey(seed: sheetSeed) : nil
    let accepted = try joiner.accept(with: try SigningKey(seed: deviceSeed), sheet: sheet)
    var acceptance: PairingAcceptance?
    for case .acceptance(let found) in try inviter.receive(record("joiner", accepted)) {
        acceptance = found
    }
    guard let acceptance else { throw VectorFailure.unexpected("acceptance") }
    if purpose == .device, let key = Bytes32(counting(from: 0x05)) {
        let space = SharedKeys(
            space: SpaceID(raw: key), keys: [SpaceKey(generation: 2, key: key)])
        welcome.spaces = [space]
    }
    _ = try joiner.receive(record("inviter", try inviter.welcome(welcome)))
    return PairingVectors.DevicePairing(
        name: name, code: codeText, session: Hex.encode(sessionName),
        joinerScalar: Hex.encode(joinerScalar), inviterScalar: Hex.encode(inviterScalar),
        deviceSeed: Hex.encode(deviceSeed),
        sheetSeed: purpose == .sheet ? Hex.encode(sheetSeed) : nil,
        newcomer: Hex.encode(comer.encoded()), offer: Hex.encode(offer.encoded()),
        acceptance: Hex.encode(acceptance.encoded()), welcome: Hex.encode(welcome.encoded()),
        wire: wire)
}

private func wrongCodeVector() throws -> PairingVectors.WrongCode {
    let guess = "47-copper-lawn"
    var joiner = try joiner(guess, newcomer())
    var inviter = try inviter()
    let share = sent(try joiner.start())
    let answer = sent(try inviter.receive(share))
    return PairingVectors.WrongCode(
        code: codeText, guess: guess, session: Hex.encode(sessionName),
        joinerScalar: Hex.encode(joinerScalar), inviterScalar: Hex.encode(inviterScalar),
        wire: [
            PairingVectors.Wire(from: "joiner", bytes: Hex.encode(share)),
            PairingVectors.Wire(from: "inviter", bytes: Hex.encode(answer)),
        ])
}
