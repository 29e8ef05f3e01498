internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth gateway`.
struct GatewayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "gateway", "Let telephones on this network read the open communities.",
        usage: "hearth gateway [show|on|off] [--json]",
        notes: """
            It is off until somebody switches it on. Then everybody on this network can read, \
            without a name, what everybody in the workplace may read, and nothing else; nobody can \
            write. The words travel unencrypted. Where the policy of this machine says \
            `gateway.allowed = false` it stays shut.
            """,
        examples: ["hearth gateway", "hearth gateway on", "hearth gateway off"],
        subcommands: [Show.self, On.self, Off.self], defaultSubcommand: Show.self)

    /// The command `hearth gateway show`.
    struct Show: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "show", "Show whether it is open, and the address as a QR code.",
            examples: ["hearth gateway show", "hearth gateway show --no-qr --json"])

        @OptionGroup var picture: PictureOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try picture.check(output)
            let report = try await session.client.call(Routes.gateway)
            let code = try picture.lines(of: report.addresses.first ?? "", session.style)
            try session.print(report) { GatewayReportText.lines(report, code, $0) }
        }
    }

    /// The command `hearth gateway on`.
    struct On: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "on", "Open it now, and whenever hearthd runs.",
            notes: "It writes `[gateway] listen = true` into hearth.toml.",
            examples: ["hearth gateway on"])

        @OptionGroup var picture: PictureOptions
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            try picture.check(output)
            let report = try await session.client.call(
                Routes.setGateway, GatewayRequest(isOpen: true))
            let code = try picture.lines(of: report.addresses.first ?? "", session.style)
            try session.print(report) { GatewayReportText.lines(report, code, $0) }
        }
    }

    /// The command `hearth gateway off`.
    struct Off: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "off", "Shut it now, and keep it shut.", examples: ["hearth gateway off"])

        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let report = try await session.client.call(
                Routes.setGateway, GatewayRequest(isOpen: false))
            try session.print(report) { GatewayReportText.lines(report, [], $0) }
        }
    }
}
