public import Ledger
public import Wire

/// An attached file that the user of this node may want.
public struct WantedFile: Sendable {
    /// Its address and size.
    public var id: AttachmentID
    /// A space in which a record names it: only peers that share it are asked.
    public var space: SpaceID
    /// The chunks that are here.
    public var here: ChunkSet
    /// Whether it shall come; otherwise peers are only asked whether they have it.
    public var isFetched: Bool

    /// Makes a wish.
    public init(id: AttachmentID, space: SpaceID, here: ChunkSet, isFetched: Bool = true) {
        self.id = id
        self.space = space
        self.here = here
        self.isFetched = isFetched
    }
}

/// What reading a chunk for a peer gave.
public enum FileRead: Sendable {
    /// The chunk, checked.
    case chunk(ProvenChunk)
    /// It isn't here.
    case unavailable
    /// No visible record of the space names the file.
    case notPermitted
}

/// What a peer has of a file, as it said last.
public struct FileHolder: Equatable, Sendable {
    /// The peer.
    public var device: DeviceID
    /// How many chunks.
    public var chunks: Int
}

/// What this node wants of files.
struct FileWishes: Sendable {
    /// The files, most wanted first.
    private(set) var order: [AttachmentAddress] = []
    private(set) var files: [AttachmentAddress: WantedFile] = [:]

    /// Takes over what is wanted now; it replaces what was wanted before.
    mutating func replace(with wanted: [WantedFile], limit: Int) {
        files = [:]
        order = []
        for file in wanted.prefix(limit) where files[file.id.address] == nil {
            files[file.id.address] = file
            order.append(file.id.address)
        }
    }

    /// Notes that a chunk is here.
    mutating func insert(_ chunk: Int, of address: AttachmentAddress) {
        files[address]?.here.insert(chunk)
    }
}
