internal import Languages
internal import LocalProtocol

/// How the gateway looks to a person.
enum GatewayReportText {
    /// What `hearth gateway` prints.
    ///
    /// - Parameter code: The lines of the address as a QR code.
    static func lines(_ report: GatewayReport, _ code: [String], _ style: Style) -> [String] {
        switch report.state {
        case .off:
            return [
                say("The gateway is shut: no telephone can read here."),
                style.faint(say("Open it with: hearth gateway on")),
            ]
        case .forbidden:
            return [say("The gateway is shut: \(PlainText.line(report.reason ?? "")).")]
        case .failing:
            return [
                style.yellow(say("The gateway is shut: \(PlainText.line(report.reason ?? ""))."))
            ]
        case .starting:
            return [say("The gateway is being opened: look again with hearth gateway")]
        case .open:
            let addresses = report.addresses.map { style.bold(PlainText.line($0)) }
            return [say("The gateway is open on TCP port \(String(report.port)).")]
                + (addresses.isEmpty
                    ? [say("This computer has no address on a local network now.")] : addresses)
                + code
                + [
                    say(
                        "Everybody on this network can read the open communities there, without a "
                            + "name. Nobody can write, and the words travel unencrypted."),
                    style.faint(say("Shut it with: hearth gateway off")),
                ]
        }
    }
}
