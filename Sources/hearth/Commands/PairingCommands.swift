internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth invite`.
struct InviteCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "invite", "Invite a colleague into your workplace with a one-time code.",
        notes: """
            Both computers show four words when they have met. Compare them by voice or by eye: \
            if they are the same, nobody is in between.
            """,
        examples: ["hearth invite", "hearth invite --yes --json"])

    @Option(help: .say("Minutes for which the code is good, at most 10."))
    var minutes: Int?
    @Flag(help: .say("Take the words for the same without asking; for tests and scripts."))
    var yes = false
    @OptionGroup var picture: PictureOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try picture.check(output) }

    func run(in session: Session) async throws {
        let pairing = try await session.client.call(
            Routes.invite, InviteRequest(minutes: minutes))
        try await PairingTalk(session: session, isAgreed: yes, picture: picture).follow(pairing)
    }
}

/// The command `hearth join`.
struct JoinCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "join", "Join a colleague's workplace with the code that they read to you.",
        examples: ["hearth join 47-copper-lantern", "hearth join hearth:join/47-copper-lantern"])

    @Argument(help: .say("The code, such as 47-copper-lantern, or the link of its QR code."))
    var code: String
    @Option(help: .say("Address of the colleague's computer, where multicast doesn't work."))
    var address: String?
    @Flag(help: .say("Take the words for the same without asking; for tests and scripts."))
    var yes = false
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        let pairing = try await session.client.call(
            Routes.join,
            JoinRequest(code: try CodeLink.code(in: code, for: .join), address: address))
        try await PairingTalk(session: session, isAgreed: yes).follow(pairing)
    }
}

/// The talk with the person while two computers are being paired.
struct PairingTalk: Sendable {
    /// Where to ask and print.
    let session: Session
    /// True when the words are taken for the same without asking.
    let isAgreed: Bool
    /// Whether a code that is made is shown as a QR code, too.
    var picture: PictureOptions?

    /// Follows a pairing to its end; a person who breaks it off voids the code.
    func follow(_ pairing: Pairing) async throws {
        let interrupts = Interrupts()
        let arrivals = interrupts.arrivals
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await talk(pairing) }
            group.addTask {
                for await _ in arrivals {
                    _ = try? await session.client.call(
                        Routes.cancelPairing, PairingReference(id: pairing.id))
                    Terminal.writeError("\n" + say("Called off; the code is void.") + "\n")
                    exit(Interrupts.exitCode)
                }
            }
            try await group.next()
            group.cancelAll()
        }
        withExtendedLifetime(interrupts) {}
    }

    private func talk(_ pairing: Pairing) async throws {
        var last: Pairing?
        var isAnswered = false
        let reference = PairingReference(id: pairing.id)
        try await session.client.stream(Routes.watchPairing, reference) { current in
            if current != last {
                try show(current)
                last = current
            }
            if current.state == .comparing, !isAnswered {
                isAnswered = true
                let isSame = isAgreed || ask(current)
                _ = try await session.client.call(
                    Routes.judgeWords, PairingVerdict(id: current.id, wordsMatch: isSame))
            }
        }
        try judge(last)
    }

    private func ask(_ pairing: Pairing) -> Bool {
        TextInput.confirm(say("Are the words the same on both screens?"))
    }

    private func show(_ pairing: Pairing) throws {
        if session.isJSON {
            try session.printJSON(pairing)
        } else {
            var lines = PairingReport.lines(pairing, session.style)
            if pairing.state == .waiting, let code = pairing.code, let picture {
                let link = CodeLink(pairing.purpose == .device ? .device : .join, code)
                lines = try picture.lines(link, session.style) + lines
            }
            Terminal.write(lines.map { $0 + "\n" }.joined())
        }
    }

    /// Ends the command with the exit code that the outcome has.
    private func judge(_ pairing: Pairing?) throws {
        guard let pairing else {
            throw ServiceError(.offline, "hearthd said nothing about the pairing.")
        }
        if let problem = pairing.problem { throw problem }
        switch pairing.state {
        case .joined: return
        case .refused:
            throw ServiceError(
                .needsConsent, "One side said that the words differ; nobody was let in.",
                hint: "Try again with a new code, and compare all four words.")
        case .expired:
            throw ServiceError(
                .offline, "The code is void.", hint: "Make a new one: hearth invite")
        case .cancelled: throw ServiceError(.needsConsent, "The pairing was called off.")
        case .waiting, .searching, .connecting, .comparing, .waitingForOther, .failed:
            throw ServiceError(
                .offline, "The pairing ended before it was complete.",
                hint: "See whether hearthd still runs: hearth status")
        }
    }
}

/// How the steps of a pairing look to a person.
enum PairingReport {
    /// The lines for a step.
    static func lines(_ pairing: Pairing, _ style: Style) -> [String] {
        let other = PlainText.line(pairing.otherName ?? say("your colleague"))
        switch pairing.state {
        case .waiting:
            guard let code = pairing.code else { return [] }
            let shown = style.bold(code)
            return [
                pairing.expiresAt.map {
                    say("Your code, good until \(style.clock($0)) and for one person: \(shown)")
                } ?? say("Your code, good for 10 minutes and for one person: \(shown)"),
                say("On the other computer: \(command(pairing.purpose)) \(code)"),
            ]
        case .searching: return [say("Looking for the computer that made this code…")]
        case .connecting: return [say("Found each other; agreeing on keys…")]
        case .comparing:
            return [
                "",
                "    "
                    + style.bold(pairing.words.map { PlainText.line($0) }.joined(separator: "   ")),
                "", say("These four words must be the same on the screen of \(other)."),
            ]
        case .waitingForOther: return [say("Waiting for \(other) to confirm the words…")]
        case .joined: return joined(pairing, other, style)
        case .refused, .expired, .cancelled, .failed: return []
        }
    }

    private static func command(_ purpose: PairingPurpose?) -> String {
        purpose == .device ? "hearth device join" : "hearth join"
    }

    private static func joined(_ pairing: Pairing, _ other: String, _ style: Style) -> [String] {
        let workplace = pairing.workplace.map { PlainText.line($0.name) } ?? say("the workplace")
        switch (pairing.purpose ?? .colleague, pairing.role) {
        case (.device, .inviter):
            let device = pairing.otherDevice.map { PlainText.line($0) } ?? say("The computer")
            return [style.green(say("\(device) is one more computer of yours."))]
        case (.device, .joiner), (.sheet, .joiner):
            return [
                style.green(say("This is one more computer of \(other) in \(workplace).")),
                say("Next: hearth device list"),
            ]
        case (.sheet, .inviter):
            return [style.green(say("\(other) is back with a recovery sheet."))]
        case (.recovery, .inviter):
            return [
                say("Your word counts: \(other) is back. A second colleague has to say so too:"),
                "  hearth recover \(other)",
            ]
        case (.recovery, .joiner):
            return [
                say("The first colleague's word is given. A second one compares these four words:"),
                "  hearth whoami",
            ]
        case (.colleague, _): break
        }
        switch pairing.role {
        case .inviter: return [style.green(say("\(other) has joined \(workplace)."))]
        case .joiner:
            return [
                style.green(say("You have joined \(workplace).")),
                say("Next: hearth community list"),
            ]
        }
    }
}
