internal import Archives
internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth export`.
struct ExportCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "export", "Take everything of a community along, as a zip file.",
        notes: """
            The file opens in a browser without Hearth (index.html), holds every record as a line \
            of JSON and as Markdown, the attached files that are on this computer, and the commits \
            as they were signed, which `hearth import` \
            verifies and reads elsewhere. Whoever has the file can read all of it: the \
            community's words and keys, and who belongs to the workplace.
            """,
        examples: [
            "hearth export Bearings --zip bearings.zip", "hearth export --all --into backup",
        ])

    @Argument(help: .say("Short code or name of the community."))
    var community: String?
    @Option(help: .say("The file to write."), completion: .file(extensions: ["zip"]))
    var zip: String?
    @Flag(help: .say("Take all communities that you are in, a file each."))
    var all = false
    @Option(help: .say("The folder for the files of --all."), completion: .directory)
    var into: String?
    @Flag(help: .say("Replace a file that is there."))
    var force = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard all ? community == nil && zip == nil && into != nil : into == nil else {
            throw ValidationError(say("Say --all --into FOLDER, or a community and --zip FILE."))
        }
        guard all || (community != nil && zip != nil) else {
            throw ValidationError(say("Say which community, and --zip FILE."))
        }
    }

    func run(in session: Session) async throws {
        if let community, let zip {
            let summary = try await export(community, to: zip, session)
            return try session.print(summary) { Self.lines(summary, $0) }
        }
        guard let into else { return }
        try FileManager.default.createDirectory(
            atPath: into, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let joined = try await session.client.call(Routes.communities).communities
            .filter(\.isMember)
        var summaries: [ExportSummary] = []
        for community in joined {
            let name = community.name.map { $0.isLetter || $0.isNumber ? $0 : "-" }
            let file = "\(community.code)-\(String(name.prefix(60))).zip"
            summaries.append(
                try await export(
                    community.id, to: URL(fileURLWithPath: into).appending(path: file).path,
                    session))
        }
        try session.print(ExportSummaries(exports: summaries)) { style in
            summaries.isEmpty
                ? [say("You are in no community yet.")]
                : summaries.flatMap { Self.lines($0, style) }
        }
    }

    private func export(
        _ community: String, to path: String, _ session: Session
    ) async throws -> ExportSummary {
        let file = try ExportFile(path: path, isForced: force)
        return try await file.filled {
            // Whoever opens it may read another language than whoever makes it.
            try await Language.$current.withValue(.english) {
                try await Self.write(community, to: file, session)
            }
        }
    }

    private static func lines(_ summary: ExportSummary, _ style: Style) -> [String] {
        let commits = Int(clamping: summary.commits)
        let counts = Style.list([
            summary.records, say(commits, one: "\(.count) commit", other: "\(.count) commits"),
            say(summary.files, one: "\(.count) file", other: "\(.count) files"),
        ])
        let missing =
            summary.missing.isEmpty
            ? []
            : [
                say(
                    summary.missing.count,
                    one: "One attached file is not in it (hearth fetch CODE brings it here):",
                    other:
                        "\(.count) attached files are not in it (hearth fetch CODE brings them here):"
                )
            ] + summary.missing.map { "  \(PlainText.line($0))" }
        return [say("Wrote \(summary.file): \(counts).")] + missing + [
            style.faint(say("Elsewhere: open index.html, or hearth import \(summary.file)"))
        ]
    }

    private static func write(
        _ community: String, to file: ExportFile, _ session: Session
    ) async throws -> ExportSummary {
        var writer = ExportWriter(file: file, session: session)
        defer { writer.bar.finish() }
        let head = try await session.client.call(
            Routes.beginExport, CommunityReference(community: community))
        try await writer.write(head)
        return writer.summary
    }
}

/// What `hearth export --all` says.
struct ExportSummaries: Message {
    /// The files.
    var exports: [ExportSummary]
}

/// What `hearth export` says.
struct ExportSummary: Message {
    /// The file.
    var file: String
    /// Questions with their answers.
    var threads = 0
    /// Problems, stories, experiments, gatherings, value stories and proposals.
    var items = 0
    /// Signed commits, those of the workplace included.
    var commits: Int64 = 0
    /// Attached files that are in it.
    var files = 0
    /// Code and name of attached files that are not in it: they were not on this computer, or the
    /// zip file had no room for them.
    var missing: [String] = []

    /// How many questions and other records there are, for people.
    var records: String {
        Style.list([
            say(threads, one: "\(.count) question", other: "\(.count) questions"),
            say(items, one: "\(.count) other record", other: "\(.count) other records"),
        ])
    }
}
