internal import Engine
internal import Ledger
internal import Wire

extension World {
    /// The computers that are awake and honest.
    public var honest: [Int] {
        computers.indices.filter {
            computers[$0].isOn && !computers[$0].isAsleep && computers[$0].malice == nil
        }
    }

    private func honestHolders(of space: SpaceID) -> [Int] {
        honest.filter { workplace.circles[space]?.contains($0) ?? true }
    }

    /// What contradicts that all honest computers that are on hold the same of every space, byte for
    /// byte.
    public var disagreements: [String] {
        var found: [String] = []
        for space in workplace.spaces {
            let holders = honestHolders(of: space)
            guard let first = holders.first else { continue }
            let frontier = computers[first].store.frontier(of: space)
            let contents = computers[first].store.contents(of: space)
            for number in holders.dropFirst() {
                let store = computers[number].store
                if store.frontier(of: space) != frontier {
                    found.append("frontiers of \(first) and \(number) differ in \(space)")
                } else if store.contents(of: space) != contents {
                    found.append("contents of \(first) and \(number) differ in \(space)")
                }
            }
        }
        return found
    }

    /// Whether all honest computers that are on hold the same logs of every space.
    public var isConverged: Bool {
        workplace.spaces.allSatisfy { space in
            let holders = honestHolders(of: space)
            guard let first = holders.first else { return true }
            let frontier = computers[first].store.frontier(of: space)
            return holders.dropFirst().allSatisfy {
                computers[$0].store.frontier(of: space) == frontier
            }
        }
    }

    /// What was acknowledged to a user and isn't on a computer.
    public func losses(on number: Int) -> [String] {
        acknowledged.keys.sorted().flatMap { space -> [String] in
            guard computers[number].spaces.contains(space) else { return [] }
            let frontier = computers[number].store.frontier(of: space)
            return (acknowledged[space] ?? [:]).sorted { $0.key < $1.key }.compactMap {
                frontier[$0.key] == $0.value
                    ? nil : "\(space) \($0.key): \($0.value.length) acknowledged"
            }
        }
    }

    /// Whether every node knows that it is in sync with every other one.
    public var isQuiet: Bool {
        let on = computers.filter(\.isOn)
        return on.allSatisfy { computer in
            guard let node = computer.node else { return false }
            let peers = node.peers(at: now).filter { $0.state == .connected }
            return peers.count == on.count - 1
                && peers.allSatisfy { peer in
                    peer.device.map { sharedSpaces(of: computer, with: $0) } == peer.spaces.count
                        && peer.spaces.allSatisfy(\.isInSync)
                }
        }
    }

    private func sharedSpaces(of computer: Computer, with device: DeviceID) -> Int {
        let audiences = workplace.audiences
        return computer.spaces.count { audiences[$0]?.contains(device) ?? true }
    }

    /// How everything stands, for whoever has to find out why it isn't as it should be.
    public var story: String {
        var lines = ["after \(now - Instant(nanoseconds: 1_000_000_000))"]
        for (number, computer) in computers.enumerated() {
            lines.append("computer \(number), \(computer.isOn ? "on" : "off")")
            guard let node = computer.node else { continue }
            for peer in node.peers(at: now) {
                let other = computers.firstIndex { $0.colleague.member.device == peer.device }
                let wait = peer.nextDial.map { "\($0 - now)" } ?? "-"
                let ending = peer.lastEnding.map { "\($0)" } ?? "-"
                lines.append(
                    "  \(other.map(String.init) ?? "?") \(peer.state), dial in \(wait), \(ending)")
                for space in peer.spaces where !space.isInSync {
                    lines.append(
                        "    \(space.space): we lack \(space.weLack), they \(space.theyLack)")
                }
            }
            lines += node.explain(at: now).map {
                "  ! \($0.log ?? 0) \($0.direction) \($0.commits) \($0.cause)"
            }
            lines += computer.diagnostics.suffix(12).map { "  . \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    /// Commits that came over the wire to a computer though it had them, from all peers.
    public var duplicateCommits: Int {
        computers.reduce(0) { sum, computer in
            guard let node = computer.node else { return sum }
            let received = node.peers(at: now).reduce(UInt64(0)) { $0 + $1.commitsReceived }
            let own = Set(computer.ownLogs)
            let stored = workplace.spaces.reduce(UInt64(0)) { sum, space in
                computer.store.frontier(of: space).entries.reduce(sum) {
                    own.contains($1.log) ? $0 : $0 + $1.head.length
                }
            }
            return sum + Int(clamping: received) - Int(clamping: min(stored, received))
        }
    }
}
