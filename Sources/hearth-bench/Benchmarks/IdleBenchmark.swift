internal import Foundation

/// What six nodes in sync cost while nobody writes.
///
/// Six hosts of the lab with real Avahi, a node on each, all connected with all others. After they
/// have come to rest they are left alone for a minute. Processor time, resident memory and context
/// switches of each daemon come from `/proc`, bytes on the wire (sent and received, with Ethernet
/// headers and Avahi's multicast) from the switch. Bars are held against the mean of the six.
struct IdleBenchmark: Benchmark {
    let names = ["idle"]
    let summary = "processor, memory and traffic of six idle nodes on the lab"

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        let hosts = (1...6).map { "h\($0)" }
        let lab = try Lab(hosts, name: "bench-idle", in: surroundings)
        defer { lab.down() }
        return try await surroundings.withFolder("idle") { folder in
            let team = try Team(on: hosts, of: lab, in: folder, surroundings)
            defer { team.close() }
            try await team.open()
            surroundings.tell("idle: the nodes come to rest")
            try await Task.sleep(for: .seconds(surroundings.isQuick ? 5 : 20))
            surroundings.tell("idle: watching for \(surroundings.seconds) seconds")
            let before = try team.nodes.map { try ProcessUsage(process: $0.process) }
            let trafficBefore = try lab.traffic()
            let watch = Stopwatch()
            try await Task.sleep(for: .seconds(surroundings.seconds))
            let seconds = watch.seconds
            let after = try team.nodes.map { try ProcessUsage(process: $0.process) }
            let trafficAfter = try lab.traffic()

            func mean(_ value: (ProcessUsage, ProcessUsage) -> Double) -> Double {
                zip(before, after).map(value).reduce(0, +) / Double(after.count)
            }
            let bytes = trafficAfter.reduce(0) { $0 + $1.value - (trafficBefore[$1.key] ?? 0) }
            return [
                Finding(
                    "idle, processor of one core",
                    mean { ($1.processorSeconds - $0.processorSeconds) / seconds * 100 }, "%",
                    bar: .below(0.2)),
                Finding(
                    "idle, resident memory", mean { Double($1.residentBytes) / 1_048_576 }, "MiB",
                    bar: .below(60)),
                Finding(
                    "idle, on the wire", Double(bytes) / seconds / Double(hosts.count), "B/s",
                    bar: .below(500)),
                Finding(
                    "idle, context switches",
                    mean { Double($1.contextSwitches - $0.contextSwitches) / seconds }, "/s"),
            ]
        }
    }
}
