internal import Foundation
internal import Keys
internal import Ledger
internal import Storage
internal import Wire

/// What a large attached file costs: time beside a plain copy, and memory.
///
/// A file of 1 GiB of random bytes is attached (read, sealed, hashed, written), handed chunk by chunk
/// to a second computer's shelf (read, checked, checked again, written, marked) as it comes from a
/// peer, and written out there (read, checked, opened, written). Beside it the same file is copied
/// with a buffer of the size of a chunk. The greatest memory of the process while all that goes
/// on is held against what it had before.
struct FileBenchmark: Benchmark {
    let names = ["files"]
    let summary = "attaching, fetching and saving a file of 1 GiB, beside a copy; memory"

    /// How much more memory the process takes than before, at most.
    private struct Memory {
        let before: Int64
        var most: Int64 = 0

        init() throws { before = try Self.now() }

        private static func now() throws -> Int64 {
            try ProcessUsage(process: ProcessInfo.processInfo.processIdentifier).residentBytes
        }

        mutating func look() throws { most = max(most, try Self.now() - before) }
    }

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        let size = surroundings.isQuick ? 64 << 20 : 1 << 30
        return try await surroundings.withFolder("files") { folder in
            let plain = folder.appendingPathComponent("plain")
            try Self.makeFile(plain, bytes: size)
            let copying = Stopwatch()
            try Self.copy(plain, to: folder.appendingPathComponent("copy"))
            let copied = copying.rate(of: size >> 20)

            var memory = try Memory()
            let key = SecretBytes(copying: Bytes(repeating: 7, count: 32))
            let source = try FileShelf.open(folder: folder.appendingPathComponent("a").path)
            let attaching = Stopwatch()
            let id = try source.add(plain.path, key: key)
            let attached = attaching.rate(of: size >> 20)
            try memory.look()

            let target = try FileShelf.open(folder: folder.appendingPathComponent("b").path)
            let fetching = Stopwatch()
            for index in 0..<id.shape.chunkCount {
                guard case .here(let chunk) = try source.chunk(index, of: id) else {
                    throw Failed("chunk \(index) is not there")
                }
                try target.take(chunk, of: id)
                if index.isMultiple(of: 256) { try memory.look() }
            }
            let fetched = fetching.rate(of: size >> 20)
            let saving = Stopwatch()
            try target.write(id, key: key, to: folder.appendingPathComponent("saved").path)
            let saved = saving.rate(of: size >> 20)
            try memory.look()
            return Self.findings(
                [("attached", attached), ("fetched", fetched), ("saved", saved)], copied,
                memory.most)
        }
    }

    private static func findings(
        _ rates: [(name: String, rate: Double)], _ copied: Double, _ memory: Int64
    ) -> [Finding] {
        rates.map { name, rate in
            Finding("files, \(name)", rate, "MiB/s", against: "a plain copy", copied)
        } + [
            Finding(
                "files, memory beyond the start", Double(memory) / 1_048_576, "MiB",
                bar: .below(16))
        ]
    }

    /// Writes random bytes, a chunk at a time.
    private static func makeFile(_ file: URL, bytes: Int) throws {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        var generator = SeededGenerator(seed: 3)
        let piece = Data((0..<(1 << 20)).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
        for _ in 0..<(bytes >> 20) { try handle.write(contentsOf: piece) }
        try handle.synchronize()
    }

    private static func copy(_ file: URL, to other: URL) throws {
        try Data().write(to: other)
        let reader = try FileHandle(forReadingFrom: file)
        let writer = try FileHandle(forWritingTo: other)
        while let piece = try reader.read(upToCount: 65_536), !piece.isEmpty {
            try writer.write(contentsOf: piece)
        }
        try writer.synchronize()
        try reader.close()
        try writer.close()
    }
}
