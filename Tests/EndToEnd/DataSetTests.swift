import Foundation
import LocalProtocol
import TestKit
import Testing

/// The talk of real communities in a community of six nodes.
///
/// It prints what it took and how large it became. `HEARTH_DATA=all` adds 196,127 messages of a help
/// channel; for that the programs should be a release (`HEARTH_PROGRAMS`).
@Suite(.serialized)
struct DataSetTests {
    @Test(
        "real archives in a community of six: import, search, who knows, digest, export, and back")
    func sixNodes() throws {
        guard let archives = Self.archives(), let office = try Office(people: 6, name: "datasets")
        else { return }
        defer { office.close() }
        let report = DataReport()
        try gather(office)
        var files = archives
        if isLong, let channel = try HelpChannel.mailbox(in: office.folder) {
            files.append(("irc-ubuntu", channel.path))
        }
        for (name, path) in files {
            try report.time("import of \(name)") {
                try office.nodes[0].check(
                    "import", path, "--community", "Everything", seconds: patience)
            }
        }
        try report.time("until all six have all of it, from the last import on") {
            try haveAsMuch(office)
        }
        try report.time("canonical dumps of all six, equal") { try agree(office) }
        let last = office.nodes[5]
        let counts = try last.read(Status.self, "status").counts
        #expect(counts.questions >= 225 + 453 && counts.answers >= 327 + 971)
        report.note("posts at each node", "\(counts.questions + counts.answers)")
        report.note("home of one node", try Self.size(of: last.home))
        try ask(last, report)
        try takeAlong(from: last, in: office, report)
    }

    private var isLong: Bool { ProcessInfo.processInfo.environment["HEARTH_DATA"] == "all" }
    private var patience: Int { isLong ? 3_600 : 300 }

    private static func archives() -> [(name: String, path: String)]? {
        guard let coffee = SharedFolder.find("data/coffee/Posts.xml"),
            let bicycles = SharedFolder.find("data/bicycles-meta/Posts.xml")
        else { return nil }
        return [("coffee", coffee.path), ("bicycles-meta", bicycles.path)]
    }

    /// Six colleagues in one community.
    private func gather(_ office: Office) throws {
        try office.open()
        try office.nodes[0].check("community", "new", "Everything")
        for node in office.nodes.dropFirst() {
            try office.wait("\(node.name) joins") {
                try node.hearth("community", "join", "Everything").status == 0
            }
        }
    }

    /// Waits until all have as much.
    private func haveAsMuch(_ office: Office) throws {
        let wanted = try office.nodes[0].read(Status.self, "status").counts
        try office.wait(seconds: patience, "all have as much") {
            try office.nodes.allSatisfy { try $0.read(Status.self, "status").counts == wanted }
        }
    }

    /// Compares what all have.
    private func agree(_ office: Office) throws {
        let dumps = try office.nodes.map {
            try $0.check("dump", "--canonical", seconds: patience)
        }
        #expect(Set(dumps).count == 1)
    }

    private func ask(_ node: Node, _ report: DataReport) throws {
        let hits = try report.time("search for one word") {
            try node.read(SearchResults.self, "search", "espresso").hits
        }
        #expect(!hits.isEmpty)
        // An archive's authors are nobody's colleagues: they are named to nobody as such.
        let people = try report.time("who knows") {
            try node.read(Knowers.self, "who-knows", "espresso machine")
        }
        #expect(people.people.isEmpty)
        let digest = try report.time("digest") { try node.check("digest", "--since", "1d") }
        #expect(digest.contains("Plant North"))
    }

    private func takeAlong(
        from node: Node, in office: Office, _ report: DataReport
    ) throws {
        let zip = office.folder.appendingPathComponent("everything.zip")
        try report.time("export") {
            try node.check("export", "Everything", "--zip", zip.path, seconds: patience)
        }
        report.note("the exported file", try Self.size(of: zip))
        try report.time("import of the export as a reading room") {
            try node.check("import", zip.path, seconds: patience)
        }
        let here = try office.nodes[0].check(
            "dump", "--canonical", "--community", "Everything", seconds: patience)
        #expect(try node.check("room", "dump", "Everything", seconds: patience) == here)
    }

    private static func size(of url: URL) throws -> String {
        let output = try Command(path: "/usr/bin/du", arguments: ["-sk", url.path]).check()
        let kilobytes = Int(output.split(separator: "\t").first ?? "") ?? 0
        return String(format: "%.1f MiB", Double(kilobytes) / 1_024)
    }
}

/// What a run took and how large things became, line by line.
private struct DataReport {
    @discardableResult
    func time<Result>(_ what: String, _ body: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        defer {
            let (seconds, parts) = (ContinuousClock.now - start).components
            note(what, String(format: "%.2f s", Double(seconds) + Double(parts) / 1e18))
        }
        return try body()
    }

    func note(_ what: String, _ value: String) { print("data sets: \(what): \(value)") }
}

/// The help channel of `data/irc-ubuntu` as a mailbox: a question and what was linked to it is a
/// thread.
private enum HelpChannel {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func mailbox(in folder: URL) throws -> URL? {
        guard let archive = SharedFolder.find("data/irc-ubuntu/ubuntu-irc.tar.gz") else {
            return nil
        }
        let place = folder.appendingPathComponent("irc")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Command(
            path: "/usr/bin/env", arguments: ["tar", "xzf", archive.path, "-C", place.path]
        ).check()
        let days = try FileManager.default.contentsOfDirectory(
            at: place.appendingPathComponent("train"), includingPropertiesForKeys: nil
        ).filter { $0.lastPathComponent.hasSuffix(".raw.txt") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        var mails = ""
        for day in days { mails += try self.mails(of: day) }
        let mailbox = folder.appendingPathComponent("irc.mbox")
        try Data(mails.utf8).write(to: mailbox)
        return mailbox
    }

    private static func mails(of day: URL) throws -> String {
        let name = String(day.lastPathComponent.prefix(10))
        let date =
            "\(name.suffix(2)) \(months[(Int(name.dropFirst(5).prefix(2)) ?? 1) - 1]) \(name.prefix(4))"
        let links = URL(
            fileURLWithPath: day.path.replacing(".raw.txt", with: ".annotation.txt"))
        var roots: [Int: Int] = [:]
        func root(of line: Int) -> Int {
            var line = line
            while let other = roots[line], other != line { line = other }
            return line
        }
        for link in try String(contentsOf: links, encoding: .utf8).split(separator: "\n") {
            let ends = link.split(separator: " ").compactMap { Int($0) }
            guard ends.count == 2 else { continue }
            let pair = [root(of: ends[0]), root(of: ends[1])].sorted()
            roots[pair[1]] = pair[0]
        }
        let lines = try String(contentsOf: day, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let messages = lines.map { $0.firstMatch(of: /^\[(\d\d:\d\d)\] <([^>]+)> (.+)$/) }
        var mails = ""
        for (number, message) in messages.enumerated() {
            guard let message else { continue }
            let first = root(of: number)
            let parent =
                first != number && messages[first] != nil
                ? "In-Reply-To: <\(name).\(first)@irc.example>\n" : ""
            mails += """
                From nobody@irc.example Mon Jan  1 00:00:00 2007
                From: \(message.2) <nobody@irc.example>
                Date: \(date) \(message.1):00 +0000
                Subject: \(message.3.prefix(80))
                Message-ID: <\(name).\(number)@irc.example>
                \(parent)
                \(message.3)


                """
        }
        return mails
    }
}
