internal import Foundation
internal import LocalProtocol

/// How long it takes until a colleague's database has one's words.
///
/// Two daemons on loopback, connected and in sync; 50 questions, ten a second, are asked through
/// the local API of the first. The time runs from the moment at which the request is sent, so it
/// includes the writer's own commit, until the second daemon's stream of events tells that the
/// commit has arrived, which it does when it is durable there. Both instants are read by this
/// program's clock.
struct PropagationBenchmark: Benchmark {
    let names = ["propagation"]
    let summary = "from the request to a connected peer's database, two daemons on loopback"

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        try await surroundings.withFolder("propagation") { folder in
            let team = try Team(onLoopbackIn: folder, surroundings)
            defer { team.close() }
            try await team.open()
            let writer = try team.nodes[0].socket
            let reader = try team.nodes[1].socket
            let before = try reader.call(Routes.status).counts.questions
            let events = try reader.events()
            var generator = SeededGenerator(seed: 3)
            let vocabulary = Vocabulary(using: &generator)
            var arrivals = Sample()
            let count = surroundings.isQuick ? 20 : 50
            for _ in 0..<count {
                let next = ContinuousClock.now + .milliseconds(100)
                let question = AskRequest(
                    community: Team.community,
                    title: vocabulary.text(bytes: 50, using: &generator),
                    body: vocabulary.text(bytes: 445, using: &generator))
                let watch = Stopwatch()
                let answer = try writer.send(Routes.ask, question)
                while try events.nextEvent().kind != .space {}
                arrivals.add(watch.milliseconds)
                _ = try answer.body()
                try await Task.sleep(until: next, clock: .continuous)
            }
            try await team.settle()
            let arrived = try reader.call(Routes.status).counts.questions - before
            guard arrived == count else { throw Failed("\(arrived) of \(count) arrived") }
            for node in team.nodes { try node.stop() }
            return [
                Finding(
                    "propagation, loopback, p50", arrivals.median, "ms", bar: .below(20)),
                Finding("propagation, loopback, p99", arrivals.percentile(99), "ms"),
            ]
        }
    }
}
