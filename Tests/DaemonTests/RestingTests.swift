import Foundation
import LocalProtocol
import Testing

@testable import Daemon

/// What a node does when nothing is going on.
@Suite("Resting", .timeLimit(.minutes(1)))
struct RestingTests {
    @Test("without any peer, too, what was written comes into the main file of the log")
    func checkpoint() async throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("[network]\nport = 0\nmulticast = false\n", to: "hearth.toml")
        let home = HomeFolders(
            configuration: folder.path + "/hearth.toml", data: folder.path + "/data",
            state: folder.path + "/state", socket: folder.path + "/run/hearth.sock")
        let node = try await HearthNode.open(testing: home)
        await node.rest(after: .milliseconds(20))
        func size() throws -> Int {
            let path = home.data + "/log.sqlite"
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            return try #require(attributes[.size] as? Int)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await node.run() }
            _ = try await node.initialize(InitializeRequest(name: "Ada"))
            let before = try size()
            _ = try await node.foundWorkplace(NewWorkplaceRequest(name: "Plant North"))
            // The limit of time of the suite ends a wait that is in vain.
            while try size() <= before { try await Task.sleep(for: .milliseconds(10)) }
            node.requestStop()
            try await group.waitForAll()
        }
    }
}

extension HearthNode {
    fileprivate func rest(after patience: Duration) { rest.patience = patience }
}
