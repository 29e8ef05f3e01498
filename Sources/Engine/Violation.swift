public import SecureChannel
public import Sync
public import Wire

/// A rule of the protocol that a peer broke: the session ends, and the next dial waits.
public enum Violation: Error, Equatable, Sendable {
    /// The first byte names no kind of connection.
    case unknownOpening(UInt8)
    /// The handshake or the encryption failed.
    case channel(ChannelError)
    /// A message can't be read.
    case malformed(WireError)
    /// A message came before or after its time.
    case unexpected(String)
    /// The proof isn't signed by the device that it names.
    case forgedProof
    /// The device that proved itself isn't the one whose key the handshake used.
    case otherAgreementKey
    /// The workplace knows the device as somebody else's.
    case otherPerson
    /// More spaces than a session may name.
    case tooManySpaces(Int)
    /// Reconciliation or transfer broke a rule.
    case sync(SyncError)
    /// A run doesn't verify although the peer must have verified it.
    case forgedRun(LogID)
    /// A chunk isn't the one that the address of its file names.
    case forgedChunk(AttachmentAddress)
    /// Too many things in a row that are of no use.
    case useless(Int)
    /// The peer didn't finish the handshake in time.
    case handshakeTimeout
}

extension Violation {
    /// What the peer is told: the rule, without anything that it doesn't know itself.
    var farewell: String {
        switch self {
        case .unknownOpening: "unknown opening"
        case .channel: "encryption failed"
        case .malformed: "message can't be read"
        case .unexpected(let what): "unexpected \(what)"
        case .forgedProof: "proof isn't valid"
        case .otherAgreementKey: "key isn't the device's"
        case .otherPerson: "device is somebody else's"
        case .tooManySpaces: "too many spaces"
        case .sync: "a rule of reconciliation or transfer is broken"
        case .forgedRun: "run doesn't verify"
        case .forgedChunk: "chunk of a file doesn't verify"
        case .useless: "too much of no use"
        case .handshakeTimeout: "too slow"
        }
    }
}
