public import ServiceLifecycle

/// Runs a node until it is to stop, then lets it say goodbye.
public struct NodeService: Service {
    private let node: HearthNode

    /// Makes a service of a node that is not started yet.
    public init(node: HearthNode) { self.node = node }

    public func run() async throws {
        try await node.start()
        let node = self.node
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await node.followConnections() }
                group.addTask { await node.followDiscovery() }
                group.addTask { await node.followAlarm() }
                group.addTask { await node.followStorage() }
                group.addTask { await node.serveStorage() }
                group.addTask { await node.followInterfaces() }
                group.addTask { await node.followSearches() }
                group.addTask { await node.followUpkeep() }
                group.addTask { await node.followLater() }
                group.addTask { await node.followShutdown() }
            }
        } onGracefulShutdown: {
            node.requestStop()
        }
        await node.close()
    }
}
