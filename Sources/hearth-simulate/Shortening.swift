internal import Foundation
internal import Simulation
internal import TestKit

/// Looks for the shortest schedule of a bad day that is still bad.
struct Shortening {
    let shape: OfficeShape
    let minutes: Int

    func text(of day: Day) -> String {
        var generator = SeededGenerator(seed: day.seed)
        let plan = OfficePlan(shape, using: &generator).steps
        let end = Date().addingTimeInterval(TimeInterval(minutes) * 60)
        var isOver = false
        let steps = shrink(plan) { steps in
            isOver = isOver || Date() > end || Interruption.hasCome
            guard !isOver else { return false }
            var office = OfficeDay(shape, seed: day.seed)
            return !office.run(steps).failures.isEmpty
        }
        let hint = isOver ? "; there was no time to look further" : ""
        return
            (["\(steps.count) of \(plan.count) steps still fail\(hint):"]
            + steps.map { "  \($0)" }).joined(separator: "\n")
    }
}
