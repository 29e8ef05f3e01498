internal import Foundation

/// What a whole run has found, as a table and as JSON.
struct Report: Codable {
    /// The form of the JSON; it changes when a field changes its meaning.
    var version = 1
    /// When the run began, in ISO 8601.
    var date: String
    /// Where it ran.
    var machine: Machine
    /// Posts of the large benchmarks.
    var posts: Int
    /// Whether numbers were small because `--quick` was given.
    var isQuick: Bool
    /// What was measured.
    var findings: [Finding] = []
    /// What could not be measured, and why.
    var skipped: [Omission] = []

    /// A benchmark without findings.
    struct Omission: Codable {
        var name: String
        var reason: String
        /// Whether it should have worked.
        var isFailure: Bool
    }

    /// The computer.
    struct Machine: Codable {
        var processors: Int
        var model: String
        var system: String

        /// This computer.
        static func current() -> Machine {
            let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
            let model = text.split(separator: "\n").first { $0.hasPrefix("model name") }
            return Machine(
                processors: ProcessInfo.processInfo.activeProcessorCount,
                model: model?.split(separator: ":").last?
                    .trimmingCharacters(in: .whitespaces) ?? "unknown",
                system: ProcessInfo.processInfo.operatingSystemVersionString)
        }
    }

    /// An empty report.
    init(posts: Int, isQuick: Bool) {
        date = Date().formatted(.iso8601)
        machine = .current()
        self.posts = posts
        self.isQuick = isQuick
    }

    /// Writes the report as JSON.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path))
    }

    // MARK: For people

    private static let columns = [50, 18, 28, 9, 14]

    /// The head of the table.
    static let heading =
        padded(["what", "measured", "reference", "ratio", "bar"]) + "met"

    /// One line of the table.
    static func line(_ finding: Finding) -> String {
        let reference = finding.reference.map { "\(number($0)) \(finding.against ?? "")" }
        return padded([
            finding.name, "\(number(finding.measured)) \(finding.unit)", reference ?? "-",
            finding.ratio.map { "\(number($0)) x" } ?? "-", finding.bar ?? "-",
        ]) + (finding.isMet.map { $0 ? "met" : "MISSED" } ?? "-")
    }

    private static func padded(_ cells: [String]) -> String {
        zip(cells, columns).map { cell, width in
            cell + String(repeating: " ", count: max(2, width - cell.count))
        }.joined()
    }

    /// A number with three significant digits, and whole from 100 on.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "?" }
        let digits = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : abs(value) >= 1 ? 2 : 3
        let text = String(format: "%.\(digits)f", value)
        guard text.contains(".") else { return grouped(text) }
        return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            let left = digits.count - index
            if index > 0, left % 3 == 0, text.last != "-" { text += " " }
            text.append(digit)
        }
        return text
    }
}
