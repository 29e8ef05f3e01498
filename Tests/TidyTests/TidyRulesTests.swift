import Testing

/// Checks the checks: each rule must see what it forbids and only that.
struct TidyRulesTests {
    private func file(_ text: String, _ path: String = "Sources/Engine/Thing.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    private func pure(_ text: String) -> [Complaint] {
        let file = file(text)
        return (Ban.everywhere + Ban.sources + Ban.pure).flatMap { $0.complaints(file) }
    }

    @Test(
        "sees each forbidden piece",
        arguments: [
            "import Foundation", "internal import Foundation", "let now = Date()",
            "let t = ContinuousClock.now", "var g = SystemRandomNumberGenerator()",
            "Int.random(in: 0..<5)", "list.shuffled()", "list.shuffle()", "list.randomElement()",
            "UUID()", "Task { }", "Task.detached { }", "print(1)", "key.hashValue", "try! f()",
            "x as! Int", "fatalError()", "struct A: @unchecked Sendable {}",
            "nonisolated(unsafe) var x = 1", "let d: Date = .now", "f(.now)", "Date.now",
        ])
    func seesBans(snippet: String) { #expect(!pure(snippet).isEmpty) }

    @Test(
        "lets pass what only looks forbidden",
        arguments: [
            "// Date() would be wrong here", "let text = \"try! as! TODO\"",
            "let update = myDate(1)",
            "Int.random(in: 0..<5, using: &generator)", "list.shuffled(using: &generator)",
            "/* print(1) /* nested */ Task */", "let fingerprint(1)", "let nowhere = x.nowhere",
            "start = context.now",
            "let x = #\"print(1)\"#", "let s = \"\"\"\n Date()\n \"\"\"", "try? f()", "x as? Int",
            "Int.random(\n    in: 0..<5, using: &g)", "let s = \"\\(f(\"print(\")) as!\"",
            "MultiTasker()", "subTask(1)", "Tasks()",
        ])
    func passesOthers(snippet: String) { #expect(pure(snippet) == []) }

    @Test("names file, line and replacement")
    func message() {
        #expect(
            pure("let a = 1\n\nlet b = list.shuffled()").map(\.description) == [
                "Sources/Engine/Thing.swift:3: `.shuffled()`: `.shuffled(using:)`"
            ])
    }

    @Test("sees imports against the arrows")
    func arrows() {
        func complaints(_ text: String, _ path: String) -> Int {
            Rooms.complaints(file(text, path)).count
        }
        #expect(complaints("internal import Storage", "Sources/Engine/A.swift") == 1)
        #expect(complaints("public import Engine", "Sources/Sync/A.swift") == 1)
        #expect(complaints("import struct Engine.Node", "Sources/Merge/A.swift") == 1)
        #expect(complaints("@testable import Ledger", "Sources/Merge/A.swift") == 1)
        #expect(complaints("import GRDB", "Sources/Daemon/A.swift") == 1)
        #expect(complaints("import Alamofire", "Sources/Daemon/A.swift") == 1)
        #expect(complaints("import Wire", "Sources/Attic/A.swift") == 1)
        #expect(complaints("import NIOCore", "Tests/EngineTests/A.swift") == 1)
        #expect(complaints("public import Wire", "Sources/Engine/A.swift") == 0)
        #expect(complaints("import GRDB", "Sources/Storage/A.swift") == 0)
        #expect(complaints("@testable import Engine", "Tests/EngineTests/A.swift") == 0)
        #expect(complaints("// import GRDB", "Sources/Daemon/A.swift") == 0)
        #expect(complaints("let important = 1", "Sources/Daemon/A.swift") == 0)
    }

    @Test("sees long files and long functions")
    func lengths() {
        let lines = String(repeating: "let a = 1\n", count: 400)
        #expect(Shape.lengthComplaints(file(lines)).isEmpty)
        #expect(Shape.lengthComplaints(file(lines + "let b = 1\n")).count == 1)
        #expect(
            Shape.lengthComplaints(file(lines + lines, "Sources/Keys/WordList+English.swift"))
                .isEmpty)
        let body = String(repeating: "        use(1)\n", count: 48)
        let short = "struct A {\n    func f(\n        a: Int) {\n\(body.dropFirst(15))    }\n}"
        #expect(Shape.functionComplaints(file(short)).isEmpty)
        let long = "struct A {\n    public static func f() {\n\(body)        use(2)\n    }\n}"
        #expect(Shape.functionComplaints(file(long)).map(\.line) == [2])
        let initialiser = "struct A {\n    init?(a: Int) {\n\(body)        use(2)\n    }\n}"
        #expect(Shape.functionComplaints(file(initialiser)).count == 1)
        let requirement = "protocol P {\n    func f()\n    func g() -> Int\n}\n" + lines
        #expect(Shape.functionComplaints(file(requirement)).isEmpty)
    }

    @Test("sees empty words in names, not their letters in others")
    func names() {
        func count(_ text: String) -> Int { Shape.nameComplaints(file(text)).count }
        #expect(count("struct SyncManager {}") == 1)
        #expect(count("final class StoreImpl {}") == 1)
        #expect(count("enum PeerInfo { case a }") == 1)
        #expect(count("protocol Base {}") == 1)
        #expect(count("struct Database {}") == 0)
        #expect(count("struct Information {}") == 0)
        #expect(count("let manager = 1 // class Manager") == 0)
        #expect(Shape.nameComplaints(file("", "Sources/A/StringUtils.swift")).count == 1)
    }

    @Test("sees leftovers, also in comments and literals")
    func leftovers() {
        #expect(Leftovers.complaints(file("// TODO: later")).count == 1)
        #expect(Leftovers.complaints(file("let a = \"/wo" + "rk/main\"")).count == 1)
        #expect(Leftovers.complaints(file("let a = \"/tmp/hearth-1\"")).isEmpty)
    }

    @Test("reads the files that a text names")
    func namedFiles() {
        let text = "see [05](05-log.md), `session.proto` and `Vectors/chain.json`, not ../README.md"
        #expect(Leftovers.namedFiles(text) == ["05-log.md", "session.proto", "Vectors/chain.json"])
    }
}
