internal import Foundation
internal import LocalProtocol

/// What a daemon keeps in memory that carries a large community.
///
/// Two homes on this computer, found by a static peer, are members of one community. `hearth import`
/// reads a mailbox into the first; then it is left alone until it has copied its write-ahead logs
/// back and given memory back (half a minute). The second home's daemon, which lacks everything, is
/// started and takes all of it in; its largest memory up to then is `VmHWM` of `/proc`, its memory
/// after half a minute of rest `VmRSS`. At last the first daemon is stopped and started anew.
///
/// Resident memory counts pages of the program's file as well. What it is made of on a node with
/// 200,000 posts: the two writers keep 18 MiB of pages of their databases while there is work and
/// none after it, each of nine readers at most 2 MiB, and what is known of logs and members takes
/// some hundred bytes for each of them, however many posts there are. The GNU C library would keep
/// as much again in arenas that it never gives back; the daemon allows it two.
struct MemoryBenchmark: Benchmark {
    let names = ["memory"]
    let summary = "resident memory of daemons with a large community"

    /// Seconds after which a daemon that has nothing to do has tidied up.
    private static let rest = 30

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        try await surroundings.withFolder("memory") { folder in
            let team = try Team(onLoopbackIn: folder, surroundings)
            defer { team.close() }
            try await team.open()
            try team.nodes[1].stop()
            let mailbox = folder.appendingPathComponent("list.mbox")
            try Archive(posts: surroundings.posts).write(mailbox: mailbox)
            surroundings.tell("memory: import")
            try team.nodes[0].hearth(
                "import", mailbox.path, "--community", Team.community, "--json"
            ).check(seconds: 3_600)
            let importing = try usage(of: team.nodes[0]).peakBytes
            try await rest(surroundings)
            let idle = try usage(of: team.nodes[0]).residentBytes

            surroundings.tell("memory: first sync")
            try await team.nodes[1].start()
            try await wait(
                seconds: 3_600, every: .milliseconds(250), "the second node has all posts"
            ) { try posts(of: team.nodes[1]) >= surroundings.posts }
            let syncing = try usage(of: team.nodes[1]).peakBytes
            try await rest(surroundings)
            let synced = try usage(of: team.nodes[1]).residentBytes
            try team.nodes[0].stop()
            try await team.nodes[0].start()
            try await rest(surroundings)
            return [
                Self.finding("at most during import", importing, bar: nil),
                Self.finding("idle after import", idle),
                Self.finding("at most during first sync", syncing),
                Self.finding("idle after first sync", synced),
                Self.finding("after a restart", try usage(of: team.nodes[0]).residentBytes),
            ]
        }
    }

    private static func finding(
        _ what: String, _ bytes: Int64, bar: Finding.Bar? = .below(80)
    ) -> Finding {
        Finding("memory, \(what)", Double(bytes) / 1_048_576, "MiB", bar: bar)
    }

    private func rest(_ surroundings: Surroundings) async throws {
        surroundings.tell("memory: \(Self.rest) seconds of rest")
        try await Task.sleep(for: .seconds(Self.rest))
    }

    private func usage(of node: HomeNode) throws -> ProcessUsage {
        try ProcessUsage(process: node.process)
    }

    private func posts(of node: HomeNode) throws -> Int {
        let counts = try node.socket.call(Routes.status).counts
        return counts.questions + counts.answers
    }
}
