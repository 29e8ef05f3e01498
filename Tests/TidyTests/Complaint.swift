/// What a rule finds wrong: where, what, and what to write instead.
struct Complaint: Equatable, CustomStringConvertible {
    var path: String
    /// The line, counted from 1.
    var line: Int
    var text: String

    var description: String { "\(path):\(line): \(text)" }
}
