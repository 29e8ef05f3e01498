public import TestKit

/// What happens in an office on one day, in order; everything from one generator.
public struct OfficePlan: Sendable {
    /// What happens.
    public var steps: [OfficeStep]

    /// A day of an office.
    public init(_ shape: OfficeShape, using generator: inout SeededGenerator) {
        var author = PlanAuthor(shape: shape, generator: generator)
        author.write()
        generator = author.generator
        steps = author.steps.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}

/// Makes up a day.
private struct PlanAuthor {
    let shape: OfficeShape
    var generator: SeededGenerator
    var steps: [OfficeStep] = []

    mutating func write() {
        for number in 0..<shape.people { writeLife(of: number) }
        guard shape.isHard else { return }
        for number in 0..<shape.hostile {
            let malice = Malice.allCases[number % Malice.allCases.count]
            add(.corrupt(shape.people - 1 - number, malice), at: moment())
        }
        for _ in 0..<max(1, shape.people / 25) { add(.firewall(somebody()), at: .zero) }
        writeNetwork()
    }

    /// Comes in the first sixth of the day, goes in the last one, and has a day between.
    private mutating func writeLife(of number: Int) {
        let arrival = moment(from: 0, to: 166)
        let departure = moment(from: 834, to: 1_000)
        add(.arrive(number), at: arrival)
        if happens(800) { add(.leave(number), at: departure) }
        writePosts(of: number, from: arrival, to: departure)
        guard shape.isHard else { return }
        for _ in 0..<Int.random(in: 0...2, using: &generator) { writeBreak(of: number) }
        if happens(150) { add(.move(number), at: moment(from: 200, to: 800)) }
        if happens(60) { writeCrash(of: number) }
        if happens(30) {
            let hours = Int.random(in: -24 * 20...24 * 20, using: &generator)
            add(.turnClock(number, hours: hours), at: moment())
        }
    }

    private mutating func writePosts(of number: Int, from arrival: Duration, to departure: Duration)
    {
        let span = Int((departure - arrival).components.seconds)
        let expected = span * shape.postsPerThousandHours / 3_600
        let count = expected / 1_000 + (happens(expected % 1_000) ? 1 : 0)
        for _ in 0..<count {
            let at = arrival + .milliseconds(Int.random(in: 0...span * 1_000, using: &generator))
            let posts = happens(20) ? Int.random(in: 50...400, using: &generator) : 1
            add(.write(number, posts: posts, space: space()), at: at)
        }
    }

    /// A lid that is closed for a minute to a fortieth of the day.
    private mutating func writeBreak(of number: Int) {
        let start = moment(from: 170, to: 800)
        let length = Int(shape.day.components.seconds) / 40
        add(.suspend(number), at: start)
        let end = start + .seconds(Int.random(in: 60...max(61, length), using: &generator))
        add(.wake(number, isElsewhere: happens(300)), at: end)
    }

    private mutating func writeCrash(of number: Int) {
        let at = moment(from: 170, to: 830)
        if happens(500) {
            add(.crash(number), at: at)
        } else {
            let isDurable = happens(500)
            add(.crashWhileWriting(number, space: space(), isDurable: isDurable), at: at)
        }
        add(.arrive(number), at: at + .seconds(Int.random(in: 20...900, using: &generator)))
    }

    private mutating func writeNetwork() {
        for _ in 0..<shape.hours {
            let at = moment()
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: add(.split(Int.random(in: 2...5, using: &generator)), at: at)
            case 1: add(.block(from: somebody(), to: somebody()), at: at)
            case 2: add(.breakConnections(Int.random(in: 10...300, using: &generator)), at: at)
            case 3: add(.flood(somebody(), connections: 100), at: at)
            default:
                add(
                    .weather(OfficeStep.Weather.allCases.randomElement(using: &generator) ?? .fine),
                    at: at)
            }
            let end = at + .seconds(Int.random(in: 30...1_200, using: &generator))
            add(.heal, at: end)
            add(.weather(.fine), at: end)
        }
    }

    private mutating func add(_ deed: OfficeStep.Deed, at instant: Duration) {
        steps.append(OfficeStep(at: instant, deed: deed))
    }

    /// A moment between two parts of a thousand of the day.
    private mutating func moment(from: Int = 0, to: Int = 1_000) -> Duration {
        let second = Int(shape.day.components.seconds)
        return .milliseconds(Int.random(in: from * second...to * second, using: &generator))
    }

    private mutating func somebody() -> Int { Int.random(in: 0..<shape.people, using: &generator) }

    private mutating func space() -> Int { Int.random(in: 0..<64, using: &generator) }

    private mutating func happens(_ perThousand: Int) -> Bool {
        Int.random(in: 0..<1_000, using: &generator) < perThousand
    }
}
