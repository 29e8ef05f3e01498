internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// For whom words are written that somebody else said.
struct BehalfOptions: ParsableArguments {
    @Option(
        help: .say("For whom you write it down, as they want to be named: \"N. from shift C\"."))
    var onBehalf: String?
    @Option(
        help: .say(
            "For whom you write it down who has a slip: the name or code of `hearth slip list`."))
    var onBehalfOf: String?
    @Option(help: .say("How they agreed: spoken, paper, card, pin or kiosk."))
    var consent: String?

    func validate() throws {
        if onBehalf != nil, onBehalfOf != nil {
            throw ValidationError(say("Give --on-behalf or --on-behalf-of, not both."))
        }
        guard (onBehalf ?? onBehalfOf) != nil else {
            if consent != nil { throw ValidationError(say("--consent goes with --on-behalf.")) }
            return
        }
        guard consent.flatMap(ConsentKind.init) != nil else {
            throw ValidationError(
                say("Say how they agreed: --consent spoken, paper, card, pin or kiosk."))
        }
    }

    /// Says for whom words were written that were just saved.
    ///
    /// - Returns: What was saved, with the code of the slip for them.
    func stamp(_ saved: Saved, in session: Session) async throws -> Saved {
        guard let consent = consent.flatMap(ConsentKind.init) else { return saved }
        do {
            return try await session.client.call(
                Routes.writeOnBehalf,
                BehalfRequest(
                    reference: saved.id, name: onBehalf, person: onBehalfOf, consent: consent))
        } catch let error as ServiceError {
            throw ServiceError(
                error.code, "\(saved.code) was written, and for whom was not: \(error.message)",
                hint: "Say it again: hearth behalf \(saved.code) --on-behalf NAME --consent …")
        }
    }
}

/// The command `hearth behalf`.
struct BehalfCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "behalf", "Say for whom words of yours were written, who has no computer at work.",
        notes: """
            You stay visible as the one who wrote them down. Whoever has the slip puts their name \
            to the words (`hearth claim`) or takes it off.
            """,
        examples: [
            "hearth behalf A-9K2M4 --on-behalf \"N. from shift C\" --consent paper",
            "hearth behalf Q-7F3KD --on-behalf-of Dana --consent spoken",
        ])

    @Argument(help: .say("Short code of what you wrote."))
    var reference: String
    @OptionGroup var behalf: BehalfOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if behalf.consent == nil {
            throw ValidationError(say("Say for whom: --on-behalf NAME, or --on-behalf-of PERSON."))
        }
    }

    func run(in session: Session) async throws {
        guard let consent = behalf.consent.flatMap(ConsentKind.init) else { return }
        let saved = try await session.client.call(
            Routes.writeOnBehalf,
            BehalfRequest(
                reference: reference, name: behalf.onBehalf, person: behalf.onBehalfOf,
                consent: consent))
        try session.print(saved) { PostReport.lines(saved, say("Noted for whom"), $0) }
    }
}

/// The command `hearth claim`.
struct ClaimCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "claim", "Put your name to words that somebody wrote down for you, or take it off.",
        notes: "Taking it off works at anybody's computer and can't be undone; the words stay.",
        examples: [
            "hearth claim A-9K2M4 7K3M-XQ9A-00ZT-5BCD",
            "hearth claim A-9K2M4 7K3M-XQ9A-00ZT-5BCD --take-off",
        ])

    @Argument(help: .say("Short code of the words."))
    var reference: String
    @Argument(help: .say("The code on your slip."))
    var slip: String
    @Flag(help: .say("Take the name off, for good."))
    var takeOff = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let saved = try await session.client.call(
            Routes.claimWords,
            ClaimRequest(reference: reference, slip: slip, takesOff: takeOff ? true : nil))
        try session.print(saved) {
            PostReport.lines(saved, takeOff ? say("Took the name off") : say("Claimed"), $0)
        }
    }
}
