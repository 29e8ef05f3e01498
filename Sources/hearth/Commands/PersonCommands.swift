internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth people`.
struct PeopleCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "people", "The people of your workplace, or one of them and how they belong.",
        examples: ["hearth people", "hearth people Gus"])

    @Argument(help: .say("Name or short code of one person."))
    var person: String?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        guard let person else {
            let people = try await session.client.call(Routes.people)
            return try session.print(people) { StatusReport.lines(people, $0) }
        }
        let details = try await session.client.call(
            Routes.person, PersonReference(person: person))
        try session.print(details) { PersonReport.lines(details, $0) }
    }
}

/// The command `hearth verify`.
struct VerifyCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "verify", "Compare four words with a colleague face to face, and say so for all to see.",
        notes: "Your colleague runs `hearth verify YOUR-NAME`; both screens show the same words.",
        examples: ["hearth verify Ben"])

    @Argument(help: .say("Name or short code of the colleague."))
    var person: String
    @Flag(help: .say("Take the words for the same without asking; for tests and scripts."))
    var yes = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let comparison = try await session.client.call(
            Routes.comparison, PersonReference(person: person))
        if !session.isJSON {
            let lines = PersonReport.lines(comparing: comparison, session.style)
            Terminal.write(lines.map { $0 + "\n" }.joined())
        }
        let isSame = yes || TextInput.confirm(say("Are the words the same on both screens?"))
        let details = try await session.client.call(
            Routes.verify,
            ComparisonVerdict(
                person: comparison.person.id, wordsMatch: isSame, words: comparison.words))
        try session.print(details) { PersonReport.lines(details, $0) }
    }
}

/// The command `hearth depart`.
struct DepartCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "depart", "Leave the workplace, or say that a colleague has left it.",
        notes: """
            By yourself it holds at once. For somebody who is gone, two colleagues say so; three \
            working days later anybody can confirm it, unless the person does anything meanwhile. \
            A workplace that was founded with a door key can do it at once. Everybody sees who did \
            it, and `hearth readmit` undoes an error.
            """,
        examples: [
            "hearth depart --words keep --handover \"Ask Ben about press 4\"", "hearth depart Gus",
            "hearth depart Gus --confirm", "hearth depart Gus --door-key door.key",
        ])

    @Argument(help: .say("Name or short code of a colleague who has left; yourself when absent."))
    var person: String?
    @Option(help: .say("What becomes of your words: keep, former (a former colleague), or erase."))
    var words: String?
    @Option(help: .say("One line for your colleagues: whom to ask from now on."))
    var handover: String?
    @Flag(help: .say("Confirm what two colleagues said three working days ago."))
    var confirm = false
    @Option(help: .say("File with the workplace's door key."))
    var doorKey: String?
    @Flag(help: .say("Don't ask."))
    var yes = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let words, LeaversWords(rawValue: words) == nil {
            throw ValidationError(say("--words is keep, former or erase."))
        }
        if confirm && doorKey != nil {
            throw ValidationError(say("Give --confirm or --door-key, not both."))
        }
    }

    func run(in session: Session) async throws {
        if person == nil { try await offerHandover(in: session) }
        let request = try person.map { try words(about: $0) } ?? ownWords()
        let answer = try await session.client.call(Routes.depart, request)
        try session.print(answer) { PersonReport.lines(answer, $0) }
    }

    private func words(about person: String) throws -> DepartRequest {
        let name = PlainText.line(person)
        guard yes || TextInput.confirm(say("Say for all to see that \(name) has left?")) else {
            throw ServiceError(.needsConsent, "Nothing was said.")
        }
        return DepartRequest(
            person: person, words: words.flatMap { LeaversWords(rawValue: $0) },
            handover: handover, confirms: confirm ? true : nil,
            doorKey: try doorKey.map { try SecretFile.read($0) })
    }

    /// Before somebody goes, their colleagues could ask; going is never blocked.
    private func offerHandover(in session: Session) async throws {
        guard !yes else { return }
        let own = try await session.client.call(
            Routes.handovers, HandoversRequest(mine: true))
        guard let offer = HandoverReport.offer(own) else { return }
        Terminal.writeError(offer + "\n")
        guard TextInput.confirm(say("Go on without it?")) else {
            throw ServiceError(.needsConsent, "You have not left.")
        }
    }

    private func ownWords() throws -> DepartRequest {
        if yes {
            guard let words else {
                throw ServiceError(
                    .usage, "Say what becomes of your words.",
                    hint: "Give --words keep, --words former or --words erase.")
            }
            return DepartRequest(words: LeaversWords(rawValue: words), handover: handover)
        }
        let note =
            handover ?? ask(say("Whom shall your colleagues ask from now on? One line, or none:"))
        let choice = words ?? ask(say("Your words: keep them, former (no name), or erase?"))
        guard let chosen = choice.flatMap({ LeaversWords(rawValue: $0) }) else {
            throw ServiceError(
                .usage, "That is none of keep, former and erase; you have not left.")
        }
        guard TextInput.confirm(say("Leave the workplace now?")) else {
            throw ServiceError(.needsConsent, "You have not left.")
        }
        return DepartRequest(words: chosen, handover: note)
    }

    private func ask(_ question: String) -> String? {
        Terminal.writeError(question + " ")
        return TextInput.line()?.trimmingCharacters(in: .whitespaces)
    }
}

/// The command `hearth departures`.
struct DeparturesCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "departures", "Who is said to have left, and what is missing.",
        examples: ["hearth departures"])

    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let list = try await session.client.call(Routes.departures)
        try session.print(list) { PersonReport.lines(list, $0) }
    }
}

/// The command `hearth readmit`.
struct ReadmitCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "readmit", "Vouch again for somebody who left, or was said to have left by mistake.",
        examples: ["hearth readmit Gus"])

    @Argument(help: .say("Name or short code of the person."))
    var person: String
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let details = try await session.client.call(
            Routes.readmit, PersonReference(person: person))
        try session.print(details) { PersonReport.lines(details, $0) }
    }
}
