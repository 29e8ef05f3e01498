internal import Foundation
internal import Simulation

/// What some days came to, for people and for programs.
struct SimulationReport: Encodable {
    let shape: OfficeShape
    let days: [Day]
    /// How long the simulation took.
    let seconds: Int

    var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            return try encoder.encode(self)
        }
    }

    /// One day in a line.
    static func line(of day: Day) -> String {
        let figures = day.result.figures
        let verdict =
            day.result.failures.isEmpty ? "equal after \(figures.settlingSeconds) s" : "FAILED"
        return
            "seed \(day.seed): \(verdict), \(figures.commits) commits, at most \(figures.mostHops) hops, "
            + "\(decimal(figures.copiesHundredths)) copies, "
            + "\(decimal(figures.sessionsHundredths)) sessions, median \(figures.medianDelay) ms"
    }

    /// The whole report.
    var text: String {
        let bad = days.filter { !$0.result.failures.isEmpty }
        let kind = shape.isHard ? "hard" : "calm"
        var lines = [
            "",
            "\(days.count) \(kind) days of \(shape.hours) h, \(shape.people) computers, \(shape.hostile) "
                + "dishonest: \(days.count - bad.count) good, \(bad.count) bad; took \(seconds) s",
        ]
        lines += rows.map { name, values in
            let label = name.padding(toLength: 44, withPad: " ", startingAt: 0)
            return "  \(label) \(values)"
        }
        for day in bad {
            lines.append("seed \(day.seed) failed; replay it with --seeds 1 --seed \(day.seed):")
            lines += day.result.failures.prefix(10).map { "  \($0)" }
            if day.result.failures.count > 10 {
                lines.append("  and \(day.result.failures.count - 10) more, see --json")
            }
        }
        return lines.joined(separator: "\n")
    }

    private var rows: [(String, String)] {
        [
            ("commits written", spread(\.commits)),
            ("computers that a live commit went through", spread(\.mostHops)),
            (
                "copies received, for each commit stored",
                spread(\.copiesHundredths, isHundredths: true)
            ),
            (
                "sessions of a computer, on average",
                spread(\.sessionsHundredths, isHundredths: true)
            ),
            ("the most sessions of one", spread(\.mostSessions)),
            ("to each who was there, median, ms", spread(\.medianDelay)),
            ("the same, 99 of 100, ms", spread(\.delay99)),
            ("until all were equal, after the day, s", spread(\.settlingSeconds)),
            ("connections that came about", spread(\.connections)),
            ("MiB on the wire", spread { Int($0.wireBytes >> 20) }),
        ]
    }

    /// The least, the middle and the most of all days.
    private func spread(
        isHundredths: Bool = false, _ value: (OfficeResult.Figures) -> Int
    ) -> String {
        let values = days.map { value($0.result.figures) }.sorted()
        guard let least = values.first, let most = values.last else { return "-" }
        let middle = values[values.count / 2]
        func show(_ number: Int) -> String { isHundredths ? Self.decimal(number) : "\(number)" }
        guard least < most else { return show(least) }
        return "\(show(least)) … \(show(middle)) … \(show(most))"
    }

    private func spread(
        _ path: KeyPath<OfficeResult.Figures, Int>, isHundredths: Bool = false
    ) -> String {
        spread(isHundredths: isHundredths) { $0[keyPath: path] }
    }

    private static func decimal(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
