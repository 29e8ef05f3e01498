import Foundation
import Keys
import Ledger
import Storage
import TestKit
import Testing
import Wire

@Suite("Attached files on the disk")
struct FileShelfTests {
    private static let chunk = AttachmentShape.plainChunkBytes

    @Test("chunks in any order, each from whomever, with crashes between, make the file")
    func anyOrder() {
        forAllSteps(cases: 12, "the file is whole, byte for byte, and every chunk proved") {
            generator in
            // Some chunks come twice, as from two peers.
            (0..<30).map { _ in
                Arrival(
                    chunk: Int.random(in: 0..<20, using: &generator),
                    crashes: Int.random(in: 0..<8, using: &generator) == 0)
            }
        } holds: { steps, generator in
            let size = Int.random(in: 1...(20 * Self.chunk), using: &generator)
            let file = try SealedFile(bytes: size, using: &generator)
            let folder = file.home.file("other")
            var shelf = try FileShelf.open(folder: folder)
            for step in steps {
                let index = step.chunk % file.id.shape.chunkCount
                let isNew = !shelf.chunks(of: file.id).contains(index)
                guard try shelf.take(try file.chunk(index), of: file.id) == isNew else {
                    return false
                }
                // A crash: nothing was said goodbye to. What was marked is there.
                if step.crashes { shelf = try FileShelf.open(folder: folder) }
            }
            // What the crashes took, or what never came, is fetched again.
            for index in (0..<file.id.shape.chunkCount).shuffled(using: &generator) {
                try shelf.take(try file.chunk(index), of: file.id)
            }
            guard shelf.chunks(of: file.id).isComplete,
                try FileShelf.open(folder: folder).chunks(of: file.id).isComplete,
                shelf.bytes == file.id.shape.sealedSize
            else { return false }
            return try file.opened(from: shelf) == file.plain
        }
    }

    private struct Arrival {
        var chunk: Int
        var crashes: Bool
    }

    @Test("after a crash no more than a few chunks are missing, and after a flush none")
    func marks() throws {
        var generator = SeededGenerator(seed: 1)
        let file = try SealedFile(bytes: 40 * Self.chunk, using: &generator)
        let folder = file.home.file("other")
        let shelf = try FileShelf.open(folder: folder)
        for index in 0..<30 { try shelf.take(try file.chunk(index), of: file.id) }
        let here = try FileShelf.open(folder: folder).chunks(of: file.id)
        #expect(here.count == 16 && here.contains(15) && !here.contains(16))
        try shelf.flush()
        #expect(try FileShelf.open(folder: folder).chunks(of: file.id).count == 30)
    }

    @Test("damage is never served, and the chunk is fetched again (bites)")
    func damage() {
        forAll(cases: 20, "a flipped byte anywhere is found") { generator in
            let size = Int.random(in: 1...(6 * Self.chunk), using: &generator)
            let file = try SealedFile(bytes: size, using: &generator)
            let chosen = Int.random(in: 0..<file.id.shape.chunkCount, using: &generator)
            let good = try file.chunk(chosen)
            let path = file.home.file("shelf/\(file.id.address.hex).chunks")
            let place =
                Int(file.id.shape.offset(of: chosen))
                + Int.random(in: 0..<file.id.shape.sealedBytes(of: chosen), using: &generator)
            var bytes = Bytes(try Data(contentsOf: URL(fileURLWithPath: path)))
            bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            guard try file.shelf.chunk(chosen, of: file.id) == .damaged,
                try file.shelf.chunk(chosen, of: file.id) == .missing
            else { return false }
            let again = try FileShelf.open(folder: file.home.file("shelf"))
            guard !again.chunks(of: file.id).contains(chosen),
                try again.take(good, of: file.id)
            else { return false }
            return try file.opened(from: again) == file.plain
        }
    }

    @Test("a head that says another size is not believed")
    func otherSize() throws {
        var generator = SeededGenerator(seed: 2)
        let file = try SealedFile(bytes: 3 * Self.chunk, using: &generator)
        let path = file.home.file("shelf/\(file.id.address.hex).tree")
        var bytes = Bytes(try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[15] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let shelf = try FileShelf.open(folder: file.home.file("shelf"))
        #expect(shelf.chunks(of: file.id).isEmpty)
        #expect(try shelf.take(try file.chunk(0), of: file.id))
        #expect(shelf.chunks(of: file.id).count == 1)
        bytes[0] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(try FileShelf.open(folder: file.home.file("shelf")).kept.isEmpty)
    }

    @Test("a chunk that isn't the file's is refused and nothing is written")
    func refused() throws {
        var generator = SeededGenerator(seed: 3)
        let file = try SealedFile(bytes: 3 * Self.chunk, using: &generator)
        let shelf = try FileShelf.open(folder: file.home.file("other"))
        var chunk = try file.chunk(1)
        chunk.index = 2
        #expect(throws: FileError.self) { try shelf.take(chunk, of: file.id) }
        #expect(shelf.kept.isEmpty)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: file.home.file("other")).isEmpty)
    }

    @Test("no byte of the file lies on the disk in plain, and nobody else may read any")
    func sealed() throws {
        var generator = SeededGenerator(seed: 4)
        let file = try SealedFile(bytes: 2 * Self.chunk, using: &generator)
        let shelf = file.home.file("shelf")
        let names = try FileManager.default.contentsOfDirectory(atPath: shelf)
        #expect(names.count == 2)
        for name in names {
            let path = shelf + "/" + name
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            for start in stride(from: 0, to: file.plain.count - 16, by: 997) {
                #expect(data.range(of: Data(file.plain[start..<start + 16])) == nil)
            }
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
        let mode = try FileManager.default.attributesOfItem(atPath: shelf)[.posixPermissions]
        #expect(mode as? Int == 0o700)
    }

    @Test("what can't be attached is refused with its reason and leaves nothing behind")
    func sources() throws {
        var generator = SeededGenerator(seed: 5)
        let file = try SealedFile(bytes: 10, using: &generator)
        let key = file.key
        let empty = file.home.file("empty")
        try Data().write(to: URL(fileURLWithPath: empty))
        let pipe = file.home.file("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let missing = file.home.file("missing")
        #expect(throws: FileError.unreadable(path: missing, code: ENOENT)) {
            try file.shelf.add(missing, key: key)
        }
        #expect(throws: FileError.empty(path: empty)) { try file.shelf.add(empty, key: key) }
        for path in [pipe, file.home.path, "/dev/null"] {
            #expect(throws: FileError.notAFile(path: path)) { try file.shelf.add(path, key: key) }
        }
        #expect(throws: FileError.tooLarge(bytes: 10, limit: 9)) {
            try file.shelf.add(file.home.file("plain"), key: key, limit: 9)
        }
        #expect(file.shelf.kept.count == 1)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: file.home.file("shelf")).count == 2)
    }

    @Test("what a crash left half attached is removed at the next start")
    func leftovers() throws {
        var generator = SeededGenerator(seed: 6)
        let file = try SealedFile(bytes: 10, using: &generator)
        let shelf = file.home.file("shelf")
        for name in ["new-1.chunks", "new-1.tree", String(repeating: "ab", count: 32) + ".chunks"] {
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: shelf + "/" + name))
        }
        #expect(try FileShelf.open(folder: shelf).kept.map(\.id) == [file.id])
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf).count == 2)
    }

    @Test("a file that is there is never replaced, and one that isn't whole is not written")
    func writing() throws {
        var generator = SeededGenerator(seed: 7)
        let file = try SealedFile(bytes: 3 * Self.chunk, using: &generator)
        let path = file.home.file("plain")
        #expect(throws: FileError.exists(path: path)) {
            try file.shelf.write(file.id, key: file.key, to: path)
        }
        let other = try FileShelf.open(folder: file.home.file("other"))
        try other.take(try file.chunk(0), of: file.id)
        let target = file.home.file("target")
        #expect(throws: FileError.missing(chunk: 1)) {
            try other.write(file.id, key: file.key, to: target)
        }
        let wrong = SecretBytes(copying: Bytes(repeating: 1, count: 32))
        #expect(throws: FileError.chunk(.cannotDecrypt(chunk: 0))) {
            try file.shelf.write(file.id, key: wrong, to: target)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: file.home.path).sorted()
                == ["other", "plain", "shelf"])
    }

    @Test(
        "what no record names goes after the grace, what one names stays, what is erased goes now")
    func sweeping() throws {
        var generator = SeededGenerator(seed: 8)
        let file = try SealedFile(bytes: 10, using: &generator)
        let folder = file.home.file("shelf")
        let address = file.id.address
        let live: Set = [address]
        #expect(try file.shelf.sweep(keeping: live, at: 1_000, grace: 100).isEmpty)
        #expect(try file.shelf.sweep(keeping: [], at: 2_000, grace: 100).isEmpty)
        #expect(file.shelf.kept(address)?.looseSince == 2_000)
        // Named again: the grace begins anew the next time, and a restart forgets nothing.
        #expect(try file.shelf.sweep(keeping: live, at: 2_050, grace: 100).isEmpty)
        #expect(try file.shelf.sweep(keeping: [], at: 2_090, grace: 100).isEmpty)
        let again = try FileShelf.open(folder: folder)
        #expect(try again.sweep(keeping: [], at: 2_189, grace: 100).isEmpty)
        #expect(again.chunks(of: file.id).isComplete)
        #expect(try again.sweep(keeping: [], at: 2_190, grace: 100) == [address])
        #expect(again.kept.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)

        let second = try SealedFile(bytes: 10, using: &generator)
        #expect(try second.shelf.remove(second.id.address))
        #expect(try !second.shelf.remove(second.id.address))
        #expect(second.shelf.bytes == 0)
    }

    @Test("24: a file that a record names is never swept; one that none names is, after its grace")
    func sweepingLaw() {
        forAllSteps(cases: 40, "only what nobody names goes") { generator in
            (0..<12).map { _ in
                Sweep(
                    isNamed: Bool.random(using: &generator),
                    after: Int64.random(in: 0...60, using: &generator),
                    restarts: Int.random(in: 0..<4, using: &generator) == 0)
            }
        } holds: { steps, generator in
            let file = try SealedFile(bytes: 10, using: &generator)
            var shelf = file.shelf
            var (now, looseSince): (Int64, Int64?) = (1_000, nil)
            for step in steps {
                now += step.after
                if step.restarts { shelf = try FileShelf.open(folder: file.home.file("shelf")) }
                let gone = try shelf.sweep(
                    keeping: step.isNamed ? [file.id.address] : [], at: now, grace: 100)
                looseSince = step.isNamed ? nil : looseSince ?? now
                let isDue = looseSince.map { now - $0 >= 100 } ?? false
                guard gone.isEmpty == !isDue else { return false }
                if isDue { return shelf.kept.isEmpty }
                guard shelf.chunks(of: file.id).isComplete else { return false }
            }
            return true
        }
    }

    private struct Sweep {
        var isNamed: Bool
        var after: Int64
        var restarts: Bool
    }

    @Test("a clock that was set back keeps no file for ever")
    func clock() throws {
        var generator = SeededGenerator(seed: 9)
        let file = try SealedFile(bytes: 10, using: &generator)
        #expect(try file.shelf.sweep(keeping: [], at: 9_000_000, grace: 100).isEmpty)
        #expect(try file.shelf.sweep(keeping: [], at: 1_000, grace: 100).isEmpty)
        #expect(try file.shelf.sweep(keeping: [], at: 1_100, grace: 100) == [file.id.address])
    }
}
