internal import Community

/// What it costs to find out who belongs and who has which key, in a workplace of 200 members whose
/// key was changed 50 times.
///
/// A node does it at every start, and the second part of it whenever something about people,
/// communities or keys changes. Commits are opened before; the median of several runs counts.
struct MembershipBenchmark: Benchmark {
    let names = ["membership"]
    let summary = "to find out who belongs among 200 members after 50 rotations of the key"

    private static let runs = 5
    private static let mostMilliseconds = 50.0

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        let workplace = try LargeWorkplace()
        var replica = Replica(workplace: workplace.space)
        for commit in workplace.commits { replica.apply(commit, in: workplace.space) }
        var folds: [Double] = []
        var directories: [Double] = []
        let clock = ContinuousClock()
        for _ in 0..<Self.runs {
            var directory = Directory(replica)
            directories.append(clock.measure { directory = Directory(replica) }.milliseconds)
            folds.append(clock.measure { directory = workplace.fold() }.milliseconds)
            guard directory.members.count == 200,
                directory.keyStates[workplace.space]?.epochs.count == 50
            else { throw Failed("the workplace was not folded as it was written") }
        }
        return [
            Finding(
                "membership of 200 after 50 rotations, from the beginning",
                folds.sorted()[Self.runs / 2], "ms"),
            Finding(
                "membership of 200 after 50 rotations, after a change",
                directories.sorted()[Self.runs / 2], "ms", bar: .below(Self.mostMilliseconds)),
        ]
    }
}

extension Duration {
    fileprivate var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) * 1_000 + Double(attoseconds) / 1e15
    }
}
