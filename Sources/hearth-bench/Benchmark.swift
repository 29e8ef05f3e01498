/// Measures one thing, beside its reference, in one run.
///
/// The method stands in the doc comment of each conforming type.
protocol Benchmark: Sendable {
    /// What `--only` takes; each names findings of this benchmark.
    var names: [String] { get }
    /// What is measured, in a line.
    var summary: String { get }

    /// Measures.
    ///
    /// - Throws: ``Skipped`` where this machine can't run it; anything else is a failure.
    func run(in surroundings: Surroundings) async throws -> [Finding]
}

/// Why a benchmark can't be run here.
struct Skipped: Error, CustomStringConvertible {
    let description: String

    init(_ reason: String) { description = reason }
}

/// Why a measurement is worth nothing.
struct Failed: Error, CustomStringConvertible {
    let description: String

    init(_ reason: String) { description = reason }
}
