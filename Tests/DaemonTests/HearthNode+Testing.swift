import Engine
import LocalProtocol
import Logging

@testable import Daemon

extension HearthNode {
    /// A node on a machine without a policy, that says nothing.
    static func open(testing home: HomeFolders) async throws -> HearthNode {
        let clocks = Clocks()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let keys = try KeyFolder.open(path: home.data + "/keys")
        try PrivateFile.makeFolder(home.state)
        let log = try AuditLog(
            folder: home.state + "/audit", head: home.data + "/keys/audit-head",
            mirror: { _ in }, wallClock: clocks.wallClock)
        return try await HearthNode.open(
            home: home, configuration: try Configuration.read(path: home.configuration),
            machine: Machine(policy: Policy(), log: log, clocks: clocks, logger: logger),
            keys: keys)
    }
}
