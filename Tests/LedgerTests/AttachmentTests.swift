import Foundation
import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("Attachments: chunks that are checked one by one")
struct AttachmentTests {
    /// A file in memory, sealed, with every node of its tree.
    private struct Sealed {
        let id: AttachmentID
        let plain: Bytes
        let cipher: AttachmentCipher
        let chunks: [ProvenChunk]

        init(_ plain: Bytes, key: Bytes) throws {
            let shape = try #require(AttachmentShape(size: UInt64(plain.count)))
            let cipher = AttachmentCipher(shape, key: SecretBytes(copying: key))
            var tree = HashTree(shape)
            var sealed: [Bytes] = []
            var nodes: [TreePlace: Bytes32] = [:]
            for chunk in 0..<shape.chunkCount {
                let start = chunk * AttachmentShape.plainChunkBytes
                let part = Bytes(plain[start..<start + shape.plainBytes(of: chunk)])
                sealed.append(cipher.seal(part, chunk: chunk))
                for node in tree.add(HashTree.leaf(of: sealed[chunk])) {
                    #expect(nodes.updateValue(node.hash, forKey: node.place) == nil)
                }
            }
            self.plain = plain
            self.cipher = cipher
            id = AttachmentID(try #require(tree.address), shape)
            chunks = sealed.enumerated().map { index, bytes in
                ProvenChunk(
                    index: index, sealed: bytes,
                    proof: shape.siblings(of: index).compactMap { nodes[$0] })
            }
        }
    }

    /// The root as RFC 9162 defines it.
    private func root(_ leaves: ArraySlice<Bytes32>) -> Bytes32? {
        guard leaves.count > 1, let first = leaves.first else { return leaves.first }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        guard let left = root(leaves[..<middle]), let right = root(leaves[middle...]) else {
            return first
        }
        return HashTree.join(left, right)
    }

    @Test func theTreeIsThatOfTheStandardForEveryNumberOfChunks() throws {
        for count in 1...70 {
            let size = UInt64(count - 1) * UInt64(AttachmentShape.plainChunkBytes) + 1
            let shape = try #require(AttachmentShape(size: size))
            #expect(shape.chunkCount == count && shape.plainBytes(of: count - 1) == 1)
            var tree = HashTree(shape)
            let leaves = (0..<count).map { HashTree.leaf(of: bigEndianBytes(UInt64($0))) }
            let nodes = leaves.flatMap { tree.add($0) }
            #expect(nodes.count == shape.levels.reduce(0, +))
            #expect(Set(nodes.map { shape.place(of: $0.place) }) == Set(nodes.indices))
            let wanted = try #require(root(leaves[...]))
            #expect(tree.address == HashTree.address(root: wanted, of: shape))
            #expect(tree.add(wanted).isEmpty, "there is no chunk behind the last")
        }
    }

    @Test func sizesAreBounded() {
        #expect(AttachmentShape(size: 0) == nil)
        #expect(AttachmentShape(size: Limits.attachmentBytes + 1) == nil)
        let largest = AttachmentShape(size: Limits.attachmentBytes)
        #expect(largest?.levels.count == 20)
        #expect(
            largest.map { $0.siblings(of: 0).count * 32 + $0.sealedBytes(of: 0) } ?? 0
                < Limits.sessionMessageBytes)
    }

    @Test func everyChunkIsProvedByItselfAndOpens() {
        forAll(cases: 12, "each chunk leads to the address and opens to its part") { generator in
            let size = Int.random(in: 1...400_000, using: &generator)
            let sealed = try Sealed(generator.bytes(size), key: generator.bytes(32))
            var opened = Bytes()
            for chunk in sealed.chunks {
                let nodes = try chunk.check(against: sealed.id)
                guard nodes.count == chunk.proof.count + 1 else { return false }
                opened += try sealed.cipher.open(chunk.sealed, chunk: chunk.index)
            }
            return opened == sealed.plain
        }
    }

    @Test func anyFlippedBitIsFound() {
        forAll(cases: 400, "a changed chunk, proof, number or size never passes") { generator in
            let size = Int.random(in: 1...300_000, using: &generator)
            var seed = SeededGenerator(seed: UInt64(size))
            // Content of one byte is quicker to make; what is tested doesn't depend on it.
            let plain = Bytes(repeating: UInt8(truncatingIfNeeded: size), count: size)
            let sealed = try Sealed(plain, key: seed.bytes(32))
            let chosen = Int.random(in: sealed.chunks.indices, using: &generator)
            var chunk = sealed.chunks[chosen]
            var id = sealed.id
            switch generator.next() % 6 {
            case 0, 1:
                let place = Int.random(in: chunk.sealed.indices, using: &generator)
                chunk.sealed[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            case 2:
                guard !chunk.proof.isEmpty else { return true }
                let place = Int.random(in: chunk.proof.indices, using: &generator)
                var bytes = chunk.proof[place].bytes
                bytes[Int.random(in: 0..<32, using: &generator)] ^= 0x80
                chunk.proof[place] = Bytes32(bytes) ?? chunk.proof[place]
            case 3:
                if Bool.random(using: &generator), !chunk.proof.isEmpty {
                    chunk.proof.removeLast()
                } else {
                    chunk.proof.append(HashTree.leaf(of: []))
                }
            case 4:
                // The last chunk has another length, mostly; the others have each other's.
                chunk.index = (chosen + 1) % (sealed.chunks.count + 1)
                guard chunk.index != chosen else { return true }
            default:
                let other = UInt64(size) + UInt64.random(in: 1...70_000, using: &generator)
                id = try #require(AttachmentID(sealed.id.address, size: other))
            }
            do {
                _ = try chunk.check(against: id)
                return false
            } catch is AttachmentError {
                return true
            }
        }
    }

    @Test func aChunkOpensAtItsPlaceAndWithItsKeyOnly() throws {
        let plain = Bytes(repeating: 7, count: AttachmentShape.plainChunkBytes * 2)
        let sealed = try Sealed(plain, key: Bytes(repeating: 1, count: 32))
        let (first, second) = (sealed.chunks[0].sealed, sealed.chunks[1].sealed)
        #expect(first != second, "equal parts of a file don't look equal")
        #expect(throws: AttachmentError.cannotDecrypt(chunk: 1)) {
            try sealed.cipher.open(first, chunk: 1)
        }
        let other = AttachmentCipher(
            sealed.id.shape, key: SecretBytes(copying: Bytes(repeating: 2, count: 32)))
        #expect(throws: AttachmentError.cannotDecrypt(chunk: 0)) {
            try other.open(first, chunk: 0)
        }
        let again = try Sealed(plain, key: Bytes(repeating: 2, count: 32))
        #expect(again.id != sealed.id, "nobody can look for a file that they know")
    }

    @Test func vectors() throws {
        let file = SharedFolder.repository.appendingPathComponent(
            "Protocol/Vectors/attachments.json")
        let vectors = try JSONDecoder().decode(VectorFile.self, from: Data(contentsOf: file))
        #expect(vectors.trees.count == 11 && vectors.files.count == 4)
        for vector in vectors.trees {
            let address = try #require(AttachmentAddress(hex: vector.address))
            let id = try #require(AttachmentID(address, size: vector.size))
            var tree = HashTree(id.shape)
            for leaf in vector.leaves { _ = tree.add(try #require(Bytes32(hex: leaf))) }
            #expect(tree.address == address)
            #expect(
                vector.proofs.map(\.count)
                    == vector.leaves.indices.map { id.shape.siblings(of: $0).count })
        }
        for vector in vectors.files {
            let plain = (0..<Int(vector.size)).map { UInt8($0 % 251) }
            let sealed = try Sealed(plain, key: try #require(Hex.decode(vector.key)))
            #expect(sealed.id.address.hex == vector.address)
            #expect(sealed.chunks.map { HashTree.leaf(of: $0.sealed).hex } == vector.leaves)
            #expect(
                sealed.chunks.last.map { Hex.encode(Bytes($0.sealed.suffix(32))) }
                    == vector.lastChunkEnds)
        }
    }

    private struct VectorFile: Decodable {
        struct Tree: Decodable {
            var size: UInt64
            var leaves: [String]
            var address: String
            var proofs: [[String]]
        }
        struct File: Decodable {
            var size: UInt64
            var key: String
            var leaves: [String]
            var lastChunkEnds: String
            var address: String
        }
        var trees: [Tree]
        var files: [File]
    }
}

@Suite("Sets of chunks")
struct ChunkSetTests {
    @Test func aSetIsWhatWasPutIntoIt() {
        forAll(cases: 200, "a set agrees with a plain one and survives its bytes") { generator in
            let limit = Int.random(in: 1...300, using: &generator)
            var set = ChunkSet(of: limit)
            var plain: Set<Int> = []
            for _ in 0..<Int.random(in: 0...400, using: &generator) {
                let chunk = Int.random(in: -3..<limit + 3, using: &generator)
                if generator.next() % 4 == 0 {
                    set.remove(chunk)
                    plain.remove(chunk)
                } else {
                    set.insert(chunk)
                    if (0..<limit).contains(chunk) { plain.insert(chunk) }
                }
            }
            let all = ChunkSet(allOf: limit)
            guard all.isComplete, (0..<limit).allSatisfy(all.contains) else { return false }
            var other = ChunkSet(of: limit)
            for chunk in 0..<limit where generator.next() % 3 == 0 { other.insert(chunk) }
            let start = Int.random(in: 0..<limit, using: &generator)
            let order = Array(start..<limit) + Array(0..<start)
            let expected = order.first { plain.contains($0) && !other.contains($0) }
            return set.count == plain.count && ChunkSet(set.bytes, of: limit) == set
                && (0..<limit).allSatisfy { set.contains($0) == plain.contains($0) }
                && set.first(from: start, without: other, and: ChunkSet(of: limit)) == expected
        }
    }

    @Test func bytesOfAnotherSizeAndBitsBehindTheEndAreRefused() {
        #expect(ChunkSet([0xFF], of: 9) == nil)
        #expect(ChunkSet([0xFF, 0x02], of: 9) == nil)
        #expect(ChunkSet([0xFF, 0x01], of: 9)?.isComplete == true)
        #expect(ChunkSet(Bytes(repeating: 0xFF, count: 8), of: 64)?.isComplete == true)
    }
}
