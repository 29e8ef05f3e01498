// What can be asked of a home whether it is locked or not.
extension Routes {
    /// `POST /v1/lock`: take keys and words out of memory.
    public static let lock = Route<Nothing, LockReport>(
        always: "lock", .post, "/v1/lock", "Take keys and words out of memory"
    ) { gate, _ throws(ServiceError) in try await gate.lock() }

    /// `POST /v1/unlock`: open a sealed home and report until its view is made.
    public static let unlock = StreamRoute<Passphrase, RebuildProgress>(
        always: "unlock", .post, "/v1/unlock",
        "Open a sealed home and report until its view is made"
    ) { gate, request throws(ServiceError) in try await gate.unlock(request) }

    /// `POST /v1/seal`: put the keys under a passphrase and take the view off the disk.
    public static let seal = StreamRoute<Passphrase, RebuildProgress>(
        always: "seal", .post, "/v1/seal",
        "Put the keys under a passphrase and take the view off the disk"
    ) { gate, request throws(ServiceError) in try await gate.seal(request) }

    /// `POST /v1/unseal`: make a sealed home an open one again.
    public static let unseal = StreamRoute<Passphrase, RebuildProgress>(
        always: "unseal", .post, "/v1/unseal", "Make a sealed home an open one again"
    ) { gate, request throws(ServiceError) in try await gate.unseal(request) }

    /// The routes of this file, in the order of the documentation.
    static let locking: [any AnyRoute] = [lock, unlock, seal, unseal]
}
