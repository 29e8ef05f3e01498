import Foundation
import LocalProtocol
import TestKit
import Testing

@testable import LocalAPI

/// The command's conversations with a person, word for word.
///
/// Each file of `Tests/Transcripts` holds commands, each with what it prints and its exit code
/// when that isn't 0; lines of standard error begin with `! `. `HEARTH_UPDATE_GOLDEN=1` writes the
/// files anew.
@Suite("Transcripts of hearth", .timeLimit(.minutes(5)))
struct TranscriptTests {
    private static let folder = SharedFolder.repository.appendingPathComponent("Tests/Transcripts")
    private static let names = [
        "setup", "writing", "reading", "network", "persons", "upkeep", "machine", "errors", "json",
        "rights", "deciding", "circles", "hebrew",
    ]

    @Test("stay as they are", arguments: names)
    func stay(name: String) async throws {
        guard let program = HearthProgram.path() else { return }
        let file = Self.folder.appendingPathComponent(name + ".txt")
        let expected = try String(contentsOf: file, encoding: .utf8)
        try await withServer { home, _, _ in
            var actual: [String] = []
            for command in Transcript.commands(in: expected) {
                let run = try await HearthProgram.run(program, command, home: home)
                actual.append(Transcript.text(of: command, run, home: home))
            }
            let text = actual.joined(separator: "\n")
            if ProcessInfo.processInfo.environment["HEARTH_UPDATE_GOLDEN"] != nil {
                try text.write(to: file, atomically: true, encoding: .utf8)
            } else {
                #expect(text == expected)
            }
            #expect(!actual.isEmpty)
        }
    }

    @Test("are all tried")
    func areAllTried() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(files) == Set(Self.names.map { $0 + ".txt" }))
    }

    @Test("import sends what the archive holds, question first")
    func imports() async throws {
        guard let program = HearthProgram.path() else { return }
        try await withServer { home, _, service in
            let mailbox = """
                From ada@x Mon Jan  1 00:00:00 2007
                From: Ada <ada@x>
                Date: Mon, 1 Jan 2007 00:00:00 +0000
                Message-ID: <1@x>
                Subject: Which grease?

                For press 4.

                From ben@x Mon Jan  1 01:00:00 2007
                From: Ben <ben@x>
                Date: Mon, 1 Jan 2007 01:00:00 +0000
                Message-ID: <2@x>
                In-Reply-To: <1@x>
                Subject: Re: Which grease?

                The blue one.

                """
            let file = home + "/list.mbox"
            try mailbox.write(toFile: file, atomically: true, encoding: .utf8)
            let command = "hearth import \(file) --community Bearings"
            let run = try await HearthProgram.run(program, command, home: home)
            #expect(run.code == 0, "\(run.errors)")
            #expect(
                service.recorded == [
                    "import question mbox:1@x Ada", "import answer mbox:2@x Ben",
                ])
            #expect(run.output.contains("3 were here already"))
            #expect(run.output.contains("mbox:<9@x>: its title is empty"))
        }
    }

    @Test("the words of a pairing are confirmed by the person only")
    func confirms() async throws {
        guard let program = HearthProgram.path() else { return }
        let cases = [
            ("hearth join 47-copper-lantern << y", "judgeWords true"),
            ("hearth join 47-copper-lantern << n", "judgeWords false"),
            ("hearth join 47-copper-lantern", "judgeWords false"),
            ("hearth join 47-copper-lantern --yes", "judgeWords true"),
        ]
        for (command, call) in cases {
            try await withServer { home, _, service in
                _ = try await HearthProgram.run(program, command, home: home)
                #expect(service.recorded.contains(call), "\(command)")
            }
        }
    }
}

@Suite("Callers from other users", .timeLimit(.minutes(1)))
struct CallerTests {
    // Goal: the kernel's word keeps another user out even where the file modes would let them in.
    // Method: the modes are opened on purpose; the same command then works as root and fails as
    // nobody. Needs root.
    @Test("are cut off before they have said anything")
    func areCutOff() async throws {
        let tool = "/usr/bin/setpriv"
        guard let program = HearthProgram.path() else { return }
        guard geteuid() == 0, FileManager.default.isExecutableFile(atPath: tool) else {
            print("skipped: another user can be played by root with setpriv only")
            return
        }
        try await withServer { home, socket, service in
            for path in [home, home + "/run"] { #expect(chmod(path, 0o755) == 0) }
            #expect(chmod(socket, 0o666) == 0)
            let root = try await HearthProgram.run(program, "hearth whoami", home: home)
            #expect(root.code == 0)
            let other = "x --reuid 65534 --regid 65534 --clear-groups \(program) status"
            let nobody = try await HearthProgram.run(tool, other, home: home)
            guard !nobody.errors.hasPrefix("setpriv") else {
                print("skipped: the user nobody can't run \(program)")
                return
            }
            #expect(nobody.code == ServiceErrorCode.offline.exitCode)
            #expect(nobody.errors.contains("The connection to hearthd broke"))
            #expect(service.recorded.isEmpty)
        }
    }
}

/// The built command, as a process.
enum HearthProgram {
    /// What a run of it left.
    struct Run {
        let output: String
        let errors: String
        let code: Int32
    }

    /// Its path beside the test bundle; nil, with a line that says so, when it isn't built.
    static func path() -> String? {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        var folders = [CommandLine.arguments.first ?? "", own ?? ""]
            .map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
        for bundle in CommandLine.arguments where bundle.hasSuffix(".xctest") {
            folders.append(URL(fileURLWithPath: bundle).deletingLastPathComponent())
        }
        for folder in folders {
            let path = folder.appendingPathComponent("hearth").path
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        print("skipped: the command hearth isn't built beside the tests")
        return nil
    }

    /// Runs a command line such as `hearth ask "a b" << text`.
    static func run(_ program: String, _ command: String, home: String) async throws -> Run {
        let parts = command.components(separatedBy: " << ")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = Array(Transcript.words(of: parts[0]).dropFirst())
        process.environment = [
            "HEARTH_HOME": home, "TZ": "UTC", "HEARTH_NOW": "2027-05-04T12:00:30Z",
            "PATH": "/usr/bin:/bin", "HOME": home,
        ]
        let mark = UInt64.random(in: 0 ... .max)
        let files = ["in", "out", "error"].map { "\(home)/\(mark).\($0)" }
        let input = parts.count > 1 ? parts[1] + "\n" : ""
        _ = FileManager.default.createFile(atPath: files[0], contents: Data(input.utf8))
        _ = FileManager.default.createFile(atPath: files[1], contents: nil)
        _ = FileManager.default.createFile(atPath: files[2], contents: nil)
        process.standardInput = FileHandle(forReadingAtPath: files[0])
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        let (ended, signal) = AsyncStream.makeStream(of: Never.self)
        process.terminationHandler = { _ in signal.finish() }
        try process.run()
        for await _ in ended {}
        return Run(
            output: try String(contentsOfFile: files[1], encoding: .utf8),
            errors: try String(contentsOfFile: files[2], encoding: .utf8),
            code: process.terminationStatus)
    }
}

/// The format of a transcript.
enum Transcript {
    /// The commands of a transcript, in order.
    static func commands(in text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
    }

    /// A command with what it printed.
    static func text(of command: String, _ run: HearthProgram.Run, home: String) -> String {
        var lines = ["$ " + command]
        lines += run.output.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        if lines.last == "" { lines.removeLast() }
        var errors = run.errors.split(separator: "\n", omittingEmptySubsequences: false)
        if errors.last == "" { errors.removeLast() }
        lines += errors.map { "! " + $0 }
        if run.code != 0 { lines.append("[exit \(run.code)]") }
        return lines.joined(separator: "\n").replacingOccurrences(of: home, with: "HOME") + "\n"
    }

    /// The words of a command line; double quotes keep blanks together.
    static func words(of command: String) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in command {
            if character == "\"" {
                isQuoted.toggle()
                word = word ?? ""
            } else if character == " ", !isQuoted {
                if let finished = word { words.append(finished) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + [word].compactMap { $0 }
    }
}
