import Foundation
import Testing

@testable import Daemon

struct HomeLockTests {
    @Test("a home has one daemon at a time")
    func exclusive() throws {
        let folder = try TemporaryFolder()
        let lock = try HomeLock(folder: folder.path)
        do {
            let second = try HomeLock(folder: folder.path)
            second.release()
            Issue.record("two locks on one home")
        } catch {
            #expect(
                error
                    == .homeInUse(
                        path: folder.path, process: ProcessInfo.processInfo.processIdentifier))
        }
        lock.release()
        let next = try HomeLock(folder: folder.path)
        next.release()
    }
}
