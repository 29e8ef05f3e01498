internal import Ledger
public import Wire

/// What is written for people who have no computer at work.
extension Compose {
    /// Notes somebody without a computer, and vouches for whoever shows the slip at a terminal.
    ///
    /// - Parameters:
    ///   - name: What they are called.
    ///   - site: Where they work.
    ///   - consent: How they agreed, one of ``LifeRules/consents``.
    ///   - slip: The public key that follows from the code on their slip.
    public static func unclaimedPerson(
        _ name: String, site: String, consent: String, slip: Bytes32
    ) throws(CommunityError) -> [Operation] {
        try check(consent)
        var fields: [(String, Value)] = [
            ("name", .text(name)), ("consent", .text(consent)), ("slip", .bytes(slip.bytes)),
        ]
        if !site.isEmpty { fields.append(("site", .text(site))) }
        return [.statement(.slipMade(slip)), try create(Schema.unclaimedPerson, fields)]
    }

    /// Says on behalf of whom words of one's own were written.
    ///
    /// - Parameters:
    ///   - record: The words.
    ///   - name: What they are called, where no person without a computer is named.
    ///   - person: The person without a computer.
    ///   - consent: How they agreed.
    ///   - token: What the code on a slip of its own is known by.
    public static func onBehalf(
        of record: RecordID, name: String? = nil, person: RecordID? = nil, consent: String,
        token: Bytes16? = nil
    ) throws(CommunityError) -> Operation {
        try check(consent)
        var fields: [(String, Value)] = [("of", .record(record)), ("consent", .text(consent))]
        if let name { fields.append(("name", .text(name))) }
        if let person { fields.append(("person", .bytes(person.bytes))) }
        if let token { fields.append(("claim_token", .bytes(token.bytes))) }
        return try create(Schema.onBehalf, fields)
    }

    /// Says that one is the person without a computer whom a record notes.
    ///
    /// - Parameter signature: What ``Slip/show(_:for:in:)`` gives.
    public static func claim(
        _ record: RecordID, with signature: Bytes64
    ) throws(CommunityError) -> [Operation] {
        try edit(
            "claim", to: .bytes(signature.bytes), of: record, kind: Schema.unclaimedPerson)
    }

    /// Takes the name of a person without a computer off all words.
    ///
    /// - Parameter signature: What ``Slip/takeAway(_:from:in:)`` gives; whoever has claimed the
    ///   record needs none.
    public static func disown(
        _ record: RecordID, with signature: Bytes64
    ) throws(CommunityError) -> [Operation] {
        try edit(
            "disown", to: .bytes(signature.bytes), of: record, kind: Schema.unclaimedPerson)
    }

    /// What somebody says first with a key that a terminal keeps.
    ///
    /// - Parameters:
    ///   - name: What they are called.
    ///   - site: Where they work.
    public static func introduction(
        held name: String, site: String
    ) throws(CommunityError) -> [Operation] {
        var fields: [(String, Value)] = [("name", .text(name))]
        if !site.isEmpty { fields.append(("site", .text(site))) }
        return [try create(Schema.person, fields)]
    }

    private static func check(_ consent: String) throws(CommunityError) {
        guard LifeRules.consents.contains(consent) else {
            throw .notAChoice(field: "consent", choices: LifeRules.consents)
        }
    }
}
