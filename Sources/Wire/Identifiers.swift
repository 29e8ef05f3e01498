/// Gives a type the bytes of another and nothing of its meaning.
public protocol Identifier: FixedBytes {
    /// What the identifier is made of.
    associatedtype Raw: FixedBytes

    /// The bare value.
    var raw: Raw { get }

    /// Gives a bare value this meaning.
    init(raw: Raw)
}

extension Identifier {
    public static var byteCount: Int { Raw.byteCount }

    public init?(_ bytes: some Collection<UInt8>) {
        guard let raw = Raw(bytes) else { return nil }
        self.init(raw: raw)
    }

    public func append(to array: inout Bytes) { raw.append(to: &array) }

    public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

/// Names a space: the hash of its founding statement.
public struct SpaceID: Identifier {
    public let raw: Bytes32
    public init(raw: Bytes32) { self.raw = raw }
}

/// Names a log: the log's Ed25519 public key.
public struct LogID: Identifier {
    public let raw: Bytes32
    public init(raw: Bytes32) { self.raw = raw }

    /// The first eight bytes: how a session names a log, and the order of reconciliation.
    public var prefix: UInt64 { raw.prefix }
}

/// Names one generation of a space's key: a hash of that key.
public struct EpochID: Identifier {
    public let raw: Bytes8
    public init(raw: Bytes8) { self.raw = raw }
}

/// Names a person: the hash of the founding statement.
public struct PersonID: Identifier {
    public let raw: Bytes32
    public init(raw: Bytes32) { self.raw = raw }
}

/// Names a device: its Ed25519 public key.
public struct DeviceID: Identifier {
    public let raw: Bytes32
    public init(raw: Bytes32) { self.raw = raw }
}

/// Names an attachment: the hash of its size and its sealed chunks (chapter 21).
public struct AttachmentAddress: Identifier {
    public let raw: Bytes32
    public init(raw: Bytes32) { self.raw = raw }
}

/// Names an operation: a hash of its log, its sequence and its place in the commit.
///
/// A record has the name of the operation that created it.
public struct OperationID: Identifier {
    public let raw: Bytes16
    public init(raw: Bytes16) { self.raw = raw }

    /// The first eight bytes: how the local database finds a record.
    public var prefix: UInt64 { raw.prefix }
}

/// Names a record: the ``OperationID`` of the operation that created it.
public typealias RecordID = OperationID
