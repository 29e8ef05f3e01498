import Foundation

/// Writes the vectors of the protocol, or checks that those in the repository are current.
@main
struct Main {
    /// The vector files and what makes them, in the order of their chapters.
    private static let files: [(name: String, make: @Sendable () throws -> String)] = [
        ("handshake.json", handshakeVectors),
        ("pairing.json", pairingVectors),
        ("chain.json", chainVectors),
        ("frontier.json", frontierVectors),
        ("commit.json", commitVectors),
        ("reconciliation.json", reconciliationVectors),
        ("text.json", textVectors),
        ("attachments.json", attachmentVectors),
    ]

    private static let help = """
        Makes the test vectors of Protocol/ from fixed seeds; the same on every run.

        usage: hearth-vectors --write | --check

          --write   writes Protocol/Vectors/*.json
          --check   changes nothing; fails and names the file if one is not what would be written

        Run it anywhere in the repository:   Tools/vectors --check
        Exit codes: 0 all is current or written, 1 a file differs or can't be written, 2 usage.
        """

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch arguments {
            case ["--write"]: try write()
            case ["--check"]: try check()
            case ["--help"], ["-h"]: print(help)
            default: stop(code: 2, help)
            }
        } catch {
            stop(code: 1, "hearth-vectors: \(error)")
        }
    }

    private static func write() throws {
        let folder = try vectorFolder()
        for file in files {
            let text = Data(try file.make().utf8)
            let url = folder.appendingPathComponent(file.name)
            let isCurrent = (try? Data(contentsOf: url)) == text
            if !isCurrent { try text.write(to: url, options: .atomic) }
            print("\(isCurrent ? "current" : "written")  Protocol/Vectors/\(file.name)")
        }
    }

    private static func check() throws {
        let folder = try vectorFolder()
        var complaints: [String] = []
        for file in files {
            let url = folder.appendingPathComponent(file.name)
            let made = Data(try file.make().utf8)
            if let found = try? Data(contentsOf: url) {
                if found == made { continue }
                let line = firstDifference(found, made)
                complaints.append("Protocol/Vectors/\(file.name) differs, first in line \(line)")
            } else {
                complaints.append("Protocol/Vectors/\(file.name) is missing")
            }
        }
        let known = Set(files.map(\.name))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasSuffix(".json") && !known.contains(name) {
            complaints.append("Protocol/Vectors/\(name) is made by nothing")
        }
        guard complaints.isEmpty else {
            let advice = "If it is meant, say so in the chapter and run: Tools/vectors --write"
            stop(code: 1, (complaints + [advice]).joined(separator: "\n"))
        }
        print("\(files.count) vector files are current")
    }

    /// The number of the first line in which two texts differ.
    private static func firstDifference(_ found: Data, _ made: Data) -> Int {
        var line = 1
        for (left, right) in zip(found, made) {
            guard left == right else { break }
            if left == 0x0A { line += 1 }
        }
        return line
    }

    /// The folder of the vectors in the repository that one stands in.
    private static func vectorFolder() throws -> URL {
        var folder = URL(
            fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
        while folder.path != "/" {
            let vectors = folder.appendingPathComponent("Protocol/Vectors", isDirectory: true)
            if FileManager.default.fileExists(atPath: vectors.path) { return vectors }
            folder.deleteLastPathComponent()
        }
        throw VectorFailure.unexpected("this is not the repository: no Protocol/Vectors above here")
    }

    private static func stop(code: Int32, _ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(code)
    }
}
