public import Keys
public import Wire

/// Who asked a question that names nobody (chapter 22, section 9).
///
/// The question holds a commitment: a keyed hash of the person and the space under a secret that is
/// made for it and for nothing else. So two questions of one person have nothing in common, and only
/// the person can open it: by the secret, in an entry that is signed as theirs.
public enum Pseudonym {
    /// How many such questions of one person, or by one scribe, may be open.
    public static let mostOpen = 3
    /// The time in which they are counted, in milliseconds: a week.
    public static let window: Int64 = 7 * 86_400_000

    /// What the question holds.
    ///
    /// - Parameters:
    ///   - person: Who asks.
    ///   - space: The community's space.
    ///   - secret: 32 bytes that were made for this question.
    public static func commitment(
        of person: PersonID, in space: SpaceID, under secret: SecretBytes
    ) -> Bytes32 {
        Hash.keyed(secret, .pseudonym, [person.bytes, space.bytes])
    }

    /// Who asked, if one of the entries opens the commitment.
    ///
    /// An entry counts for the person who wrote it and for nobody else. What was opened stays open,
    /// whatever else the person writes there later.
    ///
    /// - Parameter entries: What people wrote to open it, in any order.
    public static func asker(
        _ commitment: Bytes32, in space: SpaceID, entries: [(person: PersonID, secret: Bytes)]
    ) -> PersonID? {
        entries.first { entry in
            entry.secret.count == 32
                && Hash.keyed(entry.secret, .pseudonym, [entry.person.bytes, space.bytes])
                    == commitment
        }?.person
    }

    /// The secret of a question that a colleague asks for somebody, who has the code on paper.
    public static func secret(from code: InvitationCode) -> SecretBytes {
        Hash.secret(code.secret, .pseudonymCode, [])
    }

    /// Whether one more may be asked.
    ///
    /// - Parameters:
    ///   - dates: When those were asked that are still open, in milliseconds since 1970.
    ///   - now: The wall clock.
    public static func mayAsk(after dates: [Int64], now: Int64) -> Bool {
        dates.count { $0 > now - window } < mostOpen
    }
}
