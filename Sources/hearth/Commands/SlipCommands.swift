internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth slip`.
struct SlipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "slip", "Slips of paper with which people without a computer begin at a terminal.",
        usage: """
            hearth slip [list] [--json]
            hearth slip new NAME --consent spoken|paper|card|pin|kiosk [--site SITE] [--html FILE]
            """,
        examples: ["hearth slip new Dana --site \"Line 2\" --consent spoken", "hearth slip list"],
        subcommands: [New.self, List.self], defaultSubcommand: List.self)

    /// The command `hearth slip new`.
    struct New: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "new", "Note somebody who has no computer at work, and make a slip for them.",
            notes: """
                Everybody in the workplace reads the name, the site and that you wrote it down; so \
                ask them first. The slip vouches for whoever shows it at a terminal: hand it over \
                in person.
                """,
            examples: [
                "hearth slip new Dana --site \"Line 2\" --consent spoken",
                "hearth slip new Dana --consent paper --html slip.html",
            ])

        @Argument(help: .say("What they want to be called."))
        var name: String
        @Option(help: .say("Where they work."))
        var site: String?
        @Option(help: .say("How they agreed: spoken, paper, card, pin or kiosk."))
        var consent: String
        @Option(help: .say("Write a page for the printer instead, readable by you alone."))
        var html: String?
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard ConsentKind(rawValue: consent) != nil else {
                throw ValidationError(say("--consent is spoken, paper, card, pin or kiosk."))
            }
        }

        func run(in session: Session) async throws {
            // The file comes first: a code that can't be kept would be lost.
            let file = try html.map { try SecretFile(creating: $0) }
            var saved: UnclaimedSaved
            do {
                saved = try await session.client.call(
                    Routes.noteUnclaimed,
                    NoteUnclaimedRequest(
                        name: name, site: site, consent: ConsentKind(rawValue: consent) ?? .spoken))
            } catch {
                file?.discard()
                throw error
            }
            if let file {
                try file.write(SlipPage.slip(saved))
                saved.slip = ""
            }
            try session.print(saved) { KioskReport.lines(saved, file?.path, $0) }
        }
    }

    /// The command `hearth slip list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "The people without a computer who were noted, and who has come.",
            examples: ["hearth slip list"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(Routes.unclaimed)
            try session.print(list) { KioskReport.lines(list, $0) }
        }
    }
}
