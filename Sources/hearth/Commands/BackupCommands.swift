internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth backup`.
struct BackupCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "backup", "Copy all that only this computer has into one sealed file, while it runs.",
        notes: """
            The file holds the keys of this home and every commit, under a passphrase that you \
            choose: nobody can reset it. Settings of this machine, its security log and reading \
            rooms stay behind. `hearth restore` puts it into an empty home; that one then writes in \
            new logs, so it gets into nobody's way, even if this computer goes on.
            """,
        examples: [
            "hearth backup /media/stick/ada.hearth",
            "hearth backup ada.hearth --passphrase-fd 3 3< passphrase.txt",
        ])

    @Argument(help: .say("The file to make; one that is there is never written over."))
    var file: String
    @OptionGroup var secret: PassphraseOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let path = URL(fileURLWithPath: file).standardizedFileURL.path
        let passphrase = try secret.newPassphrase().passphrase
        var bar = session.progress()
        var last: BackupProgress?
        try await session.client.stream(
            Routes.backup, BackupRequest(path: path, passphrase: passphrase)
        ) { progress in
            last = progress
            bar.draw(
                progress.done, of: progress.total,
                say("\(Style.bytes(progress.done)) of \(Style.bytes(progress.total))"))
        }
        bar.finish()
        guard let last, last.isFinished else {
            throw ServiceError(
                .offline, "hearthd stopped before the backup was complete; no file was made.",
                hint: "See how it stands: hearth status")
        }
        try session.print(last) { _ in
            [say("The backup \(PlainText.line(path)) is complete, \(Style.bytes(last.total)).")]
        }
    }
}

/// The command `hearth restore`.
struct RestoreCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "restore", "Put a backup into an empty home, and start hearthd on it.",
        notes: """
            The home must be empty; set HEARTH_HOME to choose one. What was written after the \
            backup comes back from colleagues who have it, and what only the backup has goes to \
            them.
            """,
        examples: [
            "hearth restore /media/stick/ada.hearth",
            "hearth restore ada.hearth --passphrase-fd 3 3< passphrase.txt",
        ])

    @Argument(help: .say("The backup."))
    var file: String
    @OptionGroup var secret: PassphraseOptions
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let starter = DaemonStarter(folders: session.folders, client: session.client)
        guard try await !starter.isRunning() else {
            throw ServiceError(
                .usage, "hearthd runs for this home, so somebody may live in it.",
                hint: "Set HEARTH_HOME to an empty home, or run `hearth stop` first.")
        }
        let passphrase = try secret.typedPassphrase(say("Passphrase of the backup: "))
        let path = URL(fileURLWithPath: file).standardizedFileURL.path
        try starter.restore(path, passphrase: passphrase)
        let (status, _) = try await starter.start()
        try session.print(status) { StatusReport.lines(status, $0) }
    }
}
