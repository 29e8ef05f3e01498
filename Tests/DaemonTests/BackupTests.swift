import Foundation
import Keys
import LocalProtocol
import Storage
import TestKit
import Testing
import Wire

@testable import Daemon

/// Backups: what is in them, what opens them, and what a home does that comes from one.
@Suite("Backups", .timeLimit(.minutes(2)))
struct BackupTests {
    private static let cost = PasswordHash.Cost(passes: 1, memoryBytes: 8_192)
    private static let passphrase = "copper lantern river"
    private let household: Household
    private var folder: String { household.folder.path }

    init() throws { household = try Household() }

    private func backUp(_ node: HearthNode, to path: String) async throws {
        let plan = await BackupPlan(
            path: path, home: node.home, keys: node.keys, store: node.store,
            passphrase: SecretBytes(copying: Bytes(Self.passphrase.utf8)), cost: Self.cost)
        try await plan.carryOut { _ in }
    }

    private func home(_ name: String) throws -> HomeFolders {
        let path = folder + "/" + name
        try PrivateFile.makeFolder(path)
        return HomeFolders(
            configuration: path + "/hearth.toml", data: path, state: path + "/state",
            socket: path + "/s")
    }

    @Test("a restored home has all of it, writes in new logs, and rescues what nobody else had")
    func roundTrip() async throws {
        let ada = try await household.founder("Ada")
        let ben = try await household.colleague("Ben", of: ada)
        let community = try await ada.createCommunity(NewCommunityRequest(name: "Seals"))
        try await household.meet([ada, ben])
        _ = try await ben.joinCommunity(
            CommunityReference(community: community.community.code))
        let unsynced = try await ada.ask(AskRequest(title: "Who is zylophagous?"))
        let picture = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        try picture.write(to: URL(fileURLWithPath: folder + "/pump.jpg"))
        let attached = try await ada.attach(
            AttachRequest(reference: unsynced.code, path: folder + "/pump.jpg"))
        try await backUp(ada, to: folder + "/ada.hearth")
        // What is written after the backup, and reached a colleague before the disk broke.
        let late = try await ada.ask(AskRequest(title: "After the backup?"))
        let space = try await ada.resolveCommunity("Seals").space
        let before = try #require(await ada.store.ownLog(in: space))
        let target = try home("again")
        let report = try Restoration.restore(
            folder + "/ada.hearth", passphrase: Self.passphrase, to: target)
        #expect(report.files >= 4 && report.bytes > 0)
        #expect(!FileManager.default.fileExists(atPath: target.data + "/restoring"))
        let restored = try await HearthNode.open(testing: target)
        try await restored.resume()
        #expect(await restored.isRestored)
        #expect(try await restored.identity().person.name == "Ada")
        #expect(try await restored.show(ShowRequest(reference: unsynced.code)).thread != nil)
        let back = folder + "/back.jpg"
        _ = try await restored.saveFile(
            SaveFileRequest(reference: attached.file.code, path: back))
        #expect(try Data(contentsOf: URL(fileURLWithPath: back)) == picture)
        let after = try #require(await restored.store.ownLog(in: space))
        #expect(after != before)
        let fresh = try await restored.ask(AskRequest(community: "Seals", title: "In a new log?"))
        try await household.meet([restored, ben, ada])
        for node in [restored, ben, ada] {
            for code in [unsynced.code, late.code, fresh.code] {
                #expect(try await node.show(ShowRequest(reference: code)).thread != nil)
            }
        }
        let dumps = try await [
            restored.store.canonicalDump(), ben.store.canonicalDump(), ada.store.canonicalDump(),
        ]
        #expect(Set(dumps).count == 1)
    }

    @Test("nothing in the file is readable, and whatever is changed in it is found")
    func sealed() async throws {
        let ada = try await household.founder("Ada")
        let path = folder + "/ada.hearth"
        try await backUp(ada, to: path)
        let whole = try Bytes(Data(contentsOf: URL(fileURLWithPath: path)))
        let seed = try #require(await ada.own?.signingSeed.exposedCopy())
        #expect(Data(whole).range(of: Data(seed)) == nil)
        #expect(Data(whole).range(of: Data("data/keys".utf8)) == nil)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let again = await #expect(throws: ServiceError.self) { try await backUp(ada, to: path) }
        #expect(again?.message.contains("not written over") == true)
        #expect(throws: DaemonError.passphrase("it is not the one that this home was sealed with"))
        {
            try Restoration.restore(path, passphrase: "another lantern", to: try home("wrong"))
        }
        var generator = SeededGenerator(seed: 23)
        for round in 0..<20 {
            var changed = whole
            let place = Int.random(in: 0..<whole.count, using: &generator)
            if round.isMultiple(of: 2) {
                changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            } else {
                changed.removeLast(whole.count - place)
            }
            try PrivateFile.replace(folder + "/changed", with: changed)
            let target = try home("changed-home")
            #expect(throws: DaemonError.self, "place \(place)") {
                try Restoration.restore(
                    folder + "/changed", passphrase: Self.passphrase, to: target)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: target.data)
            #expect(left.isEmpty)
        }
    }

    @Test("nobody's home is written over, and no name in a backup leads out of it")
    func refusals() async throws {
        let ada = try await household.founder("Ada")
        let path = folder + "/ada.hearth"
        try await backUp(ada, to: path)
        let occupied = await ada.home
        #expect(throws: DaemonError.self) {
            try Restoration.restore(path, passphrase: Self.passphrase, to: occupied)
        }
        #expect(try await ada.identity().person.name == "Ada")
        let stranger = folder + "/stranger"
        var generator = SecureGenerator()
        for name in [
            "../outside", "data/keys/../../outside", "/etc/hearth", "data/keys/.hidden",
            "data/view.sqlite", "data/keys/a/b", "data/keys/", "state/instance",
        ] {
            #expect(!Restoration.isAllowed(name))
            try? FileManager.default.removeItem(atPath: stranger)
            let (seal, key) = try KeySeal.make(
                passphrase: SecretBytes(copying: Bytes(Self.passphrase.utf8)), cost: Self.cost,
                using: &generator)
            var writer = try SealedFileWriter.create(
                stranger, .backup, head: PartList.bytes(seal.fields), key: key)
            try writer.begin(name, size: 3)
            try writer.write(Bytes("abc".utf8))
            try writer.finish()
            let target = try home("hostile")
            #expect(throws: DaemonError.self) {
                try Restoration.restore(stranger, passphrase: Self.passphrase, to: target)
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/outside"))
        }
    }

}
