internal import Foundation
internal import Keys
internal import Languages
internal import LocalProtocol
internal import Wire

/// Keeps the passphrase of a sealed home in the Secret Service of the desktop session.
///
/// The service opens when the person logs in, and so does the home. It is spoken to by libsecret's
/// `secret-tool`, which is started without a shell; the passphrase goes through pipes, never through
/// arguments or the environment.
struct SessionKeyring: Sendable {
    /// The home whose passphrase it is: a session may have several.
    let home: String
    /// Folders in which `secret-tool` is looked for.
    let folders: [String]
    /// How long a person may take to answer the service's question, if it has one.
    let patience: Duration

    /// The keyring of a home, with the programs of this process's `PATH`.
    init(
        home: String, path: String? = ProcessInfo.processInfo.environment["PATH"],
        patience: Duration = .seconds(60)
    ) {
        self.home = home
        folders = (path ?? "/usr/bin").split(separator: ":").map(String.init)
        self.patience = patience
    }

    /// Bytes of a passphrase that is made for a keyring.
    private static let passphraseBytes = 32
    /// Most bytes that the program may say.
    private static let outputLimit = 4_096

    /// A passphrase that nobody has to remember.
    static func makePassphrase() -> SecretBytes {
        var generator = SecureGenerator()
        var bytes = randomBytes(passphraseBytes, using: &generator)
        defer { wipe(&bytes) }
        return SecretBytes(copying: Bytes(Hex.encode(bytes).utf8))
    }

    /// Keeps a passphrase, and makes sure that it can be had again.
    func store(_ passphrase: SecretBytes) async throws(ServiceError) {
        var plain = passphrase.exposedCopy()
        defer { wipe(&plain) }
        let answer = try await run(
            ["store", "--label=Hearth, \(home)"] + attributes, input: plain)
        guard answer.code == 0 else { throw refusal(answer) }
        guard try await lookUp() == passphrase else {
            throw ServiceError(
                .internal, "The session keyring didn't keep the passphrase.",
                hint: "Seal the home with a passphrase of your own: hearth seal")
        }
    }

    /// The passphrase that is kept for this home.
    func lookUp() async throws(ServiceError) -> SecretBytes {
        var answer = try await run(["lookup"] + attributes, input: [])
        defer { wipe(&answer.output) }
        guard answer.code == 0, !answer.output.isEmpty else {
            guard answer.complaint.isEmpty else { throw refusal(answer) }
            throw ServiceError(
                .notFound, "The session keyring has no passphrase for this home.",
                hint: "If you know one: hearth unlock --passphrase-fd 3 3< FILE")
        }
        if answer.output.last == 0x0A { answer.output.removeLast() }
        return SecretBytes(copying: answer.output)
    }

    /// Forgets the passphrase; one that isn't there is no error.
    func forget() async throws(ServiceError) {
        let answer = try await run(["clear"] + attributes, input: [])
        guard answer.code == 0 || answer.complaint.isEmpty else { throw refusal(answer) }
    }

    private var attributes: [String] { ["application", "hearth", "home", home] }

    private func refusal(_ answer: ProgramRun.Answer) -> ServiceError {
        let reason = answer.complaint.isEmpty ? say("it gave no reason") : answer.complaint
        return ServiceError(
            .offline, "The session keyring can't be used: \(reason).",
            hint: "It needs a desktop session with a Secret Service (gnome-keyring, KWallet) and "
                + "hearthd started in that session; else use a passphrase.")
    }

    private func run(
        _ arguments: [String], input: Bytes
    ) async throws(ServiceError) -> ProgramRun.Answer {
        let name = "secret-tool"
        let program = folders.map { $0 + "/" + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let program else {
            throw ServiceError(
                .offline, "The program secret-tool is not installed.",
                hint: "It comes with the package libsecret-tools; or use a passphrase.")
        }
        let run = ProgramRun(
            program: program, arguments: arguments, outputLimit: Self.outputLimit)
        do {
            return try await run.answer(to: input, within: patience)
        } catch {
            throw ServiceError(
                .offline, "\(program) doesn't answer: \(error).",
                hint: "If the keyring asks for its password on the screen, type that first; or use "
                    + "a passphrase.")
        }
    }
}
