internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth release`.
struct ReleaseCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "release", "Let words in that a removed computer wrote before anybody there knew.",
        notes: """
            What a computer wrote after it was revoked, or after its person left, is kept by those \
            who have it and shown to nobody. If it was written in good faith, any member may let \
            it count; everybody sees who did. It can't be taken back. Without a name it shows what \
            waits on this computer.
            """,
        examples: [
            "hearth release", "hearth release D-7F3KD2 --community Bearings",
            "hearth release Ben --yes",
        ])

    @Argument(help: .say("Short code or label of the computer, or the person's name."))
    var of: String?
    @Option(help: .say("Short code or name of one community; everywhere without it."))
    var community: String?
    @Flag(help: .say("Don't ask."))
    var yes = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if of == nil, community != nil || yes {
            throw ValidationError(
                say("Say whose words: the computer's code, or the person's name."))
        }
    }

    func run(in session: Session) async throws {
        guard let of else {
            let list = try await session.client.call(Routes.lateWords)
            return try session.print(list) { LateWordsReport.lines(list.late, $0) }
        }
        guard yes || TextInput.confirm(say("Let all of it count, for everybody and for ever?"))
        else {
            throw ServiceError(
                .needsConsent, "Nothing was let in.", hint: "`hearth release` shows what waits.")
        }
        let answer = try await session.client.call(
            Routes.release, ReleaseRequest(of: of, community: community))
        try session.print(answer) { style in
            [style.green(say("It counts now; everybody sees who let it in."))]
                + LateWordsReport.lines(answer.released, style)
        }
    }
}
