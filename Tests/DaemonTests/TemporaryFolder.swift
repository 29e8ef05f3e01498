import Foundation

/// A folder of its own for a test, removed with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("hearth-daemon-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Whether bytes occur in any file, or its name as text.
    func holds(_ needle: Data) throws -> Bool {
        let names = FileManager.default.enumerator(atPath: path)
        while let name = names?.nextObject() as? String {
            if Data(name.utf8).range(of: needle) != nil { return true }
            let content = FileManager.default.contents(atPath: path + "/" + name)
            if content?.range(of: needle) != nil { return true }
        }
        return false
    }

    /// Writes a file that others may read, too.
    func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }
}
