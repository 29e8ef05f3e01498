internal import Foundation
internal import Keys
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// A copy of all that only this computer has, in one sealed file, while the node goes on.
extension HearthNode {
    public func backup(
        _ request: BackupRequest
    ) async throws(ServiceError) -> AnswerStream<BackupProgress> {
        try obey { () throws(PolicyRefusal) in try machine.policy.checkExport("hearth backup") }
        guard own != nil else { _ = try member; throw HearthNode.stopping }
        guard request.path.hasPrefix("/") else { throw HearthNode.relative(request.path) }
        try request.passphrase.requireFitPassphrase()
        let plan = BackupPlan(
            path: request.path, home: home, keys: keys, store: store,
            passphrase: SecretBytes(copying: Bytes(request.passphrase.utf8)))
        audit(.exported(what: "backup"))
        let (stream, report) = AnswerStream.makeStream(of: BackupProgress.self)
        later.yield {
            do {
                try await plan.carryOut { report.yield($0) }
                report.finish()
            } catch {
                report.finish(throwing: error)
            }
        }
        return stream
    }
}

/// What a backup consists of, and how it is written.
struct BackupPlan: Sendable {
    let path: String
    let home: HomeFolders
    let keys: KeyFolder
    let store: Store
    let passphrase: SecretBytes
    var cost = PasswordHash.Cost.moderate

    /// Files of the folder of keys that stay behind: the security log is of this computer.
    private static let staying: Set<String> = ["audit-head"]

    /// Writes the backup.
    ///
    /// The copy of the log comes first: a key that is made meanwhile does no harm, and one that is
    /// missing would.
    func carryOut(
        _ progress: @Sendable (BackupProgress) -> Void
    ) async throws(ServiceError) {
        let copy = home.state + "/backup.sqlite"
        do {
            try await store.copyLog(to: copy)
            defer { Store.removeCopy(copy) }
            let bytes = try write(copy, progress)
            progress(BackupProgress(done: bytes, total: bytes, isFinished: true))
        } catch let error as StorageError {
            throw error.service
        } catch let error as DaemonError {
            throw ServiceError(.internal, "No backup was made: \(error.description).")
        } catch {
            throw ServiceError(.internal, "No backup was made: \(error).")
        }
    }

    private func write(
        _ copy: String, _ progress: (BackupProgress) -> Void
    ) throws(DaemonError) -> Int64 {
        var files = [(name: "data/log.sqlite", path: copy)]
        for name in try PrivateFile.names(in: keys.path)
        where !Self.staying.contains(name) && !name.hasSuffix(PrivateFile.temporarySuffix) {
            files.append(("data/keys/" + name, keys.path + "/" + name))
        }
        let letters = home.data + "/letters"
        if FileManager.default.fileExists(atPath: letters) {
            for name in try PrivateFile.names(in: letters)
            where !name.hasSuffix(PrivateFile.temporarySuffix) {
                files.append(("data/letters/" + name, letters + "/" + name))
            }
        }
        files += try attachments()
        if FileManager.default.fileExists(atPath: home.configuration) {
            files.append(("hearth.toml", home.configuration))
        }
        var generator = SecureGenerator()
        let (seal, key) = try KeySeal.make(
            passphrase: passphrase, cost: cost, using: &generator)
        var writer = try SealedFileWriter.create(
            path, .backup, head: PartList.bytes(seal.fields), key: key)
        let sizes = files.map { Self.size($0.path) }
        let total = sizes.reduce(0, +)
        var done: Int64 = 0
        for (file, size) in zip(files, sizes) {
            guard let handle = FileHandle(forReadingAtPath: file.path) else {
                throw .unusable(path: file.path, reason: say("it can't be read"))
            }
            defer { try? handle.close() }
            try writer.begin(file.name, size: UInt64(size))
            var left = Int(size)
            while left > 0 {
                guard let piece = try? handle.read(upToCount: min(left, 1 << 20)), !piece.isEmpty
                else {
                    throw .unusable(path: file.path, reason: say("it changed while it was read"))
                }
                try writer.write(piece)
                left -= piece.count
                done += Int64(piece.count)
                progress(BackupProgress(done: done, total: total))
            }
        }
        try writer.finish()
        return total
    }

    /// The attached files, as they lie there; what says which chunks are there comes before them, as a
    /// chunk that is missing would be looked for, and one too many does no harm.
    private func attachments() throws(DaemonError) -> [(name: String, path: String)] {
        let folder = home.data + "/attachments"
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try PrivateFile.names(in: folder).reversed().map {
            ("data/attachments/" + $0, folder + "/" + $0)
        }
    }

    private static func size(_ path: String) -> Int64 {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.int64Value ?? 0
    }
}
