import Foundation
import TestKit
import Testing
import Wire

@testable import Daemon

struct InstanceMarkerTests {
    private let machine = Bytes("one".utf8)

    private func marker(_ folder: TemporaryFolder, machine: Bytes) throws -> InstanceMarker {
        for name in ["keys", "state"] { try PrivateFile.makeFolder(folder.path + "/" + name) }
        return InstanceMarker(
            keys: folder.path + "/keys", state: folder.path + "/state", machine: machine)
    }

    @Test("a home that goes on is its own; a restored, copied or halved one is foreign")
    func foreign() throws {
        let folder = try TemporaryFolder()
        let marker = try marker(folder, machine: machine)
        var generator = SeededGenerator(seed: 1)
        #expect(try !marker.isForeign(), "a new home")
        try marker.renew(using: &generator)
        #expect(try !marker.isForeign())
        let backup = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/keys/instance"))
        try marker.renew(using: &generator)
        #expect(try !marker.isForeign())

        let elsewhere = try self.marker(folder, machine: Bytes("two".utf8))
        #expect(try elsewhere.isForeign(), "the disk was cloned")
        let file = folder.path + "/keys/instance"
        try backup.write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        #expect(try marker.isForeign(), "the keys come from a backup")
        try marker.renew(using: &generator)
        try FileManager.default.removeItem(atPath: folder.path + "/state/instance")
        #expect(try marker.isForeign(), "the keys lie in another home")
    }
}
