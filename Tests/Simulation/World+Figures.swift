internal import Engine
internal import Ledger
internal import Wire

extension World {
    // MARK: What has been written

    /// Commits of all spaces.
    var writtenCommits: Int { written.values.reduce(0, +) }

    /// Commits that a computer shall hold.
    func due(on number: Int) -> Int {
        computers[number].spaces.reduce(0) { $0 + (written[$1] ?? 0) }
    }

    /// Whether every honest computer that is on holds all that was acknowledged, and the same.
    var holdsEverything: Bool {
        honest.allSatisfy { computers[$0].commitCount >= due(on: $0) } && isConverged
    }

    /// The computers that lack something, and how much.
    var laggards: String {
        let some = honest.compactMap { number -> String? in
            let missing = due(on: number) - computers[number].commitCount
            return missing > 0 ? "\(number) lacks \(missing)" : nil
        }
        return some.prefix(12).joined(separator: ", ")
    }

    /// The bytes of all payloads that were written, once each.
    var payloadBytes: Int {
        workplace.spaces.reduce(0) { sum, space in
            let holder = computers.filter { $0.spaces.contains(space) }
                .max { $0.store.frontier(of: space).count < $1.store.frontier(of: space).count }
            return sum + (holder?.store.payloadBytes(of: space) ?? 0)
        }
    }

    // MARK: What it costs

    /// Sessions of a computer.
    func sessions(of number: Int) -> Int {
        computers[number].node?.peers(at: now).count { $0.state == .connected } ?? 0
    }

    /// Times that a commit came over the wire, for each that was stored, in hundredths.
    ///
    /// Only computers that are in their first life count: what a node received is forgotten with it.
    var copiesHundredths: Int {
        var received = 0
        var stored = 0
        for computer in computers where computer.isOn && computer.life == 1 {
            guard let node = computer.node else { continue }
            received += node.peers(at: now).reduce(0) { $0 + Int(clamping: $1.commitsReceived) }
            let own = Set(computer.ownLogs)
            stored += computer.spaces.reduce(0) { sum, space in
                computer.store.frontier(of: space).entries.reduce(sum) {
                    own.contains($1.log) ? $0 : $0 + Int($1.head.length)
                }
            }
        }
        return received * 100 / max(1, stored)
    }

    /// What a node keeps more of than it should.
    func excesses(on number: Int) -> [String] {
        guard let node = computers[number].node else { return [] }
        var found: [String] = []
        let peers = node.peers(at: now)
        if node.remembered.count > computers.count {
            found.append("\(number) remembers \(node.remembered.count) devices")
        }
        if peers.count > 4 * computers.count {
            found.append("\(number) knows of \(peers.count) peers")
        }
        let pings = peers.count { $0.state == .connected }
        if pings > conditions.settings.sessions {
            found.append("\(number) has \(pings) sessions")
        }
        return found
    }

    // MARK: The network

    /// Makes the network good or bad.
    mutating func setWeather(_ weather: OfficeStep.Weather) {
        var next = Conditions()
        next.settings = conditions.settings
        next.clockSkew = conditions.clockSkew
        damagesPackets = weather == .damaged
        switch weather {
        case .fine, .damaged: break
        case .lossy: next.lossesPerThousand = 50
        case .slow:
            next.delay = .milliseconds(20)...(.milliseconds(400))
            next.bytesPerSecond = 200_000
        case .meddled:
            next.duplicatesPerThousand = 20
            next.overtakingPerThousand = 20
        }
        conditions = next
    }
}
