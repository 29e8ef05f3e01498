internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// Asking without a name.
struct UnnamedOptions: ParsableArguments {
    @Flag(
        help: .say(
            "Ask as a colleague whom nobody can name: at a shared terminal, signed in, or for "
                + "somebody with --for. Three a week."))
    var asColleague = false
    @Option(
        name: .customLong("for"),
        help: .say("With --as-colleague: the colleague for whom you ask, by name or code."))
    var person: String?

    /// Refuses what contradicts itself.
    func check(with behalf: BehalfOptions) throws {
        guard asColleague else {
            if person != nil { throw ValidationError(say("--for goes with --as-colleague.")) }
            return
        }
        if behalf.consent != nil {
            throw ValidationError(say("Give --as-colleague or --on-behalf, not both."))
        }
    }

    /// What is printed once it is asked.
    func lines(_ saved: Saved, _ style: Style) -> [String] {
        let code = style.bold(PlainText.line(saved.code))
        let community = PlainText.line(saved.community?.name ?? "")
        let done = say("Asked \(code) as a colleague (member of \(community)).")
        let how =
            saved.slip.map {
                say(
                    "The code for them, shown once; whoever has it and is the one can say so: "
                        + "hearth reveal \(saved.code) \($0)")
            } ?? say("Nobody but you can say that it was you: hearth reveal \(saved.code)")
        return [done] + FileReport.lines(attached: saved.files ?? [], style)
            + [how, saved.durability.sentence]
    }
}

/// The command `hearth reveal`.
struct RevealCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "reveal", "Say that you asked a question that names nobody.",
        notes: "Everybody sees your name at it from then on; this can't be undone.",
        examples: [
            "hearth reveal Q-7F3KD",
            "hearth reveal Q-7F3KD 7K3M-XQ9A-00ZT-5BCD",
        ])

    @Argument(help: .say("Short code of the question."))
    var question: String
    @Argument(help: .say("The code on your slip, if a colleague asked for you."))
    var slip: String?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.reveal, RevealRequest(reference: question, slip: slip))
        try session.print(saved) { style in
            let code = style.bold(PlainText.line(saved.code))
            return [say("Everybody sees that you asked \(code)."), saved.durability.sentence]
        }
    }
}
