internal import Engine
internal import Ledger
internal import Wire

/// What it costs two replicas to find out that they are equal.
///
/// Two engines are connected in memory and exchange what they would send over TCP, ciphertext and
/// framing included, message by message in lock-step. Once with the workplace and one community,
/// once with a second community: what the second run sends more, in both directions together, is
/// the cost of a space. The handshake is the same in both, so it falls out. Round trips are the
/// steps from the moment at which the workplace is in sync on the dialling side, when it begins to
/// ask about the communities, until both sides know that these are equal.
struct EqualReplicasBenchmark: Benchmark {
    let names = ["equal-replicas"]
    let summary = "bytes and round trips until two equal replicas know that they are equal"

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        try [10, 1_000].flatMap { logs in
            var generator = SeededGenerator(seed: UInt64(logs))
            let one = try EnginePair(communities: 1, logs: logs, using: &generator).meet()
            let two = try EnginePair(communities: 2, logs: logs, using: &generator).meet()
            return [
                Finding(
                    "equal replicas of \(logs) logs, bytes a space",
                    Double(two.bytes - one.bytes), "B", bar: .below(200)),
                Finding(
                    "equal replicas of \(logs) logs, round trips", one.roundTrips, "",
                    bar: .atMost(1)),
            ]
        }
    }
}
