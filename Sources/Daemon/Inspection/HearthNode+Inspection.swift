internal import Foundation
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
            return socket.address == home.socket ? "the local API, for this user only" : nil
        }
        guard socket.kind.hasPrefix("tcp"), socket.port == port else { return nil }
        return "colleagues' nodes"
    }

    /// What leaves this machine, and where to.
    private var leaves: [String] {
        let hops =
            configuration.hopLimit == 1
            ? "packets cross no router"
            : "packets cross at most \(configuration.hopLimit - 1) routers"
        var sentences = [
            "To colleagues' nodes, by TCP from and to the ranges above: encrypted; \(hops)."
        ]
        if configuration.isMulticastEnabled {
            sentences.append(
                "To everybody on the networks that avahi-daemon serves, by multicast DNS "
                    + "(5353/udp): a name that changes daily, a port, and a tag that only members "
                    + "recognise.")
        }
        if configuration.isSyslogWanted == true {
            sentences.append("To this machine's system log: the lines of the security log.")
        }
        sentences.append(
            "Nothing else: no relay, no update check, no telemetry, no look-up of names.")
        return sentences
    }

    // MARK: Checks

    private func socketCheck(
        _ found: [KernelSockets.Entry]?, _ shown: [ListeningSocketReport]
    ) -> DoctorCheck {
        let title = "Listening sockets"
        guard found != nil else {
            return DoctorCheck(
                name: "sockets", title: title, verdict: .unknown,
                finding: "This system has no /proc to compare with.")
        }
        let strange = shown.filter { $0.purpose == nil }
        guard strange.isEmpty else {
            return DoctorCheck(
                name: "sockets", title: title, verdict: .problem,
                finding: "The kernel lists "
                    + strange.map { "\($0.kind) \($0.address)" }.joined(separator: ", ")
                    + ", which Hearth has no use for.",
                remedy: "Report it with the output of `hearth doctor --for-it --json`.")
        }
        guard shown.contains(where: { $0.kind.hasPrefix("tcp") }) else {
            return DoctorCheck(
                name: "sockets", title: title, verdict: .problem,
                finding: "The kernel lists no socket on TCP port \(port).",
                remedy: "Restart hearthd.")
        }
        return DoctorCheck(
            name: "sockets", title: title, verdict: .fine,
            finding: "The kernel lists TCP port \(port) and the local API, and nothing else.")
    }

    private var hopCheck: DoctorCheck {
        let limit = machine.policy.hopLimit.map { "; the policy allows at most \($0)" } ?? ""
        return DoctorCheck(
            name: "hop-limit", title: "Hop limit",
            verdict: configuration.hopLimit == 1 ? .fine : .notice,
            finding: "Packets carry \(configuration.hopLimit)\(limit).",
            remedy: configuration.hopLimit == 1
                ? nil : "Set network.hop-limit = 1 unless colleagues are behind a router.")
    }

    private var addressCheck: DoctorCheck {
        let outside = listening.filter { !configuration.addressPolicy.allows($0) }
        return DoctorCheck(
            name: "addresses", title: "Addresses", verdict: outside.isEmpty ? .fine : .problem,
            finding: outside.isEmpty
                ? "\(listening.count) addresses are announced, all within the ranges."
                : "\(outside.map(\.description).joined(separator: ", ")) lies outside the ranges.",
            remedy: outside.isEmpty ? nil : "Restart hearthd.")
    }

    private var atRestCheck: DoctorCheck {
        let isSealed = atRest == .sealed
        return DoctorCheck(
            name: "at-rest", title: "At rest", verdict: isSealed ? .fine : .notice,
            finding: isSealed
                ? "Keys are under a passphrase; words are in memory only, and sealed on the disk."
                : "Words are readable for whoever can read this person's files.",
            remedy: isSealed ? nil : "`hearth seal` puts the home under a passphrase.")
    }

    private func modeCheck(_ files: [FileModeReport]) -> DoctorCheck {
        let exposed = files.filter { !$0.isPrivate }
        return DoctorCheck(
            name: "modes", title: "File modes", verdict: exposed.isEmpty ? .fine : .problem,
            finding: exposed.isEmpty
                ? "\(files.count) files and folders are their owner's only."
                : "Others can reach \(exposed.map(\.path).joined(separator: ", ")).",
            remedy: exposed.isEmpty
                ? nil : "chmod go-rwx \(exposed.map(\.path).joined(separator: " "))")
    }

    private var policyCheck: DoctorCheck {
        let files = machine.policy.files
        return DoctorCheck(
            name: "policy", title: "Policy", verdict: .fine,
            finding: files.isEmpty
                ? "No policy governs this machine."
                : "In force since hearthd started: "
                    + files.map { "\($0.path) (hash \($0.hash))" }.joined(separator: ", ") + ".")
    }

    private func auditCheck() async throws(ServiceError) -> DoctorCheck {
        let verdict = try await verifyAudit(AuditVerification())
        let problem = verdict.brokenLine.map { "line \($0): \(verdict.problem ?? "broken")" }
        return DoctorCheck(
            name: "audit", title: "Security log", verdict: verdict.isIntact ? .fine : .problem,
            finding: problem ?? "\(verdict.lines) lines follow from each other up to the head.",
            remedy: verdict.isIntact
                ? nil : "`hearth audit verify` says more; compare it with the system's log.")
    }
}
