import Foundation
import Keys
import LocalProtocol
import Logging

@testable import Daemon

/// A home with a gate that runs, for tests of one node on this machine.
struct RunningHome: Sendable {
    let folder: TemporaryFolder
    let home: HomeFolders

    /// Makes an empty home.
    init(configuration: String = "") throws {
        folder = try TemporaryFolder()
        home = HomeFolders(
            configuration: folder.path + "/hearth.toml", data: folder.path + "/data",
            state: folder.path + "/state", socket: folder.path + "/run/hearth.sock")
        _ = try folder.write(
            "[network]\nport = 0\nmulticast = false\n" + configuration, to: "hearth.toml")
        for path in [home.data, home.state] { try PrivateFile.makeFolder(path) }
    }

    /// Runs the gate of the home while `body` runs.
    func run(
        policy: Policy = Policy(), keyringPath: String? = nil,
        _ body: @Sendable (LockableNode) async throws -> Void
    ) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let gate = try await LockableNode.open(
            home: home, policy: policy, logger: logger, cost: SealedKeysTests.cost,
            keyring: SessionKeyring(home: home.data, path: keyringPath ?? ""))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await gate.run() }
            do {
                try await body(gate)
            } catch {
                gate.requestStop()
                throw error
            }
            gate.requestStop()
            try await group.waitForAll()
        }
    }

    /// The security log of the home.
    func audit() throws -> [AuditLine] {
        try AuditLog(
            folder: home.state + "/audit", head: home.data + "/keys/audit-head",
            mirror: { _ in }, wallClock: 0
        ).lines(since: nil, event: nil)
    }

    /// Which of some byte strings occur in any file of the home, and where.
    func occurrences(of needles: [Data]) throws -> [String] {
        var found: [String] = []
        let names = FileManager.default.enumerator(atPath: folder.path)
        while let name = names?.nextObject() as? String {
            guard let data = FileManager.default.contents(atPath: folder.path + "/" + name) else {
                continue
            }
            for needle in needles where data.range(of: needle) != nil {
                found.append("\(String(decoding: needle, as: UTF8.self)) in \(name)")
            }
        }
        return found
    }
}

extension LockableNode {
    /// The service, as a route would get it.
    var service: any HearthService {
        get async throws(ServiceError) { try await home(for: "test") }
    }

    /// Seals the home and waits until it is up again.
    func sealAndWait(_ passphrase: String) async throws {
        for try await _ in try await seal(Passphrase(passphrase: passphrase)) {}
    }

    /// Unlocks the home and waits until it is up; gives the reports of it.
    @discardableResult
    func unlockAndWait(_ passphrase: String) async throws -> [LocalProtocol.RebuildProgress] {
        var reports: [LocalProtocol.RebuildProgress] = []
        for try await report in try await unlock(Passphrase(passphrase: passphrase)) {
            reports.append(report)
        }
        return reports
    }
}

/// Why a service refused; `nil` if it did not.
func refusal(_ body: () async throws(ServiceError) -> Void) async -> ServiceError? {
    do throws(ServiceError) {
        try await body()
        return nil
    } catch {
        return error
    }
}
