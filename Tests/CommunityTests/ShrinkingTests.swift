import TestKit
import Testing

@Suite("Shrinking")
struct ShrinkingTests {
    @Test("leaves exactly the steps that a failure needs")
    func shrinks() {
        forAll(cases: 200, "the rest is left out") { generator in
            let count = Int.random(in: 2...60, using: &generator)
            let needed = Set((0..<count).shuffled(using: &generator).prefix(3))
            let shortest = shrink(Array(0..<count)) { needed.isSubset(of: $0) }
            return shortest == needed.sorted()
        }
    }

    @Test("a property that is false is told with its seed and few steps")
    func tells() {
        withKnownIssue {
            forAllSteps(
                cases: 1, "no seven", generate: { _ in Array(1...9) },
                holds: { steps, _ in !steps.contains(7) })
        } matching: { issue in
            let text = "\(issue)"
            return text.contains("after 1 of 9 steps") && text.contains("HEARTH_SEED=")
        }
    }
}
