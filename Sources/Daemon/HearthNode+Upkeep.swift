public import LocalProtocol
internal import Storage
internal import Wire

/// Rebuilding, dumping and listening.
extension HearthNode {
    public func rebuild() async throws(ServiceError) -> AnswerStream<LocalProtocol.RebuildProgress>
    {
        _ = try member
        let (stream, continuation) = AnswerStream.makeStream(
            of: LocalProtocol.RebuildProgress.self, bufferingPolicy: .bufferingNewest(16))
        upkeep.yield { [store] in
            do throws(StorageError) {
                try await store.rebuild(progress: { progress in
                    continuation.yield(
                        LocalProtocol.RebuildProgress(
                            done: Int(progress.done), total: Int(progress.total)))
                })
                continuation.yield(
                    LocalProtocol.RebuildProgress(done: 1, total: 1, isFinished: true))
                continuation.finish()
            } catch {
                continuation.finish(throwing: error.service)
            }
        }
        return stream
    }

    /// Carries out long work, one after the other.
    func followUpkeep() async {
        for await work in upkeepStream { await work() }
    }

    public func dump(_ request: DumpRequest) async throws(ServiceError) -> AnswerStream<DumpPiece> {
        _ = try member
        try obey { () throws(PolicyRefusal) in try machine.policy.checkExport("hearth dump") }
        var space: SpaceID?
        if let community = request.community {
            space = try await resolveCommunity(community).space
        }
        let wanted = space
        let dump = try await stored { () async throws(StorageError) in
            try await store.canonicalDump(of: wanted)
        }
        audit(.exported(what: wanted.map { "dump of \($0.hex)" } ?? "dump"))
        let pieces = DumpPieces(text: dump)
        return AnswerStream { await pieces.next() }
    }

    public func events(_ request: EventsRequest) async throws(ServiceError) -> AnswerStream<
        NodeEvent
    > {
        let kind = request.kind
        let listening = Listening(to: happenings.listen()) { kind == nil || $0.kind == kind }
        return AnswerStream { await listening.next()?.said }
    }
}

/// A long text in pieces.
actor DumpPieces {
    private static let lines = 1_000

    private var rest: ArraySlice<Substring>

    init(text: String) { rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...] }

    func next() -> DumpPiece? {
        guard !rest.isEmpty else { return nil }
        let piece = rest.prefix(DumpPieces.lines)
        rest = rest.dropFirst(DumpPieces.lines)
        return DumpPiece(text: piece.joined(separator: "\n") + (rest.isEmpty ? "" : "\n"))
    }
}
