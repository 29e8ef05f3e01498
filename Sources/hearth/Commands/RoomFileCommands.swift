internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

extension RoomCommand {
    /// The command `hearth room files`.
    struct Files: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "files", "List the files that hang on what is in a reading room.",
            examples: ["hearth room files Bearings"])

        @Argument(help: .say("Name or id of the reading room."))
        var room: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(
                Routes.roomFiles, RoomReference(room: room))
            try session.print(list) { FileReport.lines(list, $0) }
        }
    }

    /// The command `hearth room save`.
    struct Save: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "save", "Write a file of a reading room to the disk.",
            examples: [
                "hearth room save Bearings FL-9K2M4",
                "hearth room save Bearings FL-9K2M4 --to ~/drawings/press4.pdf",
            ])

        @Argument(help: .say("Name or id of the reading room."))
        var room: String
        @Argument(help: .say("Short code of the file."))
        var reference: String
        @Option(
            help: .say(
                "Where to: a folder, or the name of a file that isn't there; here when absent."),
            completion: .file())
        var to: String?
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(
                Routes.roomFiles, RoomReference(room: room))
            let name =
                list.files.first { [$0.code, $0.id].contains(reference.uppercased()) }?.fileName
                ?? reference
            let saved = try await session.client.call(
                Routes.saveRoomFile,
                RoomFileRequest(
                    room: room, reference: reference,
                    path: FetchCommand.place(to, for: name)))
            try session.print(saved) { FileReport.lines(saved, $0) }
        }
    }
}
