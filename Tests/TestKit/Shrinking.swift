import Foundation
public import Testing

/// Tries a property of random lists of steps, and makes a list that breaks it as short as it can.
///
/// `HEARTH_SEED` replays a single seed; `HEARTH_CASES` multiplies the number of cases.
///
/// - Parameters:
///   - cases: How many seeds to try.
///   - name: What the property claims, for the message.
///   - generate: Makes the steps of a seed.
///   - holds: Whether the claim is true for some steps; it may throw, which counts as false. Its
///     generator starts from the seed at every call, so that it does the same for the same steps.
public func forAllSteps<Step>(
    cases: Int, _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
    generate: (inout SeededGenerator) throws -> [Step],
    holds: ([Step], inout SeededGenerator) throws -> Bool
) {
    let environment = ProcessInfo.processInfo.environment
    let factor = environment["HEARTH_CASES"].flatMap(Int.init) ?? 1
    let seeds: [UInt64] =
        environment["HEARTH_SEED"].flatMap(UInt64.init).map { [$0] }
        ?? (0..<UInt64(cases * factor)).map { $0 &* 0x9E37_79B9 &+ 1 }
    for seed in seeds {
        func fails(_ steps: [Step]) -> Bool {
            var generator = SeededGenerator(seed: ~seed)
            return (try? holds(steps, &generator)) != true
        }
        var generator = SeededGenerator(seed: seed)
        do {
            let steps = try generate(&generator)
            guard fails(steps) else { continue }
            let shortest = shrink(steps, while: fails)
            let list = shortest.map { "  \($0)" }.joined(separator: "\n")
            Issue.record(
                """
                \(name) is false after \(shortest.count) of \(steps.count) steps:
                \(list)
                replay with HEARTH_SEED=\(seed)
                """, sourceLocation: sourceLocation)
        } catch {
            Issue.record(
                "\(name): no steps could be made, \(error); replay with HEARTH_SEED=\(seed)",
                sourceLocation: sourceLocation)
        }
        return
    }
}

/// Leaves out steps, in large pieces first, as long as the rest still fails.
///
/// - Returns: Steps of which none can be left out alone.
public func shrink<Step>(_ steps: [Step], while fails: ([Step]) -> Bool) -> [Step] {
    var steps = steps
    var size = max(1, steps.count / 2)
    while true {
        var hasShrunk = false
        var start = 0
        while start < steps.count {
            var shorter = steps
            shorter.removeSubrange(start..<min(start + size, steps.count))
            if fails(shorter) {
                steps = shorter
                hasShrunk = true
            } else {
                start += size
            }
        }
        if size == 1, !hasShrunk { return steps }
        if !hasShrunk || size > 1 { size = max(1, size / 2) }
    }
}
