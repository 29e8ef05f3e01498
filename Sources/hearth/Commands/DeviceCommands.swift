internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth device`.
struct DeviceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "device", "Your computers: list, add, rename and revoke them.",
        usage: """
            hearth device [list] [--json]
            hearth device add [--minutes MINUTES] [--qr|--no-qr] [--yes] [--json]
            hearth device join CODE [--device-name LABEL] [--sheet [--revoke-others]] [--json]
            hearth device rename DEVICE LABEL [--json]
            hearth device revoke DEVICE [--yes] [--json]
            """,
        examples: [
            "hearth device add", "hearth device join 47-copper-lantern --device-name \"Laptop 2\"",
            "hearth device revoke \"Laptop 2\"",
        ],
        subcommands: [List.self, Add.self, Join.self, Rename.self, Revoke.self],
        defaultSubcommand: List.self)

    /// The command `hearth device list`.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "List your computers and recovery sheets.", examples: ["hearth device list"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let list = try await session.client.call(Routes.devices)
            try session.print(list) { PersonReport.lines(list.devices, $0) }
        }
    }

    /// The command `hearth device add`.
    struct Add: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "add", "Let one more computer of yours in, with a one-time code.",
            notes:
                "Run `hearth device join CODE` on the other computer; it needs no `hearth init`.",
            examples: ["hearth device add"])

        @Option(help: .say("Minutes for which the code is good, at most 10."))
        var minutes: Int?
        @Flag(help: .say("Take the words for the same without asking; for tests and scripts."))
        var yes = false
        @OptionGroup var picture: PictureOptions
        @OptionGroup var output: OutputOptions

        func validate() throws { try picture.check(output) }

        func run(in session: Session) async throws {
            let pairing = try await session.client.call(
                Routes.addDevice, InviteRequest(minutes: minutes))
            try await PairingTalk(session: session, isAgreed: yes, picture: picture)
                .follow(pairing)
        }
    }

    /// The command `hearth device join`.
    struct Join: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "join", "Make this computer one more of yours; starts hearthd when it isn't running.",
            notes: """
                The code comes from `hearth device add` on a computer of yours. If you have none \
                left but your recovery sheet, a colleague's `hearth invite` makes the code; give \
                --sheet and type the 24 words, or pass them on standard input.
                """,
            examples: [
                "hearth device join 47-copper-lantern --device-name \"Laptop 2\"",
                "hearth device join 47-copper-lantern --sheet --revoke-others",
            ])

        @Argument(help: .say("The code, such as 47-copper-lantern, or the link of its QR code."))
        var code: String
        @Option(help: .say("Label of this computer; its host name when absent."))
        var deviceName: String?
        @Option(help: .say("Address of the other computer, where multicast doesn't work."))
        var address: String?
        @Flag(help: .say("Let the 24 words of your recovery sheet speak for this computer."))
        var sheet = false
        @Flag(help: .say("Revoke all your other computers in the same go; with --sheet."))
        var revokeOthers = false
        @Flag(help: .say("Take the words for the same without asking; for tests and scripts."))
        var yes = false
        @Flag(name: .long, help: .say("Fail when hearthd isn't running, instead of starting it."))
        var noStart = false
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if revokeOthers && !sheet {
                throw ValidationError(say("--revoke-others needs --sheet."))
            }
        }

        func run(in session: Session) async throws {
            if !noStart {
                let starter = DaemonStarter(folders: session.folders, client: session.client)
                _ = try await starter.start()
            }
            let code =
                sheet
                ? try CodeLink.code(in: code, for: .join, .device)
                : try CodeLink.code(in: code, for: .device)
            let words = sheet ? try SheetInput.words() : nil
            let pairing = try await session.client.call(
                Routes.joinAsDevice,
                JoinDeviceRequest(
                    code: code, address: address, deviceName: deviceName, sheetWords: words,
                    revokesOthers: revokeOthers ? true : nil))
            try await PairingTalk(session: session, isAgreed: yes).follow(pairing)
            if sheet { try await waitUntilIn(session) }
        }

        /// The sheet can speak for this computer only once the workplace's statements are here.
        private func waitUntilIn(_ session: Session) async throws {
            for _ in 0..<SheetInput.patience {
                let list = try await session.client.call(Routes.devices)
                if list.devices.contains(where: { $0.isThis && $0.isIn }) {
                    return try session.print(list) { PersonReport.lines(list.devices, $0) }
                }
                try await Task.sleep(for: .milliseconds(500))
            }
            throw ServiceError(
                .offline,
                "The workplace's statements have not arrived, so the sheet could not "
                    + "speak for this computer yet.",
                hint: "Leave hearthd running beside a colleague's computer, and look with "
                    + "`hearth device list`.")
        }
    }

    /// The command `hearth device rename`.
    struct Rename: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "rename", "Give one of your computers another label.",
            examples: ["hearth device rename D-7F3KD2 \"Desk at home\""])

        @Argument(help: .say("Label or short code of the computer."))
        var device: String
        @Argument(help: .say("The new label."))
        var label: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let device = try await session.client.call(
                Routes.renameDevice, RenameDeviceRequest(device: device, name: label))
            try session.print(device) { PersonReport.lines([device], $0) }
        }
    }

    /// The command `hearth device revoke`.
    struct Revoke: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "revoke", "Put a computer or sheet of yours out for ever, such as one that was lost.",
            notes: """
                What it wrote before stays. What it writes from now on counts nowhere, and no \
                colleague's computer talks to it any more.
                """,
            examples: ["hearth device revoke \"Laptop 2\"", "hearth device revoke D-7F3KD2 --yes"])

        @Argument(help: .say("Label or short code of the computer."))
        var device: String
        @Flag(help: .say("Don't ask."))
        var yes = false
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            guard yes || TextInput.confirm(say("Revoke \(PlainText.line(device)) for ever?")) else {
                throw ServiceError(.needsConsent, "Nothing was revoked.")
            }
            let revoked = try await session.client.call(
                Routes.revokeDevice, DeviceReference(device: device))
            try session.print(revoked) { style in
                [
                    style.green(say("\(PlainText.line(revoked.device.name)) is out.")),
                    say(
                        revoked.endedLogs, one: "What it wrote before stays: \(.count) log ended.",
                        other: "What it wrote before stays: \(.count) logs ended."),
                ]
            }
        }
    }
}
