internal import Engine
internal import Keys
internal import Ledger
internal import TestKit
internal import Wire

/// Lets a day of an office happen, and judges it.
public struct OfficeDay: Sendable {
    /// The office; for whoever wants to know more than the result.
    public private(set) var world: World
    private let shape: OfficeShape
    private var result = OfficeResult()
    private var minute = 0

    /// How long the nodes have after the day to become equal.
    static let patience = Duration.seconds(7_200)

    /// An office whose computers are off.
    public init(_ shape: OfficeShape, seed: UInt64) {
        self.shape = shape
        var generator = SeededGenerator(seed: seed)
        let circles = (0..<shape.circles).map { _ in
            Set((0..<5).map { _ in Int.random(in: 0..<shape.people, using: &generator) })
        }
        var conditions = Conditions()
        conditions.clockSkew = .seconds(86_400 * 3)
        world = World(
            seed: seed, people: shape.people, communities: shape.communities, circles: circles,
            conditions: conditions)
    }

    /// A day from its seed: the plan, and what it came to.
    public static func run(
        _ shape: OfficeShape, seed: UInt64, isGoingOn: (Int) -> Bool = { _ in true }
    ) -> OfficeResult {
        var generator = SeededGenerator(seed: seed)
        let plan = OfficePlan(shape, using: &generator)
        var day = OfficeDay(shape, seed: seed)
        return day.run(plan.steps, isGoingOn: isGoingOn)
    }

    /// Lets the day happen, then gives everybody peace, and looks whether all is as it must be.
    ///
    /// - Parameter isGoingOn: Told the minute of the day; the day ends early when it says no.
    public mutating func run(
        _ steps: [OfficeStep], isGoingOn: (Int) -> Bool = { _ in true }
    ) -> OfficeResult {
        let start = world.now
        for step in steps {
            guard pass(until: start + step.at, since: start, isGoingOn) else { return result }
            do {
                try carryOut(step.deed)
            } catch {
                result.failures.append("\(step): \(error)")
            }
        }
        guard pass(until: start + shape.day, since: start, isGoingOn) else { return result }
        count()
        makePeace()
        judge()
        return result
    }

    /// Lets time pass and looks every minute how things stand.
    private mutating func pass(
        until end: Instant, since start: Instant, _ isGoingOn: (Int) -> Bool
    ) -> Bool {
        while world.now < end {
            let next = start + .seconds((minute + 1) * 60)
            world.run(for: min(end, next) - world.now)
            guard world.now >= next else { continue }
            minute += 1
            sample()
            guard isGoingOn(minute) else { return false }
        }
        return true
    }

    private mutating func sample() {
        var lacking = 0
        var complete = 0
        let present = world.honest
        for number in present {
            let missing = world.due(on: number) - world.computers[number].commitCount
            lacking += max(0, missing)
            if missing <= 0 { complete += 1 }
        }
        result.samples.append(
            OfficeResult.Sample(
                minute: minute, present: present.count, complete: complete, lacking: lacking))
    }

    // MARK: What happens

    private mutating func carryOut(_ deed: OfficeStep.Deed) throws(LedgerError) {
        switch deed {
        case .arrive(let number):
            world.wake(number)
            world.start([number])
        case .leave(let number):
            world.wake(number)
            if world.computers[number].isOn { world.shutDown(number) }
        case .suspend(let number): world.suspend(number)
        case .wake(let number, let isElsewhere): world.wake(number, isElsewhere: isElsewhere)
        case .move(let number):
            guard world.computers[number].isOn, !world.computers[number].isAsleep else { return }
            world.move(number)
        case .write(let number, let posts, let space):
            guard !world.computers[number].isAsleep else { return }
            try world.write(posts, bytes: 300, in: self.space(space, of: number), on: number)
        case .crash(let number): world.crash(number)
        case .crashWhileWriting(let number, let space, let isDurable):
            try world.crashWhileWriting(
                in: self.space(space, of: number), on: number, isDurable: isDurable)
        case .turnClock(let number, let hours):
            world.turnClock(of: number, by: .seconds(hours * 3_600))
        default: trouble(deed)
        }
    }

    private mutating func trouble(_ deed: OfficeStep.Deed) {
        switch deed {
        case .split(let divisor):
            let numbers = world.computers.indices
            world.partition([
                numbers.filter { $0 % divisor == 0 }, numbers.filter { $0 % divisor != 0 },
            ])
        case .block(let from, let to): if from != to { world.block(from: from, to: to) }
        case .heal: world.heal(isNoticed: false)
        case .breakConnections(let perThousand): world.breakConnections(perThousand: perThousand)
        case .weather(let weather): world.setWeather(weather)
        case .firewall(let number): world.setFirewall(true, on: number)
        case .corrupt(let number, let malice): world.setMalice(malice, of: number)
        case .flood(let number, let connections): world.flood(number, connections: connections)
        default: return
        }
    }

    private func space(_ number: Int, of computer: Int) -> SpaceID {
        let spaces = world.computers[computer].spaces
        return spaces[number % spaces.count]
    }

    // MARK: The end of the day

    /// The network is whole, everybody is there, nobody writes.
    private mutating func makePeace() {
        world.setWeather(.fine)
        world.heal(isNoticed: false)
        for number in world.computers.indices {
            world.setFirewall(false, on: number)
            world.wake(number)
        }
        world.startAll()
        let peace = world.now
        while !world.holdsEverything, world.now - peace < Self.patience {
            world.run(for: .seconds(1))
        }
        result.figures.settlingSeconds = Int((world.now - peace).components.seconds)
    }

    private mutating func judge() {
        if !world.holdsEverything {
            result.failures.append("not equal \(Self.patience) after the day: \(world.laggards)")
        }
        result.failures += world.disagreements
        for number in world.honest {
            result.failures += world.losses(on: number).map { "lost on \(number): \($0)" }
            result.failures += world.excesses(on: number)
        }
    }

    private mutating func count() {
        var figures = result.figures
        figures.commits = world.writtenCommits
        figures.payloadBytes = world.payloadBytes
        figures.wireBytes = world.bytesOnWire
        figures.packets = world.packets
        figures.connections = world.connectionCount
        let sessions = world.honest.map { world.sessions(of: $0) }
        figures.sessionsHundredths = sessions.reduce(0, +) * 100 / max(1, sessions.count)
        figures.mostSessions = sessions.max() ?? 0
        figures.copiesHundredths = world.copiesHundredths
        figures.mostHops = world.spread.mostHops
        figures.medianDelay = world.spread.delay(percent: 50) ?? 0
        figures.delay99 = world.spread.delay(percent: 99) ?? 0
        figures.events = world.computers.reduce(0) { $0 + $1.eventCount }
        result.figures = figures
    }
}
