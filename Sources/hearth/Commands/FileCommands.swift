internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth attach`.
struct AttachCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "attach", "Attach a file to what was written.",
        notes: """
            The file is copied, sealed and kept on this computer; colleagues who may read what it \
            hangs on can fetch it. Small ones come to them by themselves. `hearth erase` with \
            the code of the file takes it back, on every computer.
            """,
        examples: [
            "hearth attach Q-7F3KD pump.jpg",
            "hearth attach N-2B3C4 scan0007.pdf --name \"drawing of press 4.pdf\"",
        ])

    @Argument(
        help: .say("Short code of the question, answer, problem, story, event, page and so on."))
    var reference: String
    @Argument(help: .say("The file."), completion: .file())
    var file: String
    @Option(help: .say("What it shall be called; the name of the file when absent."))
    var name: String?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let path = URL(fileURLWithPath: file).standardizedFileURL.path
        let attached = try await session.client.call(
            Routes.attach, AttachRequest(reference: reference, path: path, name: name))
        try session.print(attached) { FileReport.lines(attached, $0) }
    }
}

/// The command `hearth fetch`.
struct FetchCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "fetch", "Fetch an attached file from colleagues and write it to the disk.",
        notes: """
            It comes from all connected computers that have it at once, and every part is checked. \
            Ctrl-C keeps what has come; the same command goes on with the rest.
            """,
        examples: ["hearth fetch FL-9K2M4", "hearth fetch FL-9K2M4 --to ~/drawings/press4.pdf"])

    @Argument(help: .say("Short code of the file."))
    var reference: String
    @Option(
        help: .say("Where to: a folder, or the name of a file that isn't there; here when absent."),
        completion: .file())
    var to: String?
    @Option(help: .say("Seconds to wait while nothing comes."))
    var wait = 60
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let file = try await fetch(session)
        let saved = try await session.client.call(
            Routes.saveFile,
            SaveFileRequest(reference: reference, path: Self.place(to, for: file.fileName)))
        try session.print(saved) { FileReport.lines(saved, $0) }
    }

    /// Waits until all of the file is here.
    private func fetch(_ session: Session) async throws -> FileShown {
        var bar = session.progress()
        defer { bar.finish() }
        var last = -1
        var quiet = ContinuousClock.now
        while true {
            let file = try await session.client.call(
                Routes.fetchFile, FileReference(reference: reference))
            if file.isHere { return file }
            if file.chunksHere != last {
                last = file.chunksHere
                quiet = .now
            }
            bar.draw(
                Int64(file.chunksHere), of: Int64(file.chunks),
                say("\(FileReport.name(file)), \(FileReport.standing(file))"))
            guard ContinuousClock.now - quiet < .seconds(max(0, wait)) else {
                throw ServiceError(
                    .offline,
                    "\(file.code) is not all here: \(FileReport.standing(file)).",
                    hint: "Run it again when somebody who has it is there; what is here stays.")
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    /// Where a file goes: into a folder under its own name, or to a place that was named.
    static func place(_ to: String?, for fileName: String) -> String {
        let place = URL(fileURLWithPath: to ?? ".").standardizedFileURL
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
        return exists && isFolder.boolValue
            ? place.appendingPathComponent(fileName).path : place.path
    }
}

/// The command `hearth files`.
struct FilesCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "files", "The attached files, and how much of them is on this computer.",
        examples: ["hearth files", "hearth files --json"])

    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let list = try await session.client.call(Routes.files, Nothing())
        try session.print(list) { FileReport.lines(list, $0) }
    }
}
