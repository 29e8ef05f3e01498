internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth kiosk`.
struct KioskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "kiosk", "A shared terminal: who can sign in here, beginning, signing in and out.",
        usage: """
            hearth kiosk [show] [--json]
            hearth kiosk begin|signin|signout|pin|card|offer ...   at the terminal
            hearth kiosk offers|accept ...                         at a computer of yours
            """,
        notes: """
            A terminal is set up once with `hearth init --kiosk --name Canteen` and invited like a \
            colleague. Whoever signs in gets a token for the environment variable HEARTH_SESSION; \
            commands that have it are theirs. What is read here anybody can read who stands before \
            it, so a terminal shows open communities only.
            """,
        examples: [
            "hearth kiosk", "hearth kiosk begin 7K3M-XQ9A-00ZT-5BCD", "hearth kiosk signin Dana",
        ],
        subcommands: [
            Show.self, Begin.self, SignIn.self, SignOut.self, PIN.self, Card.self, Offer.self,
            Offers.self, Accept.self,
        ], defaultSubcommand: Show.self)

    /// The command `hearth kiosk show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "The people who can sign in at this terminal.",
            examples: ["hearth kiosk show --json"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let shown = try await session.ofTerminal.client.call(Routes.kiosk)
            try session.print(shown) { KioskReport.lines(shown, $0) }
        }
    }

    /// The command `hearth kiosk begin`.
    struct Begin: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "begin", "Begin at this terminal with the code on a slip of paper.",
            notes: "A colleague makes the slip with `hearth slip new`; it is good once.",
            examples: [
                "hearth kiosk begin 7K3M-XQ9A-00ZT-5BCD",
                "hearth kiosk begin 7K3M-XQ9A-00ZT-5BCD --name Dana --html card.html",
            ])

        @Argument(help: .say("The code on the slip."))
        var slip: String
        @Option(help: .say("What you want to be called; the name on the slip when absent."))
        var name: String?
        @Option(help: .say("Where you work."))
        var site: String?
        @OptionGroup var pin: PINOptions
        @OptionGroup var card: CardOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let request = ShowSlipRequest(
                slip: slip, name: name, site: site, pin: try pin.new())
            try await card.keep(in: session) {
                try await session.ofTerminal.client.call(Routes.showSlip, request)
            }
        }
    }

    /// The command `hearth kiosk signin`.
    struct SignIn: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "signin", "Sign in at this terminal, with a name and a PIN or with a card.",
            notes: """
                You are signed out a while after your last command. After five wrong PINs no PIN \
                is taken for five minutes.
                """,
            examples: [
                "hearth kiosk signin Dana", "hearth kiosk signin --card 7K3M-XQ9A-00ZT-5BCD",
            ])

        @Argument(help: .say("Your name or short code; not needed with a card."))
        var person: String?
        @Option(help: .say("The code on your card; - reads it from standard input."))
        var card: String?
        @Option(help: .say("Read the PIN from this file descriptor, up to its first line feed."))
        var pinFd: Int32?
        @OptionGroup var output: OutputOptions

        func validate() throws {
            guard (person == nil) != (card == nil) else {
                throw ValidationError(say("Give a name or --card, one of them."))
            }
        }

        func run(in session: Session) async throws {
            var request = SignInRequest(person: person)
            if let card {
                request.card = try TextInput.words(card)
            } else {
                request.pin =
                    try pinFd.map(PassphraseInput.read) ?? PassphraseInput.typed(say("PIN: "))
            }
            let opened = try await session.ofTerminal.client.call(Routes.signIn, request)
            try session.print(opened) { KioskReport.lines(opened, $0) }
        }
    }

    /// The command `hearth kiosk signout`.
    struct SignOut: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "signout", "Sign out at this terminal.", examples: ["hearth kiosk signout"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let shown = try await session.client.call(Routes.signOut)
            try session.print(shown) { _ in
                [say("Signed out. Forget the token: unset HEARTH_SESSION")]
            }
        }
    }

    /// The command `hearth kiosk pin`.
    struct PIN: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "pin", "Choose another PIN, or none.",
            examples: ["hearth kiosk pin", "hearth kiosk pin --no-pin"])

        @OptionGroup var pin: PINOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let chosen = try pin.new()
            let opened = try await session.client.call(
                Routes.changePIN, ChangePINRequest(pin: chosen))
            try session.print(opened) { _ in
                [
                    chosen == nil
                        ? say("Only your card signs you in now.")
                        : say("Your PIN is another one now.")
                ]
            }
        }
    }

    /// The command `hearth kiosk card`.
    struct Card: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "card", "Make a new card; the one before opens nothing any more.",
            examples: ["hearth kiosk card --html card.html"])

        @OptionGroup var card: CardOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await card.keep(in: session) {
                let made = try await session.client.call(Routes.makeCard)
                return HeldKeyMade(person: made.person, card: made.card)
            }
        }
    }

    /// The command `hearth kiosk offer`.
    struct Offer: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "offer", "Offer to keep a key at this terminal for somebody who belongs already.",
            notes: """
                The key counts once they accept it at a computer of theirs (`hearth kiosk accept`), \
                or once two colleagues do who compared the four words.
                """,
            examples: ["hearth kiosk offer Ben"])

        @Argument(help: .say("Name or short code of the person."))
        var person: String
        @OptionGroup var pin: PINOptions
        @OptionGroup var card: CardOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let request = OfferKeyRequest(person: person, pin: try pin.new())
            try await card.keep(in: session) {
                try await session.ofTerminal.client.call(Routes.offerKey, request)
            }
        }
    }

    /// The command `hearth kiosk offers`.
    struct Offers: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "offers", "Keys of terminals that wait for a word.", examples: ["hearth kiosk offers"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(Routes.keyOffers)
            try session.print(list) { KioskReport.lines(list, $0) }
        }
    }

    /// The command `hearth kiosk accept`.
    struct Accept: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "accept", "Say that a key at a terminal is yours, or a colleague's who stands there.",
            notes: """
                For yourself it holds at once. For a colleague two of you have to say so, and their \
                former computers and keys are out then, as after `hearth recover`.
                """,
            examples: ["hearth kiosk accept Ben", "hearth kiosk accept Ben --yes --json"])

        @Argument(help: .say("Name or short code of the person."))
        var person: String
        @Flag(help: .say("Take the words for the same without asking; for tests and scripts."))
        var yes = false
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let details = try await session.client.call(
                Routes.person, PersonReference(person: person))
            let list = try await session.client.call(Routes.keyOffers)
            guard let offer = list.offers.first(where: { $0.person.id == details.person.id }) else {
                throw ServiceError(
                    .notFound, "No terminal offers a key for \(PlainText.line(person)).",
                    hint: "At the terminal: hearth kiosk offer \(PlainText.line(person))")
            }
            if !session.isJSON {
                Terminal.write(
                    KioskReport.lines(comparing: offer, session.style).map { $0 + "\n" }.joined())
            }
            let isSame = yes || TextInput.confirm(say("Are the words the same on the terminal?"))
            let answer = try await session.client.call(
                Routes.acceptKey,
                ComparisonVerdict(person: offer.person.id, wordsMatch: isSame, words: offer.words))
            try session.print(answer) { PersonReport.lines(answer, $0) }
        }
    }
}

/// Where a new PIN comes from.
struct PINOptions: ParsableArguments {
    @Option(help: .say("Read the PIN from this file descriptor, up to its first line feed."))
    var pinFd: Int32?
    @Flag(help: .say("Choose no PIN: the card alone signs you in."))
    var noPin = false

    func validate() throws {
        if noPin, pinFd != nil {
            throw ValidationError(say("Give --pin-fd or --no-pin, not both."))
        }
    }

    /// Asks for a new PIN, twice where a person types it; `nil` for none.
    func new() throws -> String? {
        if noPin { return nil }
        if let pinFd { return try PassphraseInput.read(pinFd) }
        let first = try PassphraseInput.typed(say("New PIN, 4 to 12 digits: "))
        guard try PassphraseInput.typed(say("The same again: ")) == first else {
            throw ServiceError(.usage, "The two PINs differ; nothing was changed.")
        }
        return first
    }
}

/// What becomes of a new card.
struct CardOptions: ParsableArguments {
    @Option(help: .say("Write a page for the printer instead, readable by you alone."))
    var html: String?

    /// Makes a card and shows it, or writes it into the file.
    func keep(in session: Session, _ make: () async throws -> HeldKeyMade) async throws {
        // The file comes first: a card that can't be kept would be lost.
        let file = try html.map { try SecretFile(creating: $0) }
        var made: HeldKeyMade
        do {
            made = try await make()
        } catch {
            file?.discard()
            throw error
        }
        if let file {
            try file.write(SlipPage.card(made))
            made.card = ""
        }
        try session.print(made) { KioskReport.lines(made, file?.path, $0) }
    }
}
