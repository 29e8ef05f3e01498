/// The plaintext of one commit (`operation.proto`, chapter 06).
public struct CommitBody: Equatable, Sendable {
    /// The Lamport clock of all operations in the commit.
    public var lamport: UInt64
    /// The writer's clock in milliseconds since 1970; shown, never used to order or to refuse.
    public var wallClock: Int64
    /// What the commit changes, in order.
    public var operations: [Operation]

    /// Makes a body.
    public init(lamport: UInt64, wallClock: Int64, operations: [Operation]) {
        self.lamport = lamport
        self.wallClock = wallClock
        self.operations = operations
    }
}

/// One change.
public enum Operation: Equatable, Sendable {
    /// Says who writes the log; the first operation of its first commit.
    case binding(Binding)
    /// Brings a record of a kind into being.
    case create(kind: UInt32, fields: [Field])
    /// Writes a register of a record.
    case set(record: RecordID, field: Field)
    /// Writes the author's own entry of a personal map.
    case setPersonal(record: RecordID, field: Field)
    /// Adds an element to a set.
    case add(record: RecordID, field: Field)
    /// Takes back additions.
    case remove(record: RecordID, field: UInt32, dots: [OperationID])
    /// Edits a collaborative text.
    case edit(record: RecordID, TextOperation)
    /// Adds to what is known about the space and its people.
    case statement(Statement)
    /// An operation of a later version: kept and forwarded with its commit, not applied.
    case unknown
}

/// Edits of one field of a record (chapter 18).
public struct TextOperation: Hashable, Sendable {
    /// The field's number in the schema.
    public var field: UInt32
    /// The batch of edits.
    public var batch: Bytes
    /// How often the log has begun anew in this text.
    public var generation: UInt64

    /// Makes an operation.
    public init(field: UInt32, batch: Bytes, generation: UInt64 = 0) {
        self.field = field
        self.batch = batch
        self.generation = generation
    }
}

/// Who writes a log.
public struct Binding: Equatable, Sendable {
    /// The person.
    public var person: PersonID
    /// The person's device.
    public var device: DeviceID
    /// The device's signature over space and log.
    public var signature: Bytes64
    /// In which capacity the device writes.
    public var role: LogRole

    /// Makes a binding.
    public init(
        person: PersonID, device: DeviceID, signature: Bytes64, role: LogRole = .computer
    ) {
        self.person = person
        self.device = device
        self.signature = signature
        self.role = role
    }
}

/// A numbered field of a record with its value.
public struct Field: Hashable, Sendable {
    /// The field's number in the schema.
    public var number: UInt32
    /// The value.
    public var value: Value

    /// Makes a field.
    public init(_ number: UInt32, _ value: Value) {
        self.number = number
        self.value = value
    }
}

/// What a field can hold.
public enum Value: Hashable, Sendable {
    case text(String)
    case integer(Int64)
    case bytes(Bytes)
    case record(RecordID)
    case flag(Bool)
    /// A value of a later version: kept, not shown.
    case unknown
}

/// A fact that only accumulates.
public enum Statement: Equatable, Sendable {
    /// The first statement of a space; the bytes are an encoded ``SpaceFounding``.
    case spaceFounded(founding: Bytes)
    /// A person comes into being; the bytes are an encoded ``PersonFounding``.
    case personFounded(founding: Bytes)
    /// The author lets the person of the encoded ``PersonFounding`` in.
    case vouch(founding: Bytes, how: VouchKind)
    /// The key of an open community, readable for the whole workplace.
    case keyPublished(space: SpaceID, generation: UInt64, key: Bytes32)
    /// The author's person has one more device.
    case deviceAdded(DeviceAddition)
    /// A device of the author's person is lost; its logs in the workplace end there.
    case deviceRevoked(device: DeviceID, ends: [LogEnd])
    /// The author says which device is a person's from now on.
    case personRecovered(Recovery)
    /// A person leaves, or is said to have left.
    case departed(Departure)
    /// The delay after two colleagues' words is over: the person has left.
    case departureConfirmed(PersonID)
    /// The author is here.
    case present
    /// A generation of a space's key, sealed for devices.
    case keySealed(KeySealing)
    /// Where logs of devices that are out end in this space.
    case logsEnded([LogEnd])
    /// The author lets a colleague into this community, on the invitation with a token if one
    /// was shown.
    case memberAdmitted(PersonID, invitation: Bytes16?)
    /// An invitation into this community by a code.
    case invitationMade(InvitationTerms)
    /// The author takes back commits of this log.
    case wordsErased([ErasedCommit])
    /// The author's device keeps nothing any more of what these statements erase.
    case erasureApplied([OperationID])
    /// The author vouches for whoever shows the slip of paper with this key at a shared terminal.
    case slipMade(Bytes32)
    /// A slip was shown.
    case slipShown(ShownSlip)
    /// A shared terminal keeps a key that wants to be a person's.
    case keyOffered(KeyOffer)
    /// A statement of a later version.
    case unknown
}

/// How a newcomer was met.
public enum VouchKind: Equatable, Sendable {
    /// With a short code and four words, face to face.
    case shortCode
    /// Again, later: both screens showed the same four words.
    case verified
    /// In a way of a later version.
    case unknown
}

/// How a space began.
///
/// Its encoded bytes hash to the space's id, so keep the bytes as they came.
public struct SpaceFounding: Equatable, Sendable {
    /// What the space is for.
    public enum Kind: Equatable, Sendable { case workplace, community }

    /// What the space is for.
    public var kind: Kind
    /// The device that founded it.
    public var founder: DeviceID
    /// Random.
    public var nonce: Bytes32
    /// The workplace it belongs to; `nil` for a workplace.
    public var workplace: SpaceID?
    /// The Ed25519 key that can mark people of this workplace as departed and nothing else; `nil`
    /// for none.
    public var doorKey: Bytes32?

    /// Makes a founding.
    public init(
        kind: Kind, founder: DeviceID, nonce: Bytes32, workplace: SpaceID?,
        doorKey: Bytes32? = nil
    ) {
        self.kind = kind
        self.founder = founder
        self.nonce = nonce
        self.workplace = workplace
        self.doorKey = doorKey
    }
}

/// How a person began.
///
/// Its encoded bytes hash to the person's id, so keep the bytes as they came.
public struct PersonFounding: Equatable, Sendable {
    /// The person's first device.
    public var device: DeviceCard
    /// Random.
    public var nonce: Bytes32
    /// Whether it is a shared terminal, and no human.
    public var isKiosk: Bool
    /// The terminal that keeps the first device's key, if one does.
    public var hosting: Hosting?

    /// Makes a founding.
    public init(
        device: DeviceCard, nonce: Bytes32, isKiosk: Bool = false, hosting: Hosting? = nil
    ) {
        self.device = device
        self.nonce = nonce
        self.isKiosk = isKiosk
        self.hosting = hosting
    }
}

/// The public keys of a device.
public struct DeviceCard: Equatable, Sendable {
    /// The Ed25519 key, which is the device's name.
    public var device: DeviceID
    /// The X25519 key.
    public var agreementKey: Bytes32
    /// The Ed25519 key's signature over the X25519 key.
    public var binding: Bytes64

    /// Makes a card.
    public init(device: DeviceID, agreementKey: Bytes32, binding: Bytes64) {
        self.device = device
        self.agreementKey = agreementKey
        self.binding = binding
    }
}
