public import Wire

extension Compose {
    // MARK: Roles

    /// Takes a role, or asks somebody to take it.
    ///
    /// - Parameters:
    ///   - kind: The role.
    ///   - asked: Who is asked; `nil` if the writer takes it.
    ///   - from: When the term begins, in milliseconds since 1970.
    ///   - until: When it ends.
    ///   - pledge: What a volunteer pledges; not for somebody who is asked.
    public static func role(
        _ kind: RoleKind, asked: PersonID? = nil, from: Int64, until: Int64, pledge: String = ""
    ) throws(CommunityError) -> [Operation] {
        var fields: [(String, Value)] = [
            ("kind", .text(kind.rawValue)), ("from", .integer(from)), ("until", .integer(until)),
        ]
        if let asked {
            fields.append(("asked", .bytes(asked.bytes)))
        } else {
            fields.append(("held", .flag(true)))
            if !pledge.isEmpty { fields.append(("pledge", .text(pledge))) }
        }
        return [try create(Schema.role, fields)]
    }

    /// Accepts a role that one was asked to take.
    public static func acceptRole(
        _ role: RecordID, pledge: String = ""
    ) throws(CommunityError) -> [Operation] {
        let accepted = try edit("held", to: .flag(true), of: role, kind: Schema.role)
        guard !pledge.isEmpty else { return accepted }
        return try accepted + edit("pledge", to: .text(pledge), of: role, kind: Schema.role)
    }

    /// Lays a role down, or declines it.
    public static func layDownRole(_ role: RecordID) throws(CommunityError) -> [Operation] {
        try edit("held", to: .flag(false), of: role, kind: Schema.role)
    }

    // MARK: Flags and blurs

    /// Flags a version of an item.
    public static func flag(
        _ item: RecordID, version: OperationID, reason: FlagReason, text: String = ""
    ) throws(CommunityError) -> [Operation] {
        [
            try create(
                Schema.flag, objection(item, version: version, reason: reason.rawValue, text))
        ]
    }

    /// Takes a flag of one's own back.
    public static func withdraw(flag: RecordID) throws(CommunityError) -> [Operation] {
        try edit("withdrawn", to: .flag(true), of: flag, kind: Schema.flag)
    }

    /// Blurs an item.
    public static func blur(
        _ item: RecordID, version: OperationID, reason: BlurReason, text: String = ""
    ) throws(CommunityError) -> [Operation] {
        [
            try create(
                Schema.blur, objection(item, version: version, reason: reason.rawValue, text))
        ]
    }

    /// Lifts a blur of one's own early.
    public static func lift(blur: RecordID) throws(CommunityError) -> [Operation] {
        try edit("lifted", to: .flag(true), of: blur, kind: Schema.blur)
    }

    private static func objection(
        _ item: RecordID, version: OperationID, reason: String, _ text: String
    ) -> [(String, Value)] {
        let fields: [(String, Value)] = [
            ("target", .record(item)), ("version", .bytes(version.bytes)),
            ("reason", .text(reason)),
        ]
        return text.isEmpty ? fields : fields + [("text", .text(text))]
    }
}
