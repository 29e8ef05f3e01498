internal import Engine
internal import Ledger
public import Wire

/// How something new spreads through a building, counted from what the nodes noted.
public struct Reach: Sendable {
    /// Connections that it crossed to each computer that has it, by number; 0 for its author.
    public var hops: [Int: Int]
    /// Copies of commits that came over the wire to a computer, on average.
    public var copies: Double
    /// How long it took until everybody had it.
    public var time: Duration

    /// The longest way.
    public var most: Int { hops.values.max() ?? 0 }
}

extension World {
    /// Sessions that a computer has, on average over those that are on.
    public var sessionsPerComputer: Double {
        let on = computers.filter(\.isOn)
        let sessions = on.reduce(0) { sum, computer in
            sum + (computer.node?.peers(at: now).count { $0.state == .connected } ?? 0)
        }
        return Double(sessions) / Double(max(1, on.count))
    }

    /// Whether some computers hold the same of a space.
    public func agree(on space: SpaceID, _ numbers: some Collection<Int>) -> Bool {
        guard let first = numbers.first else { return true }
        let frontier = computers[first].store.frontier(of: space)
        return numbers.allSatisfy { computers[$0].store.frontier(of: space) == frontier }
    }

    /// Lets a user write one commit, waits until all of some computers have it, and tells how it came.
    public mutating func reach(
        from author: Int, in space: SpaceID, to numbers: some Collection<Int>,
        limit: Duration = .seconds(30)
    ) throws -> Reach? {
        let marks = computers.map(\.diagnostics.count)
        let before = receivedCommits(numbers)
        try write(1, in: space, on: author)
        let members = Array(numbers)
        guard let time = run(limit: limit, until: { $0.agree(on: space, members) }) else {
            return nil
        }
        // Copies that come late count as well.
        run(for: .seconds(2))
        var parents: [Int: Int] = [:]
        var byDevice: [DeviceID: Int] = [:]
        for number in computers.indices {
            byDevice[computers[number].colleague.member.device] = number
        }
        for number in members where number != author {
            for case .received(let device?, space, logs: _) in computers[number].diagnostics
                .dropFirst(marks[number])
            where parents[number] == nil {
                parents[number] = byDevice[device]
            }
        }
        var hops = [author: 0]
        for number in members {
            var way: [Int] = []
            var place = number
            while hops[place] == nil, let parent = parents[place], way.count < members.count {
                way.append(place)
                place = parent
            }
            guard var count = hops[place] else { continue }
            for step in way.reversed() {
                count += 1
                hops[step] = count
            }
        }
        let copies = Double(receivedCommits(members) - before) / Double(max(1, members.count - 1))
        return Reach(hops: hops, copies: copies, time: time)
    }

    private func receivedCommits(_ numbers: some Collection<Int>) -> Int {
        numbers.reduce(0) { sum, number in
            let peers = computers[number].node?.peers(at: now) ?? []
            return sum + peers.reduce(0) { $0 + Int(clamping: $1.commitsReceived) }
        }
    }
}
