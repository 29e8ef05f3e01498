public import Foundation

/// Real inputs that lie beside the repository, if they are there.
public enum SharedFolder {
    /// The root of the repository.
    public static let repository: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }()

    /// The file or folder at a path below the shared folder; `nil` with a line on the standard
    /// output that says what is skipped where it does not exist.
    public static func find(_ path: String) -> URL? {
        let configured = ProcessInfo.processInfo.environment["HEARTH_SHARED"]
        let root =
            configured.map { URL(fileURLWithPath: $0) }
            ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
        let url = root.appendingPathComponent(path)
        if FileManager.default.fileExists(atPath: url.path) { return url }
        print("skipped: \(path) is not beside the repository (set HEARTH_SHARED to its folder)")
        return nil
    }
}
