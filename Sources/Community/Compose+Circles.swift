public import Ledger
public import Wire

/// Communities that not everybody reads, and who comes into them.
extension Compose {
    /// What the founder of a listed or hidden community writes.
    public struct ClosedFounding: Equatable, Sendable {
        /// What stands in the workplace's space; nothing for a hidden community.
        public var workplace: [Operation] = []
        /// What stands in the community's own space; nothing for a listed one.
        public var community: [Operation] = []
    }

    /// Founds a community whose key is sealed, and joins it.
    ///
    /// - Parameters:
    ///   - founding: The encoded ``SpaceFounding`` of the community's space.
    ///   - key: The first generation of its key.
    ///   - cards: The founder's devices.
    ///   - past: What it goes on from, if it is a fork.
    public static func closedCommunity(
        name: String, purpose: String? = nil, isListed: Bool, founding: Bytes, key: EpochKey,
        for cards: [DeviceCard], of past: Past? = nil,
        using generator: inout some RandomNumberGenerator
    ) throws(CommunityError) -> ClosedFounding {
        let space = Founding.spaceID(of: founding)
        let visibility: Directory.Visibility = isListed ? .listed : .hidden
        var fields: [(String, Value)] = [
            ("name", .text(name)), ("space", .bytes(space.bytes)), ("membership", .integer(1)),
            ("visibility", .integer(visibility.rawValue)),
        ]
        if let purpose { fields.append(("purpose", .text(purpose))) }
        fields += past?.fields ?? []
        let operations =
            [.statement(.spaceFounded(founding: founding))]
            + KeySealer.statements(
                sealing: key, of: isListed ? space : nil, for: cards, using: &generator)
            + [try create(Schema.community, fields)]
        return isListed
            ? ClosedFounding(workplace: operations) : ClosedFounding(community: operations)
    }

    /// Lets a colleague into the community in whose space it is written.
    ///
    /// - Parameter token: That of the invitation whose code the colleague showed.
    public static func admission(of person: PersonID, token: Bytes16? = nil) -> [Operation] {
        [.statement(.memberAdmitted(person, invitation: token))]
    }

    /// Invites whoever knows a code into the community in whose space it is written.
    ///
    /// - Parameters:
    ///   - uses: How many people may use it.
    ///   - expires: Until when, in milliseconds since 1970.
    public static func invitation(
        _ code: InvitationCode, uses: UInt32, expires: Int64
    ) -> [Operation] {
        [
            .statement(
                .invitationMade(
                    InvitationTerms(token: code.token, uses: uses, expires: expires)))
        ]
    }
}
