import Foundation
import LocalProtocol
import Synchronization
import Testing

@testable import LocalAPI

/// What stands between a request and the service of a home.
@Suite("Gates", .timeLimit(.minutes(1)))
struct GateTests {
    /// The gate of a locked home: nothing but its state is to be had.
    private struct LockedGate: ServiceGate {
        func home(for route: String) async throws(ServiceError) -> any HearthService {
            throw ServiceError(
                .noSuchRight, said: "This home is locked.", hint: "Open it with: hearth unlock")
        }

        func refused(_ route: String, _ error: ServiceError) async {
            Issue.record("a lock is no refusal of a right")
        }

        func guarded<Item: Message>(_ stream: AnswerStream<Item>) -> AnswerStream<Item> { stream }

        func status() async throws(ServiceError) -> Status {
            Status(
                version: "0.1.0", processID: 1, startedAt: FakeService.noon, home: "/h",
                stage: .locked, lock: .locked, discovery: DiscoveryState(isAvailable: false),
                counts: Counts())
        }

        func lock() async throws(ServiceError) -> LockReport { LockReport(lock: .locked) }

        func unlock(
            _ request: Passphrase
        ) async throws(ServiceError) -> AnswerStream<RebuildProgress> {
            AnswerStream { $0.finish() }
        }

        func seal(
            _ request: Passphrase
        ) async throws(ServiceError) -> AnswerStream<RebuildProgress> {
            AnswerStream { $0.finish() }
        }

        func unseal(
            _ request: Passphrase
        ) async throws(ServiceError) -> AnswerStream<RebuildProgress> {
            AnswerStream { $0.finish() }
        }
    }

    /// The requests that a locked home carries out.
    private static let always: Set<String> = ["status", "lock", "unlock", "seal", "unseal"]

    // Goal: no route gets past a lock by being forgotten. Method: every row of the table is asked
    // for, with a body that its type can be read from or not: a locked home must not even try.
    @Test("a locked home refuses every route but those that must be open")
    func locked() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let socket = try ListeningSocket.bind(path: folder.path + "/run/hearth.sock")
        let server = LocalServer(gate: LockedGate(), socket: socket, logger: quietLogger())
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            for route in Routes.all {
                let answer = RawAnswer(
                    try await RawClient.exchange(
                        socket.path, RawClient.request("\(route.verb.rawValue) \(route.path)")))
                let isOpen = Self.always.contains(route.name)
                // A request that lacks a field is malformed before anybody looks at the lock.
                let expected = isOpen ? [200, 400] : [403, 400]
                #expect(expected.contains(answer.status), "\(route.name): \(answer.status)")
                if answer.status == 403 { #expect(answer.body.contains("hearth unlock")) }
                #expect(answer.status != 400 || !answer.body.contains("\"id\""))
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    @Test("the gate is told which request was refused for want of a right, and of no other")
    func refusals() async throws {
        guard let program = HearthProgram.path() else { return }
        try await withServer { home, _, service in
            for command in [
                "hearth edit A-9K2M4 \"Mine now\"", "hearth show Q-00000", "hearth whoami",
            ] {
                _ = try await HearthProgram.run(program, command, home: home)
            }
            let refusals = service.refusals.withLock { $0 }
            #expect(refusals == ["edit"])
        }
    }
}
