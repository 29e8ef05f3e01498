internal import Keys
internal import Languages
public import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

// What can be asked of a home whether it is locked or not.
extension LockableNode {
    public func home(for route: String) async throws(ServiceError) -> any HearthService {
        await waitForStart()
        switch state {
        case .up(let node):
            try await node.admit(route)
            lastRequest = .now
            return node
        case .starting, .changing:
            throw ServiceError(
                .offline, "This home is being locked or unlocked.", hint: "Try again in a moment.")
        case .locked: throw Self.lockedError
        case .unsealed: throw unsealedError
        }
    }

    public func refused(_ route: String, _ error: ServiceError) async {
        // What the policy forbids has its own line already.
        if !error.isPolicyRefusal { machine.audit(.rightRefused(request: route)) }
    }

    public nonisolated func guarded<Item: Message>(
        _ stream: AnswerStream<Item>
    ) -> AnswerStream<Item> {
        streams.guarded(stream)
    }

    public func status() async throws(ServiceError) -> Status {
        await waitForStart()
        if case .up(let node) = state {
            var status = try await node.status()
            status.lock = mode == .sealed ? .unlocked : .open
            status.unlocksWithKeyring = keyringMark
            return status
        }
        var status = Status(
            version: HearthNode.version, processID: Int(getpid()),
            startedAt: Timestamp(milliseconds: startedAt), home: home.data, stage: .locked,
            lock: lockState,
            discovery: DiscoveryState(isAvailable: false, reason: say("this home is locked")),
            counts: Counts())
        status.unlocksWithKeyring = keyringMark
        return status
    }

    private var keyringMark: Bool? {
        mode == .sealed && configuration.unlocksWithKeyring ? true : nil
    }

    private var lockState: LockState {
        switch state {
        case .up: mode == .sealed ? .unlocked : .open
        case .starting, .changing: .changing
        case .locked: .locked
        case .unsealed: .unsealed
        }
    }

    public func lock() async throws(ServiceError) -> LockReport {
        await waitForStart()
        switch state {
        case .locked: break
        case .up(let node) where mode == .sealed:
            machine.audit(.locked(reason: "asked"))
            await bringDown(node)
        case .up, .unsealed:
            throw ServiceError(
                .usage, "This home is not sealed, so there is nothing to lock.",
                hint: "Put its keys under a passphrase with `hearth seal`.")
        case .starting, .changing:
            throw ServiceError(
                .offline, "This home is being locked or unlocked.", hint: "Try again in a moment.")
        }
        return LockReport(lock: lockState)
    }

    public func unlock(
        _ request: Passphrase
    ) async throws(ServiceError) -> AnswerStream<LocalProtocol.RebuildProgress> {
        await waitForStart()
        switch state {
        case .locked: break
        case .up:
            let done = RebuildProgress(done: 1, total: 1, isFinished: true)
            return AnswerStream { continuation in
                continuation.yield(done)
                continuation.finish()
            }
        case .starting, .changing, .unsealed:
            _ = try await home(for: "unlock")
            throw Self.lockedError
        }
        let keys = try await open(request)
        guard case .locked = state else {
            throw ServiceError(
                .offline, "This home is being locked or unlocked.", hint: "Try again in a moment.")
        }
        let (stream, report) = reports()
        add(.unlock(keys, report))
        return stream
    }

    public func seal(
        _ request: Passphrase
    ) async throws(ServiceError) -> AnswerStream<LocalProtocol.RebuildProgress> {
        await waitForStart()
        let node: HearthNode?
        switch state {
        case .up(let running) where mode == .open: node = running
        case .unsealed: node = nil
        case .up, .locked:
            throw ServiceError(
                .usage, "This home is sealed already.",
                hint: "For another passphrase: `hearth unseal`, then `hearth seal`.")
        case .starting, .changing:
            _ = try await home(for: "seal")
            throw Self.lockedError
        }
        if let room = try await node?.shelf.rooms().first {
            throw ServiceError(
                .usage, "The reading room \(room.name) would stay readable on the disk.",
                hint: "Remove it first: hearth room remove \(room.id)")
        }
        if request.usesSessionKeyring == true {
            let passphrase = SessionKeyring.makePassphrase()
            try await keyring.store(passphrase)
            return await seal(passphrase, node, usesKeyring: true)
        }
        try request.passphrase.requireFitPassphrase()
        let passphrase = SecretBytes(copying: Bytes(request.passphrase.utf8))
        return await seal(passphrase, node, usesKeyring: false)
    }

    private func seal(
        _ passphrase: SecretBytes, _ node: HearthNode?, usesKeyring: Bool
    ) async -> AnswerStream<LocalProtocol.RebuildProgress> {
        let (stream, report) = reports()
        add(.seal(passphrase, usesKeyring: usesKeyring, report))
        await beginChange(node)
        return stream
    }

    public func unseal(
        _ request: Passphrase
    ) async throws(ServiceError) -> AnswerStream<LocalProtocol.RebuildProgress> {
        if machine.policy.atRest == .sealed {
            let refusal = machine.policy.refusal(.atRest, of: "hearth unseal")
            machine.audit(.policyRefused(refusal))
            throw refusal.service
        }
        await waitForStart()
        guard mode == .sealed else {
            throw ServiceError(.usage, "This home is not sealed.")
        }
        guard case .up(let node) = state else {
            _ = try await home(for: "unseal")
            throw Self.lockedError
        }
        let keys = try await open(request)
        let (stream, report) = reports()
        add(.unseal(keys, report))
        await beginChange(node)
        return stream
    }

    // MARK: How it is done

    /// Unlocks a home whose passphrase the session keyring keeps, when the daemon starts.
    ///
    /// If that fails the home stays locked, and `hearth unlock` says why.
    func unlockByItself() async {
        guard case .locked = state, configuration.unlocksWithKeyring else { return }
        do {
            for try await _ in try await unlock(.inSessionKeyring) {}
        } catch {
            machine.logger.warning(
                "the session keyring did not open the home", metadata: ["error": "\(error)"])
        }
    }

    /// An open home needs no passphrase: the session keyring lets go of it.
    func forgetPassphrase() async {
        guard configuration.unlocksWithKeyring else { return }
        do throws(ServiceError) {
            try await keyring.forget()
        } catch {
            machine.logger.warning(
                "the session keyring keeps a passphrase that opens nothing any more",
                metadata: ["error": "\(error.message)"])
        }
    }

    /// The keys of the home.
    private func open(_ request: Passphrase) async throws(ServiceError) -> KeyFolder {
        let passphrase =
            request.usesSessionKeyring == true
            ? try await keyring.lookUp() : SecretBytes(copying: Bytes(request.passphrase.utf8))
        do {
            return try KeyFolder.unlock(path: Self.keyPath(home), passphrase: passphrase)
        } catch {
            guard case .passphrase(let reason) = error else { throw Self.sentence(error) }
            machine.audit(.unlockRefused)
            throw ServiceError(
                .noSuchRight, "The passphrase doesn't do: \(reason).",
                hint: "Nobody can reset it. Without it, join the workplace again from a new home.")
        }
    }

    private func reports() -> (AnswerStream<LocalProtocol.RebuildProgress>, Report) {
        AnswerStream.makeStream(
            of: LocalProtocol.RebuildProgress.self, bufferingPolicy: .bufferingNewest(16))
    }

    /// Puts the keys under a passphrase and takes the readable view off the disk.
    func seal(_ passphrase: SecretBytes, usesKeyring: Bool) throws -> KeyFolder {
        let keys = try KeyFolder.open(path: Self.keyPath(home))
        try Store.eraseView(folder: home.data)
        let sealed = try keys.seal(passphrase: passphrase, cost: cost)
        do {
            try Configuration.write(
                atRest: .sealed, usesKeyring: usesKeyring, path: home.configuration)
        } catch {
            // The file `seal` is what counts; the line is for people.
            machine.logger.warning(
                "storage.at-rest could not be written", metadata: ["error": "\(error)"])
        }
        return sealed
    }

    /// Puts the keys back as they were; the view is made anew by the next node.
    func unseal(_ keys: KeyFolder) throws -> KeyFolder {
        try Configuration.write(atRest: .open, usesKeyring: false, path: home.configuration)
        if let key = keys.fileKey {
            var letters = try LetterBox(path: home.data + "/letters", key: key)
            try letters.unseal()
            try RememberedPeers.unseal(path: home.state + "/peers", key: key)
        }
        return try keys.unseal()
    }

    /// Locks a sealed home when nobody has asked for anything for a while, or when it has met no
    /// peer for longer than the policy's lease.
    ///
    /// The passphrase renews the lease: whoever has it is no thief.
    func watch(_ node: HearthNode) async {
        guard mode == .sealed, configuration.lockAfter != nil || machine.policy.lease != nil else {
            return
        }
        var lastMeeting = ContinuousClock.now
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: watchInterval)
            } catch {
                return
            }
            guard case .up = state else { continue }
            if await node.isMeetingPeers() { lastMeeting = .now }
            let now = ContinuousClock.now
            let idle = configuration.lockAfter.map { now - lastRequest >= .seconds($0) } ?? false
            let isAway = machine.policy.lease.map { now - lastMeeting >= .seconds($0) } ?? false
            guard idle || isAway else { continue }
            machine.audit(.locked(reason: idle ? "idle" : "lease"))
            await beginChange(node)
        }
    }

    /// Locks a sealed home as soon as its device is put out: whoever holds the computer then needs
    /// the passphrase.
    func lockWhenOut(_ node: HearthNode) async {
        guard mode == .sealed else { return }
        for await _ in node.lossStream {
            guard !Task.isCancelled, case .up = state else { continue }
            machine.audit(.locked(reason: "out"))
            await beginChange(node)
        }
    }

    /// How often is looked whether to lock: often enough that the time is kept to a tenth.
    private var watchInterval: Duration {
        let shortest = min(configuration.lockAfter ?? .max, machine.policy.lease ?? .max)
        return shortest > 50 ? .seconds(5) : .milliseconds(100 * max(1, shortest))
    }

    static var lockedError: ServiceError {
        ServiceError(
            .noSuchRight, "This home is locked.", hint: "Open it with: hearth unlock")
    }

    private var unsealedError: ServiceError {
        let hint = say("Choose a passphrase with: hearth seal")
        guard machine.policy.atRest == .sealed else {
            return ServiceError(
                .noSuchRight, said: say("hearth.toml wants this home sealed, and it is not yet."),
                hint: hint)
        }
        let refusal = machine.policy.refusal(.atRest, of: say("a home that is not sealed"))
        return ServiceError(.noSuchRight, said: refusal.description + ".", hint: hint)
    }
}

extension String {
    /// Refuses a passphrase that is too short for anything to be sealed with it.
    func requireFitPassphrase() throws(ServiceError) {
        guard utf8.count >= KeySeal.passphraseBytes else {
            throw ServiceError(
                .usage, "A passphrase has at least \(KeySeal.passphraseBytes) letters.",
                hint: "Four words that don't belong together are good and easy to keep.")
        }
    }
}
