internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth me`.
struct MeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "me", "What is yours here.", examples: ["hearth me export me.jsonl"],
        subcommands: [Export.self])

    /// The command `hearth me export`.
    struct Export: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "export", "Take along all that you have written, in all communities.",
            notes: """
                A line of JSON each: who you are and your devices, what you follow, then every record \
                of yours and every mark that you set, the oldest first. What you wrote into pages is \
                in their history. With --files the files that you attached come along, those that are \
                on this computer.
                """,
            examples: ["hearth me export me.jsonl", "hearth me export me.jsonl --files mine"])

        @Argument(help: .say("The file to write."), completion: .file())
        var file: String
        @Option(
            help: .say("A folder for the files that you attached; it is made if need be."),
            completion: .directory)
        var files: String?
        @Flag(help: .say("Replace the file if it is there."))
        var force = false
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let target = try ExportFile(path: file, isForced: force)
            let summary = try await target.filled {
                var summary = try await written(to: target, session)
                if let files { try await save(into: files, &summary, session) }
                return summary
            }
            try session.print(summary) { _ in
                let records = say(
                    summary.records, one: "\(.count) record", other: "\(.count) records")
                let marks = say(
                    summary.entries, one: "\(.count) mark", other: "\(.count) marks")
                let kept = say(summary.files, one: "\(.count) file", other: "\(.count) files")
                let counts = [records, marks] + (files == nil ? [] : [kept])
                let missing = summary.missing.map {
                    say("Not on this computer: \(PlainText.line($0))")
                }
                return [say("Wrote \(file): \(Style.list(counts)).")] + missing
            }
        }

        private func written(
            to target: ExportFile, _ session: Session
        ) async throws -> OwnSummary {
            var bar = session.progress()
            defer { bar.finish() }
            try target.append(line(try await session.client.call(Routes.identity)))
            try target.append(line(try await session.client.call(Routes.devices)))
            try target.append(line(try await session.client.call(Routes.following)))
            var summary = OwnSummary(file: file)
            var after: String?
            repeat {
                try Task.checkCancellation()
                let page = try await session.client.call(
                    Routes.ownWords, OwnWordsRequest(after: after, limit: 1_000))
                for record in page.records { try target.append(line(record)) }
                for entry in page.entries { try target.append(line(entry)) }
                summary.records += page.records.count
                summary.entries += page.entries.count
                bar.draw(
                    say(summary.records, one: "\(.count) record", other: "\(.count) records"))
                after = page.next
            } while after != nil
            return summary
        }

        /// Saves the files that the person attached, each in a folder of its code.
        private func save(
            into folder: String, _ summary: inout OwnSummary, _ session: Session
        ) async throws {
            let me = try await session.client.call(Routes.identity).person.id
            let own = try await session.client.call(Routes.files).files
                .filter { $0.author.id == me }
            for file in own {
                try Task.checkCancellation()
                guard file.isHere else {
                    summary.missing.append("\(file.code) \(file.fileName)")
                    continue
                }
                let place = URL(fileURLWithPath: folder).standardizedFileURL
                    .appendingPathComponent(file.code)
                try FileManager.default.createDirectory(
                    at: place, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
                let path = place.appendingPathComponent(file.fileName).path
                if force { unlink(path) }
                _ = try await session.client.call(
                    Routes.saveFile, SaveFileRequest(reference: file.id, path: path))
                summary.files += 1
            }
        }

        private func line(_ message: some Message) throws -> [UInt8] {
            Array(try JSONText.encode(message)) + [0x0A]
        }
    }
}

/// What `hearth me export` says.
struct OwnSummary: Message {
    /// The file.
    var file: String
    /// Records.
    var records = 0
    /// Marks in records.
    var entries = 0
    /// Attached files that were saved.
    var files = 0
    /// Code and name of attached files that are not on this computer.
    var missing: [String] = []
}
