import Foundation
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

/// A file of a test: its plain bytes on the disk, and a shelf that holds all of it.
struct SealedFile {
    let home: TestHome
    let shelf: FileShelf
    let plain: Bytes
    let key: SecretBytes
    let id: AttachmentID

    /// Makes a file of so many bytes.
    init(bytes count: Int, using generator: inout SeededGenerator) throws {
        home = try TestHome()
        try FileManager.default.createDirectory(
            atPath: home.path, withIntermediateDirectories: true)
        plain = generator.bytes(count)
        key = SecretBytes(copying: generator.bytes(32))
        try Data(plain).write(to: URL(fileURLWithPath: home.file("plain")))
        shelf = try FileShelf.open(folder: home.file("shelf"))
        id = try shelf.add(home.file("plain"), key: key)
    }

    /// A chunk with its proof.
    func chunk(_ index: Int) throws -> ProvenChunk {
        guard case .here(let chunk) = try shelf.chunk(index, of: id) else {
            throw FileError.missing(chunk: index)
        }
        return chunk
    }

    /// What another shelf makes of the file.
    func opened(from shelf: FileShelf) throws -> Bytes {
        let path = home.file("opened-\(UUID().uuidString)")
        try shelf.write(id, key: key, to: path)
        return Bytes(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
