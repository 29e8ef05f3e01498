import LocalProtocol
import Synchronization

// A gate that is open, for a home that is sealed.
extension FakeService {
    func home(for route: String) async throws(ServiceError) -> any HearthService { self }

    func refused(_ route: String, _ error: ServiceError) async {
        refusals.withLock { $0.append(route) }
    }

    func guarded<Item: Message>(_ stream: AnswerStream<Item>) -> AnswerStream<Item> { stream }

    func lock() async throws(ServiceError) -> LockReport { LockReport(lock: .locked) }

    func unlock(_ request: Passphrase) async throws(ServiceError) -> AnswerStream<RebuildProgress> {
        guard request.passphrase == "copper lantern" else {
            throw ServiceError(
                .noSuchRight, said: "The passphrase doesn't do.", hint: "Nobody can reset it.")
        }
        return try await rebuild()
    }

    func seal(_ request: Passphrase) async throws(ServiceError) -> AnswerStream<RebuildProgress> {
        try await rebuild()
    }

    func unseal(_ request: Passphrase) async throws(ServiceError) -> AnswerStream<RebuildProgress> {
        try await rebuild()
    }
}
