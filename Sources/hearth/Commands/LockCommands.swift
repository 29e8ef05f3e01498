internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// Where a passphrase comes from.
struct PassphraseOptions: ParsableArguments {
    @Option(help: .say("Read the passphrase from this file descriptor, up to its first line feed."))
    var passphraseFd: Int32?

    /// Asks for the passphrase of this home, unless the session keyring keeps it.
    func passphrase(_ question: String, _ session: Session) async throws -> Passphrase {
        if passphraseFd == nil,
            try await session.client.call(Routes.status).unlocksWithKeyring == true
        {
            return .inSessionKeyring
        }
        return try passphrase(question)
    }

    private func passphrase(_ question: String) throws -> Passphrase {
        Passphrase(passphrase: try typedPassphrase(question))
    }

    /// Asks for a passphrase of something else than this home.
    func typedPassphrase(_ question: String) throws -> String {
        try passphraseFd.map(PassphraseInput.read) ?? PassphraseInput.typed(question)
    }

    /// Asks for a new passphrase, twice where a person types it.
    func newPassphrase() throws -> Passphrase {
        let first = try passphrase(say("New passphrase: "))
        guard passphraseFd == nil else { return first }
        guard try PassphraseInput.typed(say("The same again: ")) == first.passphrase else {
            throw ServiceError(.usage, "The two passphrases differ; nothing was changed.")
        }
        return first
    }
}

/// The command `hearth lock`.
struct LockCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "lock", "Take the keys and words of a sealed home out of memory.",
        examples: ["hearth lock"])

    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let report = try await session.client.call(Routes.lock)
        try session.print(report) { _ in [say("locked")] }
    }
}

/// The command `hearth unlock`.
struct UnlockCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "unlock", "Open a sealed home with its passphrase.",
        notes: """
            The passphrase is never an argument and never in the environment. Where the session \
            keyring keeps it nothing has to be typed.
            """,
        examples: ["hearth unlock", "hearth unlock --passphrase-fd 3 3< passphrase.txt"])

    @OptionGroup var secret: PassphraseOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let passphrase = try await secret.passphrase(say("Passphrase: "), session)
        try await LockChange.follow(Routes.unlock, passphrase, session, done: say("unlocked"))
    }
}

/// The command `hearth seal`.
struct SealCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "seal", "Put this home under a passphrase: keys sealed, words in memory only.",
        notes: """
            From then on hearthd starts locked and wants `hearth unlock`. Nobody can reset the \
            passphrase. Readable files are overwritten before they are removed; flash memory may \
            keep old blocks all the same, so seal a home before you write into it, or encrypt the \
            disk. Restart hearthd once afterwards: one that starts with a sealed home also \
            overwrites the memory that it gives back.

            With --session-keyring a random passphrase is kept in the Secret Service of the \
            desktop session, through the program secret-tool (package libsecret-tools): the home \
            opens when you log in and hearthd starts. Nobody knows that passphrase, so if the \
            keyring is lost, so is what only this computer has.
            """,
        examples: [
            "hearth seal", "hearth seal --passphrase-fd 3 3< passphrase.txt",
            "hearth seal --session-keyring",
        ])

    @OptionGroup var secret: PassphraseOptions
    @Flag(help: .say("Let the session keyring keep a random passphrase."))
    var sessionKeyring = false
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if sessionKeyring, secret.passphraseFd != nil {
            throw ValidationError(say("Give --session-keyring or --passphrase-fd, not both."))
        }
    }

    func run(in session: Session) async throws {
        let passphrase =
            sessionKeyring ? Passphrase.inSessionKeyring : try secret.newPassphrase()
        try await LockChange.follow(
            Routes.seal, passphrase, session, done: say("sealed and unlocked"))
    }
}

/// The command `hearth unseal`.
struct UnsealCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "unseal", "Take this home out of its passphrase: keys and words readable on the disk.",
        examples: ["hearth unseal"])

    @OptionGroup var secret: PassphraseOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let passphrase = try await secret.passphrase(say("Passphrase: "), session)
        try await LockChange.follow(Routes.unseal, passphrase, session, done: say("open"))
    }
}

/// Follows a change of a home until its view is made.
private enum LockChange {
    static func follow(
        _ route: StreamRoute<Passphrase, RebuildProgress>, _ passphrase: Passphrase,
        _ session: Session, done: String
    ) async throws {
        var bar = session.progress()
        var isFinished = false
        try await session.client.stream(route, passphrase) { progress in
            if session.isJSON { try session.printJSON(progress) }
            isFinished = progress.isFinished
            guard !isFinished else { return }
            bar.draw(
                Int64(progress.done), of: Int64(progress.total),
                say(
                    progress.total, one: "\(Style.number(progress.done)) of \(.count) commits",
                    other: "\(Style.number(progress.done)) of \(.count) commits"))
        }
        bar.finish()
        guard isFinished else {
            throw ServiceError(
                .offline, "hearthd stopped before the home was ready.",
                hint: "See how it stands: hearth status")
        }
        if !session.isJSON { Terminal.write(done + "\n") }
    }
}
