import Foundation
import Keys
import Testing
import Wire

@testable import Daemon

/// Key files under a passphrase.
struct SealedKeysTests {
    /// The least that Argon2id takes, so that a test is quick.
    static let cost = PasswordHash.Cost(passes: 1, memoryBytes: 8_192)
    static let passphrase = SecretBytes(copying: Bytes("copper lantern river".utf8))

    private let folder: TemporaryFolder
    private let secret = SecretBytes(copying: Bytes(repeating: 0xA7, count: 32))

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.path + "/keys" }

    private func filled() throws -> KeyFolder {
        let keys = try KeyFolder.open(path: path)
        try keys.save(
            OwnKeys(
                signingSeed: secret, agreementSecret: secret, founding: [1, 2, 3],
                name: "Ada Lovelace", deviceName: "desk"))
        for number in 1...3 {
            let space = try #require(SpaceID(Bytes(repeating: UInt8(number), count: 32)))
            try keys.save(SpaceKeys(logSeed: secret, epochs: [(1, secret)]), of: space)
        }
        return keys
    }

    private func content() throws -> [String: Data] {
        var content: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            content[name] = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
        }
        return content
    }

    @Test("sealed keys come back with the passphrase, and no file shows any of them")
    func roundTrip() throws {
        let open = try filled()
        let words = [Data("Ada Lovelace".utf8), Data(repeating: 0xA7, count: 32)]
        // It bites: the open folder shows all of it.
        for word in words {
            #expect(try content().values.contains { $0.range(of: word) != nil })
        }
        _ = try open.seal(passphrase: Self.passphrase, cost: Self.cost)
        for word in words {
            #expect(try content().values.allSatisfy { $0.range(of: word) == nil })
        }
        #expect(throws: DaemonError.self) { try KeyFolder.open(path: path) }
        let keys = try KeyFolder.unlock(path: path, passphrase: Self.passphrase)
        #expect(try keys.identity()?.name == "Ada Lovelace")
        #expect(try keys.identity()?.signingSeed == secret)
        #expect(try keys.keyrings().count == 3)
        // What is saved from now on is sealed too.
        let space = try #require(SpaceID(Bytes(repeating: 9, count: 32)))
        try keys.save(SpaceKeys(logSeed: secret, epochs: [(1, secret)]), of: space)
        #expect(try content().values.allSatisfy { $0.range(of: words[1]) == nil })
        #expect(try keys.keyrings().count == 4)

        let back = try keys.unseal()
        #expect(try back.identity()?.signingSeed == secret)
        #expect(try KeyFolder.open(path: path).keyrings().count == 4)
        #expect(try content().keys.allSatisfy { !$0.hasSuffix(".sealed") && $0 != "seal" })
    }

    @Test("a wrong passphrase, an empty one and a short new one are refused")
    func wrongPassphrase() throws {
        let open = try filled()
        #expect(throws: DaemonError.self) {
            try open.seal(passphrase: SecretBytes(copying: Bytes("short".utf8)), cost: Self.cost)
        }
        _ = try open.seal(passphrase: Self.passphrase, cost: Self.cost)
        for text in ["copper lantern rivers", "Copper lantern river", ""] {
            do {
                _ = try KeyFolder.unlock(
                    path: path, passphrase: SecretBytes(copying: Bytes(text.utf8)))
                Issue.record("opened with \(text)")
            } catch {
                guard case .passphrase = error else {
                    Issue.record("\(error)")
                    continue
                }
            }
        }
    }

    @Test("a sealed file in the place of another, or changed anywhere, is refused")
    func swapped() throws {
        _ = try filled().seal(passphrase: Self.passphrase, cost: Self.cost)
        let keys = try KeyFolder.unlock(path: path, passphrase: Self.passphrase)
        let names = try content().keys.filter { $0.hasPrefix("space-") }.sorted()
        let first = URL(fileURLWithPath: path + "/" + names[0])
        let good = try Data(contentsOf: first)
        let other = try Data(contentsOf: URL(fileURLWithPath: path + "/" + names[1]))
        // It bites: both are genuine files of one kind under one key.
        #expect(try keys.keyrings().count == 3)
        try other.write(to: first)
        #expect(chmod(first.path, 0o600) == 0)
        #expect(throws: DaemonError.damagedKeyFile(path: first.path)) { try keys.keyrings() }
        for index in good.indices {
            var bad = good
            bad[index] ^= 0x10
            try bad.write(to: first)
            #expect(chmod(first.path, 0o600) == 0)
            #expect(throws: DaemonError.self) { try keys.keyrings() }
        }
        try good.write(to: first)
        #expect(chmod(first.path, 0o600) == 0)
        #expect(try keys.keyrings().count == 3)
    }

    @Test("a readable file that is put into a sealed home is never taken, and goes away")
    func planted() throws {
        let open = try filled()
        let plain = try content()
        _ = try open.seal(passphrase: Self.passphrase, cost: Self.cost)
        for (name, data) in plain {
            try data.write(to: URL(fileURLWithPath: path + "/" + name))
            #expect(chmod(path + "/" + name, 0o600) == 0)
        }
        try FileManager.default.removeItem(atPath: path + "/identity.sealed")
        let keys = try KeyFolder.unlock(path: path, passphrase: Self.passphrase)
        #expect(try keys.identity() == nil)
        #expect(try content().keys.allSatisfy { plain[$0] == nil })
    }

    @Test("sealing that breaks off anywhere leaves an open home or a sealed one")
    func brokenOff() throws {
        let open = try filled()
        let plain = try content()
        _ = try open.seal(passphrase: Self.passphrase, cost: Self.cost)
        let sealed = try content()
        let steps = sealed.keys.filter { $0 != "seal" }.sorted() + ["seal"]
        for count in 0...steps.count {
            // Sealed copies come first, the file `seal` next, the removal of readable files last.
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            for (name, data) in plain.merging(
                steps.prefix(count).map { ($0, sealed[$0] ?? Data()) }, uniquingKeysWith: { $1 })
            {
                try data.write(to: URL(fileURLWithPath: path + "/" + name))
                #expect(chmod(path + "/" + name, 0o600) == 0)
            }
            let keys =
                try KeyFolder.isSealed(path: path)
                ? KeyFolder.unlock(path: path, passphrase: Self.passphrase)
                : KeyFolder.open(path: path)
            #expect(try keys.identity()?.name == "Ada Lovelace")
            #expect(try keys.keyrings().count == 3)
            let left = try content()
            #expect(left.count == (keys.fileKey == nil ? plain.count : sealed.count))
        }
    }

    @Test("a seal that asks for the whole machine is refused before any work")
    func costly() throws {
        var generator = SecureGenerator()
        _ = try KeyFolder.open(path: path)
        let file = path + "/seal"
        let (seal, _) = try KeySeal.make(
            passphrase: Self.passphrase, cost: Self.cost, using: &generator)
        try seal.write(to: file)
        #expect(try KeySeal(reading: file) != nil)
        for (passes, memory) in [(UInt64.max, UInt64(8_192)), (1, .max), (0, 8_192), (17, 8_192)] {
            let fields = [
                seal.salt.bytes, bigEndianBytes(passes), bigEndianBytes(memory), seal.nonce,
                seal.sealed,
            ]
            try KeyFile(kind: .seal, fields: fields).write(to: file, key: nil)
            #expect(throws: DaemonError.damagedKeyFile(path: file)) { try KeySeal(reading: file) }
        }
    }
}
