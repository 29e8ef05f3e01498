import Foundation
import TestKit
import Testing

/// Tries a property with random scripts; of one that breaks it, it reports the smallest that still
/// does.
///
/// `HEARTH_SEED` replays a single seed; `HEARTH_CASES` multiplies the number of cases.
func forAllScripts<Step>(
    cases: Int, _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
    make: (inout SeededGenerator) -> [Step], holds: ([Step], UInt64) throws -> Bool
) {
    let environment = ProcessInfo.processInfo.environment
    let factor = environment["HEARTH_CASES"].flatMap(Int.init) ?? 1
    let seeds: [UInt64] =
        environment["HEARTH_SEED"].flatMap(UInt64.init).map { [$0] }
        ?? (0..<UInt64(cases * factor)).map { $0 &* 0x9E37_79B9 &+ 1 }
    func breaks(_ script: [Step], _ seed: UInt64) -> Bool {
        do { return try !holds(script, seed) } catch { return true }
    }
    for seed in seeds {
        var generator = SeededGenerator(seed: seed)
        let script = make(&generator)
        guard breaks(script, seed) else { continue }
        let smallest = shrunk(script) { breaks($0, seed) }
        let steps = smallest.map { "  \($0)" }.joined(separator: "\n")
        Issue.record(
            """
            \(name) is false; replay with HEARTH_SEED=\(seed); \(smallest.count) of \
            \(script.count) steps suffice:
            \(steps)
            """, sourceLocation: sourceLocation)
        return
    }
}

/// A script from which nothing can be left out without the claim becoming false.
///
/// Pieces are left out, large ones first, until no single step can be.
func shrunk<Step>(_ script: [Step], while claim: ([Step]) -> Bool) -> [Step] {
    var smallest = script
    var size = max(1, script.count / 2)
    while true {
        var start = 0
        var hasShrunk = false
        while start < smallest.count {
            let end = min(start + size, smallest.count)
            let candidate = Array(smallest[..<start] + smallest[end...])
            if claim(candidate) {
                smallest = candidate
                hasShrunk = true
            } else {
                start = end
            }
        }
        if size == 1 {
            guard hasShrunk else { return smallest }
        } else {
            size = max(1, size / 2)
        }
    }
}

@Suite("Shrinking")
struct ShrinkingTests {
    @Test("leaves the steps that a failure needs, and only those")
    func minimal() {
        forAll(cases: 50, "the smallest script has the two culprits") { generator in
            let script = (0..<100).map { _ in Int.random(in: 0..<1_000, using: &generator) }
            let one = script[10]
            let other = script[80]
            let smallest = shrunk(script) { $0.contains(one) && $0.contains(other) }
            return Set(smallest) == [one, other] && smallest.count <= 2
        }
        #expect(shrunk([1, 2, 3]) { _ in true } == [])
    }
}
