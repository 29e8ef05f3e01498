internal import SwiftProtobuf

extension PairingShare {
    /// The bytes of the message `PairingShare`.
    public func encoded() -> Bytes {
        var message = PBPairingShare()
        message.session = blob(session.bytes)
        message.share = blob(share.bytes)
        if let confirmation { message.confirmation = blob(confirmation.bytes) }
        return serialized(message)
    }

    /// Reads the message `PairingShare`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> PairingShare {
        let message: PBPairingShare = try parsed(bytes, "pairing share")
        var confirmation: Bytes32?
        if message.confirmation != blob([]) {
            confirmation = try fixedBytes(message.confirmation, "confirmation")
        }
        return PairingShare(
            session: try fixedBytes(message.session, "session"),
            share: try fixedBytes(message.share, "share"), confirmation: confirmation)
    }
}

extension PairingConfirmation {
    /// The bytes of the message `PairingConfirmation`.
    public func encoded() -> Bytes {
        var message = PBPairingConfirmation()
        message.confirmation = blob(confirmation.bytes)
        return serialized(message)
    }

    /// Reads the message `PairingConfirmation`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message.
    public static func decode(
        _ bytes: some Collection<UInt8>
    ) throws(WireError) -> PairingConfirmation {
        let message: PBPairingConfirmation = try parsed(bytes, "pairing confirmation")
        return PairingConfirmation(
            confirmation: try fixedBytes(message.confirmation, "confirmation"))
    }
}

extension Newcomer {
    /// The bytes of the message `Newcomer`.
    public func encoded() -> Bytes {
        var message = PBNewcomer()
        message.founding = blob(founding)
        message.name = name
        if let device { message.device = blob(device.encoded()) }
        if let sheet { message.sheet = blob(sheet.bytes) }
        return serialized(message)
    }

    /// Reads the message `Newcomer`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits, and
    ///   for a newcomer who is a person and a device, or neither.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> Newcomer {
        let message: PBNewcomer = try parsed(bytes, "newcomer")
        let founding = Bytes(message.founding)
        try WireError.check(founding.count, within: Limits.foundingBytes, "founding")
        try checkTexts([message.name], limit: 1, "name")
        guard !message.device.isEmpty else {
            guard message.sheet.isEmpty else { throw .malformed("newcomer") }
            return Newcomer(founding: founding, name: message.name)
        }
        guard founding.isEmpty else { throw .malformed("newcomer") }
        var sheet: DeviceID?
        if !message.sheet.isEmpty { sheet = try fixedBytes(message.sheet, "sheet") }
        return Newcomer(
            device: try DeviceCard.decode(Bytes(message.device)), label: message.name,
            sheet: sheet)
    }
}

extension Welcome {
    /// The bytes of the message `Welcome`.
    ///
    /// They hold secrets.
    public func encoded() -> Bytes {
        var message = PBWelcome()
        message.workplace = blob(workplace.bytes)
        message.name = name
        message.networkKey = blob(networkKey.bytes)
        message.keys = keys.map(\.message)
        message.inviter = blob(inviter.bytes)
        message.inviterName = inviterName
        message.addresses = addresses
        message.spaces = spaces.map { space in
            var message = PBSpaceKeys()
            message.space = blob(space.space.bytes)
            message.keys = space.keys.map(\.message)
            return message
        }
        return serialized(message)
    }

    /// Reads the message `Welcome`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> Welcome {
        let message: PBWelcome = try parsed(bytes, "welcome")
        let count = message.keys.count + message.spaces.reduce(0) { $0 + $1.keys.count }
        try WireError.check(count, within: Limits.spaceKeys, "keys")
        try checkTexts([message.name, message.inviterName], limit: 2, "name")
        try checkTexts(message.addresses, limit: Limits.peerAddresses, "addresses")
        var spaces: [SharedKeys] = []
        for space in message.spaces {
            spaces.append(
                SharedKeys(
                    space: try fixedBytes(space.space, "space"),
                    keys: try SpaceKey.read(space.keys)))
        }
        return Welcome(
            workplace: try fixedBytes(message.workplace, "workplace"), name: message.name,
            networkKey: try fixedBytes(message.networkKey, "network key"),
            keys: try SpaceKey.read(message.keys),
            inviter: try fixedBytes(message.inviter, "inviter"),
            inviterName: message.inviterName, addresses: message.addresses, spaces: spaces)
    }
}

extension SpaceKey {
    fileprivate var message: PBSpaceKey {
        var message = PBSpaceKey()
        message.generation = generation
        message.key = blob(key.bytes)
        return message
    }

    fileprivate static func read(_ messages: [PBSpaceKey]) throws(WireError) -> [SpaceKey] {
        var keys: [SpaceKey] = []
        for key in messages {
            keys.append(
                SpaceKey(generation: key.generation, key: try fixedBytes(key.key, "key")))
        }
        return keys
    }
}

extension PairingOffer {
    /// The purposes with their numbers on the wire, which never change.
    private static let purposes: [(PBPairingPurpose, Purpose)] = [
        (.device, .device), (.sheet, .sheet), (.recovery, .recovery),
    ]

    /// The bytes of the message `PairingOffer`.
    public func encoded() -> Bytes {
        var message = PBPairingOffer()
        message.workplace = blob(workplace.bytes)
        message.founding = blob(founding)
        message.name = name
        message.purpose = Self.purposes.first { $0.1 == purpose }?.0 ?? .unspecified
        return serialized(message)
    }

    /// Reads the message `PairingOffer`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> PairingOffer {
        let message: PBPairingOffer = try parsed(bytes, "pairing offer")
        let founding = Bytes(message.founding)
        try WireError.check(founding.count, within: Limits.foundingBytes, "founding")
        try checkTexts([message.name], limit: 1, "name")
        return PairingOffer(
            workplace: try fixedBytes(message.workplace, "workplace"), founding: founding,
            name: message.name,
            purpose: purposes.first { $0.0 == message.purpose }?.1 ?? .unknown)
    }
}

extension PairingAcceptance {
    /// The bytes of the message `PairingAcceptance`.
    public func encoded() -> Bytes {
        var message = PBPairingAcceptance()
        message.acceptance = blob(acceptance.bytes)
        if let sheet { message.sheet = blob(sheet.bytes) }
        return serialized(message)
    }

    /// Reads the message `PairingAcceptance`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message.
    public static func decode(
        _ bytes: some Collection<UInt8>
    ) throws(WireError) -> PairingAcceptance {
        let message: PBPairingAcceptance = try parsed(bytes, "pairing acceptance")
        var sheet: Bytes64?
        if !message.sheet.isEmpty { sheet = try fixedBytes(message.sheet, "sheet") }
        return PairingAcceptance(
            acceptance: try fixedBytes(message.acceptance, "acceptance"), sheet: sheet)
    }
}

extension PairingVerdict {
    /// The bytes of the message `PairingVerdict`.
    public func encoded() -> Bytes {
        var message = PBPairingVerdict()
        message.accepted = isAccepted
        return serialized(message)
    }

    /// Reads the message `PairingVerdict`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> PairingVerdict {
        let message: PBPairingVerdict = try parsed(bytes, "pairing verdict")
        return PairingVerdict(isAccepted: message.accepted)
    }
}

private func parsed<Parsed: Message>(
    _ bytes: some Collection<UInt8>, _ name: String
) throws(WireError) -> Parsed {
    try WireError.check(bytes.count, within: Limits.pairingMessageBytes, name)
    do {
        return try Parsed(serializedBytes: Bytes(bytes))
    } catch {
        throw .malformed(name)
    }
}
