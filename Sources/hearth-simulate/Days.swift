internal import Foundation
internal import Simulation
internal import Synchronization

/// A day that happened.
struct Day: Sendable, Encodable {
    /// What it was made from.
    let seed: UInt64
    /// What it came to.
    let result: OfficeResult
}

/// Lets days happen, several at the same time.
struct Days: Sendable {
    let shape: OfficeShape
    let isQuiet: Bool

    /// The days of some seeds that came to their end, in the order of the seeds.
    func run(_ seeds: [UInt64], jobs: Int) -> [Day] {
        let rest = Mutex(seeds[...])
        let done = Mutex<[Day]>([])
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, seeds.count))) { _ in
            while !Interruption.hasCome, let seed = rest.withLock({ $0.popFirst() }) {
                let result = OfficeDay.run(shape, seed: seed) { minute in
                    tell(seed, minute)
                    return !Interruption.hasCome
                }
                guard !Interruption.hasCome else { return }
                let day = Day(seed: seed, result: result)
                let count = done.withLock { days in
                    days.append(day)
                    return days.count
                }
                if !isQuiet {
                    print("\(count) of \(seeds.count): \(SimulationReport.line(of: day))")
                }
            }
        }
        return done.withLock { $0 }.sorted { $0.seed < $1.seed }
    }

    private func tell(_ seed: UInt64, _ minute: Int) {
        guard !isQuiet, minute % 60 == 0, isatty(STDERR_FILENO) == 1 else { return }
        let text = "seed \(seed): \(minute / 60) of \(shape.hours) hours\n"
        FileHandle.standardError.write(Data(text.utf8))
    }
}
