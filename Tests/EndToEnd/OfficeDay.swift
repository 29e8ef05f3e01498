import Foundation
import LocalProtocol
import TestKit

/// The parts of an office's day; each leaves the network as it found it.
final class OfficeDay {
    /// How large a day is.
    struct Shape {
        var hosts = 6
        var mebibytes = 48
        var seed: UInt64 = 1

        /// `HEARTH_OFFICE` is the number of computers of a long day, `HEARTH_SEED` its chance.
        init(_ environment: [String: String]) {
            if let hosts = environment["HEARTH_OFFICE"].flatMap({ Int($0) }) {
                self.hosts = max(6, hosts)
                mebibytes = 1_024
            }
            if let seed = environment["HEARTH_SEED"].flatMap({ UInt64($0) }) { self.seed = seed }
        }

        var isLong: Bool { mebibytes >= 1_024 }
    }

    let office: Office
    private let shape: Shape
    private var random: SeededGenerator
    /// Codes of questions whose writer was told that they are kept.
    private(set) var acknowledged: [String] = []
    /// How often something was taken away from somebody.
    private(set) var faults = 0
    /// How often the fetching of the file was interrupted.
    private(set) var interruptions = 0

    /// `nil` where this machine can't run a lab.
    init?(_ shape: Shape) throws {
        let routed = "[network]\nhop-limit = 2\n"
        let settings = Dictionary(uniqueKeysWithValues: (1...shape.hosts).map { ($0, routed) })
        guard
            let office = try Office(
                people: shape.hosts, name: "day", configurations: settings)
        else { return nil }
        self.office = office
        self.shape = shape
        random = SeededGenerator(seed: shape.seed)
    }

    private var nodes: [Node] { office.nodes }
    private var hosts: [String] { (1...shape.hosts).map { "h\($0)" } }
    private var halves: [ArraySlice<String>] {
        [hosts[..<(shape.hosts / 2)], hosts[(shape.hosts / 2)...]]
    }

    // MARK: The day

    /// Everybody comes and joins one community.
    func morning() throws {
        try office.open()
        try nodes[0].check("community", "new", "Bearings")
        for node in nodes.dropFirst() {
            try office.wait("\(node.name) joins") {
                try node.hearth("community", "join", "Bearings").status == 0
            }
        }
        try everybodyAsks()
    }

    /// Half of them leave, some without a word, and come back.
    func arrivals() throws {
        let leaving = nodes.dropFirst().shuffled(using: &random).prefix(shape.hosts / 2)
        for node in leaving {
            if Bool.random(using: &random) { try node.stop() } else { node.crash() }
            faults += 1
        }
        for node in nodes where node.process != nil { try ask(node) }
        for node in leaving { try node.start() }
        try everybodyAsks()
    }

    /// Some computers write while their cable is pulled.
    func cutCables() throws {
        let cut = Array(hosts.indices.shuffled(using: &random).prefix(shape.hosts / 3))
        for number in cut { try fault("cut", hosts[number]) }
        try everybodyAsks()
        for number in cut { try office.lab.fault("heal", hosts[number]) }
    }

    /// Both halves of the office write without the other.
    func partition() throws {
        try fault("partition", Self.groups(halves))
        try everybodyAsks()
        try office.lab.fault("heal-all")
    }

    /// Somebody starts where multicast doesn't reach, and finds the others all the same.
    func mutedMulticast() throws {
        let muted = shape.hosts - 1
        try fault("mute", hosts[muted])
        try nodes[muted].stop()
        try nodes[muted].start()
        try ask(nodes[muted])
        try office.wait("\(nodes[muted].name) is met without multicast") {
            try nodes[muted].read(PeerList.self, "peers").peers.contains { $0.state == .connected }
        }
        try office.lab.fault("heal", hosts[muted])
    }

    /// The office is two subnets for a while; one peer is named across the router.
    func twoSubnets() throws {
        try fault("subnets", Self.groups(halves))
        let (first, last) = (nodes[0], nodes[shape.hosts - 1])
        try last.check("peers", "add", "10.77.1.1:7117")
        let asked = try ask(first)
        try office.wait(seconds: 120, "a question crosses the router") {
            try last.hearth("show", asked).status == 0
        }
        try everybodyAsks()
        try office.lab.fault("heal-all")
    }

    /// The responder of each computer is restarted.
    func responderRestarts() throws {
        for host in hosts { try fault("avahi", host, "restart") }
        try everybodyAsks()
    }

    /// Somebody whom no network reaches gets the words of the last hour on a stick.
    func carryStick() throws {
        let (giver, taker) = (nodes[0], nodes[shape.hosts - 1])
        try fault("cut", hosts[shape.hosts - 1])
        let asked = try ask(giver)
        let stick = office.folder.appendingPathComponent("hour.bundle").path
        try giver.check("bundle", "export", stick, "--since", "1h")
        try taker.check("bundle", "import", stick)
        try office.wait("the question came on the stick") {
            try taker.hearth("show", asked).status == 0
        }
        try office.lab.fault("heal", hosts[shape.hosts - 1])
    }

    /// A large file of the first is fetched by the last, and interrupted in four ways.
    func carryFile() throws {
        let (giver, taker) = (nodes[0], nodes[shape.hosts - 1])
        let file = try attachFile(of: giver)
        let target = office.folder.appendingPathComponent("fetched").path
        try office.wait("the file is known") {
            try taker.read(FileList.self, "files").files.contains { $0.code == file.code }
        }
        let ways: [() throws -> Void] = [
            {
                taker.crash(); try taker.start()
            },
            {
                giver.crash(); try giver.start()
            },
            {
                try self.office.lab.fault("cut", self.hosts[0])
                try self.office.lab.fault("heal", self.hosts[0])
            },
            {
                try taker.stop(); try taker.start()
            },
        ]
        for (number, interrupt) in ways.enumerated() {
            let share = file.chunks * (number + 1) / (ways.count + 1)
            guard try fetch(file, until: share, at: taker) else { break }
            try interrupt()
            interruptions += 1
            faults += 1
        }
        try taker.check("fetch", file.code, "--to", target, seconds: 1_200)
        let isSame = FileManager.default.contentsEqual(
            atPath: target, andPath: office.folder.appendingPathComponent("film").path)
        guard isSame else { throw Wrong(what: "the fetched file is another one") }
    }

    /// Everybody is there again; waits until all hold the same.
    ///
    /// - Returns: After how many seconds they do.
    func evening() throws -> Int {
        try everybodyAsks()
        let start = Date()
        try office.agree(within: 180)
        return Int(Date().timeIntervalSince(start).rounded())
    }

    /// What was acknowledged and is not known to some other node.
    func missing() throws -> [String] {
        try acknowledged.filter { code in
            let node = nodes.randomElement(using: &random) ?? nodes[0]
            return try node.hearth("show", code).status != 0
        }
    }

    // MARK: Pieces

    private func fault(_ words: String...) throws {
        try office.lab.fault(words)
        faults += 1
    }

    private static func groups(_ groups: [ArraySlice<String>]) -> String {
        groups.map { $0.joined(separator: ",") }.joined(separator: "|")
    }

    private func everybodyAsks() throws {
        for node in nodes where node.process != nil { try ask(node) }
    }

    @discardableResult
    private func ask(_ node: Node) throws -> String {
        let title = "\(node.name) wonders about \(acknowledged.count)?"
        let saved = try node.read(
            Saved.self, "ask", "--new", title, "--community", "Bearings")
        acknowledged.append(saved.code)
        return saved.code
    }

    private func attachFile(of giver: Node) throws -> FileShown {
        let film = office.folder.appendingPathComponent("film")
        try Data().write(to: film)
        let handle = try FileHandle(forWritingTo: film)
        for _ in 0..<shape.mebibytes {
            try handle.write(contentsOf: Data(random.bytes(1 << 20)))
        }
        try handle.close()
        let asked = try ask(giver)
        let text = try giver.check("attach", asked, film.path, "--json", seconds: 600)
        return try JSONDecoder().decode(FileAttached.self, from: Data(text.utf8)).file
    }

    /// Fetches until so many chunks have come.
    ///
    /// - Returns: Whether some are still missing.
    private func fetch(_ file: FileShown, until count: Int, at node: Node) throws -> Bool {
        let fetching = try node.begin(
            "fetch", file.code, "--to", office.folder.appendingPathComponent("part").path)
        defer { withExtendedLifetime(fetching) {} }
        var here = 0
        try office.wait(seconds: 600, "\(count) of \(file.chunks) chunks of the file") {
            let files = try node.read(FileList.self, "files").files
            here = files.first { $0.code == file.code }?.chunksHere ?? 0
            return here >= count
        }
        return here < file.chunks
    }

    struct Wrong: Error { var what: String }
}
