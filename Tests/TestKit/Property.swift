import Foundation
public import Testing

/// Tries a property with many seeds and says which seed breaks it.
///
/// `HEARTH_SEED` replays a single seed; `HEARTH_CASES` multiplies the number of cases.
///
/// - Parameters:
///   - cases: How many seeds to try.
///   - name: What the property claims, for the message.
///   - property: Throws or records an issue if the claim is false for this generator.
public func forAll(
    cases: Int, _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ property: (inout SeededGenerator) throws -> Bool
) {
    let environment = ProcessInfo.processInfo.environment
    let factor = environment["HEARTH_CASES"].flatMap(Int.init) ?? 1
    let seeds: [UInt64] =
        environment["HEARTH_SEED"].flatMap(UInt64.init).map { [$0] }
        ?? (0..<UInt64(cases * factor)).map { $0 &* 0x9E37_79B9 &+ 1 }
    for seed in seeds {
        var generator = SeededGenerator(seed: seed)
        let replay = "replay with HEARTH_SEED=\(seed)"
        do {
            guard try property(&generator) else {
                Issue.record("\(name) is false; \(replay)", sourceLocation: sourceLocation)
                return
            }
        } catch {
            Issue.record("\(name) threw \(error); \(replay)", sourceLocation: sourceLocation)
            return
        }
    }
}

/// Whether so much time is given to the tests that the largest sizes are tried, too: `HEARTH_CASES` of
/// 10 or more.
public var isThorough: Bool {
    ProcessInfo.processInfo.environment["HEARTH_CASES"].flatMap(Int.init).map { $0 >= 10 } ?? false
}
