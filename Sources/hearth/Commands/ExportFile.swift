internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The file of an export, which is there as a whole or not at all.
final class ExportFile: Sendable {
    let path: String
    private let partial: String
    private let handle: FileHandle

    /// Makes a file that only its owner reads, beside the place where it shall be.
    init(path: String, isForced: Bool) throws {
        self.path = path
        partial = path + ".partial"
        guard isForced || !FileManager.default.fileExists(atPath: path) else {
            throw ServiceError(
                .usage, "\(path) is there already.", hint: "Choose another name, or add --force.")
        }
        let descriptor = Foundation.open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw ServiceError(
                .usage, "\(partial) can't be written (errno \(errno)).",
                hint: "Choose a folder that you may write to.")
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Appends bytes.
    func append(_ bytes: [UInt8]) throws {
        do {
            try handle.write(contentsOf: Data(bytes))
        } catch {
            throw ServiceError(
                .internal, "\(partial) can't be written: \(error.localizedDescription)",
                hint: "Is the disk full?")
        }
    }

    /// Puts the file in its place.
    private func finish() throws {
        do {
            try handle.synchronize()
            try handle.close()
        } catch {
            throw ServiceError(
                .internal, "\(partial) can't be written: \(error.localizedDescription)")
        }
        guard rename(partial, path) == 0 else {
            throw ServiceError(.usage, "\(path) can't be replaced (errno \(errno)).")
        }
    }

    /// Takes away what was written so far.
    private func discard() { unlink(partial) }

    /// Does what fills the file and puts it in its place; Ctrl-C or an error leave nothing behind.
    func filled<Result: Sendable>(
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let interrupts = Interrupts()
        let arrivals = interrupts.arrivals
        do {
            let result = try await withThrowingTaskGroup(of: Result?.self) { group in
                group.addTask { try await work() }
                group.addTask {
                    for await _ in arrivals { break }
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
            return try withExtendedLifetime(interrupts) {
                guard let result else { throw ExitCode(Interrupts.exitCode) }
                try finish()
                return result
            }
        } catch {
            discard()
            throw error
        }
    }
}
