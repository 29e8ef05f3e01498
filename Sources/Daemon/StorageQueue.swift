internal import Engine
internal import Ledger
internal import Storage
internal import Wire

/// The engine's wishes to the storage, carried out in order.
///
/// Its length is bounded by what the engine asks for: peers may send only what they have credit
/// for, and are served one chunk at a time.
final class StorageQueue: Sendable {
    /// A wish.
    enum Job: Sendable {
        case ingest(token: UInt64, from: ConnectionID, space: SpaceID, runs: [Run])
        case count(token: UInt64, space: SpaceID, needs: [LogNeed])
        case load(
            token: UInt64, space: SpaceID, needs: [LogNeed], after: Int64, maximumBytes: Int)
        case proveRemoval(of: DeviceID)
    }

    private let (writes, writer) = AsyncStream.makeStream(of: Job.self)
    private let (reads, reader) = AsyncStream.makeStream(of: Job.self)

    /// Adds a wish behind the others.
    func add(_ job: Job) {
        switch job {
        case .ingest: writer.yield(job)
        case .count, .load, .proveRemoval: reader.yield(job)
        }
    }

    /// Ends both loops once they are empty.
    func finish() {
        writer.finish()
        reader.finish()
    }

    /// Stores what peers send, one batch after the other.
    ///
    /// - Parameters:
    ///   - hasRoom: Whether a space may take more on this machine.
    ///   - handle: Gets the answer for the engine and, if something was stored, what.
    func write(
        to store: Store, hasRoom: (SpaceID) async -> Bool,
        answering handle: (Event, (SpaceID, IngestOutcome)?) async -> Void
    ) async {
        for await job in writes {
            guard case .ingest(let token, _, let space, let runs) = job else { continue }
            guard await hasRoom(space) else {
                let refusals = runs.map { Stored.Refusal(log: $0.log, cause: .quota) }
                let refused = Stored(space: space, changes: [], token: token, refusals: refusals)
                await handle(.stored(refused), nil)
                continue
            }
            do {
                let outcome = try await store.ingest(runs, into: space)
                await handle(
                    .stored(outcome.stored(space: space, token: token)), (space, outcome))
            } catch {
                await handle(.ingestFailed(token: token, "\(error)"), nil)
            }
        }
    }

    /// Reads what peers ask for.
    func read(from store: Store, answering handle: (Event) async -> Void) async {
        for await job in reads {
            await handle(await StorageQueue.answer(job, from: store))
        }
    }

    private static func answer(_ job: Job, from store: Store) async -> Event {
        switch job {
        case .ingest(let token, _, _, _):
            return .ingestFailed(token: token, "a write among the reads")
        case .count(let token, let space, let needs):
            do {
                let count = try await store.count(
                    of: space, needs: needs.pairs, limits: needs.limits)
                return .counted(
                    token: token, commits: count.commits, bytes: count.bytes)
            } catch {
                return .loadFailed(token: token, "\(error)")
            }
        case .load(let token, let space, let needs, let cursor, let maximumBytes):
            do {
                let loaded = try await store.runs(
                    of: space, needs: needs.pairs, limits: needs.limits, after: cursor,
                    maxBytes: maximumBytes)
                return .loaded(
                    LoadedRuns(
                        token: token, runs: loaded.runs, cursor: loaded.cursor,
                        isFinal: loaded.isFinal))
            } catch {
                return .loadFailed(token: token, "\(error)")
            }
        case .proveRemoval(let device):
            do {
                return .removalProof(of: device, try await store.removalProof(of: device))
            } catch {
                return .removalUnproved(of: device, "\(error)")
            }
        }
    }
}

extension IngestOutcome {
    /// What the engine needs to know of it.
    fileprivate func stored(space: SpaceID, token: UInt64) -> Stored {
        var refused = refusals.map { refusal in
            Stored.Refusal(log: refusal.log, cause: refusal.cause.engineCause)
        }
        refused += forks.map { Stored.Refusal(log: $0, cause: .fork) }
        return Stored(
            space: space, changes: heads.map { Stored.Change(log: $0.log, head: $0.head) },
            token: token, refusals: refused)
    }
}

extension RunRefusal.Cause {
    fileprivate var engineCause: Stored.Cause {
        switch self {
        case .gap: .gap
        case .cut: .cut
        case .broken: .forged
        case .tooManyLogs: .quota
        }
    }
}

extension [LogNeed] {
    fileprivate var pairs: [(log: LogID, from: UInt64)] { map { ($0.log, $0.from) } }

    fileprivate var limits: [LogID: UInt64] {
        reduce(into: [:]) { limits, need in
            if let through = need.through { limits[need.log] = through }
        }
    }
}
