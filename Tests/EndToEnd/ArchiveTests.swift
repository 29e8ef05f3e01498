import Foundation
import LocalProtocol
import TestKit
import Testing

/// Real archives, imported on one host, read and searched on another.
@Suite(.serialized)
struct ArchiveTests {
    @Test("StackExchange dumps are imported on one host and found on another")
    func dumps() throws {
        guard let coffee = SharedFolder.find("data/coffee/Posts.xml"),
            let bicycles = SharedFolder.find("data/bicycles-meta/Posts.xml"),
            let office = try Office(people: 2, name: "archives")
        else { return }
        defer { office.close() }
        try office.open()
        let (ada, ben) = (office.nodes[0], office.nodes[1])
        for community in ["Coffee", "Bicycles"] {
            try ada.check("community", "new", community)
            try office.wait("Ben joins") {
                try ben.hearth("community", "join", community).status == 0
            }
        }
        try ada.check("import", coffee.path, "--community", "Coffee", seconds: 300)
        try ada.check("import", bicycles.path, "--community", "Bicycles", seconds: 300)
        let dump = try office.agree(within: 180)
        let counts = try ben.read(Status.self, "status").counts
        #expect(counts.questions == 225 + 453)
        #expect(counts.answers == 327 + 971)
        let hits = try ben.read(SearchResults.self, "search", "espresso").hits
        #expect(!hits.isEmpty)
        #expect(hits.allSatisfy { $0.community?.name == "Coffee" })
        try ada.check("import", coffee.path, "--community", "Coffee", seconds: 300)
        #expect(try office.agree() == dump, "importing the same file twice adds nothing")
    }

    @Test("the quickstart does what the README says")
    func quickstart() throws {
        guard let lab = try Lab(hosts: ["h1"], name: "quickstart") else { return }
        defer { lab.down() }
        let script = SharedFolder.repository.appendingPathComponent("Tools/quickstart").path
        let homes = FileManager.default.temporaryDirectory
            .appendingPathComponent("hearth-quickstart-test").path
        let environment = ["env", "HEARTH_QUICKSTART=\(homes)"]
        let programs = ["--programs", lab.programs.path]
        for _ in 1...2 {
            let output = try lab.on("h1", environment + [script] + programs, seconds: 180).check()
            #expect(output.contains("Bearing, not belt"))
            #expect(output.contains("Done in"))
        }
        try lab.on("h1", environment + [script, "--stop"]).check()
        #expect(!FileManager.default.fileExists(atPath: homes))
    }
}
