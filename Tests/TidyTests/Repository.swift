import Foundation
import TestKit

/// The files of this repository that the rules look at.
enum Repository {
    /// All Swift files below `Sources` and `Tests`, generated ones too.
    static let swiftFiles: [SourceFile] = {
        ["Sources", "Tests"].flatMap { folder in
            paths(below: folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
                text(path).map { SourceFile(path: path, text: $0) }
            }
        }
    }()

    /// The Swift files that people have written.
    static let writtenFiles = swiftFiles.filter { !$0.isGenerated }

    /// Files of other kinds that go out with the project.
    static let otherFiles: [SourceFile] = {
        let roots = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Package.swift", ".ci/run"]
        let endings: Set<Substring> = ["md", "proto", "json", "py", "sh", "swift"]
        let inFolders = ["Protocol", "Tools"].flatMap { paths(below: $0) }.filter { path in
            let parts = (path.split(separator: "/").last ?? "").split(separator: ".")
            return parts.count == 1 || parts.last.map(endings.contains) == true
        }
        return (roots.filter(exists) + inFolders).compactMap { path in
            text(path).map { SourceFile(path: path, text: $0) }
        }
    }()

    /// Whether something exists at a path from the root.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(
            atPath: SharedFolder.repository.appendingPathComponent(path).path)
    }

    /// A file's text; `nil` if it can't be read as UTF-8.
    static func text(_ path: String) -> String? {
        let url = SharedFolder.repository.appendingPathComponent(path)
        return try? String(contentsOf: url, encoding: .utf8)
    }

    /// The paths of all files below a folder, in order.
    static func paths(below folder: String) -> [String] {
        // The folder may be a link to one.
        let root = SharedFolder.repository.appendingPathComponent(folder).resolvingSymlinksInPath()
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
        return all.filter { path in
            let parts = path.split(separator: "/")
            guard !parts.contains(where: { $0.hasPrefix(".") || $0 == "__pycache__" }) else {
                return false
            }
            var isFolder: ObjCBool = false
            let full = root.appendingPathComponent(path).path
            return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        .sorted().map { "\(folder)/\($0)" }
    }
}
