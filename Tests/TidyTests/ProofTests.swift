import Testing

/// The tables of `Tests/README.md`: what they name is there.
struct ProofTests {
    /// A test as the tables name it: a folder, a file in it, a function.
    private struct Name: Hashable, CustomStringConvertible {
        let target: String
        let file: String
        let function: String

        var description: String { "\(target)/\(file).\(function)" }
    }

    private static let readme = Repository.text("Tests/README.md") ?? ""

    private static let names: [Name] = readme.matches(
        of: #/`(\w+)/(\w+)\.(\w+)`/#
    ).map {
        Name(
            target: String($0.output.1), file: String($0.output.2), function: String($0.output.3))
    }

    private static func holds(_ name: Name, _ file: SourceFile) -> Bool {
        guard file.path.hasPrefix("Tests/\(name.target)/"),
            file.path.hasSuffix("/\(name.file).swift")
        else { return false }
        let lines = file.codeLines
        guard let line = lines.firstIndex(where: { $0.contains("func \(name.function)(") }) else {
            return false
        }
        // What is named is a test, and no function that one of them calls: its attribute stands
        // behind the end of whatever comes before it.
        let start = lines[..<line].lastIndex { $0 == "    }" || $0.contains("struct ") } ?? 0
        return lines[start...line].contains { $0.contains("@Test") }
    }

    @Test("every test that the tables name exists")
    func tests() {
        #expect(Self.names.count > 100)
        for name in Set(Self.names).sorted(by: { "\($0)" < "\($1)" }) {
            let isThere = Repository.swiftFiles.contains { Self.holds(name, $0) }
            #expect(isThere, "Tests/README.md names \(name), which is no test")
        }
    }

    @Test("every invariant and every attack has a row")
    func rows() {
        let parts = Self.readme.split(separator: "\n## ")
        for (title, count) in [("Invariants", 25), ("Attacks", 88)] {
            let table = parts.first { $0.hasPrefix(title) } ?? ""
            var found: Set<Int> = []
            for line in table.split(separator: "\n") where line.hasPrefix("| ") {
                let numbers = line.split(separator: "|").first ?? ""
                for piece in numbers.split(separator: ",") {
                    let ends = piece.split(separator: " ").compactMap { Int($0) }
                    guard let first = ends.first, let last = ends.last else { continue }
                    found.formUnion(first...last)
                }
            }
            let missing = Set(1...count).subtracting(found).sorted()
            #expect(missing.isEmpty, "\(title) without a row: \(missing)")
        }
    }
}
