public import Keys
internal import Wire

/// A pairing code with its life: one use, ten minutes, three tries (chapter 04).
///
/// Time is told to it as the duration since any fixed moment of a clock that never jumps.
public struct Invitation: Sendable {
    /// The code.
    public let code: PairingCode
    /// When the code stops working.
    public let expiry: Duration
    /// How many attempts may still begin.
    public private(set) var triesLeft = Limits.pairingTries
    /// Whether the code has let somebody in.
    public private(set) var isUsed = false

    /// Opens an invitation.
    public init(code: PairingCode, at now: Duration) {
        self.code = code
        expiry = now + .seconds(Limits.pairingSeconds)
    }

    /// Begins an attempt, when a connection's first byte announces a pairing.
    ///
    /// The attempt counts as a try whatever comes of it: whoever gives up in the middle has
    /// learned whether a guess was right.
    ///
    /// - Parameter scalar: ``Keys/Ristretto255/scalar(using:)``, for this attempt alone.
    /// - Throws: ``ChannelError/codeUsed``, ``ChannelError/codeExpired`` or
    ///   ``ChannelError/codeVoid``.
    public mutating func begin(
        at now: Duration, scalar: SecretBytes
    ) throws(ChannelError) -> PairingInviter {
        try check(at: now)
        triesLeft -= 1
        return PairingInviter(code: code, scalar: scalar)
    }

    /// Uses the code up, when an attempt has shown its words: no other may go on.
    ///
    /// - Throws: ``ChannelError/codeUsed`` if another attempt was faster, or
    ///   ``ChannelError/codeExpired``; end this attempt then.
    public mutating func redeem(at now: Duration) throws(ChannelError) {
        if isUsed { throw .codeUsed }
        if now >= expiry { throw .codeExpired }
        isUsed = true
    }

    /// Whether another attempt may begin, so that it is worth announcing the locator.
    public func isOpen(at now: Duration) -> Bool { !isUsed && now < expiry && triesLeft > 0 }

    private func check(at now: Duration) throws(ChannelError) {
        if isUsed { throw .codeUsed }
        if now >= expiry { throw .codeExpired }
        if triesLeft <= 0 { throw .codeVoid }
    }
}
