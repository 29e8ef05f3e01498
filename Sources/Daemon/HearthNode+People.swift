internal import Engine
internal import Community
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The node itself, its person, and the workplace.
extension HearthNode {
    public func status() async throws(ServiceError) -> Status {
        var status = Status(
            version: HearthNode.version, processID: Int(getpid()),
            startedAt: Timestamp(milliseconds: startedAt), home: home.data, stage: stage,
            listening: listening.map(\.description), discovery: discoveryState, counts: Counts())
        guard let own else { return status }
        let person = Founding.personID(of: own.founding)
        status.person = PersonName(id: person.hex, code: person.code, name: name(of: person))
        guard let membership else { return status }
        status.device = DeviceName(id: membership.device.hex, name: own.deviceName)
        status.workplace = workplaceName(membership)
        let peers = await membership.loop.peers()
        status.connectedPeers = peers.filter { $0.state == .connected }.count
        status.knownPeers = peers.filter { $0.device != nil }.count
        status.isInSync = await membership.loop.explain().isEmpty
        status.counts = try await counts(membership)
        if let skew = peers.compactMap(\.clockOffset).map(\.magnitude).max(), skew > .seconds(60) {
            status.warnings.append(
                say("The clock differs from a colleague's by more than a minute."))
        }
        if let closure = closure(membership) {
            status.warnings.append([closure.message, closure.hint ?? ""].joined(separator: " "))
        }
        status.warnings += await warningsOfPersons(membership, peers)
        status.warnings += try await warningsOfSetAsides(membership)
        return status
    }

    private var stage: NodeStage {
        membership != nil ? .member : own != nil ? .alone : .empty
    }

    var discoveryState: DiscoveryState {
        guard discovery != nil else {
            return DiscoveryState(
                isAvailable: false, reason: say("multicast is switched off in hearth.toml"))
        }
        return DiscoveryState(
            isAvailable: discoveryOutage == nil, reason: discoveryOutage?.description)
    }

    private func counts(_ membership: Membership) async throws(ServiceError) -> Counts {
        var counts = Counts()
        counts.people = membership.directory.people.filter(\.isAdmitted).count
        counts.communities = membership.directory.communities.count
        counts.joined = membership.directory.communities(of: membership.person).count
        let all = try await stored { () async throws(StorageError) in
            try await store.statistics()
        }
        for statistics in all where membership.openSpaces.contains(statistics.space) {
            counts.questions += statistics.questions
            counts.answers += statistics.answers
            counts.thanks += statistics.thanks
            counts.commits += Int(statistics.commits)
            counts.bytes += statistics.bytes
        }
        return counts
    }

    public func initialize(
        _ request: InitializeRequest
    ) async throws(ServiceError) -> LocalProtocol.Identity {
        guard own == nil else {
            throw ServiceError(
                .usage, "Somebody lives in this home already.",
                hint: "`hearth whoami` says who. Set HEARTH_HOME to make another home.")
        }
        let name = try cleaned(request.name, of: Schema.person)
        let signing = SigningKey.generate(using: &generator)
        let agreement = AgreementKey.generate(using: &generator)
        let card = DeviceCard.make(device: signing, agreement: agreement)
        let founding = Founding.person(
            device: card, isKiosk: request.isKiosk == true, using: &generator
        ).founding
        let made = OwnKeys(
            signingSeed: signing.seed, agreementSecret: agreement.secret, founding: founding,
            name: name, deviceName: request.deviceName ?? HearthNode.hostName)
        try saved { () throws(DaemonError) in try keys.save(made) }
        own = made
        audit(.keyCreated(kind: "identity", of: Founding.personID(of: founding).hex))
        arriving = nil
        return try await identity()
    }

    public func identity() async throws(ServiceError) -> LocalProtocol.Identity {
        if let session = try session { return try await identity(of: session) }
        guard let own else { _ = try member; throw HearthNode.stopping }
        let person = Founding.personID(of: own.founding)
        let device = try deviceID(own)
        var identity = LocalProtocol.Identity(
            person: PersonName(id: person.hex, code: person.code, name: name(of: person)),
            device: DeviceName(id: device.hex, name: own.deviceName))
        guard let membership else { return identity }
        identity.workplace = workplaceName(membership)
        let directory = membership.directory
        identity.vouchedBy =
            directory.person(person)?.vouchedBy.map { personName($0) } ?? []
        identity.recoveryWords = recoveryWords(membership)
        identity.closedBecause = closure(membership)?.message
        await showPresence()
        let summaries = try await communitySummaries()
        identity.communities = summaries.filter(\.isJoined).map(\.communityName)
        return identity
    }

    public func people() async throws(ServiceError) -> PeopleList {
        let member = try self.member
        let connected = Set(
            await member.loop.peers().filter { $0.state == .connected }.compactMap(\.person))
        let summaries = try await stored { () async throws(StorageError) in
            try await store.people()
        }
        return PeopleList(
            people: summaries.map { listed($0, connected: connected, me: member.person) })
    }

    func listed(_ person: PersonSummary, connected: Set<PersonID>, me: PersonID) -> Person {
        Person(
            id: person.id.hex, code: person.id.code, name: person.name,
            isSelf: person.id == me, isAdmitted: person.isAdmitted,
            isKiosk: person.isKiosk ? true : nil,
            devices: person.devices.filter { $0.isIn && !$0.isSheet && !$0.isHeld }
                .map { DeviceName(id: $0.id.hex, name: $0.label) },
            vouchedBy: person.vouchedBy.map { personName($0) },
            since: admission(of: person.id).map { Timestamp(milliseconds: $0) },
            isConnected: connected.contains(person.id))
    }

    public func foundWorkplace(
        _ request: NewWorkplaceRequest
    ) async throws(ServiceError) -> Workplace {
        guard let own else { _ = try member; throw HearthNode.stopping }
        if let membership {
            throw ServiceError(
                .usage, "This home belongs to \(membership.directory.workplaceName) already.",
                hint: "Set HEARTH_HOME to make another home.")
        }
        guard !isKiosk else {
            throw ServiceError(
                .usage, "A shared terminal founds no workplace.",
                hint: "Let a colleague invite it: hearth invite, then here hearth join CODE.")
        }
        let name = try cleaned(request.name, of: Schema.workplace)
        let door = request.hasDoorKey == true ? SigningKey.generate(using: &generator) : nil
        let (founding, space) = Founding.space(
            kind: .workplace, founder: try deviceID(own), workplace: nil,
            doorKey: door?.publicKey, using: &generator)
        let epoch = SecretBytes(copying: randomBytes(32, using: &generator))
        let workplace = WorkplaceKeys(
            space: space, networkKey: SecretBytes(copying: randomBytes(32, using: &generator)),
            name: name)
        let first = try composed { () throws(CommunityError) in
            try Compose.workplace(
                founding: founding, name: name,
                introduction: try Compose.introduction(
                    personFounding: own.founding, name: own.name, deviceLabel: own.deviceName))
        }
        try await found(workplace, epochs: [(1, epoch)], as: own, first: first)
        audit(.keyCreated(kind: "workplace", of: space.hex))
        audit(.workplaceFounded(space))
        var answer = try await self.workplace()
        answer.doorKeySecret = door.map { Hex.encode($0.seed.exposedCopy()) }
        return answer
    }

    /// Saves the keys of a workplace, enters it and writes the first commit of this device there.
    func found(
        _ workplace: WorkplaceKeys, epochs: [(generation: UInt64, secret: SecretBytes)],
        as own: OwnKeys, first operations: [Operation]
    ) async throws(ServiceError) {
        let log: SecretBytes
        do {
            let device = try SigningKey(seed: own.signingSeed)
            log = try freshLogSeed(of: workplace.space, device: device)
        } catch {
            throw ServiceError(.internal, "The key file of this person is damaged.")
        }
        try saved { () throws(DaemonError) in
            try keys.save(SpaceKeys(logSeed: log, epochs: epochs), of: workplace.space)
            try keys.save(workplace)
        }
        do {
            try await enter(workplace, as: own)
        } catch let error as StorageError {
            throw error.service
        } catch {
            throw ServiceError(.internal, "The workplace could not be entered: \(error).")
        }
        try await write([operations], to: workplace.space)
    }

    public func workplace() async throws(ServiceError) -> Workplace {
        let member = try self.member
        let directory = member.directory
        let people = directory.people.filter(\.isAdmitted)
        let space = member.workplace.space
        return Workplace(
            id: space.hex, code: space.code, name: workplaceName(member).name,
            founder: people.first(where: \.isFounder).map { personName($0.id) },
            people: people.count,
            devices: people.flatMap(\.membership.devices)
                .filter { $0.isIn && $0.use.isComputer }.count,
            communities: directory.communities.count,
            doorKey: directory.membership.doorKey?.hex)
    }

    // MARK: Names

    func workplaceName(_ membership: Membership) -> WorkplaceName {
        let known = membership.directory.workplaceName
        let space = membership.workplace.space
        return WorkplaceName(
            id: space.hex, code: space.code,
            name: known.isEmpty ? membership.workplace.name : known)
    }

    func personName(_ person: PersonID) -> PersonName {
        PersonName(id: person.hex, code: person.code, name: name(of: person))
    }

    /// The name that a person goes by.
    func name(of person: PersonID) -> String {
        if let name = membership?.directory.person(person)?.name, !name.isEmpty { return name }
        if let own, Founding.personID(of: own.founding) == person { return own.name }
        return "somebody (\(person))"
    }

    func deviceID(_ own: OwnKeys) throws(ServiceError) -> DeviceID {
        do {
            return DeviceID(raw: try SigningKey(seed: own.signingSeed).publicKey)
        } catch {
            throw ServiceError(.internal, "The key file of this person is damaged.")
        }
    }

    /// A name without superfluous space, if the schema allows it.
    func cleaned(_ name: String, of kind: RecordKind) throws(ServiceError) -> String {
        let trimmed = String(name.trimming { $0.isWhitespace })
        guard let rule = kind.field(named: "name") else { return trimmed }
        if let refusal = rule.refusal(of: .text(trimmed)) {
            throw CommunityError.refused(refusal).service
        }
        return trimmed
    }

    static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return say("this computer") }
        return String(
            decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    // MARK: Errors

    /// Runs something of the storage and words its failure for people.
    func stored<Result: Sendable>(
        _ body: () async throws(StorageError) -> Result
    ) async throws(ServiceError) -> Result {
        do {
            return try await body()
        } catch {
            throw error.service
        }
    }

    func saved(_ body: () throws(DaemonError) -> Void) throws(ServiceError) {
        do {
            try body()
        } catch {
            throw ServiceError(.internal, said: error.description)
        }
    }
}
