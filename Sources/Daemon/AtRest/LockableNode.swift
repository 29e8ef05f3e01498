internal import Keys
internal import Languages
public import LocalProtocol
public import Logging
internal import Storage
internal import Synchronization

/// A home whose node exists only while it is unlocked.
///
/// An open home has its node from the start. A sealed one has none until somebody gives the
/// passphrase, and none after it was locked: store, keys, engine and sessions are gone with the
/// node, and ``HearthNode`` knows nothing of all that. Whatever brings a node up or down is a
/// ``Job`` and is done by ``run()``, one after the other.
public actor LockableNode: ServiceGate {
    /// Where the home stands.
    enum State {
        /// The node of an open home is there and opens its port; whoever asks waits for it.
        case starting
        /// There is a node.
        case up(HearthNode)
        /// A node is on its way up or down.
        case changing
        /// The home is sealed and locked.
        case locked
        /// The home must be sealed before it may be used.
        case unsealed
    }

    /// Something that ends with another state.
    enum Job {
        case begin(HearthNode)
        case unlock(KeyFolder, Report)
        case seal(SecretBytes, usesKeyring: Bool, Report)
        case unseal(KeyFolder, Report)
    }

    typealias Report = AsyncThrowingStream<LocalProtocol.RebuildProgress, any Error>.Continuation

    private struct Running {
        var node: HearthNode?
        var isStopping = false
    }

    let home: HomeFolders
    let machine: Machine
    /// What ``PasswordHash`` is asked for when the home is sealed.
    let cost: PasswordHash.Cost
    /// Where the passphrase of this home lies if nobody has to type it.
    let keyring: SessionKeyring
    nonisolated let streams = StreamRegistry()
    var configuration: Configuration
    var state: State
    var lastRequest = ContinuousClock.now
    /// What strangers saw a moment ago, by page and language.
    var shownFronts = OpenMemo<OpenFront>()
    var shownCommunities = OpenMemo<OpenCommunityPage>()
    let startedAt: Int64
    private var isSealed: Bool
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private let running = Mutex(Running())
    private let (jobStream, jobs) = AsyncStream.makeStream(of: Job.self)

    /// Where the keys of a home lie.
    static func keyPath(_ home: HomeFolders) -> String { home.data + "/keys" }

    /// Whether a home is sealed now, so that its daemon should leave nothing in freed memory.
    public static func canBeLocked(_ home: HomeFolders) throws -> Bool {
        try KeyFolder.isSealed(path: keyPath(home))
    }

    /// Opens a home as far as it can be opened without a passphrase.
    ///
    /// - Parameters:
    ///   - home: Where it lies.
    ///   - policy: What the machine allows.
    ///   - logger: Where the node logs.
    /// - Throws: ``DaemonError`` or what the storage says.
    public static func open(
        home: HomeFolders, policy: Policy, logger: Logger
    ) async throws -> LockableNode {
        try await open(
            home: home, policy: policy, logger: logger, cost: .moderate,
            keyring: SessionKeyring(home: home.data))
    }

    static func open(
        home: HomeFolders, policy: Policy, logger: Logger, cost: PasswordHash.Cost,
        keyring: SessionKeyring
    ) async throws -> LockableNode {
        let isSealed = try KeyFolder.isSealed(path: keyPath(home))
        let clocks = Clocks()
        let log = try AuditLog(
            folder: home.state + "/audit", head: keyPath(home) + "/audit-head",
            wallClock: clocks.wallClock)
        let machine = Machine(policy: policy, log: log, clocks: clocks, logger: logger)
        let configuration: Configuration
        do {
            configuration = try Self.configuration(of: home, under: policy)
        } catch .forbidden(let refusal) {
            machine.audit(.policyRefused(refusal))
            throw DaemonError.forbidden(refusal)
        }
        log.setMirrored(configuration.isSyslogWanted == true)
        machine.audit(.nodeStarted(version: HearthNode.version))
        for file in policy.files {
            machine.audit(.policyInForce(path: file.path, hash: file.hash))
        }
        turnGateway(machine, by: configuration)
        guard !isSealed else {
            // A crash may have left the view behind that was readable before the home was sealed.
            try Store.eraseView(folder: home.data)
            machine.audit(.locked(reason: "start"))
            return LockableNode(home, machine, configuration, cost, keyring, .locked)
        }
        guard configuration.atRest != .sealed else {
            return LockableNode(home, machine, configuration, cost, keyring, .unsealed)
        }
        let node = try await HearthNode.open(
            home: home, configuration: configuration, machine: machine,
            keys: try KeyFolder.open(path: keyPath(home)))
        let gate = LockableNode(home, machine, configuration, cost, keyring, .starting)
        gate.jobs.yield(.begin(node))
        return gate
    }

    private init(
        _ home: HomeFolders, _ machine: Machine, _ configuration: Configuration,
        _ cost: PasswordHash.Cost, _ keyring: SessionKeyring, _ state: State
    ) {
        self.home = home
        self.machine = machine
        self.configuration = configuration
        self.cost = cost
        self.keyring = keyring
        self.state = state
        startedAt = machine.clocks.wallClock
        if case .locked = state { isSealed = true } else { isSealed = false }
    }

    static func configuration(
        of home: HomeFolders, under policy: Policy
    ) throws(DaemonError) -> Configuration {
        var configuration = try Configuration.read(path: home.configuration)
        try policy.apply(to: &configuration, path: home.configuration)
        return configuration
    }

    /// Whether the home's keys are under a passphrase.
    var mode: AtRestMode { isSealed ? .sealed : .open }

    // MARK: Running

    /// Brings nodes up and down as they are asked for, until ``requestStop()``.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await self.unlockByItself() }
            try await self.carryOutAll()
            group.cancelAll()
        }
        machine.audit(.nodeStopped)
    }

    private func carryOutAll() async throws {
        var iterator = jobStream.makeAsyncIterator()
        while try await carryOutNext(&iterator) { settle() }
    }

    /// Lets the node of the moment say goodbye and ``run()`` return.
    nonisolated func requestStop() {
        jobs.finish()
        let node = running.withLock { running in
            running.isStopping = true
            return running.node
        }
        node?.requestStop()
    }

    /// Carries out one job, and holds nothing of it when it returns.
    private func carryOutNext(_ iterator: inout AsyncStream<Job>.AsyncIterator) async throws -> Bool
    {
        var next = iterator
        let job = await next.next(isolation: self)
        iterator = next
        switch job {
        case nil: return false
        case .begin(let node):
            do {
                try await node.start()
            } catch {
                settle()
                throw error
            }
            state = .up(node)
            resumeWaiting()
            await live(node)
        case .unlock(let keys, let report):
            try await bringUp(keys, as: .unlocked, report)
        case .seal(let passphrase, let usesKeyring, let report):
            let keys: KeyFolder
            do {
                keys = try seal(passphrase, usesKeyring: usesKeyring)
            } catch {
                try await giveUp(error, report)
                return true
            }
            try await bringUp(keys, as: .sealed, report)
        case .unseal(let keys, let report):
            let open: KeyFolder
            do {
                open = try unseal(keys)
            } catch {
                try await giveUp(error, report)
                return true
            }
            await forgetPassphrase()
            try await bringUp(open, as: .unsealed, report)
        }
        return true
    }

    /// Makes a node with keys, and lets it live until it is stopped.
    ///
    /// - Throws: What keeps an open home from being opened: then the daemon is of no use. A sealed
    ///   one stays locked, and its passphrase can be tried again.
    private func bringUp(_ keys: KeyFolder, as event: AuditEvent, _ report: Report) async throws {
        let node: HearthNode
        do {
            isSealed = keys.fileKey != nil
            configuration = try Self.configuration(of: home, under: machine.policy)
            Self.turnGateway(machine, by: configuration)
            machine.log.setMirrored(configuration.isSyslogWanted == true)
            node = try await HearthNode.open(
                home: home, configuration: configuration, machine: machine, keys: keys
            ) { progress in
                report.yield(
                    RebuildProgress(done: Int(progress.done), total: Int(progress.total)))
            }
            try await node.start()
        } catch {
            machine.logger.error("the home can't be opened", metadata: ["error": "\(error)"])
            report.finish(throwing: Self.sentence(error))
            guard isSealed else { throw error }
            return
        }
        machine.audit(event)
        lastRequest = .now
        state = .up(node)
        report.yield(RebuildProgress(done: 1, total: 1, isFinished: true))
        report.finish()
        await live(node)
    }

    /// Says that a change failed and goes on with what there is now.
    private func giveUp(_ error: any Error, _ report: Report) async throws {
        machine.logger.error("the home stays as it is", metadata: ["error": "\(error)"])
        report.finish(throwing: Self.sentence(error))
        isSealed = try KeyFolder.isSealed(path: Self.keyPath(home))
        guard !isSealed else { return }
        let (_, nobody) = AnswerStream.makeStream(of: RebuildProgress.self)
        try await bringUp(try KeyFolder.open(path: Self.keyPath(home)), as: .unsealed, nobody)
    }

    /// Runs a node until it is stopped, closes it, and watches meanwhile whether to lock it.
    private func live(_ node: HearthNode) async {
        let isStopping = running.withLock { running in
            running.node = node
            return running.isStopping
        }
        if isStopping { node.requestStop() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.watch(node) }
            group.addTask { await self.lockWhenOut(node) }
            await node.run()
            group.cancelAll()
        }
        await node.close()
        if await node.isWiped { isSealed = false }
        running.withLock { $0.node = nil }
        state = .changing
    }

    /// Says where the home stands after a job, to all who wait for it.
    private func settle() {
        let mustBeSealed = configuration.atRest == .sealed
        state = isSealed ? .locked : mustBeSealed ? .unsealed : .changing
        resumeWaiting()
    }

    private func resumeWaiting() {
        let waiting = waiting
        self.waiting = []
        for continuation in waiting { continuation.resume() }
    }

    // MARK: Going down

    /// Ends a node and returns when nothing of it is left; keys and words go with it.
    func bringDown(_ node: HearthNode) async {
        await beginChange(node)
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Waits for the node of an open home that is just starting.
    func waitForStart() async {
        guard case .starting = state else { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Ends a node that another job follows on.
    func beginChange(_ node: HearthNode?) async {
        state = .changing
        forgetShown()
        await streams.endAll()
        node?.requestStop()
    }

    /// Adds a job behind the others.
    func add(_ job: Job) {
        state = .changing
        jobs.yield(job)
    }

    /// What a person is told of a failure.
    static func sentence(_ error: any Error) -> ServiceError {
        switch error {
        case let error as ServiceError: error
        case let error as StorageError: error.service
        case let error as DaemonError:
            ServiceError(error.exitCode == 4 ? .noSuchRight : .internal, said: error.description)
        default: ServiceError(.internal, said: "\(error)")
        }
    }
}
