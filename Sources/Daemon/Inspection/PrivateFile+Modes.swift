internal import Foundation
internal import LocalProtocol

extension PrivateFile {
    /// Files and folders of a home that are looked at; there are some dozen.
    private static let inspected = 1_000

    /// Who may reach some folders and what lies in them.
    static func modes(of folders: [String]) -> [FileModeReport] {
        var paths: Set<String> = []
        for folder in folders {
            paths.insert(folder)
            let names = FileManager.default.enumerator(atPath: folder)
            while paths.count < inspected, let name = names?.nextObject() as? String {
                paths.insert(folder + "/" + name)
            }
        }
        return paths.sorted().compactMap { path in
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            let mode = status.st_mode & 0o777
            return FileModeReport(
                path: path, mode: String(mode, radix: 8), isPrivate: mode & 0o077 == 0)
        }
    }
}
