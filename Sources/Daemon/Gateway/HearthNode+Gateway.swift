internal import Languages
public import LocalProtocol
internal import Transport
internal import Wire

/// Opening and shutting the gateway, and what is to be said about it.
extension HearthNode {
    /// How long is waited for the server to open or shut the gateway.
    private static let patience = 100

    public func gateway() async throws(ServiceError) -> GatewayReport { gatewayReport }

    public func setGateway(
        _ request: GatewayRequest
    ) async throws(ServiceError) -> GatewayReport {
        if request.isOpen {
            try obey { () throws(PolicyRefusal) in
                if let refusal = machine.policy.gatewayRefusal(of: "hearth gateway on") {
                    throw refusal
                }
            }
        }
        do {
            try Configuration.write(isGatewayWanted: request.isOpen, path: home.configuration)
        } catch {
            throw ServiceError(.internal, said: error.description)
        }
        configuration.gateway.isWanted = request.isOpen
        machine.gateway.turn(to: configuration.gatewayPlan(under: machine.policy))
        for _ in 0..<Self.patience where machine.gateway.outcome == nil {
            do {
                try await Task.sleep(for: .milliseconds(20))
            } catch {
                break
            }
        }
        return gatewayReport
    }

    private var gatewayReport: GatewayReport {
        let settings = configuration.gateway
        var report = GatewayReport(
            state: .off, port: Int(settings.port), names: settings.names)
        guard settings.isWanted else { return report }
        if let refusal = machine.policy.gatewayRefusal(of: "gateway.listen = true") {
            report.state = .forbidden
            report.reason = refusal.description
            return report
        }
        switch machine.gateway.outcome {
        case .open:
            report.state = .open
            report.addresses = gatewayAddresses
        case .failed(let reason):
            report.state = .failing
            report.reason = reason
        case .shut, nil: report.state = .starting
        }
        return report
    }

    /// Where the first page is found: by the names that the owner chose, then by IPv4 and IPv6.
    ///
    /// A link-local IPv6 address can't be typed into a browser.
    var gatewayAddresses: [String] {
        guard let port = machine.gateway.port else { return [] }
        var hosts = configuration.gateway.names
        let numeric = listening.compactMap { NumericAddress($0.host)?.unmapped }
            .filter { !$0.needsInterface && !AddressPolicy.isLoopback($0) }
        for address in numeric.filter(\.isIPv4) + numeric.filter({ !$0.isIPv4 }) {
            let host = address.isIPv4 ? address.text : "[\(address.text)]"
            if !hosts.contains(host) { hosts.append(host) }
        }
        return hosts.map { "http://\($0):\(port)/" }
    }

    /// What the doctor says about it; `nil` where there is nothing to say.
    var gatewayCheck: DoctorCheck? {
        let report = gatewayReport
        let title = say("Pages for telephones")
        switch report.state {
        case .off: return nil
        case .open:
            if let closed = closedGatewayCheck(title) { return closed }
            return DoctorCheck(
                name: "gateway", title: title, verdict: .fine,
                finding: say(
                    "Everybody on this network can read the open communities at "
                        + "\(report.addresses.first ?? say("no address yet"))."))
        case .starting:
            return DoctorCheck(
                name: "gateway", title: title, verdict: .unknown,
                finding: say("The gateway is being opened."))
        case .forbidden:
            return DoctorCheck(
                name: "gateway", title: title, verdict: .notice,
                finding: say("The gateway is shut: \(report.reason ?? "")."),
                remedy: say("`hearth gateway off` stops asking for it."))
        case .failing:
            return DoctorCheck(
                name: "gateway", title: title, verdict: .problem,
                finding: say("The gateway is shut: \(report.reason ?? "")."),
                remedy: say(
                    "Set another gateway.port in hearth.toml and restart hearthd, or free this one "
                        + "and run `hearth gateway on`."))
        }
    }

    /// What is to be said of firewalls that let no telephone in.
    private func closedGatewayCheck(_ title: String) -> DoctorCheck? {
        guard let port = machine.gateway.port,
            let firewall = NetworkProbe.firewalls(closing: port).first
        else { return nil }
        return DoctorCheck(
            name: "gateway", title: title, verdict: .notice,
            finding: say(
                "The gateway is open, and the firewall (\(firewall.rawValue)) has no rule for TCP port "
                    + "\(String(port)): telephones don't get in."),
            remedy: say(
                "Let it in from the local network, such as with: sudo ufw allow \(String(port))/tcp"
            ))
    }
}
