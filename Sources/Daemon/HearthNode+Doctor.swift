internal import Discovery
internal import Engine
internal import Languages
public import LocalProtocol
internal import Transport
internal import Wire

/// Why this node sees no colleague, and how to mend it.
extension HearthNode {
    public func doctor() async throws(ServiceError) -> DoctorReport {
        var settings: TransportSettings
        do {
            settings = try configuration.transport()
        } catch {
            throw ServiceError(.usage, said: error.description)
        }
        settings.port = port
        let facts = await NetworkProbe(settings, isListening: true).run()
        var checks = facts.map(\.check)
        checks.append(switchCheck)
        checks += configuration.searchDomains.map { siteCheck($0) }
        if let gatewayCheck { checks.append(gatewayCheck) }
        checks.append(await colleagueCheck())
        checks += await peerChecks()
        return DoctorReport(checks: checks, diagnosis: diagnosis(checks))
    }

    private var switchCheck: DoctorCheck {
        let isOn = configuration.isMulticastEnabled
        return DoctorCheck(
            name: "multicast-setting", title: say("Multicast in hearth.toml"),
            verdict: isOn ? .fine : .notice,
            finding: isOn
                ? say("This node announces itself and looks for others.")
                : say("network.multicast is false: only static peers are reached."),
            remedy: isOn ? nil : say("Set network.multicast = true, or list static peers."))
    }

    /// Whether anybody from this workplace is on the network.
    private func colleagueCheck() async -> DoctorCheck {
        let title = say("Colleagues on this network")
        guard let membership else {
            return DoctorCheck(
                name: "colleagues", title: title, verdict: .notice,
                finding: say("This node is in no workplace yet."),
                remedy: say("Run `hearth workplace new NAME`, or `hearth join CODE`."))
        }
        let key = membership.workplace.networkKey
        let others = sightings.values.filter { $0.instance != name?.instance }
        let colleagues = others.filter {
            DiscoveryName.matches(
                instance: $0.instance, tag: $0.sighting.tag, networkKey: key)
        }
        let connected = await membership.loop.peers().filter { $0.state == .connected }.count
        switch (colleagues.count, others.count) {
        case (1..., _):
            return DoctorCheck(
                name: "colleagues", title: title, verdict: .fine,
                finding: say("\(colleagues.count) seen with multicast DNS, \(connected) connected.")
            )
        case (0, 1...):
            return DoctorCheck(
                name: "colleagues", title: title, verdict: connected > 0 ? .fine : .notice,
                finding: say(
                    others.count,
                    one: "\(.count) nodes of other workplaces are seen, none of this one; "
                        + "\(connected) connected.",
                    other: "\(.count) nodes of other workplaces are seen, none of this one; "
                        + "\(connected) connected."),
                remedy: connected > 0
                    ? nil
                    : say("Let a colleague in with `hearth invite`, or wait until one is on site.")
            )
        default:
            return DoctorCheck(
                name: "colleagues", title: title, verdict: connected > 0 ? .fine : .problem,
                finding: say("No Hearth node is seen with multicast DNS; \(connected) connected."),
                remedy: connected > 0
                    ? nil
                    : say(
                        "If colleagues are on, multicast is blocked between you, or they are in "
                            + "another subnet: `hearth peers add ADDRESS:PORT` reaches one of them, "
                            + "and that one introduces the others."))
        }
    }

    /// What is wrong with the peers that are known.
    private func peerChecks() async -> [DoctorCheck] {
        guard let membership else { return [] }
        var checks: [DoctorCheck] = []
        for report in await membership.loop.peers() {
            let who =
                report.person.map { name(of: $0) } ?? report.address?.description ?? say("a peer")
            if let offset = report.clockOffset, offset.magnitude > .seconds(60) {
                checks.append(
                    DoctorCheck(
                        name: "clock", title: say("Clock of \(who)"), verdict: .notice,
                        finding: say(
                            "It differs from ours by \(Int(offset.milliseconds / 1000)) s."),
                        remedy: say(
                            "Dates will look odd, nothing is lost. Switch on automatic time "
                                + "on the computer that is wrong.")))
            }
            if report.state != .connected, let address = report.address,
                report.sources.contains(.configured) || report.sources.contains(.multicast)
            {
                checks.append(unreachable(who, address, report.lastEnding))
            }
        }
        return checks
    }

    private func unreachable(_ who: String, _ address: Address, _ ending: Ending?) -> DoctorCheck {
        let isNear =
            NumericAddress(address.host).map { wanted in
                Interfaces.list().contains { interface in
                    interface.addresses.contains { $0.contains(wanted) }
                }
            } ?? false
        let reason = ending?.sentence ?? say("it has not been tried yet")
        return DoctorCheck(
            name: "peer", title: say("Peer \(who)"), verdict: .notice,
            finding: isNear
                ? say("\(address.description) is known but not connected: \(reason).")
                : say(
                    "\(address.description) is known but not connected: \(reason); it is in another "
                        + "subnet."),
            remedy: isNear
                ? say(
                    "Check that Hearth runs there and that its firewall lets TCP port "
                        + "\(address.port) in.")
                : hopRemedy)
    }

    private var hopRemedy: String {
        if let most = machine.policy.hopLimit, most <= Int(configuration.hopLimit) {
            let place = machine.policy.place(.hopLimit)
            return say(
                "Packets can't cross more routers: \(place.path), line \(place.line), allows a "
                    + "hop limit of \(most) at most.")
        }
        return say(
            "Packets cross no router by default. Raise network.hop-limit in hearth.toml on "
                + "both sides to the number of routers plus one.")
    }

    /// The first thing to mend, as one sentence.
    private func diagnosis(_ checks: [DoctorCheck]) -> String? {
        let first =
            checks.first { $0.verdict == .problem } ?? checks.first { $0.verdict == .notice }
        return first.map { check in
            [check.finding, check.remedy].compactMap { $0 }.joined(separator: " ")
        }
    }
}

extension NetworkFact {
    fileprivate var check: DoctorCheck {
        let (name, title) = heading
        return DoctorCheck(
            name: name, title: title, verdict: shownVerdict, finding: explanation, remedy: remedy)
    }

    private var shownVerdict: LocalProtocol.Verdict {
        switch verdict {
        case .fine: .fine
        case .unknown: .unknown
        case .warning: .notice
        case .problem: .problem
        }
    }

    private var heading: (String, String) {
        switch self {
        case .messageBus: ("message-bus", say("Message bus (D-Bus)"))
        case .responder: ("responder", say("Multicast DNS (avahi-daemon)"))
        case .otherResponder: ("other-responder", say("A second multicast DNS program"))
        case .interface(let interface): ("interface", say("Interface \(interface.name)"))
        case .noInterface: ("interface", say("Interfaces"))
        case .multicast(let interface, _, _), .multicastNotSent(let interface, _):
            ("multicast", say("Multicast on \(interface)"))
        case .firewall(let firewall, _): ("firewall", say("Firewall (\(firewall.rawValue))"))
        case .port(let port, _): ("port", say("TCP port \(port)"))
        case .ownAddress(let address, _): ("own-address", say("Reaching ourselves at \(address)"))
        case .clock: ("clock", say("Clock"))
        }
    }
}
