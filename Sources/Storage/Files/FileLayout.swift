internal import Foundation
internal import Ledger
internal import Wire

/// How one attached file lies in its folder: the sealed chunks in one file, each where it belongs,
/// and beside it what is known of them.
///
/// The second file begins with 32 bytes of head, then has a bit for each chunk that is here, and then
/// the hashes of the tree, level by level, as far as they are known: every chunk that is here has
/// come with the hashes that prove it, so it can be proved to others.
struct FileLayout: Sendable {
    /// Bytes of the head: the mark, the size, since when no record names the file, and room.
    static let headBytes: UInt64 = 32
    private static let mark = Bytes("HEARTHF1".utf8)
    private static let hashBytes: UInt64 = 32

    let folder: String
    /// What the names of both files begin with.
    let name: String

    init(_ address: AttachmentAddress, in folder: String) {
        self.init(name: address.hex, in: folder)
    }

    init(name: String, in folder: String) {
        self.folder = folder
        self.name = name
    }

    static let chunksSuffix = ".chunks"
    static let treeSuffix = ".tree"

    var chunksPath: String { folder + "/" + name + FileLayout.chunksSuffix }
    var treePath: String { folder + "/" + name + FileLayout.treeSuffix }

    /// What stands in the head.
    struct Head: Sendable {
        var shape: AttachmentShape
        /// Since when no record names the file, in milliseconds since 1970; 0 while one does.
        var looseSince: Int64
    }

    // MARK: The head and the bits

    /// Makes both files for a file of which nothing is here yet.
    func create(_ shape: AttachmentShape) throws(StorageError) {
        let chunks = try DiskFile(chunksPath, O_RDWR | O_CREAT)
        try chunks.synchronise()
        let tree = try DiskFile(treePath, O_RDWR | O_CREAT | O_TRUNC)
        let head = Head(shape: shape, looseSince: 0)
        try tree.write(
            FileLayout.bytes(of: head) + ChunkSet(of: shape.chunkCount).bytes, at: 0)
        try tree.synchronise()
        try DiskFile.synchronise(folder: folder)
    }

    private static func bytes(of head: Head) -> Bytes {
        mark + bigEndianBytes(head.shape.size)
            + bigEndianBytes(UInt64(bitPattern: head.looseSince)) + Bytes(repeating: 0, count: 8)
    }

    /// Reads the head and which chunks are here; `nil` if it makes no sense.
    func load() throws(StorageError) -> (head: Head, here: ChunkSet)? {
        let tree = try DiskFile(treePath, O_RDONLY)
        let bytes = try tree.read(Int(FileLayout.headBytes), at: 0)
        guard bytes.count == Int(FileLayout.headBytes),
            bytes.prefix(8).elementsEqual(FileLayout.mark),
            let size = Bytes8(bytes[8..<16])?.word, let since = Bytes8(bytes[16..<24])?.word,
            let shape = AttachmentShape(size: size)
        else { return nil }
        let bits = try tree.read((shape.chunkCount + 7) / 8, at: FileLayout.headBytes)
        guard let here = ChunkSet(bits, of: shape.chunkCount) else { return nil }
        return (Head(shape: shape, looseSince: Int64(bitPattern: since)), here)
    }

    /// Says since when no record names the file.
    func write(_ head: Head) throws(StorageError) {
        let tree = try DiskFile(treePath, O_RDWR)
        try tree.write(FileLayout.bytes(of: head), at: 0)
        try tree.synchronise()
    }

    /// Marks some chunks as here, or as not here, once what was written of them is on the disk.
    func mark(_ chunks: [Int], as here: ChunkSet) throws(StorageError) {
        try DiskFile(chunksPath, O_RDWR).synchronise()
        let tree = try DiskFile(treePath, O_RDWR)
        // The hashes have to be there before the bit says so, too.
        try tree.synchronise()
        for place in Set(chunks.map { $0 / 8 }).sorted() {
            let byte = (0..<8).reduce(into: UInt8(0)) { byte, bit in
                if here.contains(place * 8 + bit) { byte |= 1 << UInt8(bit) }
            }
            try tree.write([byte], at: FileLayout.headBytes + UInt64(place))
        }
        try tree.synchronise()
    }

    // MARK: Chunks and hashes

    private static func offset(of node: TreePlace, in shape: AttachmentShape) -> UInt64 {
        let bits = UInt64((shape.chunkCount + 7) / 8)
        return headBytes + (bits + hashBytes - 1) / hashBytes * hashBytes
            + UInt64(shape.place(of: node)) * hashBytes
    }

    /// Writes a chunk and what is known of the tree by it; nothing is marked by that.
    func write(
        _ sealed: Bytes, chunk: Int, _ nodes: [HashTree.Node], of shape: AttachmentShape
    ) throws(StorageError) {
        try DiskFile(chunksPath, O_RDWR).write(sealed, at: shape.offset(of: chunk))
        let tree = try DiskFile(treePath, O_RDWR)
        for node in nodes {
            try tree.write(node.hash.bytes, at: FileLayout.offset(of: node.place, in: shape))
        }
    }

    /// Reads a chunk with its proof; `nil` where one of them is shorter than it has to be.
    func read(_ chunk: Int, of shape: AttachmentShape) throws(StorageError) -> ProvenChunk? {
        let sealed = try DiskFile(chunksPath, O_RDONLY)
            .read(shape.sealedBytes(of: chunk), at: shape.offset(of: chunk))
        let tree = try DiskFile(treePath, O_RDONLY)
        var proof: [Bytes32] = []
        for place in shape.siblings(of: chunk) {
            let bytes = try tree.read(
                Int(FileLayout.hashBytes), at: FileLayout.offset(of: place, in: shape))
            guard let hash = Bytes32(bytes) else { return nil }
            proof.append(hash)
        }
        return ProvenChunk(index: chunk, sealed: sealed, proof: proof)
    }

    // MARK: Names

    /// Gives both files another name, the chunks first: without its tree a file counts as unfinished.
    func move(to other: FileLayout) throws(StorageError) {
        guard rename(chunksPath, other.chunksPath) == 0, rename(treePath, other.treePath) == 0
        else { throw DiskFile.failure(other.treePath) }
        try DiskFile.synchronise(folder: folder)
    }

    /// Removes both files, the tree first; files that are not there are no error.
    ///
    /// They aren't overwritten: all of it is sealed with a key that stands in the record alone.
    func remove() throws(StorageError) {
        for path in [treePath, chunksPath] where unlink(path) != 0 && errno != ENOENT {
            throw DiskFile.failure(path)
        }
    }
}
