import Foundation
import TestKit
import Testing

/// The style of the project, as far as a program can see it.
///
/// Each message names the file, the line and what to write instead.
struct TidyTests {
    private func expectNone(_ complaints: [Complaint]) {
        for complaint in complaints { Issue.record("\(complaint)") }
    }

    @Test("finds the files that it has to look at")
    func findsFiles() throws {
        let files = Repository.swiftFiles
        #expect(files.count > 100)
        let targets = Set(files.filter { $0.path.hasPrefix("Sources/") }.map(\.target))
        #expect(targets.isSuperset(of: Rooms.pure))
        #expect(targets.isSubset(of: Rooms.arrows.keys), "a target is missing in Rooms.swift")
        #expect(Repository.otherFiles.count > 10)
    }

    @Test("files have at most 400 lines, functions at most 50")
    func lengths() throws {
        for file in Repository.writtenFiles {
            expectNone(Shape.lengthComplaints(file))
            expectNone(Shape.functionComplaints(file))
        }
    }

    @Test("names say what a thing is")
    func names() throws {
        for file in Repository.writtenFiles { expectNone(Shape.nameComplaints(file)) }
    }

    @Test("nothing traps, nothing escapes the checks of concurrency")
    func bans() throws {
        for file in Repository.writtenFiles {
            expectNone(Ban.everywhere.flatMap { $0.complaints(file) })
            if file.path.hasPrefix("Sources/") {
                expectNone(Ban.sources.flatMap { $0.complaints(file) })
            }
        }
    }

    @Test("pure rooms have no clock, chance, output or tasks of their own")
    func purity() throws {
        var count = 0
        for file in Repository.writtenFiles
        where file.path.hasPrefix("Sources/") && Rooms.pure.contains(file.target) {
            count += 1
            expectNone(Ban.pure.flatMap { $0.complaints(file) })
        }
        #expect(count > 40)
    }

    @Test("imports follow the arrows of the architecture")
    func arrows() throws {
        for file in Repository.swiftFiles { expectNone(Rooms.complaints(file)) }
    }

    @Test("the table of arrows has no circle")
    func circles() {
        var open = Rooms.arrows
        while let free = open.first(where: { $0.value.isDisjoint(with: open.keys) })?.key {
            open[free] = nil
        }
        #expect(open.isEmpty, "a circle: \(open.keys.sorted())")
    }

    @Test("no file names what is to be done, or a place on somebody's machine")
    func leftovers() throws {
        for file in Repository.writtenFiles + Repository.otherFiles
        where file.target != "TidyTests" {
            expectNone(Leftovers.complaints(file))
        }
    }

    @Test("everything that Protocol/README.md names exists, and it names everything")
    func specification() throws {
        let text = try #require(Repository.text("Protocol/README.md"))
        let named = Leftovers.namedFiles(text)
        #expect(named.count > 10)
        for name in named.sorted() where !Repository.exists("Protocol/\(name)") {
            Issue.record(
                "Protocol/README.md: names \(name), which is not there; write it or drop it")
        }
        let pictures = "Protocol/Pictures/"
        for path in Repository.paths(below: "Protocol") where !path.hasPrefix(pictures) {
            let name = String(path.dropFirst("Protocol/".count))
            let isNamed = named.contains(name) || name == "README.md"
            #expect(isNamed, "Protocol/README.md: has no row for \(name)")
        }
    }
}
