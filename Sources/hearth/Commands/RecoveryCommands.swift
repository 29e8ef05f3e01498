internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth recovery`.
struct RecoveryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "recovery", "Prepare for the day on which you have lost all your computers.",
        examples: ["hearth recovery sheet --html sheet.html"], subcommands: [Sheet.self])

    /// The command `hearth recovery sheet`.
    struct Sheet: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "sheet", "Make a recovery sheet: 24 words that are shown once and kept on paper.",
            notes: """
                Whoever has the words can act as you: keep them like a door key. The words are \
                stored nowhere; `hearth device revoke` takes a sheet's power away.
                """,
            examples: ["hearth recovery sheet", "hearth recovery sheet --html sheet.html"])

        @Option(help: .say("Write a page for the printer instead, readable by you alone."))
        var html: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            // The file comes first: words that can't be kept would be lost.
            let file = try html.map { try SecretFile(creating: $0) }
            let sheet: RecoverySheet
            do {
                sheet = try await session.client.call(Routes.makeSheet)
            } catch {
                file?.discard()
                throw error
            }
            guard let file else {
                return try session.print(sheet) { SheetPage.lines(sheet, $0) }
            }
            try file.write(SheetPage.html(sheet, session.style))
            try session.print(JSONValue.object(["code": .string(sheet.code)])) { _ in
                [
                    say("The sheet \(sheet.code) is in \(file.path)."),
                    say("Print it, then delete the file: whoever reads it can act as you."),
                ]
            }
        }
    }
}

/// The command `hearth recover`.
struct RecoverCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "recover", "Give your word that a colleague who lost all computers is back on a new one.",
        notes: """
            The first colleague gets a code: on the new computer, `hearth init --name NAME`, then \
            `hearth join CODE`. The second one runs the same command and compares four words with \
            `hearth whoami` on the new computer. With the second word the former computers are out.
            """,
        examples: ["hearth recover Gus"])

    @Argument(help: .say("Name or short code of the colleague."))
    var person: String
    @Flag(help: .say("Take the words for the same without asking; for tests and scripts."))
    var yes = false
    @OptionGroup var picture: PictureOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try picture.check(output) }

    func run(in session: Session) async throws {
        let start = try await session.client.call(
            Routes.recover, PersonReference(person: person))
        if let pairing = start.pairing {
            return try await PairingTalk(session: session, isAgreed: yes, picture: picture)
                .follow(pairing)
        }
        guard let pending = start.pending else {
            throw ServiceError(.internal, "hearthd said nothing about the recovery.")
        }
        if !session.isJSON {
            let lines = PersonReport.lines(comparing: pending, session.style)
            Terminal.write(lines.map { $0 + "\n" }.joined())
        }
        let isSame = yes || TextInput.confirm(say("Are the words the same on the new computer?"))
        let details = try await session.client.call(
            Routes.confirmRecovery,
            ComparisonVerdict(person: pending.person.id, wordsMatch: isSame, words: pending.words))
        try session.print(details) { PersonReport.lines(details, $0) }
    }
}
