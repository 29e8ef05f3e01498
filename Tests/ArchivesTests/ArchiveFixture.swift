import Archives
import Foundation
import TestKit
import Testing

/// A file of an archive in a folder of its own, gone when the test is over.
final class ArchiveFixture {
    let folder: URL
    let path: String

    init(_ bytes: some Sequence<UInt8>, named name: String = "list.mbox") throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("archives-\(UUID().uuidString)/Shop")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        path = file.path
    }

    convenience init(_ text: String, named name: String = "list.mbox") throws {
        try self.init(Array(text.utf8), named: name)
    }

    deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

    func add(_ text: String, named name: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}

/// A folder of files, gone when the test is over.
final class FolderFixture {
    private let home: URL
    let path: String

    init(_ files: [String: String] = [:], named name: String = "Shop") throws {
        home = FileManager.default.temporaryDirectory
            .appendingPathComponent("archives-\(UUID().uuidString)")
        path = home.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try add(name, Array(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    func add(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}

/// All that an archive yields.
struct Reading {
    var posts: [ArchivedPost] = []
    var skips: [Skip] = []
    var summary = ArchiveSummary()

    init(_ paths: [String], latest: Int64? = nil) throws {
        var reader = try ArchiveReader(paths: paths, latest: latest)
        while let item = try reader.next() {
            switch item {
            case .post(let post): posts.append(post)
            case .skipped(let skip): skips.append(skip)
            case .working: break
            }
        }
        summary = reader.summary
    }

    /// Reads what is gone afterwards.
    init(_ fixture: ArchiveFixture) throws {
        self = try withExtendedLifetime(fixture) { try Self([fixture.path]) }
    }

    /// Reads what is gone afterwards.
    init(_ fixture: FolderFixture) throws {
        self = try withExtendedLifetime(fixture) { try Self([fixture.path]) }
    }

    init(mbox bytes: some Sequence<UInt8>) throws {
        let fixture = try ArchiveFixture(bytes)
        try self.init([fixture.path])
    }

    init(mbox text: String) throws { try self.init(mbox: Array(text.utf8)) }
}

/// Tries an action with bytes of which some are changed, missing or doubled.
func forAllBytes(_ bytes: [UInt8], _ action: ([UInt8]) throws -> Void) {
    forAll(cases: 150, "changed bytes never trap") { generator in
        var changed = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !changed.isEmpty {
            let index = Int.random(in: 0..<changed.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: changed[index] = UInt8.random(in: .min ... .max, using: &generator)
            case 1: changed.removeSubrange(index..<min(changed.count, index + 9))
            default: changed.insert(contentsOf: changed[index...].prefix(20), at: index)
            }
        }
        try action(changed)
        return true
    }
}
