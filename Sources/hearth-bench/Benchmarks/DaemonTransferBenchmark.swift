internal import Foundation
internal import LocalProtocol

/// Import and first sync between two real daemons over loopback TCP.
///
/// Two homes on this computer, found by a static peer instead of multicast, are members of one
/// community. With the second daemon stopped, `hearth import` reads a mailbox into the first
/// (parsing, JSON, commits, search index: everything a person waits for). Then the second daemon
/// is started, and the time runs from its process's start until its status counts all posts:
/// connected, transferred, durable, and visible in the index that searches read. The status is
/// asked four times a second over the local API. The second home is put back as it was for each
/// round.
///
/// Both daemons and this program share the machine's cores, unlike two computers.
struct DaemonTransferBenchmark: Benchmark {
    let names = ["first-sync-daemons"]
    let summary = "the same through hearth import and two daemons on loopback"

    func run(in surroundings: Surroundings) async throws -> [Finding] {
        try await surroundings.withFolder("daemons") { folder in
            let team = try Team(onLoopbackIn: folder, surroundings)
            defer { team.close() }
            try await team.open()
            try team.nodes[1].stop()
            let importing = try importMailbox(into: team.nodes[0], in: folder, surroundings)

            let copy = folder.appendingPathComponent("copy")
            let home = team.nodes[1].home
            try FileManager.default.copyItem(at: home, to: copy)
            var syncing = Sample()
            var verification = Sample()
            let signatures = try BareVerification()
            for round in 1...(surroundings.isQuick ? 1 : 3) {
                surroundings.tell("first-sync-daemons: round \(round)")
                try FileManager.default.removeItem(at: home)
                try FileManager.default.copyItem(at: copy, to: home)
                verification.add(try signatures.rate(seconds: 0.5))
                syncing.add(try await sync(to: team.nodes[1], surroundings.posts))
                try team.nodes[1].stop()
            }
            try team.nodes[0].stop()
            let rows = try BareRows(
                view: team.nodes[0].home.appendingPathComponent("data/view.sqlite"))
            let bare = try TransferBenchmark.bareRate(rows, in: folder)
            return TransferBenchmark.findings(
                "import by the command", importing, verification: verification.median, bare: bare)
                + TransferBenchmark.findings(
                    "first-sync of daemons", syncing.median, verification: verification.median,
                    bare: bare)
        }
    }

    /// Imports a mailbox; posts a second.
    private func importMailbox(
        into node: HomeNode, in folder: URL, _ surroundings: Surroundings
    ) throws -> Double {
        let mailbox = folder.appendingPathComponent("list.mbox")
        try Archive(posts: surroundings.posts).write(mailbox: mailbox)
        surroundings.tell("first-sync-daemons: import")
        let watch = Stopwatch()
        try node.hearth("import", mailbox.path, "--community", Team.community, "--json")
            .check(seconds: 600)
        let rate = watch.rate(of: surroundings.posts)
        let posts = try posts(of: node)
        guard posts == surroundings.posts else { throw Failed("\(posts) posts were imported") }
        return rate
    }

    /// Starts a daemon that lacks everything; posts a second until it has all.
    private func sync(to node: HomeNode, _ count: Int) async throws -> Double {
        let watch = Stopwatch()
        try await node.start()
        try await wait(seconds: 600, every: .milliseconds(250), "\(node.name) has all posts") {
            try posts(of: node) >= count
        }
        return watch.rate(of: count)
    }

    private func posts(of node: HomeNode) throws -> Int {
        let counts = try node.socket.call(Routes.status).counts
        return counts.questions + counts.answers
    }
}
