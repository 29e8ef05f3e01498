internal import Foundation

/// What every benchmark is told: how much to do, and where things are.
struct Surroundings: Sendable {
    /// Posts of the large benchmarks.
    let posts: Int
    /// Whether to do as little as possible.
    let isQuick: Bool
    /// How long to watch idle nodes.
    let seconds: Int
    /// The folder of `hearthd` and `hearth`.
    let programs: URL
    /// The script of the network of several hosts.
    let labScript: URL
    /// A Python that may have the modules of the references; see ``python(importing:)``.
    let python: String?
    /// The folder of the editing traces.
    let traces: URL
    /// The script of the references of texts.
    let textScript: URL
    /// Where files of the run may lie: on the disk whose speed counts.
    let folder: URL

    /// The Python, if it has some modules.
    func python(importing modules: String) throws -> String? {
        guard let python else { return nil }
        let output = try Command(path: python, arguments: ["-c", "import \(modules)"]).run()
        return output.status == 0 ? python : nil
    }

    /// How often large things are repeated.
    var rounds: Int { isQuick ? 3 : 5 }

    /// Does something with an empty folder that is removed afterwards.
    func withFolder<Result>(
        _ name: String, _ body: (URL) async throws -> Result
    ) async throws -> Result {
        let place = folder.appendingPathComponent(name)
        try? FileManager.default.removeItem(at: place)
        try FileManager.default.createDirectory(
            at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: place) }
        return try await body(place)
    }

    /// A line that says how far a benchmark is, beside the table.
    func tell(_ text: String) { FileHandle.standardError.write(Data("  \(text)\n".utf8)) }
}
