import TestKit
import Testing

extension Society {
    /// Checks a law over random histories of a society; a failure is told with few steps.
    ///
    /// - Parameter society: Makes the society of some steps, by a seed.
    static func forAllHistories(
        cases: Int, _ name: String, of society: ([Step], UInt64) throws -> Society,
        _ holds: (Society, inout SeededGenerator) throws -> Bool
    ) {
        forAllSteps(cases: cases, name) { generator in
            steps(Int.random(in: 5...40, using: &generator), &generator)
        } holds: { steps, generator in
            try holds(try society(steps, generator.next()), &generator)
        }
    }
}
