/// A handshake pattern of the Noise Protocol Framework, revision 34, as data.
public struct NoisePattern: Equatable, Sendable {
    /// One step of a message.
    public enum Token: Equatable, Sendable {
        /// A fresh public key, in clear.
        case e
        /// A lasting public key, sealed as soon as there is a key.
        case s
        /// Agreements between the initiator's and the responder's fresh or lasting keys.
        case ee, es, se, ss
        /// A secret that both sides were given.
        case psk
    }

    /// The name, such as `XXpsk0`.
    public let name: String
    /// The messages in order; the initiator sends the first.
    public let messages: [[Token]]
    /// Whether the responder knows the initiator's lasting key beforehand.
    public let responderKnowsInitiator: Bool
    /// Whether the initiator knows the responder's lasting key beforehand.
    public let initiatorKnowsResponder: Bool

    /// How many secrets both sides must be given.
    public var secretCount: Int { messages.joined().count { $0 == .psk } }

    /// What a session between two nodes uses.
    public static let session = NoisePattern(
        name: "XXpsk0", messages: [[.psk, .e], [.e, .ee, .s, .es], [.s, .se]],
        responderKnowsInitiator: false, initiatorKnowsResponder: false)

    /// The pattern with a name: one of section 7 or the appendix, with `psk` modifiers if wanted.
    public init?(name: String) {
        let letters = String(name.prefix { $0.isUppercase || $0 == "1" })
        guard let basic = NoisePattern.table[letters] else { return nil }
        var messages = basic
        for modifier in name.dropFirst(letters.count).split(separator: "+") {
            guard modifier.hasPrefix("psk"), let place = Int(modifier.dropFirst(3)),
                (0...messages.count).contains(place)
            else { return nil }
            if place == 0 {
                messages[0].insert(.psk, at: 0)
            } else {
                messages[place - 1].append(.psk)
            }
        }
        let parties = letters.filter { $0 != "1" }
        self.init(
            name: name, messages: messages, responderKnowsInitiator: parties.first == "K",
            initiatorKnowsResponder: parties.count == 1 || parties.last == "K")
    }

    private init(
        name: String, messages: [[Token]], responderKnowsInitiator: Bool,
        initiatorKnowsResponder: Bool
    ) {
        self.name = name
        self.messages = messages
        self.responderKnowsInitiator = responderKnowsInitiator
        self.initiatorKnowsResponder = initiatorKnowsResponder
    }

    /// The messages of the patterns of sections 7.4, 7.5 and 18.1, by their name.
    ///
    /// Whether a side's key is known beforehand follows from the name: `K`, and the responder of
    /// the one-way patterns, which have one letter.
    private static let table: [String: [[Token]]] = [
        "N": [[.e, .es]],
        "K": [[.e, .es, .ss]],
        "X": [[.e, .es, .s, .ss]],

        "NN": [[.e], [.e, .ee]],
        "NK": [[.e, .es], [.e, .ee]],
        "NX": [[.e], [.e, .ee, .s, .es]],
        "KN": [[.e], [.e, .ee, .se]],
        "KK": [[.e, .es, .ss], [.e, .ee, .se]],
        "KX": [[.e], [.e, .ee, .se, .s, .es]],
        "XN": [[.e], [.e, .ee], [.s, .se]],
        "XK": [[.e, .es], [.e, .ee], [.s, .se]],
        "XX": [[.e], [.e, .ee, .s, .es], [.s, .se]],
        "IN": [[.e, .s], [.e, .ee, .se]],
        "IK": [[.e, .es, .s, .ss], [.e, .ee, .se]],
        "IX": [[.e, .s], [.e, .ee, .se, .s, .es]],

        "NK1": [[.e], [.e, .ee, .es]],
        "NX1": [[.e], [.e, .ee, .s], [.es]],
        "X1N": [[.e], [.e, .ee], [.s], [.se]],
        "X1K": [[.e, .es], [.e, .ee], [.s], [.se]],
        "XK1": [[.e], [.e, .ee, .es], [.s, .se]],
        "X1K1": [[.e], [.e, .ee, .es], [.s], [.se]],
        "X1X": [[.e], [.e, .ee, .s, .es], [.s], [.se]],
        "XX1": [[.e], [.e, .ee, .s], [.es, .s, .se]],
        "X1X1": [[.e], [.e, .ee, .s], [.es, .s], [.se]],
        "K1N": [[.e], [.e, .ee], [.se]],
        "K1K": [[.e, .es], [.e, .ee], [.se]],
        "KK1": [[.e], [.e, .ee, .se, .es]],
        "K1K1": [[.e], [.e, .ee, .es], [.se]],
        "K1X": [[.e], [.e, .ee, .s, .es], [.se]],
        "KX1": [[.e], [.e, .ee, .se, .s], [.es]],
        "K1X1": [[.e], [.e, .ee, .s], [.se, .es]],
        "I1N": [[.e, .s], [.e, .ee], [.se]],
        "I1K": [[.e, .es, .s], [.e, .ee], [.se]],
        "IK1": [[.e, .s], [.e, .ee, .se, .es]],
        "I1K1": [[.e, .s], [.e, .ee, .es], [.se]],
        "I1X": [[.e, .s], [.e, .ee, .s, .es], [.se]],
        "IX1": [[.e, .s], [.e, .ee, .se, .s], [.es]],
        "I1X1": [[.e, .s], [.e, .ee, .s], [.se, .es]],
    ]
}
