internal import Keys
internal import Languages
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The sealed pieces of a backup, one after the other (chapter 23).
///
/// Each piece is bound to its number and to whether it is the last one, so that none can be left out,
/// doubled or moved, and a file that was cut off is seen to be.
struct SealedPieces {
    /// Plain bytes of every piece but the last.
    static let pieceBytes = 65_536

    private let key: SecretBytes
    private var next: UInt64 = 0

    /// - Parameter key: 32 bytes that seal nothing else, as the numbers of pieces are their nonces.
    init(key: SecretBytes) { self.key = key }

    mutating func seal(_ plain: Bytes, isLast: Bool) -> Bytes {
        defer { next += 1 }
        return Sealing.seal(
            plain, key: key, nonce: nonce, associated: associated(isLast: isLast))
    }

    /// - Returns: `nil` for a piece that isn't the next one as it was sealed.
    mutating func open(_ sealed: Bytes, isLast: Bool) -> Bytes? {
        let plain = try? Sealing.open(
            sealed, key: key, nonce: nonce, associated: associated(isLast: isLast))
        if plain != nil { next += 1 }
        return plain
    }

    private var nonce: Bytes { Bytes(repeating: 0, count: 16) + Bytes8(word: next).bytes }

    private func associated(isLast: Bool) -> Bytes {
        Label.backup.message([Bytes8(word: next).bytes, [isLast ? 1 : 0]])
    }
}

/// What a file of sealed pieces is.
enum SealedKind {
    case backup
    case bundle

    /// What every such file begins with; the last byte is the version.
    var mark: Bytes {
        switch self {
        case .backup: Bytes("HEARTHB".utf8) + [1]
        case .bundle: Bytes("HEARTHU".utf8) + [1]
        }
    }

    var name: String {
        switch self {
        case .backup: say("backup")
        case .bundle: say("bundle")
        }
    }
}

/// Writes a backup or a bundle: the head, then pieces, into a file that has its name only once it is
/// complete.
struct SealedFileWriter: ~Copyable {
    private let path: String
    private let temporary: String
    private let file: Int32
    private var pieces: SealedPieces
    private var buffer: Bytes = []
    private var isFinished = false

    /// Makes the file, readable for its owner only.
    ///
    /// - Throws: ``DaemonError`` if it is there already or can't be made.
    static func create(
        _ path: String, _ kind: SealedKind, head: Bytes, key: SecretBytes
    ) throws(DaemonError) -> SealedFileWriter {
        guard access(path, F_OK) != 0 else {
            throw .unusable(path: path, reason: say("it is there already, and is not written over"))
        }
        let temporary = path + PrivateFile.temporarySuffix
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw .unusable(path: temporary, reason: String(cString: strerror(errno)))
        }
        let writer = SealedFileWriter(path, temporary, file, SealedPieces(key: key))
        try writer.put(kind.mark + Bytes8(word: UInt64(head.count)).bytes + head)
        return writer
    }

    private init(_ path: String, _ temporary: String, _ file: Int32, _ pieces: SealedPieces) {
        self.path = path
        self.temporary = temporary
        self.file = file
        self.pieces = pieces
    }

    deinit {
        close(file)
        if !isFinished { unlink(temporary) }
    }

    /// Begins a file of the home.
    mutating func begin(_ name: String, size: UInt64) throws(DaemonError) {
        let name = Bytes(name.utf8)
        try write(Bytes8(word: UInt64(name.count)).bytes + name + Bytes8(word: size).bytes)
    }

    /// Adds to the file that was begun.
    mutating func write(_ bytes: some Collection<UInt8>) throws(DaemonError) {
        buffer += bytes
        while buffer.count > SealedPieces.pieceBytes {
            try putPiece(Bytes(buffer.prefix(SealedPieces.pieceBytes)), isLast: false)
            buffer.removeFirst(SealedPieces.pieceBytes)
        }
    }

    /// Ends the file, and gives it its name when all of it is on the disk.
    mutating func finish() throws(DaemonError) {
        try write(Bytes8(word: 0).bytes)
        try putPiece(buffer, isLast: true)
        wipe(&buffer)
        guard fsync(file) == 0, rename(temporary, path) == 0 else { throw failure }
        isFinished = true
    }

    private mutating func putPiece(_ plain: Bytes, isLast: Bool) throws(DaemonError) {
        let sealed = pieces.seal(plain, isLast: isLast)
        try put(Bytes8(word: UInt64(sealed.count)).bytes + [isLast ? 1 : 0] + sealed)
    }

    private func put(_ bytes: Bytes) throws(DaemonError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { memory in
                Self.systemWrite(file, memory, from: written)
            }
            guard count > 0 else { throw failure }
            written += count
        }
    }

    private static func systemWrite(
        _ file: Int32, _ memory: UnsafeRawBufferPointer, from start: Int
    ) -> Int {
        let rest = UnsafeRawBufferPointer(rebasing: memory[start...])
        #if canImport(Glibc)
            return Glibc.write(file, rest.baseAddress, rest.count)
        #else
            return Darwin.write(file, rest.baseAddress, rest.count)
        #endif
    }

    private var failure: DaemonError {
        .unusable(path: temporary, reason: String(cString: strerror(errno)))
    }
}

/// Reads a backup or a bundle piece by piece.
struct SealedFileReader: ~Copyable {
    private let path: String
    private let file: Int32
    private var pieces: SealedPieces
    private var buffer: Bytes = []
    private var isLast = false

    /// Opens a file.
    ///
    /// - Parameter key: Gives the key for what stands in the head; `nil` for a damaged one.
    /// - Throws: What the closure throws; ``DaemonError/unusable(path:reason:)`` for a file that is no
    ///   such one or of a later version.
    static func open(
        _ path: String, _ kind: SealedKind,
        key: (_ head: Bytes) throws(DaemonError) -> SecretBytes?
    ) throws(DaemonError) -> SealedFileReader {
        let file = openToRead(path)
        guard file >= 0 else {
            throw .unusable(path: path, reason: String(cString: strerror(errno)))
        }
        do throws(DaemonError) {
            guard let key = try key(try head(of: file, path, kind)) else {
                throw damaged(path)
            }
            return SealedFileReader(path, file, SealedPieces(key: key))
        } catch {
            close(file)
            throw error
        }
    }

    private init(_ path: String, _ file: Int32, _ pieces: SealedPieces) {
        self.path = path
        self.file = file
        self.pieces = pieces
    }

    private static func head(
        of file: Int32, _ path: String, _ kind: SealedKind
    ) throws(DaemonError) -> Bytes {
        let start = try Self.read(file, kind.mark.count + 8, path)
        guard start.starts(with: kind.mark.dropLast()) else {
            throw .unusable(path: path, reason: say("it is no \(kind.name) of Hearth"))
        }
        guard start.starts(with: kind.mark) else {
            throw .unusable(path: path, reason: say("it is a \(kind.name) of a later version"))
        }
        let length = Bytes8(start.suffix(8))?.word ?? 0
        guard length <= 4_096 else { throw Self.damaged(path) }
        return try Self.read(file, Int(length), path)
    }

    deinit { close(file) }

    /// The name and size of the next file; `nil` at the end.
    mutating func next() throws(DaemonError) -> (name: String, size: UInt64)? {
        guard let length = Bytes8(try take(8))?.word, length <= 4_096 else {
            throw Self.damaged(path)
        }
        guard length > 0 else {
            guard isLast, buffer.isEmpty else { throw Self.damaged(path) }
            return nil
        }
        let name = String(decoding: try take(Int(length)), as: UTF8.self)
        guard let size = Bytes8(try take(8))?.word else { throw Self.damaged(path) }
        return (name, size)
    }

    /// Up to so many bytes of the file that ``next()`` gave.
    mutating func content(_ most: UInt64) throws(DaemonError) -> Bytes {
        try take(Int(min(most, UInt64(SealedPieces.pieceBytes))))
    }

    private mutating func take(_ count: Int) throws(DaemonError) -> Bytes {
        while buffer.count < count { try fill() }
        defer { buffer.removeFirst(count) }
        return Bytes(buffer.prefix(count))
    }

    private mutating func fill() throws(DaemonError) {
        guard !isLast else { throw Self.damaged(path) }
        let head = try Self.read(file, 9, path)
        let most = UInt64(SealedPieces.pieceBytes + Sealing.tagBytes)
        guard let length = Bytes8(head.prefix(8))?.word, length <= most else {
            throw Self.damaged(path)
        }
        isLast = head[8] == 1
        guard let plain = pieces.open(try Self.read(file, Int(length), path), isLast: isLast)
        else { throw Self.damaged(path) }
        buffer += plain
    }

    private static func read(
        _ file: Int32, _ count: Int, _ path: String
    ) throws(DaemonError) -> Bytes {
        var bytes = Bytes(repeating: 0, count: count)
        var have = 0
        while have < count {
            let got = bytes.withUnsafeMutableBytes { memory in
                systemRead(file, UnsafeMutableRawBufferPointer(rebasing: memory[have...]))
            }
            guard got > 0 else { throw damaged(path) }
            have += got
        }
        return bytes
    }

    private static func systemRead(
        _ file: Int32, _ memory: UnsafeMutableRawBufferPointer
    ) -> Int {
        #if canImport(Glibc)
            return Glibc.read(file, memory.baseAddress, memory.count)
        #else
            return Darwin.read(file, memory.baseAddress, memory.count)
        #endif
    }

    static func damaged(_ path: String) -> DaemonError {
        .unusable(
            path: path,
            reason: say("it is damaged or was cut off; what is in it was not taken over"))
    }
}

/// The system's `open`, which a method of the same name would hide.
private func openToRead(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
