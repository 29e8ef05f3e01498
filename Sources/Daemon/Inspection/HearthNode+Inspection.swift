internal import Foundation
internal import Languages
public import LocalProtocol
internal import Transport
internal import Wire

/// What those who answer for the machine want to know, checked against the machine itself.
extension HearthNode {
    public func inspectMachine() async throws(ServiceError) -> MachineInspection {
        let sockets = KernelSockets.ofThisProcess()
        let files = PrivateFile.modes(of: [
            home.data, home.state, String(home.socket.dropLast("/hearth.sock".count)),
        ])
        let shown = (sockets ?? []).map { socket in
            ListeningSocketReport(
                kind: socket.kind, address: socket.address, purpose: purpose(socket))
        }
        var checks = [socketCheck(sockets, shown), hopCheck, addressCheck, atRestCheck]
        checks += [modeCheck(files), policyCheck, try await auditCheck()]
        if let gatewayCheck { checks.append(gatewayCheck) }
        return MachineInspection(
            sockets: shown, interfaces: configuration.interfaces, ranges: allowedRanges,
            hopLimit: Int(configuration.hopLimit), policy: machine.policy.files, atRest: atRest,
            files: files, leaves: leaves, checks: checks)
    }

    private var allowedRanges: [String] {
        if let ranges = configuration.ranges { return ranges.map(\.description) }
        return AddressPolicy.insideRanges.map(\.description) + configuration.extraRanges
            + (configuration.isLoopbackAllowed ? ["127.0.0.0/8", "::1/128"] : [])
    }

    private func purpose(_ socket: KernelSockets.Entry) -> String? {
        if socket.kind == "unix" {
            return socket.address == home.socket ? say("the local API, for this user only") : nil
        }
        guard socket.kind.hasPrefix("tcp") else { return nil }
        if socket.port == port { return say("colleagues' nodes") }
        return socket.port == machine.gateway.port
            ? say("telephones, which read the open communities") : nil
    }

    /// What leaves this machine, and where to.
    private var leaves: [String] {
        let hops =
            configuration.hopLimit == 1
            ? say("packets cross no router")
            : say(
                Int(configuration.hopLimit) - 1, one: "packets cross at most \(.count) routers",
                other: "packets cross at most \(.count) routers")
        var sentences = [
            say("To colleagues' nodes, by TCP from and to the ranges above: encrypted; \(hops).")
        ]
        if let gateway = machine.gateway.port {
            sentences.append(
                say(
                    "To whoever asks from the ranges above, by HTTP from TCP port "
                        + "\(String(gateway)): the words of open communities, readable on the way.")
            )
        }
        if configuration.isMulticastEnabled {
            sentences.append(
                say(
                    "To everybody on the networks that avahi-daemon serves, by multicast DNS "
                        + "(5353/udp): a name that changes daily, a port, and a tag that only members "
                        + "recognise."))
        }
        if configuration.isSyslogWanted == true {
            sentences.append(say("To this machine's system log: the lines of the security log."))
        }
        sentences.append(
            say("Nothing else: no relay, no update check, no telemetry, no look-up of names."))
        return sentences
    }

    private func list(_ items: [String]) -> String { Language.current.list(items) }

    // MARK: Checks

    private func socketCheck(
        _ found: [KernelSockets.Entry]?, _ shown: [ListeningSocketReport]
    ) -> DoctorCheck {
        let title = say("Listening sockets")
        guard found != nil else {
            return DoctorCheck(
                name: "sockets", title: title, verdict: .unknown,
                finding: say("This system has no /proc to compare with."))
        }
        let strange = shown.filter { $0.purpose == nil }
        guard strange.isEmpty else {
            return DoctorCheck(
                name: "sockets", title: title, verdict: .problem,
                finding: say(
                    "The kernel lists \(list(strange.map { "\($0.kind) \($0.address)" })), which "
                        + "Hearth has no use for."),
                remedy: say("Report it with the output of `hearth doctor --for-it --json`."))
        }
        guard shown.contains(where: { $0.kind.hasPrefix("tcp") }) else {
            return DoctorCheck(
                name: "sockets", title: title, verdict: .problem,
                finding: say("The kernel lists no socket on TCP port \(port)."),
                remedy: say("Restart hearthd."))
        }
        if let gateway = machine.gateway.port {
            return DoctorCheck(
                name: "sockets", title: title, verdict: .fine,
                finding: say(
                    "The kernel lists TCP port \(port), that of the gateway, \(String(gateway)), and "
                        + "the local API, and nothing else."))
        }
        return DoctorCheck(
            name: "sockets", title: title, verdict: .fine,
            finding: say("The kernel lists TCP port \(port) and the local API, and nothing else."))
    }

    private var hopCheck: DoctorCheck {
        let limit = configuration.hopLimit
        let finding =
            machine.policy.hopLimit.map {
                say("Packets carry \(limit); the policy allows at most \($0).")
            } ?? say("Packets carry \(limit).")
        return DoctorCheck(
            name: "hop-limit", title: say("Hop limit"),
            verdict: configuration.hopLimit == 1 ? .fine : .notice,
            finding: finding,
            remedy: configuration.hopLimit == 1
                ? nil : say("Set network.hop-limit = 1 unless colleagues are behind a router."))
    }

    private var addressCheck: DoctorCheck {
        let outside = listening.filter { !configuration.addressPolicy.allows($0) }
        return DoctorCheck(
            name: "addresses", title: say("Addresses"), verdict: outside.isEmpty ? .fine : .problem,
            finding: outside.isEmpty
                ? say(
                    listening.count,
                    one: "\(.count) addresses are announced, all within the ranges.",
                    other: "\(.count) addresses are announced, all within the ranges.")
                : say("\(list(outside.map(\.description))) lies outside the ranges."),
            remedy: outside.isEmpty ? nil : say("Restart hearthd."))
    }

    private var atRestCheck: DoctorCheck {
        let isSealed = atRest == .sealed
        return DoctorCheck(
            name: "at-rest", title: say("At rest"), verdict: isSealed ? .fine : .notice,
            finding: isSealed
                ? say(
                    "Keys are under a passphrase; words are in memory only, and sealed on the disk."
                )
                : say("Words are readable for whoever can read this person's files."),
            remedy: isSealed ? nil : say("`hearth seal` puts the home under a passphrase."))
    }

    private func modeCheck(_ files: [FileModeReport]) -> DoctorCheck {
        let exposed = files.filter { !$0.isPrivate }
        return DoctorCheck(
            name: "modes", title: say("File modes"), verdict: exposed.isEmpty ? .fine : .problem,
            finding: exposed.isEmpty
                ? say(
                    files.count, one: "\(.count) files and folders are their owner's only.",
                    other: "\(.count) files and folders are their owner's only.")
                : say("Others can reach \(list(exposed.map(\.path)))."),
            remedy: exposed.isEmpty
                ? nil : "chmod go-rwx \(exposed.map(\.path).joined(separator: " "))")
    }

    private var policyCheck: DoctorCheck {
        let files = machine.policy.files
        return DoctorCheck(
            name: "policy", title: say("Policy"), verdict: .fine,
            finding: files.isEmpty
                ? say("No policy governs this machine.")
                : say(
                    "In force since hearthd started: "
                        + "\(list(files.map { say("\($0.path) (hash \($0.hash))") }))."))
    }

    private func auditCheck() async throws(ServiceError) -> DoctorCheck {
        let verdict = try await verifyAudit(AuditVerification())
        let problem = verdict.brokenLine.map {
            say("line \($0): \(verdict.problem ?? say("broken"))")
        }
        return DoctorCheck(
            name: "audit", title: say("Security log"), verdict: verdict.isIntact ? .fine : .problem,
            finding: problem
                ?? say(
                    verdict.lines,
                    one: "\(.count) lines follow from each other up to the head.",
                    other: "\(.count) lines follow from each other up to the head."),
            remedy: verdict.isIntact
                ? nil : say("`hearth audit verify` says more; compare it with the system's log."))
    }
}
