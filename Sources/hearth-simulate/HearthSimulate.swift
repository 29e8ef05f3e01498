internal import ArgumentParser
internal import Foundation
internal import Simulation

/// Lets days of a whole building happen under virtual time, each from a seed.
@main struct HearthSimulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearth-simulate",
        abstract: "Let days of a whole building happen under virtual time, and judge them.",
        discussion: """
            The real state machines of many nodes run in one process; network, databases and people are \
            made up from a seed. After each day all honest computers must hold the same, and nothing \
            that was acknowledged may be lost. A day that fails is told with the seed that replays it \
            and the shortest schedule that still fails.

            Exit codes: 0 all days were good, 1 one was not, 130 interrupted.
            """)

    @Option(help: "Computers, one for each person.")
    var nodes = 100
    @Option(help: "Hours of each day.")
    var hours = 10
    @Option(help: "How many days, each from a seed of its own.")
    var seeds = 1
    @Option(help: "The seed of the first day; the others follow it.")
    var seed: UInt64 = 1
    @Option(help: "Dishonest computers (default: one in twenty, none with --calm).")
    var hostile: Int?
    @Option(name: .customLong("posts-per-hour"), help: "What each person writes in an hour.")
    var postsPerHour = 0.5
    @Flag(help: "Nothing fails: people come, write and go.")
    var calm = false
    @Option(help: "Days that happen at the same time (default: one for each core).")
    var jobs: Int?
    @Option(
        name: .customLong("shrink-minutes"),
        help: "How long to look for a shorter schedule; 0 for none.")
    var shrinkMinutes = 10
    @Option(help: "Write everything as JSON to this file.")
    var json: String?
    @Option(help: "Draw how the computers came to agree, as SVG, into this file.")
    var picture: String?
    @Flag(help: "No line for each day that is over.")
    var quiet = false

    var shape: OfficeShape {
        var shape = OfficeShape(people: nodes, hours: hours, isHard: !calm, hostile: hostile)
        shape.postsPerThousandHours = Int(postsPerHour * 1_000)
        return shape
    }

    func validate() throws {
        guard (2...2_000).contains(nodes) else { throw ValidationError("--nodes: 2 to 2000") }
        guard (1...24).contains(hours) else { throw ValidationError("--hours: 1 to 24") }
        guard seeds >= 1 else { throw ValidationError("--seeds: 1 or more") }
        guard (0...1_000).contains(postsPerHour) else {
            throw ValidationError("--posts-per-hour: 0 to 1000")
        }
        guard (0..<nodes).contains(hostile ?? 0) else {
            throw ValidationError("--hostile: fewer than there are nodes")
        }
    }

    mutating func run() throws {
        Interruption.watch()
        let shape = shape
        let numbers = (0..<UInt64(seeds)).map { seed &+ $0 }
        let started = Date()
        let days = Days(shape: shape, isQuiet: quiet).run(
            numbers, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
        let report = SimulationReport(
            shape: shape, days: days, seconds: Int(Date().timeIntervalSince(started)))
        print(report.text)
        if let json { try report.json.write(to: URL(fileURLWithPath: json)) }
        if let picture, let day = days.first(where: { !$0.result.failures.isEmpty }) ?? days.first {
            try Data(Chart(day).svg.utf8).write(to: URL(fileURLWithPath: picture))
        }
        guard !Interruption.hasCome else { throw ExitCode(130) }
        guard let bad = days.first(where: { !$0.result.failures.isEmpty }) else { return }
        if shrinkMinutes > 0 {
            print(Shortening(shape: shape, minutes: shrinkMinutes).text(of: bad))
        }
        throw ExitCode(1)
    }
}
