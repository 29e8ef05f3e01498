internal import Foundation

/// Where a node runs: on this computer, or on a host of the lab.
enum Host: Sendable {
    case here
    case lab(Lab, String)

    /// A program on this host; its process is the program's own.
    func command(_ words: [String]) -> Command {
        switch self {
        case .here: Command(path: "/usr/bin/env", arguments: words)
        case .lab(let lab, let name): lab.command(["exec", name] + words)
        }
    }
}

/// A network of several hosts on this machine: `Tools/lan-lab`.
struct Lab: Sendable {
    private let script: URL
    private let name: String
    private let folder: URL

    /// Starts the hosts.
    ///
    /// - Throws: ``Skipped`` where this machine can't run a lab.
    init(_ hosts: [String], name: String, in surroundings: Surroundings) throws {
        script = surroundings.labScript
        self.name = name
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearth-bench-lab")
        guard getuid() == 0 else { throw Skipped("a network of several hosts needs root") }
        guard FileManager.default.isExecutableFile(atPath: script.path) else {
            throw Skipped("there is no \(script.path)")
        }
        let check = try command(["check"]).run()
        guard check.status == 0 else {
            throw Skipped("this machine can't run the lab: \(check.standardError)")
        }
        try command(["down"]).check(seconds: 120)
        try command(["up"] + hosts).check(seconds: 120)
    }

    /// Ends everything on all hosts.
    func down() {
        do {
            try command(["down"]).check(seconds: 120)
        } catch {
            print("the lab \(name) could not be taken down: \(error)")
        }
    }

    /// Stops the Avahi of a host.
    func stopAvahi(on host: String) throws { try command(["avahi", host, "stop"]).check() }

    /// Bytes with Ethernet headers that each host has sent and received so far.
    func traffic() throws -> [String: Int64] {
        var traffic: [String: Int64] = [:]
        for line in try command(["counters"]).check().split(separator: "\n").dropFirst() {
            let words = line.split(separator: " ")
            guard words.count == 5, let sent = Int64(words[1]), let received = Int64(words[3])
            else {
                throw Failed("lan-lab counters says \(line)")
            }
            traffic[String(words[0])] = sent + received
        }
        return traffic
    }

    fileprivate func command(_ arguments: [String]) -> Command {
        Command(
            path: script.path, arguments: arguments,
            environment: ["LAN_LAB_NAME": name, "LAN_LAB_DIR": folder.path])
    }
}
