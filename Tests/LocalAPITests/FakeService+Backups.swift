import LocalProtocol

// Backups and bundles.
extension FakeService {
    func backup(
        _ request: BackupRequest
    ) async throws(ServiceError) -> AnswerStream<BackupProgress> {
        note("backup", request.path)
        return AnswerStream { stream in
            stream.yield(BackupProgress(done: 1_000, total: 2_000))
            stream.yield(BackupProgress(done: 2_000, total: 2_000, isFinished: true))
            stream.finish()
        }
    }

    func exportBundle(_ request: BundleRequest) async throws(ServiceError) -> BundleReport {
        note("exportBundle", request.path)
        return BundleReport(spaces: 2, commits: 17)
    }

    func importBundle(_ request: BundleRequest) async throws(ServiceError) -> BundleReport {
        note("importBundle", request.path)
        return BundleReport(spaces: 1, commits: 3, unknownSpaces: 1)
    }
}
