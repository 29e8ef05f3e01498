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
        return serialized(message)
    }

    /// Reads the message `Newcomer`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> Newcomer {
        let message: PBNewcomer = try parsed(bytes, "newcomer")
        let founding = Bytes(message.founding)
        try WireError.check(founding.count, within: Limits.foundingBytes, "founding")
        try checkTexts([message.name], limit: 1, "name")
        return Newcomer(founding: founding, name: message.name)
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
        message.keys = keys.map { key in
            var message = PBSpaceKey()
            message.generation = key.generation
            message.key = blob(key.key.bytes)
            return message
        }
        message.inviter = blob(inviter.bytes)
        message.inviterName = inviterName
        message.addresses = addresses
        return serialized(message)
    }

    /// Reads the message `Welcome`.
    ///
    /// - Throws: ``WireError`` for bytes that are no such message or larger than the limits.
    public static func decode(_ bytes: some Collection<UInt8>) throws(WireError) -> Welcome {
        let message: PBWelcome = try parsed(bytes, "welcome")
        try WireError.check(message.keys.count, within: Limits.spaceKeys, "keys")
        try checkTexts([message.name, message.inviterName], limit: 2, "name")
        try checkTexts(message.addresses, limit: Limits.peerAddresses, "addresses")
        var keys: [SpaceKey] = []
        for key in message.keys {
            keys.append(
                SpaceKey(generation: key.generation, key: try fixedBytes(key.key, "key")))
        }
        return Welcome(
            workplace: try fixedBytes(message.workplace, "workplace"), name: message.name,
            networkKey: try fixedBytes(message.networkKey, "network key"), keys: keys,
            inviter: try fixedBytes(message.inviter, "inviter"),
            inviterName: message.inviterName, addresses: message.addresses)
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
