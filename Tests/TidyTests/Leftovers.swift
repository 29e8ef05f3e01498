/// Traces of work that don't belong into what others read.
enum Leftovers {
    private static let marks: [(piece: String, instead: String)] = [
        ("TODO", "do it, or open an issue"),
        ("FIXME", "mend it, or open an issue"),
        ("XXX:", "mend it, or open an issue"),
        ("HACK", "say in whole sentences why it must be so"),
        ("/work/", "a path from the root of the repository"),
        ("/tmp/hearth/", "a temporary folder that the test makes"),
        ("/Users/", "a path from the root of the repository"),
        ("/home/runner", "a path from the root of the repository"),
    ]

    /// What is wrong with the text of a file, comments and literals included.
    static func complaints(_ file: SourceFile) -> [Complaint] {
        marks.flatMap { mark in
            file.lines(of: mark.piece, in: file.text).map { line in
                Complaint(path: file.path, line: line, text: "\"\(mark.piece)\": \(mark.instead)")
            }
        }
    }

    /// The files of `Protocol` that a text links to or names in backquotes.
    static func namedFiles(_ text: String) -> Set<String> {
        var names: Set<String> = []
        for piece in text.split(whereSeparator: { "`()[]| \n,".contains($0) }) {
            let endings = [".md", ".proto", ".json"]
            guard endings.contains(where: piece.hasSuffix), !piece.contains("*"),
                !piece.hasPrefix("http"), !piece.hasPrefix("..")
            else { continue }
            names.insert(String(piece))
        }
        return names
    }
}
