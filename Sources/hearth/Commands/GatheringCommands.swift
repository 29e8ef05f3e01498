internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

extension EventCommand {
    /// The command `hearth event wall`.
    struct Wall: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "wall", "Show the wall of an open space: slots, rooms, cards.",
            examples: ["hearth event wall E-7F3KD"])

        @Argument(help: .say("Short code of the event."))
        var event: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let space = try await session.client.call(
                Routes.openSpace, ItemReference(reference: event))
            try session.print(space) { OpenSpaceReport.lines(space, $0) }
        }
    }

    /// The command `hearth event harvest`.
    struct Harvest: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "harvest", "Make the booklet of a gathering: every session with its notes and names.",
            notes: "As Markdown, or as a page for the printer if the file ends in .html.",
            examples: [
                "hearth event harvest E-7F3KD", "hearth event harvest E-7F3KD --out harvest.html",
            ])

        @Argument(help: .say("Short code of the event."))
        var event: String
        @Option(help: .say("The file to write; standard output when absent."), completion: .file())
        var out: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let space = try await session.client.call(
                Routes.openSpace, ItemReference(reference: event))
            guard let out else {
                return try session.print(space) { Harvest.lines(space, $0) }
            }
            let isPage = out.lowercased().hasSuffix(".html")
            try PrintedFile.write(
                isPage
                    ? HarvestBooklet.html(space, session.style)
                    : HarvestBooklet.markdown(space, session.style), to: out)
            try session.print(space) { _ in [say("Wrote \(out)")] }
        }

        private static func lines(_ space: OpenSpace, _ style: Style) -> [String] {
            HarvestBooklet.markdown(space, style).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
        }
    }

    /// The command `hearth event poster`.
    struct Poster: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "poster", "Make the invitation of a gathering for the printer.",
            notes: "Its QR code puts the gathering into the calendar of a telephone.",
            examples: ["hearth event poster E-7F3KD --out poster.html"])

        @Argument(help: .say("Short code of the event."))
        var event: String
        @Option(help: .say("The file to write."), completion: .file())
        var out = "poster.html"
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let kit = try await KitSheets(event: event, session)
            try PrintedFile.write(kit.poster, to: out)
            try session.print(kit.space) { _ in [say("Wrote \(out)")] }
        }
    }
}

/// The command `hearth kit`.
struct KitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "kit", "What whoever calls people together needs on paper.",
        examples: ["hearth kit print --event E-7F3KD --out kit"], subcommands: [Print.self])

    /// The command `hearth kit print`.
    struct Print: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "print",
            "Write six sheets: poster, cards, script, and a page each for managers, IT and all.",
            examples: ["hearth kit print --event E-7F3KD --out kit"])

        @Option(help: .say("Short code of the gathering."))
        var event: String
        @Option(help: .say("The folder to write into."), completion: .directory)
        var out = "kit"
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let kit = try await KitSheets(event: event, session)
            try FileManager.default.createDirectory(
                atPath: out, withIntermediateDirectories: true)
            var files: [String] = []
            for sheet in kit.all {
                let path = URL(fileURLWithPath: out).appending(path: sheet.name).path
                try PrintedFile.write(sheet.html, to: path)
                files.append(path)
            }
            let written = WrittenFiles(files: files)
            try session.print(written) { _ in written.files.map { say("Wrote \($0)") } }
        }
    }
}

/// Files that were written.
struct WrittenFiles: Message {
    /// Where they lie.
    var files: [String]
}

/// A file that somebody prints.
enum PrintedFile {
    /// Writes all of it, or nothing.
    static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw ServiceError(
                .usage, "\(path) could not be written: \(error.localizedDescription)",
                hint: "Name a file in a folder of yours.")
        }
    }
}
