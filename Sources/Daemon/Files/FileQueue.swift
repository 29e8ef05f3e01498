internal import Engine
internal import Languages
internal import Ledger
internal import Logging
internal import Storage
internal import Wire

/// The engine's wishes about attached files, carried out in order and beside the commits.
///
/// Its length is bounded by what the engine lets peers ask for and what it asks of them.
final class FileQueue: Sendable {
    /// A wish.
    enum Job: Sendable {
        case look(token: UInt64, SpaceID, AttachmentAddress)
        case read(token: UInt64, SpaceID, AttachmentAddress, chunk: Int)
        case store(ConnectionID, AttachmentID, ProvenChunk)
    }

    /// Something that the node has to know beside the engine.
    enum News: Sendable {
        /// All of a file is here now.
        case complete(AttachmentAddress)
        /// A chunk was damaged on the disk and has to be fetched again.
        case damaged(AttachmentAddress)
    }

    private let (jobs, queue) = AsyncStream.makeStream(of: Job.self)

    /// Adds a wish behind the others.
    func add(_ job: Job) { queue.yield(job) }

    /// Ends the loop once it is empty.
    func finish() { queue.finish() }

    /// Does what the engine wants.
    ///
    /// - Parameters:
    ///   - hasRoom: Whether this machine may keep more.
    ///   - handle: Gets the answer for the engine and, if there are, news for the node.
    func run(
        _ shelf: FileShelf, _ store: Store, logger: Logger, hasRoom: () async -> Bool,
        answering handle: (Event, News?) async -> Void
    ) async {
        for await job in jobs {
            switch job {
            case .look(let token, let space, let address):
                let isLive = (try? await store.isLive(address, in: space)) ?? false
                let here = shelf.kept(address)?.here ?? ChunkSet(of: 0)
                await handle(.fileFound(token: token, isLive ? here : nil), nil)
            case .read(let token, let space, let address, let chunk):
                let isLive = (try? await store.isLive(address, in: space)) ?? false
                let (read, news) =
                    isLive ? self.read(chunk, of: address, shelf, logger) : (.notPermitted, nil)
                await handle(.fileRead(token: token, read), news)
            case .store(let from, let file, let chunk):
                let isHere = await hasRoom() && keep(chunk, of: file, shelf, logger)
                let isComplete = isHere && shelf.chunks(of: file).isComplete
                await handle(
                    .fileChunkStored(chunk.index, of: file.address, from: from, isHere: isHere),
                    isComplete ? .complete(file.address) : nil)
            }
        }
    }

    private func read(
        _ chunk: Int, of address: AttachmentAddress, _ shelf: FileShelf, _ logger: Logger
    ) -> (FileRead, News?) {
        guard let file = shelf.kept(address)?.id else { return (.unavailable, nil) }
        do {
            switch try shelf.chunk(chunk, of: file) {
            case .here(let found): return (.chunk(found), nil)
            case .missing: return (.unavailable, nil)
            case .damaged:
                logger.warning(
                    "a chunk of a file was damaged on the disk; it is fetched again",
                    metadata: ["address": "\(address)", "chunk": "\(chunk)"])
                return (.unavailable, .damaged(address))
            }
        } catch {
            logger.error("a file could not be read", metadata: ["error": "\(error)"])
            return (.unavailable, nil)
        }
    }

    private func keep(
        _ chunk: ProvenChunk, of file: AttachmentID, _ shelf: FileShelf, _ logger: Logger
    ) -> Bool {
        do {
            try shelf.take(chunk, of: file)
            return true
        } catch {
            logger.error("a chunk of a file could not be kept", metadata: ["error": "\(error)"])
            return false
        }
    }
}
