import Foundation
import TestKit

/// A network of several hosts on this machine, with faults on command.
final class Lab {
    private let name: String
    private let folder: URL
    /// The programs under test.
    let programs: URL

    /// Starts the hosts; `nil` with a line that says why where this machine can't run a lab.
    init?(hosts: [String], name: String) throws {
        guard let programs = Lab.programs() else { return nil }
        self.programs = programs
        self.name = name
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearth-lab")
        guard getuid() == 0 else {
            print("skipped: a network of several hosts needs root")
            return nil
        }
        let check = try command(["check"]).run()
        guard check.status == 0 else {
            print("skipped: this machine can't run the lab: \(check.standardError)")
            return nil
        }
        try command(["down"]).check()
        try command(["up"] + hosts, seconds: 120).check()
    }

    /// Ends everything on all hosts.
    func down() {
        do {
            try command(["down"], seconds: 120).check()
        } catch {
            print("the lab \(name) could not be taken down: \(error)")
        }
    }

    /// Changes the network, as in `cut h1` or `partition h1,h2|h3`.
    func fault(_ words: String...) throws { try fault(words) }

    /// Changes the network, by a list of words.
    func fault(_ words: [String]) throws {
        try command(words).check()
    }

    /// A program on one host.
    func on(_ host: String, _ words: [String], seconds: Int = 60) -> Command {
        command(["exec", host] + words, seconds: seconds)
    }

    private func command(_ arguments: [String], seconds: Int = 60) -> Command {
        Command(
            path: SharedFolder.repository.appendingPathComponent("Tools/lan-lab/lan-lab").path,
            arguments: arguments,
            environment: ["LAN_LAB_NAME": name, "LAN_LAB_DIR": folder.path], seconds: seconds)
    }

    /// The folder of the built programs, found beside the tests.
    ///
    /// `HEARTH_PROGRAMS` names another folder, such as that of a release.
    static func programs() -> URL? {
        if let named = ProcessInfo.processInfo.environment["HEARTH_PROGRAMS"] {
            return URL(fileURLWithPath: named)
        }
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<5 {
            folder.deleteLastPathComponent()
            let daemon = folder.appendingPathComponent("hearthd").path
            if FileManager.default.isExecutableFile(atPath: daemon) { return folder }
        }
        for configuration in ["debug", "release"] {
            let folder = SharedFolder.repository.appendingPathComponent(".build/\(configuration)")
            let daemon = folder.appendingPathComponent("hearthd").path
            if FileManager.default.isExecutableFile(atPath: daemon) { return folder }
        }
        print("skipped: hearthd is not built; run Tools/test")
        return nil
    }
}
