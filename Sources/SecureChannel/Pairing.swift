public import Wire

/// What comes of a pairing's received bytes and of the user's decisions.
public enum PairingEvent: Sendable {
    /// Send these bytes.
    case send(Bytes)
    /// Both sides know the code; show the words for the user to compare.
    case keyAgreed(words: [String])
    /// Who wants to come in; to the inviter only, together with the words.
    case newcomer(Newcomer)
    /// Both users found the words equal; the inviter now sends the welcome.
    case bothAccepted
    /// Whose this device shall become; to the joiner only, who may accept it or hang up.
    case offer(PairingOffer)
    /// The device wants to be that person's, and its signatures are right; to the inviter only,
    /// who now sends the welcome.
    case acceptance(PairingAcceptance)
    /// One of the users found the words different: close the connection, it is over.
    case refused
    /// Everything that a member needs; to the joiner only. The connection can be closed.
    case welcome(Welcome)
}

/// What both sides of a pairing must agree on without sending it (chapter 04).
package enum PairingProtocol {
    /// Goes along with the joiner's share (ADa).
    package static let joiner = Bytes("joiner".utf8)
    /// Goes along with the inviter's share (ADb).
    package static let inviter = Bytes("inviter".utf8)
    /// What both sides know about their channel (CI).
    package static let channel = CPace.concatenation([Bytes("hearth/1".utf8), joiner, inviter])

    /// Bytes of a message in clear: it is read before anything is known of the sender.
    static let clearLengths = 1...128
    /// Bytes of a sealed message: its kind and a tag at least.
    static let sealedLengths = 17...Limits.pairingMessageBytes

    /// Decodes with a typed error.
    static func decoded<Message>(
        _ decode: () throws(WireError) -> Message
    ) throws(ChannelError) -> Message {
        do throws(WireError) {
            return try decode()
        } catch {
            throw .undecodable(error)
        }
    }
}

/// The users' verdicts on the words, for the side that keeps them.
struct Verdicts: Sendable {
    var ours: Bool?
    var theirs: Bool?

    var areBothGood: Bool { ours == true && theirs == true }
    var isAnyBad: Bool { ours == false || theirs == false }
}
