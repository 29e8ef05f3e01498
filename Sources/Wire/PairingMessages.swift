/// A CPace share in clear; from the inviter with its confirmation (`pairing.proto`, chapter 04).
public struct PairingShare: Equatable, Sendable {
    /// Random bytes of the joiner that name this attempt.
    public var session: Bytes16
    /// The public share.
    public var share: Bytes32
    /// The inviter's key confirmation; absent in the joiner's message.
    public var confirmation: Bytes32?

    /// Makes a share.
    public init(session: Bytes16, share: Bytes32, confirmation: Bytes32?) {
        self.session = session
        self.share = share
        self.confirmation = confirmation
    }
}

/// The joiner's key confirmation.
public struct PairingConfirmation: Equatable, Sendable {
    /// The confirmation.
    public var confirmation: Bytes32

    /// Makes a confirmation.
    public init(confirmation: Bytes32) { self.confirmation = confirmation }
}

/// Who wants to come in.
public struct Newcomer: Equatable, Sendable {
    /// An encoded ``PersonFounding``.
    public var founding: Bytes
    /// The name to show.
    public var name: String

    /// Makes a newcomer.
    public init(founding: Bytes, name: String) {
        self.founding = founding
        self.name = name
    }
}

/// Everything a newcomer needs to be a member.
///
/// It holds secrets: wipe the bytes it came in.
public struct Welcome: Sendable {
    /// The workplace.
    public var workplace: SpaceID
    /// Its name.
    public var name: String
    /// The key that lets nodes of the workplace recognise and reach each other.
    public var networkKey: Bytes32
    /// Every known generation of the workplace's key.
    public var keys: [SpaceKey]
    /// Who invites.
    public var inviter: PersonID
    /// The name to show.
    public var inviterName: String
    /// Where the inviter can be reached, as `address:port`.
    public var addresses: [String]

    /// Makes a welcome.
    public init(
        workplace: SpaceID, name: String, networkKey: Bytes32, keys: [SpaceKey],
        inviter: PersonID, inviterName: String, addresses: [String]
    ) {
        self.workplace = workplace
        self.name = name
        self.networkKey = networkKey
        self.keys = keys
        self.inviter = inviter
        self.inviterName = inviterName
        self.addresses = addresses
    }
}

/// One generation of a space's key, bare.
public struct SpaceKey: Equatable, Sendable {
    /// Counts the generations from 1.
    public var generation: UInt64
    /// The key.
    public var key: Bytes32

    /// Makes a space key.
    public init(generation: UInt64, key: Bytes32) {
        self.generation = generation
        self.key = key
    }
}

/// Whether the user found the four words equal.
public struct PairingVerdict: Equatable, Sendable {
    /// True if the words were equal.
    public var isAccepted: Bool

    /// Makes a verdict.
    public init(isAccepted: Bool) { self.isAccepted = isAccepted }
}
