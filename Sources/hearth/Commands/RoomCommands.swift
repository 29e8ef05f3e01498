internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth room`.
struct RoomCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "room", "Reading rooms: communities of elsewhere that were imported from an export.",
        usage: """
            hearth room [list] [--json]
            hearth room search ROOM [WORDS] [--json]
            hearth room show ROOM CODE [--json]
            hearth room files ROOM [--json]
            hearth room save ROOM CODE [--to PATH] [--json]
            hearth room dump ROOM [--json]
            hearth room remove ROOM [--json]
            """,
        notes: "Nobody writes in one, and it is never synced.",
        examples: [
            "hearth import bearings.zip", "hearth room search Bearings wash-down",
            "hearth room show Bearings Q-7F3KD",
        ],
        subcommands: [
            List.self, Search.self, Show.self, Files.self, Save.self, Dump.self, Remove.self,
        ],
        defaultSubcommand: List.self)

    /// The command `hearth room list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List the reading rooms.", examples: ["hearth room list"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(Routes.rooms)
            try session.print(list) { RoomReport.lines(list, $0) }
        }
    }

    /// The command `hearth room search`.
    struct Search: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "search", "Search a reading room; without words, its newest questions.",
            examples: ["hearth room search Bearings wash-down"])

        @Argument(help: .say("Name or id of the reading room."))
        var room: String
        @Argument(help: .say("The words."))
        var words: [String] = []
        @Option(help: .say("How many at most."))
        var limit = 20
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let found = try await session.client.call(
                Routes.searchRoom,
                RoomSearchRequest(
                    room: room, text: words.joined(separator: " "), limit: limit))
            try session.print(found) {
                PostReport.lines(found, for: words.joined(separator: " "), $0)
            }
        }
    }

    /// The command `hearth room show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show a question of a reading room with its answers.",
            examples: ["hearth room show Bearings Q-7F3KD"])

        @Argument(help: .say("Name or id of the reading room."))
        var room: String
        @Argument(help: .say("Short code of a question or an answer."))
        var code: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let thread = try await session.client.call(
                Routes.showInRoom, RoomShowRequest(room: room, reference: code))
            try session.print(thread) { PostReport.lines(thread, focus: nil, $0) }
        }
    }

    /// The command `hearth room dump`.
    struct Dump: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "dump", "Print a reading room as text, equal to that of the community itself.",
            examples: ["hearth room dump Bearings | sha256sum"])

        @Argument(help: .say("Name or id of the reading room."))
        var room: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try await session.client.stream(Routes.dumpRoom, RoomReference(room: room)) { piece in
                if session.isJSON {
                    try session.printJSON(piece)
                } else {
                    Terminal.write(piece.text)
                }
            }
        }
    }

    /// The command `hearth room remove`.
    struct Remove: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "remove", "Remove a reading room from this computer; the file stays where it is.",
            examples: ["hearth room remove Bearings"])

        @Argument(help: .say("Name or id of the reading room."))
        var room: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let rest = try await session.client.call(
                Routes.removeRoom, RoomReference(room: room))
            try session.print(rest) { RoomReport.lines(rest, $0) }
        }
    }
}

/// How reading rooms look.
enum RoomReport {
    static func lines(_ list: ReadingRooms, _ style: Style) -> [String] {
        guard !list.rooms.isEmpty else {
            return [say("No reading room here. Make one: hearth import FILE.zip")]
        }
        return list.rooms.flatMap { lines($0, style) }
    }

    static func lines(_ room: ReadingRoom, _ style: Style) -> [String] {
        let name = style.bold(PlainText.line(room.name))
        let posts = Style.list([
            say(room.questions, one: "\(.count) question", other: "\(.count) questions"),
            say(room.answers, one: "\(.count) answer", other: "\(.count) answers"),
        ])
        return [
            say("\(name) of \(PlainText.line(room.workplace))") + "  " + style.faint(room.id),
            "    "
                + say(
                    Int(clamping: room.commits), one: "\(posts); all \(.count) commit verified",
                    other: "\(posts); all \(.count) commits verified"),
        ]
    }
}
