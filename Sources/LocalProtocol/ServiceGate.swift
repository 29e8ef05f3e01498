/// What stands before the service of a home: it lets requests in while the home is unlocked, and
/// answers by itself what can be asked of a locked one.
///
/// A locked home has no service at all; nothing of it is in memory. So what must work then is here,
/// and everything else stands in ``HearthService`` and knows nothing of locks.
public protocol ServiceGate: Sendable {
    /// The service of the home.
    ///
    /// - Parameter route: The name of the route that is asked for.
    /// - Throws: ``ServiceError`` with code `noSuchRight` while the home is locked.
    func home(for route: String) async throws(ServiceError) -> any HearthService
    /// Takes note that the service refused a request for want of a right.
    func refused(_ route: String, _ error: ServiceError) async
    /// A stream that ends when the home is locked, and lets go of what it holds.
    func guarded<Item: Message>(_ stream: AnswerStream<Item>) -> AnswerStream<Item>

    /// The state of the node at a glance, locked or not.
    func status() async throws(ServiceError) -> Status
    /// Takes keys and words out of memory; returns when they are.
    func lock() async throws(ServiceError) -> LockReport
    /// Opens a sealed home and makes its readable view from the log.
    func unlock(_ request: Passphrase) async throws(ServiceError) -> AnswerStream<RebuildProgress>
    /// Puts the keys of an open home under a passphrase and takes the readable view off the disk.
    func seal(_ request: Passphrase) async throws(ServiceError) -> AnswerStream<RebuildProgress>
    /// Makes a sealed home an open one again.
    func unseal(_ request: Passphrase) async throws(ServiceError) -> AnswerStream<RebuildProgress>
}

extension ServiceGate {
    /// Lets a request of a route pass, if it may.
    func pass<Answer>(
        _ route: String, _ body: (any HearthService) async throws(ServiceError) -> Answer
    ) async throws(ServiceError) -> Answer {
        let home = try await home(for: route)
        do {
            return try await body(home)
        } catch {
            if error.code == .noSuchRight { await refused(route, error) }
            throw error
        }
    }
}
