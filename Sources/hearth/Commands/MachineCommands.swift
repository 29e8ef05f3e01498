internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth policy`.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "policy", "Show what this machine's policy allows.",
        usage: "hearth policy [show] [--json]",
        examples: ["hearth policy show"],
        subcommands: [Show.self], defaultSubcommand: Show.self)

    /// The command `hearth policy show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show each rule with its line, the value in force and where it comes from.",
            notes: """
                The policy lies in /etc/hearth/policy.toml, belongs to root and is read when \
                hearthd starts. It governs this machine and has no word about communities.
                """,
            examples: ["hearth policy show", "hearth policy show --json"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let report = try await session.client.call(Routes.policy)
            try session.print(report) { MachineReport.lines(report, $0) }
        }
    }
}

/// The command `hearth audit`.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "audit", "Read and check this machine's security log.",
        usage: """
            hearth audit [show] [--since 7d] [--event NAME] [--json]
            hearth audit verify [--from LINE] [--json]
            hearth audit export FILE|-
            """,
        notes: """
            The log tells of pairings, keys, exports, the policy and refusals, and of nothing that \
            anybody wrote. It never leaves this machine unless `[audit] syslog = true` hands it \
            to the system's log.
            """,
        examples: ["hearth audit show --since 7d", "hearth audit verify"],
        subcommands: [Show.self, Verify.self, Export.self], defaultSubcommand: Show.self)

    /// `hearth audit show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show the lines of the log, oldest first.",
            examples: ["hearth audit show --since 7d", "hearth audit show --event peer-refused"])

        @Option(help: .say("Only what is younger, such as 12h or 7d."))
        var since: String?
        @Option(help: .say("Only events of this name."))
        var event: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let seconds = try since.map { text in
                guard let seconds = DurationText.seconds(text) else {
                    throw ServiceError(
                        .usage, "\(text) is no duration.", hint: "For example 30m, 12h or 7d.")
                }
                return seconds
            }
            let request = AuditRequest(sinceSeconds: seconds, event: event)
            try await session.client.stream(Routes.audit, request) { line in
                if session.isJSON { return Terminal.write(line.text + "\n") }
                Terminal.write(MachineReport.line(line, session.style) + "\n")
            }
        }
    }

    /// `hearth audit verify`.
    struct Verify: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "verify", "Check every line against the one before it; exit code 1 if one breaks.",
            examples: ["hearth audit verify", "hearth audit verify --from 5001"])

        @Option(help: .say("The line with which the log begins, when earlier files were archived."))
        var from: Int64 = 1
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let verdict = try await session.client.call(
                Routes.verifyAudit, AuditVerification(first: from))
            if verdict.isIntact || session.isJSON {
                try session.print(verdict) { _ in MachineReport.lines(verdict) }
            }
            guard let line = verdict.brokenLine else { return }
            throw ServiceError(
                .internal,
                "The security log breaks at line \(line) (\(verdict.brokenFile ?? "")): "
                    + "\(verdict.problem ?? say("it is wrong")).",
                hint: "Compare it with an export or with the system's log.")
        }
    }

    /// `hearth audit export`.
    struct Export: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "export", "Write the log as it is, one line of JSON an event.",
            examples: ["hearth audit export audit.jsonl", "hearth audit export - | jq .event"])

        @Argument(help: .say("A file that isn't there yet, or - for standard output."))
        var file: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            guard file != "-" else {
                return try await session.client.stream(Routes.audit, AuditRequest()) { line in
                    Terminal.write(line.text + "\n")
                }
            }
            let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw ServiceError(
                    .usage, "\(file) can't be made: \(String(cString: strerror(errno))).",
                    hint: "Name a file that isn't there yet.")
            }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            var lines = 0
            try await session.client.stream(Routes.audit, AuditRequest()) { line in
                try handle.write(contentsOf: Data((line.text + "\n").utf8))
                lines += 1
            }
            let count = lines
            try session.print(JSONValue.object(["lines": .integer(Int64(count))])) { _ in
                [
                    say(
                        count, one: "\(.count) line written to \(file)",
                        other: "\(.count) lines written to \(file)")
                ]
            }
        }
    }
}
