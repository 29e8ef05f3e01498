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

/// Who wants to come in: a person, or a further device of somebody who belongs already.
public struct Newcomer: Equatable, Sendable {
    /// An encoded ``PersonFounding``; empty for a further device.
    public var founding: Bytes
    /// The name to show: the person's, or the label of the device.
    public var name: String
    /// The further device; `nil` for a person.
    public var device: DeviceCard?
    /// The recovery sheet that speaks for the device, if one does.
    public var sheet: DeviceID?

    /// Makes a newcomer who is a person.
    public init(founding: Bytes, name: String) {
        self.founding = founding
        self.name = name
    }

    /// Makes a newcomer that is a further device.
    public init(device: DeviceCard, label: String, sheet: DeviceID? = nil) {
        founding = []
        name = label
        self.device = device
        self.sheet = sheet
    }
}

/// Whose the newcomer's device shall become.
public struct PairingOffer: Equatable, Sendable {
    /// Why the device shall become theirs.
    public enum Purpose: Equatable, Sendable {
        /// It is one more device of who invites.
        case device
        /// The person's recovery sheet says so.
        case sheet
        /// Who invites knows the person, whose devices are lost.
        case recovery
        /// For a reason of a later version.
        case unknown
    }

    /// The workplace.
    public var workplace: SpaceID
    /// The person's encoded ``PersonFounding``.
    public var founding: Bytes
    /// The person's name, to show.
    public var name: String
    /// Why.
    public var purpose: Purpose

    /// Makes an offer.
    public init(workplace: SpaceID, founding: Bytes, name: String, purpose: Purpose) {
        self.workplace = workplace
        self.founding = founding
        self.name = name
        self.purpose = purpose
    }
}

/// The device wants to be the person's whom the offer names.
public struct PairingAcceptance: Equatable, Sendable {
    /// The device's signature over the workplace and the person.
    public var acceptance: Bytes64
    /// The recovery sheet's signature over the workplace, the person and the device.
    public var sheet: Bytes64?

    /// Makes an acceptance.
    public init(acceptance: Bytes64, sheet: Bytes64? = nil) {
        self.acceptance = acceptance
        self.sheet = sheet
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
    /// The keys of other spaces, for one more device of who invites.
    public var spaces: [SharedKeys]

    /// Makes a welcome.
    public init(
        workplace: SpaceID, name: String, networkKey: Bytes32, keys: [SpaceKey],
        inviter: PersonID, inviterName: String, addresses: [String], spaces: [SharedKeys] = []
    ) {
        self.spaces = spaces
        self.workplace = workplace
        self.name = name
        self.networkKey = networkKey
        self.keys = keys
        self.inviter = inviter
        self.inviterName = inviterName
        self.addresses = addresses
    }
}

/// The bare keys of one space.
public struct SharedKeys: Equatable, Sendable {
    /// The space.
    public var space: SpaceID
    /// Its generations.
    public var keys: [SpaceKey]

    /// Makes keys of a space.
    public init(space: SpaceID, keys: [SpaceKey]) {
        self.space = space
        self.keys = keys
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
