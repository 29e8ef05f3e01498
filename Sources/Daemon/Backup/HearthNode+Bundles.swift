internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Signed commits in a file, for colleagues whom no network reaches.
///
/// A bundle is sealed for the workplace and holds what peers would send each other, so whoever takes
/// it in checks every commit as if it came from a peer. Which spaces are in it is told only to those
/// who know them.
extension HearthNode {
    /// Bytes of commits that are loaded at once.
    private static let bundlePiece = 1 << 20

    public func exportBundle(_ request: BundleRequest) async throws(ServiceError) -> BundleReport {
        let member = try self.member
        try obey { () throws(PolicyRefusal) in
            try machine.policy.checkExport("hearth bundle export")
        }
        guard request.path.hasPrefix("/") else { throw HearthNode.relative(request.path) }
        var spaces = member.openSpaces
        if let community = request.community {
            spaces = Set(try await chosenCommunity(community).spaces)
                .union([member.workplace.space])
        }
        // The workplace first: who belongs, and which keys there are, stands in it.
        let ordered =
            [member.workplace.space] + spaces.subtracting([member.workplace.space]).sorted()
        let nonce = randomBytes(32, using: &generator)
        var report = BundleReport(spaces: 0, commits: 0)
        do {
            var writer = try SealedFileWriter.create(
                request.path, .bundle, head: nonce, key: bundleKey(nonce, member))
            for space in ordered {
                let since = space == member.workplace.space ? nil : request.since
                report.commits += try await write(space, since: since, nonce, to: &writer)
                report.spaces += 1
            }
            try writer.finish()
        } catch let error as StorageError {
            throw error.service
        } catch let error as DaemonError {
            throw ServiceError(.internal, "No bundle was made: \(error.description).")
        } catch {
            throw ServiceError(.internal, "No bundle was made: \(error).")
        }
        audit(.exported(what: "bundle"))
        return report
    }

    public func importBundle(_ request: BundleRequest) async throws(ServiceError) -> BundleReport {
        let member = try self.member
        try refuseIfClosed(member)
        var report = BundleReport(spaces: 0, commits: 0)
        var taken: Set<SpaceID> = []
        var unknown: Set<Bytes> = []
        var refused = 0
        do {
            var nonce: Bytes = []
            var reader = try SealedFileReader.open(request.path, .bundle) { head in
                nonce = head
                return head.count == 32 ? bundleKey(head, member) : nil
            }
            while let (name, size) = try reader.next() {
                guard size <= UInt64(Limits.sessionMessageBytes) else {
                    throw DaemonError.unusable(
                        path: request.path, reason: say("a piece of it is larger than any may be"))
                }
                var content: Bytes = []
                while content.count < size {
                    content += try reader.content(size - UInt64(content.count))
                }
                // Communities may have come into being by what was taken in before.
                guard let space = store.spaces.map(\.id).first(where: { tag($0, nonce) == name })
                else {
                    unknown.insert(Bytes(name.utf8))
                    continue
                }
                try checkRoom(in: space, of: member)
                let outcome = try await take(try Run.decode(content), into: space)
                report.commits += Int64(outcome.newCommits)
                refused += outcome.refusals.count + outcome.forks.count
                taken.insert(space)
            }
        } catch let error as ServiceError {
            throw error
        } catch let error as DaemonError {
            throw ServiceError(
                .usage, "The bundle can't be taken in: \(error.description).",
                hint: "A bundle is for colleagues of the workplace in which it was made.")
        } catch {
            throw ServiceError(.usage, "The bundle holds what is no run of commits: \(error).")
        }
        report.spaces = taken.count
        report.unknownSpaces = unknown.count
        report.refusedRuns = refused
        return report
    }

    /// Writes the commits of a space, or those that follow what each author began before a moment.
    ///
    /// - Returns: How many.
    private func write(
        _ space: SpaceID, since: Timestamp?, _ nonce: Bytes, to writer: inout SealedFileWriter
    ) async throws -> Int64 {
        var before: [LogID: UInt64] = [:]
        if let since {
            before = try await store.lastCommits(before: since.milliseconds, in: space)
        }
        let needs = try store.frontier(of: space).entries.compactMap { entry in
            let from = (before[entry.log] ?? 0) + 1
            return from <= entry.head.length ? (log: entry.log, from: from) : nil
        }
        var cursor: Int64 = 0
        var commits: Int64 = 0
        while true {
            let loaded = try await store.runs(
                of: space, needs: needs, after: cursor, maxBytes: Self.bundlePiece)
            for run in loaded.runs {
                let bytes = run.encoded()
                try writer.begin(tag(space, nonce), size: UInt64(bytes.count))
                try writer.write(bytes)
                commits += Int64(run.commits.count)
            }
            cursor = loaded.cursor
            if loaded.isFinal { return commits }
        }
    }

    /// Takes in a run as if a peer had sent it.
    private func take(_ run: Run, into space: SpaceID) async throws(ServiceError) -> IngestOutcome {
        guard let loop = membership?.loop else { throw HearthNode.stopping }
        let outcome = try await stored { () async throws(StorageError) in
            try await store.ingest([run], into: space)
        }
        await loop.handle(
            .stored(
                Stored(
                    space: space,
                    changes: outcome.heads.map { Stored.Change(log: $0.log, head: $0.head) },
                    written: [run])))
        countBytes(of: space)
        await reopen(outcome.endedSpaces)
        if outcome.directoryChanged { await followDirectoryOrLog() }
        return outcome
    }

    /// What a space is called in a bundle: nothing to those who don't know it.
    func tag(_ space: SpaceID, _ nonce: Bytes) -> String {
        Hex.encode(Hash.keyed(space.bytes, .bundle, [nonce]).bytes.prefix(16))
    }

    func bundleKey(_ nonce: Bytes, _ member: Membership) -> SecretBytes {
        Hash.secret(member.workplace.networkKey, .bundle, [nonce])
    }
}
