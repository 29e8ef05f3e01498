internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// Files that are attached to words in one step.
struct AttachOptions: ParsableArguments {
    @Option(
        name: .customLong("attach"),
        help: .say("A file to attach, such as a sound or a picture; may be given several times."),
        completion: .file())
    var files: [String] = []

    /// The files with their whole paths.
    ///
    /// - Throws: ``ServiceError`` for one that can't be attached, before anything is written.
    func paths() throws -> [String] {
        try files.map { file in
            let path = URL(fileURLWithPath: file).standardizedFileURL.path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ServiceError(
                    .usage, "There is no file \(file); nothing was written.",
                    hint: "Check the path.")
            }
            guard !isFolder.boolValue else {
                throw ServiceError(
                    .usage, "\(file) is a folder; nothing was written.",
                    hint: "Pack it into one file first.")
            }
            guard FileManager.default.isReadableFile(atPath: path) else {
                throw ServiceError(
                    .usage, "\(file) can't be read; nothing was written.",
                    hint: "Check whether the file is yours to read.")
            }
            return path
        }
    }

    /// Attaches files to what was just saved.
    ///
    /// - Returns: What was saved, with the files.
    static func attach(_ paths: [String], to saved: Saved, in session: Session) async throws
        -> Saved
    {
        guard !paths.isEmpty else { return saved }
        var saved = saved
        var files: [FileShown] = []
        for path in paths {
            do {
                files.append(
                    try await session.client.call(
                        Routes.attach, AttachRequest(reference: saved.id, path: path)
                    ).file)
            } catch let error as ServiceError {
                throw ServiceError(
                    error.code,
                    "\(saved.code) was written, and \(path) is not attached: \(error.message)",
                    hint: "Attach it to what is there: hearth attach \(saved.code) FILE")
            }
        }
        saved.files = files
        return saved
    }
}
