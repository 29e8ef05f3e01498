internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

extension PageCommand {
    /// The command `hearth page history`.
    struct History: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "history", "Everything that was written into a page, and by whom.",
            examples: ["hearth page history PG-7F3KD"])

        @Argument(help: .say("Short code of the page."))
        var page: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let history = try await session.client.call(
                Routes.pageHistory, PageReference(reference: page))
            try session.print(history) { PageReport.lines(history, $0) }
        }
    }

    /// The command `hearth page blame`.
    struct Blame: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "blame", "Who wrote which line of a page.", examples: ["hearth page blame PG-7F3KD"])

        @Argument(help: .say("Short code of the page."))
        var page: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let blame = try await session.client.call(
                Routes.pageBlame, PageReference(reference: page))
            try session.print(blame) { PageReport.lines(blame, $0) }
        }
    }

    /// The command `hearth page diff`.
    struct Diff: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "diff", "What differs between a revision of a page and a later one.",
            examples: ["hearth page diff PG-7F3KD 3f9a02c1", "hearth page diff PG-7F3KD 3f9a 77b0"])

        @Argument(help: .say("Short code of the page."))
        var page: String
        @Argument(help: .say("A revision of `hearth page history`."))
        var from: String
        @Argument(help: .say("Another revision; the page as it is when absent."))
        var to: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let diff = try await session.client.call(
                Routes.pageDiff, PageDiffRequest(reference: page, from: from, to: to))
            try session.print(diff) { PageReport.lines(diff, $0) }
        }
    }

    /// The command `hearth page restore`.
    struct Restore: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "restore", "Make a page what it was at a revision; that is an edit like any other.",
            examples: ["hearth page restore PG-7F3KD 3f9a02c1"])

        @Argument(help: .say("Short code of the page."))
        var page: String
        @Argument(help: .say("A revision of `hearth page history`."))
        var revision: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let then = try await session.client.call(
                Routes.page, PageReference(reference: page, at: revision))
            let now = try await session.client.call(Routes.page, PageReference(reference: page))
            try await session.edit(now, into: then.text)
        }
    }
}

/// The command `hearth distil`.
struct DistilCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "distil", "Make a section of a page from a thread or a story, with everybody's name.",
        notes: "In a terminal you work on it in your editor first.",
        examples: [
            "hearth distil Q-7F3KD --into PG-4MZ2T",
            "hearth distil S-9C2MX --new \"Washing press 4\" --community Bearings",
        ])

    @Argument(help: .say("Short code of a question, answer, story, experiment or problem."))
    var source: String
    @Option(help: .say("Short code of the page that it goes into."))
    var into: String?
    @Option(help: .say("Title of a new page for it."))
    var new: String?
    @Option(help: .say("The community of the new page; not needed by a member of just one."))
    var community: String?
    @Flag(name: .customLong("no-edit"), help: .say("Take it as it is."))
    var isTaken = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (into == nil) != (new == nil) else {
            throw ValidationError(say("Say where it goes: --into PAGE or --new TITLE."))
        }
    }

    func run(in session: Session) async throws {
        let section = try await session.client.call(
            Routes.distil, DistilRequest(reference: source))
        if let into {
            let page = try await session.client.call(Routes.page, PageReference(reference: into))
            let joined = page.text.isEmpty ? section.text : page.text + "\n\n" + section.text
            let words = try edited(joined)
            var more = ItemFields()
            more.add("sources", section.source.code)
            _ = try await session.client.call(
                Routes.changeItem,
                ItemChangeRequest(reference: into, set: [], add: more.fields))
            try await session.edit(page, into: words)
        } else if let new {
            let saved = try await session.client.call(
                Routes.createPage,
                NewPageRequest(
                    title: new, text: try edited(section.text), community: community,
                    sources: [section.source.code]))
            try session.print(saved) { PostReport.lines(saved, say("Began"), $0) }
        }
    }

    private func edited(_ text: String) throws -> String {
        guard !isTaken, Terminal.isInputTerminal, Terminal.isOutputTerminal else { return text }
        return try TextInput.edited(text, missing: "")
    }
}

extension Session {
    /// Makes the text of a page another one and says so.
    ///
    /// If that fails, the words are kept in a file, for they may be long.
    func edit(_ page: Page, into words: String) async throws {
        do {
            let edited = try await client.call(
                Routes.editPage,
                EditPageRequest(reference: page.item.id, version: page.version, text: words))
            try print(edited) { style in
                let lines = PostReport.lines(edited.saved, say("Changed"), style)
                guard edited.isMerged else { return lines }
                return lines + [say("Colleagues have written meanwhile: both are in the page now.")]
            }
        } catch let error as ServiceError {
            let name = "hearth-\(page.item.code)-\(UUID().uuidString).md"
            let path = URL(fileURLWithPath: NSTemporaryDirectory()).appending(path: name).path
            guard let file = try? SecretFile(creating: path), (try? file.write(words)) != nil else {
                throw error
            }
            throw ServiceError(
                error.code, said: error.message,
                hint: [error.hint, say("Your text is in \(path).")].compactMap(\.self)
                    .joined(separator: " "))
        }
    }
}
