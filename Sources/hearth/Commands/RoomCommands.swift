internal import Archives
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
            hearth room dump ROOM [--json]
            hearth room remove ROOM [--json]
            """,
        notes: "Nobody writes in one, and it is never synced.",
        examples: [
            "hearth import bearings.zip", "hearth room search Bearings wash-down",
            "hearth room show Bearings Q-7F3KD",
        ],
        subcommands: [List.self, Search.self, Show.self, Dump.self, Remove.self],
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

/// Brings an export into a reading room.
struct RoomImport {
    let session: Session
    let path: String

    /// Verifies and stores everything; what was begun is taken back if the file is damaged.
    func run() async throws -> ReadingRoom {
        let reader = try reading { () throws(ZipReader.Failure) in try ZipReader(path: path) }
        let manifest = try reading { () throws(ZipReader.Failure) in
            try reader.content(of: ExportFormat.manifest)
        }
        guard let head = try? JSONText.decode(ExportHead.self, from: Data(manifest)) else {
            throw damaged(say("its head can't be read"))
        }
        let room = try await session.client.call(Routes.newRoom, NewRoomRequest(head: head))
        do {
            try await fill(room, head, reader)
            return try await session.client.call(Routes.openRoom, RoomReference(room: room.id))
        } catch {
            _ = try? await session.client.call(Routes.removeRoom, RoomReference(room: room.id))
            throw error
        }
    }

    private func fill(
        _ room: ReadingRoom, _ head: ExportHead, _ reader: ZipReader
    ) async throws {
        var bar = session.progress()
        defer { bar.finish() }
        // The community first, as `hearth export` has it: see Protocol/, chapter 20.
        for space in head.spaces + [head.workplace] {
            for name in reader.names where name.hasPrefix("log/\(space)/") {
                try Task.checkCancellation()
                let content = try reading { () throws(ZipReader.Failure) in
                    try reader.content(of: name)
                }
                for batch in try batches(content) {
                    let piece = ExportPiece(space: space, runs: batch, commits: 0)
                    _ = try await session.client.call(
                        Routes.fillRoom, RoomBatch(room: room.id, piece: piece))
                }
                bar.draw(say("verifying \(name)"))
            }
        }
    }

    /// The runs of an entry in Base64, as many together as a request takes.
    private func batches(_ content: [UInt8]) throws -> [[String]] {
        var batches: [[String]] = [[]]
        var bytes = 0
        var place = 0
        while place < content.count {
            guard place + 4 <= content.count else { throw damaged(say("a run is cut")) }
            let length = content[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            guard place + 4 + length <= content.count else { throw damaged(say("a run is cut")) }
            if bytes + length > 2 << 20, bytes > 0 {
                batches.append([])
                bytes = 0
            }
            batches[batches.count - 1].append(
                Data(content[place + 4..<place + 4 + length]).base64EncodedString())
            bytes += length
            place += 4 + length
        }
        return batches.filter { !$0.isEmpty }
    }

    private func reading<Result>(
        _ body: () throws(ZipReader.Failure) -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch {
            switch error {
            case .unreadable(let path):
                throw ServiceError(.notFound, "\(path) can't be read.", hint: "Check the path.")
            case .notZip: throw damaged(say("its end is missing"))
            case .damaged(let name): throw damaged(say("\(name) is not as it was written"))
            case .foreign(let name):
                throw damaged(
                    say("\(name) was packed by another program"),
                    hint: say(
                        "Zip files are read of Hearth and of Slack only; unpack all others."))
            case .missing(let name): throw damaged(say("\(name) is missing"))
            }
        }
    }

    private func damaged(
        _ what: String, hint: String = say("Get the file again from whoever exported it.")
    ) -> ServiceError {
        ServiceError(
            .usage, said: say("\(path) is no whole export of Hearth: \(what)."), hint: hint)
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
