internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth who-knows`.
struct WhoKnowsCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "who-knows", "Who can help, and why: what they wrote about it, and what became of that.",
        notes: """
            Worked out on this computer; nobody learns that you asked. Whoever has written last \
            comes first; nobody is counted. `hearth findable no` takes yourself out.
            """,
        examples: ["hearth who-knows seal wash-down"])

    @Argument(help: .say("What it is about."))
    var words: [String]
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let found = try await session.client.call(
            Routes.whoKnows, WhoKnowsRequest(text: words.joined(separator: " ")))
        try session.print(found) { KnowingReport.lines(found, $0) }
    }
}

/// The command `hearth findable`.
struct FindableCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "findable", "Say whether you want to be named when somebody asks who can help.",
        notes: "What you wrote stays where it is.", examples: ["hearth findable no"])

    enum Choice: String, ExpressibleByArgument, CaseIterable { case yes, no }

    @Argument(help: .say("yes or no."))
    var choice: Choice
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let request = FindableRequest(findable: choice == .yes)
        _ = try await session.client.call(Routes.setFindable, request)
        try session.print(request) { _ in
            [
                request.findable
                    ? say("Colleagues find you when they ask who can help.")
                    : say("Nobody is told your name when they ask who can help.")
            ]
        }
    }
}

/// The command `hearth mirror`.
struct MirrorCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "mirror", "What your words were good for: thanks, and what colleagues did with them.",
        notes: "Worked out on this computer and shown to nobody else; there is none of others.",
        examples: ["hearth mirror"])

    @Option(help: .say("There is a mirror of yourself only."))
    var person: String?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let mirror = try await session.client.call(
            Routes.mirror, MirrorRequest(person: person))
        try session.print(mirror) { KnowingReport.lines(mirror, $0) }
    }
}

/// How people who can help look.
enum KnowingReport {
    static func lines(_ found: Knowers, _ style: Style) -> [String] {
        guard !found.people.isEmpty else {
            return [
                say("Nobody here has written about it. Ask everybody: hearth ask \"…\"")
            ]
        }
        return found.people.flatMap { lines($0, style) }
    }

    static func lines(_ knower: Knower, _ style: Style) -> [String] {
        let left = knower.hasLeft ? style.yellow("  " + say("has left")) : ""
        var lines = [style.bold(PlainText.line(knower.person.name)) + left]
        for reason in knower.reasons {
            lines.append(
                "    \(reason.words): \(style.cyan(reason.code)) \(PlainText.line(reason.title))  "
                    + style.faint(style.day(reason.writtenAt)))
        }
        if let about = knower.about, !about.isEmpty {
            lines.append("    " + say("says: \(PlainText.line(about))"))
        }
        if let handover = knower.handover, !handover.isEmpty {
            lines.append("    " + say("wrote before leaving: \(PlainText.line(handover))"))
        }
        return lines
    }

    /// What `hearth mirror` prints.
    static func lines(_ mirror: Mirror, _ style: Style) -> [String] {
        var lines: [String] = []
        if mirror.thankedBy > 0 {
            lines.append(
                say(
                    mirror.thankedBy, one: "\(.count) colleague thanked you.",
                    other: "\(.count) colleagues thanked you."))
        }
        for use in mirror.uses {
            lines.append(style.cyan(use.code) + "  " + PlainText.line(use.title))
            if let experience = use.experience {
                lines.append("    " + PlainText.line(experience))
            }
            if !use.builtOn.isEmpty {
                lines.append("    " + say("built on by \(Style.list(use.builtOn))"))
            }
        }
        return lines.isEmpty ? [say("Nothing yet. Tell a story: hearth story new \"…\"")] : lines
    }
}
