public import Keys
internal import Ledger
public import Wire

extension InvitationCode {
    /// The code as a secret from which keys are made.
    public var secret: SecretBytes { SecretBytes(copying: canonical) }
}

/// A slip of paper with a code: whoever has it is the one for whom it was made.
///
/// The code makes a key, and only the key's public half is told. So colleagues can see that somebody
/// had the slip, and nobody who saw it shown can show it again for somebody else.
public enum Slip {
    /// The key that follows from the code on a slip.
    public static func key(of code: InvitationCode) -> SigningKey? {
        try? SigningKey(seed: Hash.secret(code.secret, .slipKey, []))
    }

    /// Says with a slip whose it is.
    public static func show(
        _ slip: SigningKey, for person: PersonID, in workplace: SpaceID
    ) -> Bytes64 {
        slip.sign(.slip, [workplace.bytes, person.bytes])
    }

    /// Whether a slip says that it is a person's.
    public static func isShown(
        _ signature: Bytes64, of slip: Bytes32, for person: PersonID, in workplace: SpaceID
    ) -> Bool {
        Signature.isValid(signature, of: .slip, [workplace.bytes, person.bytes], by: slip)
    }

    /// Takes a name off words with the slip on which it was made.
    public static func takeAway(
        _ slip: SigningKey, from record: RecordID, in workplace: SpaceID
    ) -> Bytes64 {
        slip.sign(.slipAway, [workplace.bytes, record.bytes])
    }

    /// Whether a slip takes a name off words.
    public static func isTakenAway(
        _ signature: Bytes64, of slip: Bytes32, from record: RecordID, in workplace: SpaceID
    ) -> Bool {
        Signature.isValid(signature, of: .slipAway, [workplace.bytes, record.bytes], by: slip)
    }
}

extension ShownSlip {
    /// Whether the slip is the person's who was founded, with a key that a terminal keeps: whoever has
    /// a computer is let in face to face.
    func isGenuine(in workplace: SpaceID) -> Bool {
        guard let founding = try? Founding.readPerson(founding), founding.hosting != nil else {
            return false
        }
        return Slip.isShown(
            signature, of: slip, for: Founding.personID(of: self.founding), in: workplace)
    }
}
