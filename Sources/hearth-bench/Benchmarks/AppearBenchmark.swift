internal import Foundation

/// How long a node that comes to the office takes until it has what the others have.
///
/// Two hosts of the lab with real Avahi. The node on the second is stopped and forgets the
/// addresses that it has seen; the first asks a question; the second is started. From the last line
/// of the shell that becomes `hearthd` it is measured until the daemon logs "dialling" and until it
/// has logged "in sync" for both spaces, the new question included. Each line is stamped as it is
/// read.
///
/// The reference is python-zeroconf on a third host, whose Avahi is stopped so that it can't
/// disturb: from the creation of the browser, without the start of Python, until it finds the first
/// service of the same type. The two take turns seven times; medians.
struct AppearBenchmark: Benchmark {
    let names = ["appear"]
    let summary = "start to first dial and to in sync on the lab, beside python-zeroconf"

    private static let rounds = 7
    /// The workplace and its community.
    private static let spaces = 2

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        let lab = try Lab(["h1", "h2", "h3"], name: "bench-appear", in: surroundings)
        defer { lab.down() }
        let python = try surroundings.python(importing: "zeroconf")
        return try await surroundings.withFolder("appear") { folder in
            let team = try Team(
                on: ["h1", "h2"], of: lab, in: folder, surroundings,
                configuration: "[log]\nlevel = \"debug\"\n")
            defer { team.close() }
            try await team.open()
            try lab.stopAvahi(on: "h3")
            var dialled = Sample()
            var inSync = Sample()
            var reference = Sample()
            for round in 1...(surroundings.isQuick ? 3 : Self.rounds) {
                surroundings.tell("appear: round \(round)")
                let (dial, sync) = try await appear(team)
                dialled.add(dial)
                inSync.add(sync)
                if let python {
                    reference.add(try Self.browse(python, on: .lab(lab, "h3")))
                }
            }
            let name = "start to first dial, p50"
            return [
                python == nil
                    ? Finding(name, dialled.median, "ms")
                    : Finding(
                        name, dialled.median, "ms", against: "zeroconf", reference.median,
                        bar: .ratioAtMost(1.5)),
                Finding("start to in sync, p50", inSync.median, "ms", bar: .below(2_000)),
            ]
        }
    }

    /// Starts the second node once; milliseconds to the first dial and to the common state.
    private func appear(_ team: Team) async throws -> (dial: Double, sync: Double) {
        let node = team.nodes[1]
        try node.stop()
        let remembered = node.home.appendingPathComponent("state/peers")
        try? FileManager.default.removeItem(at: remembered)
        try team.nodes[0].hearth("ask", "Who is there?", "--community", Team.community).check()
        try node.launch()
        var times: (dial: Double, sync: Double)?
        try await wait(seconds: 30, every: .milliseconds(10), "\(node.name) is in sync") {
            times = Self.times(node.log?.all ?? [])
            return times != nil
        }
        guard let times else { throw Failed("no times: \(node.log?.tail ?? "")") }
        try await team.settle()
        return times
    }

    private static func times(_ lines: [LogLines.Line]) -> (dial: Double, sync: Double)? {
        guard let birth = lines.first(where: { $0.text == HomeNode.birth })?.instant,
            let dial = lines.first(where: { $0.text.contains("dialling") })?.instant
        else { return nil }
        var seen: Set<Substring> = []
        for line in lines where line.text.contains(" in sync") {
            guard let space = line.text.firstMatch(of: /space=([0-9a-f]+)/) else { continue }
            seen.insert(space.output.1)
            if seen.count == spaces {
                return (
                    birth.duration(to: dial).seconds * 1_000,
                    birth.duration(to: line.instant).seconds * 1_000
                )
            }
        }
        return nil
    }

    /// How many milliseconds a zeroconf browser takes to find the first service.
    private static func browse(_ python: String, on host: Host) throws -> Double {
        let output = try host.command([python, "-c", browser]).check(seconds: 30)
        guard let milliseconds = Double(output.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw Failed("the zeroconf browser says: \(output)") }
        return milliseconds
    }

    private static let browser = """
        import threading, time
        from zeroconf import ServiceBrowser, Zeroconf
        found = threading.Event()
        class Listener:
            def add_service(self, *_): found.set()
            def update_service(self, *_): pass
            def remove_service(self, *_): pass
        start = time.monotonic()
        zeroconf = Zeroconf()
        ServiceBrowser(zeroconf, "_hearth._tcp.local.", Listener())
        assert found.wait(15), "nothing found"
        print((time.monotonic() - start) * 1000)
        zeroconf.close()
        """
}
