public import Keys
public import Wire

/// Why a session or a pairing came to its end.
///
/// Whoever sees one closes the connection.
public enum ChannelError: Error, Equatable, Sendable {
    // MARK: The other side broke the protocol

    /// The connection begins with a byte that announces neither a session nor a pairing.
    case unknownOpening(UInt8)
    /// A frame is longer or shorter than what may come now.
    case frameLength(Int)
    /// A message inside the session is empty or longer than the limit.
    case messageLength(Int)
    /// Bytes weren't sealed with the key that was agreed on, or not as the next message.
    ///
    /// In the first message of a handshake: the sender doesn't know the network key.
    case notAuthentic
    /// The other side's public key is one that must be refused.
    case refusedPoint(KeyError)
    /// A message comes that has no place at this point.
    case outOfTurn
    /// A pairing message doesn't decode.
    case undecodable(WireError)

    // MARK: Pairing

    /// The two sides used different codes, or somebody stands between them.
    case wrongCode
    /// The code was tried too often.
    case codeVoid
    /// The code has let somebody in already.
    case codeUsed
    /// The code is too old.
    case codeExpired

    // MARK: Our own use

    /// Every nonce of a key was used.
    case nonceExhausted
    /// A key that the pattern needs wasn't given.
    case missingKey
    /// The session isn't established yet.
    case notEstablished
    /// The session or pairing is over, after an error or by a verdict.
    case closed
}
