internal import Foundation
internal import Keys
internal import Languages
public import LocalProtocol
internal import Wire

/// Puts a backup into a home where nobody lives.
///
/// All of it is unpacked beside the places where it belongs, and moved there only when the whole
/// backup was found sound. The node that starts on it knows from the marks of chapter 05 that its
/// home goes on from another one, and begins new logs.
public enum Restoration {
    /// What was restored.
    public struct Report: Equatable, Sendable {
        /// How many files.
        public var files = 0
        /// How many bytes.
        public var bytes: UInt64 = 0
    }

    /// Restores a backup.
    ///
    /// - Parameters:
    ///   - path: The backup.
    ///   - passphrase: The one that it was sealed with.
    ///   - home: Where to; the caller holds its lock.
    ///   - progress: Told of the bytes that were unpacked.
    /// - Throws: ``DaemonError``; the home is left as it was.
    public static func restore(
        _ path: String, passphrase: String, to home: HomeFolders,
        progress: (UInt64) -> Void = { _ in }
    ) throws(DaemonError) -> Report {
        try requireEmpty(home)
        let folder = home.data + "/restoring"
        remove(folder)
        defer { remove(folder) }
        for part in ["", "/data", "/data/keys", "/data/letters", "/data/attachments"] {
            try PrivateFile.makeFolder(folder + part)
        }
        let secret = SecretBytes(copying: Bytes(passphrase.utf8))
        var reader = try SealedFileReader.open(path, .backup) { head throws(DaemonError) in
            try PartList.read(head).flatMap { KeySeal(fields: $0) }?.open(secret)
        }
        var report = Report()
        var names: [String] = []
        var seen: Set<String> = []
        while let (name, size) = try reader.next() {
            guard isAllowed(name), seen.insert(name).inserted else {
                throw SealedFileReader.damaged(path)
            }
            try unpack(&reader, size, to: folder + "/" + name) { count in
                report.bytes += count
                progress(report.bytes)
            }
            names.append(name)
            report.files += 1
        }
        guard names.contains("data/log.sqlite"),
            names.contains(where: { $0.hasPrefix("data/keys/identity") })
        else { throw SealedFileReader.damaged(path) }
        try move(names, from: folder, to: home)
        return report
    }

    /// Whether nobody lives in a home.
    private static func requireEmpty(_ home: HomeFolders) throws(DaemonError) {
        let inhabited = ["/log.sqlite", "/keys/identity", "/keys/identity.sealed", "/keys/seal"]
        for name in inhabited where FileManager.default.fileExists(atPath: home.data + name) {
            // A daemon that was started to look leaves an empty log; somebody's keys are never lost.
            guard name == "/log.sqlite", try isEmptyHome(home) else {
                throw .unusable(
                    path: home.data,
                    reason: say(
                        "somebody lives in this home already; set "
                            + "HEARTH_HOME to an empty one. Nothing was restored"))
            }
        }
    }

    private static func isEmptyHome(_ home: HomeFolders) throws(DaemonError) -> Bool {
        let keys = home.data + "/keys"
        guard FileManager.default.fileExists(atPath: keys) else { return true }
        return try PrivateFile.names(in: keys).allSatisfy { $0 == "audit-head" || $0 == "instance" }
    }

    /// The names that a backup may have: nothing leads out of the home.
    static func isAllowed(_ name: String) -> Bool {
        if name == "data/log.sqlite" || name == "hearth.toml" { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "data",
            ["keys", "letters", "attachments"].contains(parts[1])
        else {
            return false
        }
        let letters = parts[2].utf8
        return (1...128).contains(letters.count) && letters.first != UInt8(ascii: ".")
            && letters.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "/") }
    }

    private static func unpack(
        _ reader: inout SealedFileReader, _ size: UInt64, to path: String, _ count: (UInt64) -> Void
    ) throws(DaemonError) {
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let file = FileHandle(forWritingAtPath: path) else {
            throw .unusable(path: path, reason: say("it can't be written"))
        }
        defer { try? file.close() }
        var left = size
        do {
            while left > 0 {
                var piece = try reader.content(left)
                defer { wipe(&piece) }
                try file.write(contentsOf: Data(piece))
                left -= UInt64(piece.count)
                count(UInt64(piece.count))
            }
            try file.synchronize()
        } catch let error as DaemonError {
            throw error
        } catch {
            throw .unusable(path: path, reason: say("it can't be written"))
        }
    }

    /// Moves everything to where it belongs, the keys last: with them the home is somebody's.
    private static func move(
        _ names: [String], from folder: String, to home: HomeFolders
    ) throws(DaemonError) {
        for part in ["/keys", "/letters", "/attachments"] {
            try PrivateFile.makeFolder(home.data + part)
        }
        for leftover in [
            "log.sqlite", "log.sqlite-wal", "log.sqlite-shm", "view.sqlite",
            "view.sqlite-wal", "view.sqlite-shm",
        ] { remove(home.data + "/" + leftover) }
        let keysLast = names.sorted { first, second in
            (first.hasPrefix("data/keys/") ? 1 : 0, first)
                < (second.hasPrefix("data/keys/") ? 1 : 0, second)
        }
        for name in keysLast {
            let target =
                name == "hearth.toml"
                ? home.configuration : home.data + "/" + name.dropFirst("data/".count)
            // Whoever wrote a configuration for this computer meant it.
            if name == "hearth.toml", FileManager.default.fileExists(atPath: target) { continue }
            guard rename(folder + "/" + name, target) == 0 else {
                throw .unusable(path: target, reason: String(cString: strerror(errno)))
            }
        }
    }

    private static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }
}
