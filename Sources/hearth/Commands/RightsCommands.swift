internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth can`.
struct CanCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "can", "Who may do what: one verb, or the whole table of rights.",
        notes: "What exists for nobody ends with exit code 4 and says what there is instead.",
        examples: [
            "hearth can flag", "hearth can edit --as sponsor", "hearth can hide",
            "hearth can --all",
        ])

    @Argument(help: .say("The verb, such as flag, edit, read-private or \"close a problem\"."))
    var verb: [String] = []
    @Option(
        name: .customLong("as"),
        help: .say("Only for visitor, guest, member, coordinator, sponsor, it_policy or door_key."))
    var role: String?
    @Flag(help: .say("The whole table."))
    var all = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if all == !verb.isEmpty {
            throw ValidationError(say("Give a verb, or --all: hearth can flag"))
        }
        if all && role != nil {
            throw ValidationError(say("Give --all or --as, not both."))
        }
    }

    func run(in session: Session) async throws {
        if all {
            let table = try await session.client.call(Routes.rights)
            return try session.print(table) { RightsReport.lines(table, $0) }
        }
        let right = try await session.client.call(
            Routes.right, RightRequest(verb: verb.joined(separator: " "), role: role))
        try session.print(right) { RightsReport.lines(right, $0) }
    }
}

/// The command `hearth hide`, which says that nobody can.
struct HideCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "hide", "Says that nobody can hide the words of others, and what there is instead.",
        examples: ["hearth hide A-9K2M4"])

    @Argument(help: .say("Short code of what you would hide."))
    var reference: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let right = try await session.client.call(
            Routes.right, RightRequest(verb: "hide", about: reference))
        // Only a node of another version could get here: this one refuses.
        try session.print(right) { RightsReport.lines(right, $0) }
    }
}
