public import Keys
public import Wire

/// Who this node is, and the workplace that it lives in.
public struct LocalIdentity: Sendable {
    /// The person.
    public let person: PersonID
    /// The device's signing key.
    public let device: SigningKey
    /// The device's X25519 key, the static key of its handshakes.
    public let agreement: AgreementKey
    /// The workplace's space.
    public let workplace: SpaceID
    /// The key that lets nodes of the workplace recognise and reach each other.
    public let networkKey: SecretBytes

    /// Makes an identity.
    public init(
        person: PersonID, device: SigningKey, agreement: AgreementKey, workplace: SpaceID,
        networkKey: SecretBytes
    ) {
        self.person = person
        self.device = device
        self.agreement = agreement
        self.workplace = workplace
        self.networkKey = networkKey
    }

    /// The device's name: its public signing key.
    public var deviceID: DeviceID { DeviceID(raw: device.publicKey) }
}
