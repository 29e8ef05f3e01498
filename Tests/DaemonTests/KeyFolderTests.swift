import Foundation
import Keys
import TestKit
import Testing
import Wire

@testable import Daemon

struct KeyFolderTests {
    private let secret = SecretBytes(copying: Bytes(repeating: 7, count: 32))

    @Test("what is saved is read back, from files that only the owner can read")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let keys = try KeyFolder.open(path: folder.path + "/keys")
        #expect(try keys.identity() == nil)
        try keys.save(
            OwnKeys(
                signingSeed: secret, agreementSecret: secret, founding: [1, 2, 3], name: "Ada",
                deviceName: "desk"))
        let identity = try #require(try keys.identity())
        #expect(identity.name == "Ada" && identity.deviceName == "desk")
        #expect(identity.founding == [1, 2, 3])
        #expect(identity.signingSeed == secret)

        let space = try #require(SpaceID(Bytes(repeating: 9, count: 32)))
        try keys.save(SpaceKeys(logSeed: secret, epochs: [(3, secret)]), of: space)
        let read = try #require(try keys.keys(of: space))
        #expect(read.epochs.map(\.generation) == [3])
        #expect(read.epochs.first?.secret == secret)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/keys") {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: folder.path + "/keys/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("a damaged file is refused at every byte, and left as it is")
    func damage() throws {
        let folder = try TemporaryFolder()
        let keys = try KeyFolder.open(path: folder.path)
        let space = try #require(SpaceID(Bytes(repeating: 9, count: 32)))
        try keys.save(
            WorkplaceKeys(space: space, networkKey: secret, name: "Plant North"))
        let file = folder.path + "/workplace"
        let good = try Data(contentsOf: URL(fileURLWithPath: file))
        for index in good.indices {
            var bad = good
            bad[index] ^= 0x20
            try bad.write(to: URL(fileURLWithPath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            #expect(throws: DaemonError.damagedKeyFile(path: file)) { try keys.workplace() }
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bad)
        }
        for count in good.indices {
            try good.prefix(count).write(to: URL(fileURLWithPath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            #expect(throws: DaemonError.damagedKeyFile(path: file)) { try keys.workplace() }
        }
    }

    @Test("wiped keys are gone from the folder and from the disk's blocks of the files")
    func wiping() throws {
        let folder = try TemporaryFolder()
        let keys = try KeyFolder(path: folder.path, fileKey: nil)
        let space = try #require(SpaceID(Bytes(repeating: 9, count: 32)))
        try keys.save(WorkplaceKeys(space: space, networkKey: secret, name: "Plant North"))
        try keys.save(SpaceKeys(logSeed: secret, epochs: [(1, secret)]), of: space)
        // A second name keeps the file's blocks, so that what was overwritten can be read.
        let file = folder.path + "/workplace"
        let kept = NSTemporaryDirectory() + "hearth-wiped-\(UUID().uuidString)"
        try FileManager.default.linkItem(atPath: file, toPath: kept)
        defer { try? FileManager.default.removeItem(atPath: kept) }
        try keys.wipe()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        #expect(try Data(contentsOf: URL(fileURLWithPath: kept)).allSatisfy { $0 == 0 })
        #expect(try keys.workplace() == nil)
    }

    @Test("a key file that others can read is refused")
    func exposed() throws {
        let folder = try TemporaryFolder()
        let keys = try KeyFolder.open(path: folder.path)
        let file = try folder.write("anything", to: "identity", mode: 0o644)
        #expect(throws: DaemonError.exposed(path: file, mode: 0o644)) { try keys.identity() }
    }
}
