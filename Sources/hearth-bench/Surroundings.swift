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
    /// A Python that can import `zeroconf`.
    let python: String?
    /// Where files of the run may lie: on the disk whose speed counts.
    let folder: URL

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
