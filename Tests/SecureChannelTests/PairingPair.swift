import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

/// A joiner and an inviter, and what flows between them, for the tests.
struct PairingPair {
    var joiner: PairingJoiner
    var inviter: PairingInviter

    /// Two sides that haven't begun.
    init(
        using generator: inout SeededGenerator, inviterCode: String = "47-copper-lava",
        joinerCode: String = "47-copper-lava"
    ) throws {
        joiner = PairingJoiner(
            code: try #require(PairingCode(joinerCode)),
            session: try #require(Bytes16(generator.bytes(16))),
            scalar: Ristretto255.scalar(using: &generator), newcomer: PairingPair.newcomer)
        inviter = PairingInviter(
            code: try #require(PairingCode(inviterCode)),
            scalar: Ristretto255.scalar(using: &generator))
    }

    static let newcomer = Newcomer(founding: Bytes(repeating: 7, count: 200), name: "Ada")

    static func welcome() throws -> Welcome {
        let bytes = try #require(Bytes32(Bytes(0..<32)))
        return Welcome(
            workplace: SpaceID(raw: bytes), name: "Workshop", networkKey: bytes,
            keys: [SpaceKey(generation: 1, key: bytes)], inviter: PersonID(raw: bytes),
            inviterName: "Grace", addresses: ["10.0.0.7:7117"])
    }

    /// Goes on until both sides have shown the words.
    ///
    /// - Returns: What was sent, in order, and the words of the joiner and of the inviter.
    @discardableResult
    mutating func agree() throws -> (wire: [Bytes], words: [[String]]) {
        let share = try joiner.start().sent
        let answer = try inviter.receive(share).sent
        let agreed = try joiner.receive(answer)
        let met = try inviter.receive(agreed.sent)
        return ([share, answer, agreed.sent], [agreed, met].compactMap(\.words))
    }
}

extension [PairingEvent] {
    /// All bytes to send.
    var sent: Bytes {
        flatMap { event -> Bytes in
            guard case .send(let bytes) = event else { return [] }
            return bytes
        }
    }

    /// The words, if they are shown.
    var words: [String]? {
        for case .keyAgreed(let words) in self { return words }
        return nil
    }

    /// The names of the events other than `send`, for comparison.
    var names: [String] {
        compactMap { event in
            switch event {
            case .send: nil
            case .keyAgreed: "keyAgreed"
            case .newcomer(let newcomer): "newcomer \(newcomer.name)"
            case .bothAccepted: "bothAccepted"
            case .offer(let offer): "offer \(offer.name)"
            case .acceptance: "acceptance"
            case .refused: "refused"
            case .welcome(let welcome): "welcome \(welcome.name)"
            }
        }
    }
}
