import Engine
import LocalProtocol
import Logging

@testable import Daemon

extension HearthNode {
    /// A node that says nothing, on a machine without a policy where none is given.
    static func open(
        testing home: HomeFolders, policy: Policy = Policy()
    ) async throws -> HearthNode {
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
            machine: Machine(policy: policy, log: log, clocks: clocks, logger: logger),
            keys: keys)
    }

    /// Publishes a record in a community; on the wall if there is none, and with its whole if it is
    /// a part.
    func create(
        _ kind: ItemKind, in community: String?, _ fields: [String: String]
    ) async throws -> String {
        try await createItem(
            NewItemRequest(
                kind: kind, community: community,
                wall: community == nil && kind != .outcome ? true : nil,
                fields: fields.sorted { $0.key < $1.key }.map {
                    ItemField(name: $0.key, value: $0.value)
                })
        ).code
    }
}

extension HearthNode {
    /// Puts something off as the last thing before the node stops.
    func putOff(_ work: @escaping @Sendable () async -> Void) {
        later.yield(work)
        later.finish()
    }
}
