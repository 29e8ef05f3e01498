internal import ArgumentParser
internal import Foundation
internal import Languages
internal import LocalProtocol

/// The command `hearth peers`.
struct PeersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration.hearth(
        "peers", "Colleagues' devices: where they are, how they are, what they hold.",
        usage: """
            hearth peers [NAME] [--watch] [--interval SECONDS] [--json]
            hearth peers NAME --holds [--json]
            hearth peers add|remove ADDRESS [--json]
            """,
        examples: [
            "hearth peers", "hearth peers --watch", "hearth peers Ben --holds",
            "hearth peers add 192.168.7.20",
        ],
        subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

    /// `hearth peers` itself.
    struct List: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "list", "Show colleagues' devices.",
            examples: ["hearth peers --watch", "hearth peers Ben --holds"])

        @Argument(help: .say("Only the devices of this person, or the device of this name."))
        var name: String?
        @Flag(help: .say("Keep the picture up to date until Ctrl-C."))
        var watch = false
        @Flag(help: .say("Show what the peer holds."))
        var holds = false
        @Option(help: .say("Seconds between pictures."))
        var interval = 1.0
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if holds && name == nil {
                throw ValidationError(say("--holds needs a name: hearth peers NAME --holds"))
            }
            if !(0.1...3600).contains(interval) {
                throw ValidationError(say("--interval must be between 0.1 and 3600 seconds."))
            }
        }

        func run(in session: Session) async throws {
            if watch {
                try await PeerWatch(session: session, name: name, holds: holds).run(
                    every: .milliseconds(Int64(interval * 1000)))
            } else if holds, let name {
                let holdings = try await session.client.call(
                    Routes.holdings, HoldingsRequest(peer: name))
                try session.print(holdings) { PeerReport.lines(holdings, $0) }
            } else {
                let list = try await PeerChoice.peers(named: name, session)
                try session.print(list) { PeerReport.lines(list, $0) }
            }
        }
    }

    /// The command `hearth peers add`.
    struct Add: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "add", "Dial an address without waiting to discover it.",
            examples: ["hearth peers add 192.168.7.20:4711"])

        @Argument(help: .say("Host or address, with :PORT when it isn't the usual one."))
        var address: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let peers = try await session.client.call(
                Routes.addStaticPeer, StaticPeerRequest(address: address))
            try session.print(peers) { _ in
                [say("configured: \(Style.list(peers.addresses))")]
            }
        }
    }

    /// The command `hearth peers remove`.
    struct Remove: SessionCommand {
        static let configuration = CommandConfiguration.hearth(
            "remove", "Forget an address that was added.",
            examples: ["hearth peers remove 192.168.7.20:4711"])

        @Argument(help: .say("The address as listed."))
        var address: String
        @OptionGroup var output: OutputOptions

        func run(in session: Session) async throws {
            let peers = try await session.client.call(
                Routes.removeStaticPeer, StaticPeerRequest(address: address))
            try session.print(peers) { _ in
                peers.addresses.isEmpty
                    ? [say("no address is configured any more")]
                    : [say("configured: \(Style.list(peers.addresses))")]
            }
        }
    }
}

/// Which peers a name means.
enum PeerChoice {
    /// All peers, or those of a person or device.
    static func peers(named name: String?, _ session: Session) async throws -> PeerList {
        var list = try await session.client.call(Routes.peers)
        guard let name else { return list }
        let wanted = name.lowercased()
        list.peers = list.peers.filter { peer in
            let names = [peer.person?.name, peer.person?.code, peer.device?.name, peer.id]
            return names.contains { $0?.lowercased() == wanted }
        }
        list.staticPeers = []
        guard !list.peers.isEmpty else {
            throw ServiceError(
                .notFound, "No peer is named \(name).", hint: "All peers: hearth peers")
        }
        return list
    }
}

/// The command `hearth peers --watch`.
struct PeerWatch: Sendable {
    let session: Session
    let name: String?
    let holds: Bool

    /// Draws until the person has seen enough.
    func run(every interval: Duration) async throws {
        let interrupts = Interrupts()
        let arrivals = interrupts.arrivals
        let screen = !session.isJSON && Terminal.isOutputTerminal ? LiveScreen() : nil
        screen?.enter()
        defer { screen?.leave() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await draw(on: screen, every: interval) }
            group.addTask {
                for await _ in arrivals { return }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
        withExtendedLifetime(interrupts) {}
    }

    private func draw(on screen: LiveScreen?, every interval: Duration) async throws {
        var last: [String] = []
        while !Task.isCancelled {
            let picture = try await picture()
            if let screen {
                screen.draw(picture)
            } else if picture != last {
                Terminal.write(picture.map { $0 + "\n" }.joined())
                last = picture
            }
            do {
                try await Task.sleep(for: interval)
            } catch {
                return
            }
        }
    }

    private func picture() async throws -> [String] {
        let style = Terminal.style(environment: ProcessInfo.processInfo.environment)
        if holds, let name {
            let holdings = try await session.client.call(
                Routes.holdings, HoldingsRequest(peer: name))
            return try lines(holdings) { PeerReport.lines(holdings, style) }
        }
        let list = try await PeerChoice.peers(named: name, session)
        return try lines(list) { PeerReport.lines(list, style) }
    }

    private func lines(_ answer: some Message, _ text: () -> [String]) throws -> [String] {
        guard session.isJSON else { return text() }
        return [String(decoding: try JSONText.encode(answer), as: UTF8.self)]
    }
}
