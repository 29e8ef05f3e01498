internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth sync`.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "sync", "Sync with colleagues now, or explain why something isn't in sync.",
        usage: """
            hearth sync [--timeout SECONDS] [--json]
            hearth sync explain [--json]
            """,
        examples: ["hearth sync", "hearth sync --timeout 5", "hearth sync explain"],
        subcommands: [Now.self, Explain.self], defaultSubcommand: Now.self)

    /// `hearth sync` itself.
    struct Now: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "now", "Sync and wait until all is in sync; exit code 6 when time runs out.",
            examples: ["hearth sync --timeout 5"])

        @Option(help: .say("Seconds to wait at most."))
        var timeout = 30
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            var bar = session.progress()
            var last: SyncProgress?
            let request = SyncRequest(timeoutSeconds: timeout)
            try await session.client.stream(Routes.sync, request) { progress in
                if session.isJSON { try session.printJSON(progress) }
                bar.draw(UpkeepReport.line(progress))
                last = progress
            }
            bar.finish()
            guard let last, last.state == .inSync else {
                throw ServiceError(
                    .offline,
                    said: last.map { UpkeepReport.sentence($0) }
                        ?? say("hearthd stopped before all was in sync."),
                    hint: say("Find out why: hearth sync explain"))
            }
            if !session.isJSON {
                Terminal.write(UpkeepReport.line(last) + "\n")
            }
        }
    }

    /// The command `hearth sync explain`.
    struct Explain: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "explain", "Name one cause for each thing that isn't in sync.",
            examples: ["hearth sync explain"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let explanation = try await session.client.call(Routes.explainSync)
            try session.print(explanation) { UpkeepReport.lines(explanation, $0) }
        }
    }
}

/// The command `hearth doctor`.
struct DoctorCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "doctor", "Find out why no colleague is seen, and how to mend it.",
        notes: "With --for-it: what those who answer for the machine want to know.",
        examples: ["hearth doctor", "hearth doctor --for-it", "hearth doctor --for-it --json"])

    @Flag(
        name: .customLong("for-it"),
        help: .say("Show sockets, ranges, policy, files, and what leaves this machine."))
    var forIT = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        if forIT {
            let inspection = try await session.client.call(Routes.inspectMachine)
            return try session.print(inspection) { MachineReport.lines(inspection, $0) }
        }
        let report = try await session.client.call(Routes.doctor)
        try session.print(report) { UpkeepReport.lines(report, $0) }
    }
}

/// The command `hearth events`.
struct EventsCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "events", "Watch what happens, until Ctrl-C.",
        examples: ["hearth events --kind posted", "hearth events --json"])

    @Option(help: .say("Only this kind: posted, peer, space, pairing, sync or warning."))
    var kind: String?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let chosen = try kind.map { text in
            guard let kind = EventKind(rawValue: text) else {
                throw ServiceError(
                    .usage, "There is no kind of event named \(text).",
                    hint:
                        "The kinds: \(EventKind.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return kind
        }
        try await session.client.stream(Routes.events, EventsRequest(kind: chosen)) { event in
            if session.isJSON {
                try session.printJSON(event)
            } else {
                Terminal.write(UpkeepReport.line(event, session.style) + "\n")
            }
        }
        throw ServiceError(.offline, "hearthd has stopped.", hint: "Start it with: hearth start")
    }
}

/// The command `hearth rebuild`.
struct RebuildCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "rebuild", "Make the readable database anew from the log; nothing can get lost.",
        examples: ["hearth rebuild"])

    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        var bar = session.progress()
        var last: RebuildProgress?
        try await session.client.stream(Routes.rebuild, Nothing()) { progress in
            if session.isJSON { try session.printJSON(progress) }
            bar.draw(
                Int64(progress.done), of: Int64(progress.total),
                say(
                    progress.total, one: "\(Style.number(progress.done)) of \(.count) commits",
                    other: "\(Style.number(progress.done)) of \(.count) commits"))
            last = progress
        }
        bar.finish()
        guard let last, last.isFinished else {
            throw ServiceError(
                .offline, "hearthd stopped before the rebuilding was complete.",
                hint: "It goes on by itself when hearthd starts: hearth start")
        }
        if !session.isJSON {
            let sentence = say(
                last.total, one: "Rebuilt from \(.count) commit",
                other: "Rebuilt from \(.count) commits")
            Terminal.write(sentence + "\n")
        }
    }
}

/// The command `hearth dump`.
struct DumpCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "dump", "Print the replica as text that is equal on equal replicas.",
        examples: ["hearth dump --canonical | sha256sum"])

    @Flag(help: .say("Print the canonical text; there is no other form."))
    var canonical = false
    @Option(help: .say("Only of this community."))
    var community: String?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if !canonical {
            throw ValidationError(say("Give --canonical: hearth dump --canonical"))
        }
    }

    func run(in session: Session) async throws {
        let request = DumpRequest(community: community)
        try await session.client.stream(Routes.dump, request) { piece in
            if session.isJSON {
                try session.printJSON(piece)
            } else {
                Terminal.write(piece.text)
            }
        }
    }
}
