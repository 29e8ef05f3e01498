import Foundation
import LocalProtocol
import Testing

/// Words that are taken back, with real daemons on several hosts and the real command.
@Suite(.serialized)
struct ErasureTests {
    private static let secret = "zylophagous"

    /// Whether a word stands anywhere in a home's files.
    private func holds(_ word: String, _ node: Node) throws -> Bool {
        let files = FileManager.default.enumerator(at: node.home, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() where !file.lastPathComponent.hasSuffix(".log")
        {
            guard let data = try? Data(contentsOf: file) else { continue }
            if data.range(of: Data(word.utf8)) != nil { return true }
        }
        return false
    }

    @Test("they go from every computer, each says so, and whoever was away does it later")
    func everywhere() throws {
        guard let office = try Office(people: 3, name: "erase") else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben, gus) = (office.nodes[0], office.nodes[1], office.nodes[2])
        try ada.check("community", "new", "Seals")
        for node in [ben, gus] {
            try office.wait("\(node.name) joins") {
                try node.hearth("community", "join", "Seals").status == 0
            }
        }
        let asked = try ada.read(
            Saved.self, "ask", "--new", "Who is \(Self.secret)?", "--community", "Seals")
        for node in [ben, gus] {
            try office.wait("\(node.name) has the question") {
                try node.hearth("show", asked.code).status == 0
            }
        }
        let answer = try gus.read(Saved.self, "answer", asked.code, "Nobody here.")
        try office.agree([ada, ben, gus])
        #expect(try holds(Self.secret, ben) && holds(Self.secret, gus))
        try ben.stop()

        #expect(try gus.hearth("erase", asked.code, "--yes").status == 4)
        #expect(try ada.hearth("erase", asked.code, input: "no\n").status == 5)
        let erased = try ada.check("erase", asked.code, "--yes")
        #expect(erased.contains("of 3 computers"))
        try office.wait("Gus has done it, Ben is away") {
            let line = try ada.check("erasures")
            return line.contains("2 of 3 computers have erased it")
                && line.contains("waiting for Ben's")
        }
        #expect(try !gus.check("search", Self.secret).contains(asked.code))
        #expect(try gus.hearth("show", asked.code).standardError.contains("taken back by Ada"))
        #expect(try ada.check("show", answer.code).contains("Nobody here."))

        try ben.start()
        try office.wait("all three have done it") {
            try ada.check("erasures").contains("3 of 3 computers have erased it.")
        }
        for node in [ada, ben, gus] {
            try office.wait("no byte of it is left at \(node.name)") {
                try !holds(Self.secret, node)
            }
        }
        try office.agree([ada, ben, gus])
        #expect(try ada.check("audit", "show").contains("words-erased"))
    }
}
