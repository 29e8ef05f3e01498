internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth erase`.
struct EraseCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "erase", "Take words of yours back, on every computer that holds them.",
        notes: """
            The words, and your later changes to them, go from every computer as soon as it hears \
            of it; each one says when it has done so, and `hearth erasures` shows which have. What \
            others wrote in answer stays. It can't be undone, and it can't reach paper, exports, \
            or what somebody has copied.
            """,
        examples: ["hearth erase Q-7F3KD", "hearth erase A-9K2M4 --yes --json"])

    @Argument(help: .say("Short code of what you wrote."))
    var reference: String
    @Flag(help: .say("Also take back what was written in one piece with it, as imports are."))
    var all = false
    @Flag(help: .say("Don't ask."))
    var yes = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let plan = try await session.client.call(
            Routes.erasurePlan, ErasureReference(reference: reference))
        if !yes {
            Terminal.writeError(
                ErasureReport.lines(plan, all: all).map { $0 + "\n" }.joined())
            guard TextInput.confirm(say("Erase \(plan.code)?")) else {
                throw ServiceError(
                    .needsConsent, "Nothing was erased.",
                    hint: "Without a terminal to ask at, give --yes.")
            }
        }
        let shown = try await session.client.call(
            Routes.erase, EraseRequest(reference: reference, all: all ? true : nil))
        try session.print(shown) { ErasureReport.lines(after: shown, plan.code, $0) }
    }
}

/// The command `hearth erasures`.
struct ErasuresCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "erasures", "Words that were taken back, and which computers have done it.",
        examples: ["hearth erasures", "hearth erasures --everybody --json"])

    @Flag(help: .say("Everybody's in your communities, not only yours."))
    var everybody = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let list = try await session.client.call(
            Routes.erasures, ErasuresRequest(everybody: everybody ? true : nil))
        try session.print(list) { ErasureReport.lines(list, $0) }
    }
}
