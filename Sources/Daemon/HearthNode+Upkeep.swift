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
        audit(.exported(what: wanted.map { "dump of \($0.hex)" } ?? "dump"))
        return try await dump(of: wanted, in: store)
    }

    public func events(_ request: EventsRequest) async throws(ServiceError) -> AnswerStream<
        NodeEvent
    > {
        let kind = request.kind
        let listening = Listening(to: happenings.listen()) { kind == nil || $0.kind == kind }
        return AnswerStream { await listening.next()?.said }
    }

    /// The canonical dump of a database, read while it is sent.
    func dump(
        of space: SpaceID?, in store: Store
    ) async throws(ServiceError) -> AnswerStream<DumpPiece> {
        let pieces = try await stored { () async throws(StorageError) in
            try await store.canonicalDumpPieces(of: space)
        }
        return AnswerStream {
            do {
                return try await pieces.next().map { DumpPiece(text: $0) }
            } catch let error as StorageError {
                throw error.service
            }
        }
    }
}
