import Foundation
import LocalProtocol

/// A lab of hosts with a colleague's node on each, all in one workplace.
final class Office {
    static let names = ["Ada", "Ben", "Gus", "Eli", "Hana", "Dana"]

    /// What the colleague on a host is called; the hosts are numbered from 1.
    static func name(of number: Int) -> String {
        number <= names.count ? names[number - 1] : "Colleague\(number)"
    }

    let lab: Lab
    let folder: URL
    private(set) var nodes: [Node] = []

    /// Starts a lab and a node on each host; `nil` where this machine can't run a lab.
    ///
    /// - Parameter configurations: The configuration of each node, by its number from 1.
    init?(people: Int, name: String, configurations: [Int: String] = [:]) throws {
        guard let lab = try Lab(hosts: (1...people).map { "h\($0)" }, name: name) else {
            return nil
        }
        self.lab = lab
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearth-\(name)")
        try? FileManager.default.removeItem(at: folder)
        for number in 1...people {
            let node = try Node(
                name: Office.name(of: number), host: "h\(number)", lab: lab, in: folder,
                configuration: configurations[number] ?? "")
            nodes.append(node)
        }
    }

    /// Ends all nodes and the lab, and removes the homes.
    func close() {
        for node in nodes { node.crash() }
        lab.down()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Starts all nodes and lets the first invite the others.
    func open(workplace: String = "Plant North") throws {
        for node in nodes {
            try node.start()
            try node.check("init", "--name", node.name, "--no-start")
        }
        try nodes[0].check("workplace", "new", workplace)
        for node in nodes.dropFirst() { try pair(nodes[0], with: node) }
    }

    /// Lets one colleague in by another's code.
    func pair(_ inviter: Node, with joiner: Node, address: String? = nil) throws {
        let invitation = try inviter.begin("invite", "--yes", "--json")
        var code: String?
        try wait(seconds: 20, "\(inviter.name) has a code") {
            code = invitation.output.firstMatch(of: /[0-9]{2}-[a-z]+-[a-z]+/).map { String($0.0) }
            return code != nil
        }
        var words = ["join", code ?? "", "--yes"]
        if let address { words += ["--address", address] }
        try joiner.check(words)
        try invitation.finish(seconds: 30)
    }

    /// Waits until some nodes have what a code names.
    func spread(_ code: String, _ nodes: [Node]) throws {
        for node in nodes {
            try wait("\(node.name) has \(code)") { try node.hearth("show", code).status == 0 }
        }
    }

    /// Waits until all of some replicas are equal, and returns their common dump.
    @discardableResult
    func agree(_ some: [Node]? = nil, within seconds: Int = 60) throws -> String {
        let nodes = some ?? self.nodes
        var dumps: [String] = []
        let isEqual = try Patience.holds(within: Double(seconds)) {
            dumps = try nodes.map { try $0.dump() }
            return Set(dumps).count == 1
        }
        if isEqual { return dumps[0] }
        throw Disagreement(
            sizes: zip(nodes, dumps).map { "\($0.name) has \($1.utf8.count) bytes" },
            explanations: explanations())
    }

    /// Waits until a condition holds.
    func wait(seconds: Int = 60, _ what: String, until holds: () throws -> Bool) throws {
        guard try Patience.holds(within: Double(seconds), holds) else {
            throw Timeout(what: what, seconds: seconds, explanations: explanations())
        }
    }

    /// What each node says of what is missing; a node that is off says nothing.
    private func explanations() -> [String] {
        nodes.compactMap { node in
            guard let said = try? node.check("sync", "explain") else { return nil }
            return "\(node.name): \(said)"
        }
    }

    struct Timeout: Error, CustomStringConvertible {
        var what: String
        var seconds: Int
        var explanations: [String] = []
        var description: String {
            (["not within \(seconds) seconds: \(what)"] + explanations).joined(separator: "\n")
        }
    }

    struct Disagreement: Error, CustomStringConvertible {
        var sizes: [String]
        var explanations: [String]
        var description: String {
            "replicas differ: \(sizes.joined(separator: ", "))\n"
                + explanations.joined(separator: "\n")
        }
    }
}
