/// What two nodes say to each other about attached files (chapter 21).
///
/// Only peers that name the capability are told any of it.
public enum FileMessage: Equatable, Sendable {
    /// Asks which chunks of a file the receiver has.
    case ask(space: SpaceTag, AttachmentAddress)
    /// The chunks that the sender has, a bit for each; `nil` for all of them.
    case have(AttachmentAddress, Bytes?)
    /// Asks for chunks by their numbers.
    case want(space: SpaceTag, AttachmentAddress, chunks: [Int])
    /// A sealed chunk with the hashes beside its way to the root, from below.
    case chunk(AttachmentAddress, index: Int, sealed: Bytes, proof: [Bytes32])
    /// Something doesn't come: these chunks, or with none the whole file.
    case refused(AttachmentAddress, chunks: [Int], Reason)

    /// What a `Hello` names if its sender understands these messages.
    public static let capability = "files"

    /// The file that it is about.
    public var address: AttachmentAddress {
        switch self {
        case .ask(_, let address), .have(let address, _), .want(_, let address, _),
            .chunk(let address, _, _, _), .refused(let address, _, _):
            address
        }
    }
}
