internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// The devices of the person of this home.
extension HearthNode {
    public func addDevice(_ request: InviteRequest) async throws(ServiceError) -> Pairing {
        try await openInvitation(.device, request)
    }

    public func joinAsDevice(_ request: JoinDeviceRequest) async throws(ServiceError) -> Pairing {
        guard own == nil else {
            throw ServiceError(
                .usage, "Somebody lives in this home already.",
                hint: "`hearth whoami` says who. Set HEARTH_HOME to make another home.")
        }
        guard request.revokesOthers != true || request.sheetWords != nil else {
            throw ServiceError(.usage, "Only a recovery sheet can revoke all other computers.")
        }
        let sheet = try request.sheetWords.map { (words) throws(ServiceError) in
            try HearthNode.sheet(words)
        }
        let made = Arrival(
            device: SigningKey.generate(using: &generator),
            agreement: AgreementKey.generate(using: &generator),
            label: try cleanedLabel(request.deviceName ?? HearthNode.hostName), sheet: sheet,
            revokesOthers: request.revokesOthers ?? false)
        let card = DeviceCard.make(device: made.device, agreement: made.agreement)
        let pairing = try await beginJoin(
            code: request.code, address: request.address,
            as: Newcomer(
                device: card, label: made.label,
                sheet: sheet.map { DeviceID(raw: $0.device.publicKey) }))
        arriving = made
        return pairing
    }

    private static func sheet(_ words: String) throws(ServiceError) -> SheetKeys {
        do {
            return try SheetKeys(words: words)
        } catch let mistake as SheetWords.Mistake {
            let message =
                switch mistake {
                case .count(let count):
                    say(
                        count, one: "There are \(.count) words; a sheet has 24.",
                        other: "There are \(.count) words; a sheet has 24.")
                case .unknownWord(let place): say("Word \(place) is not on any sheet.")
                case .checksum:
                    say("The words don't belong together: one is wrong or misplaced.")
                }
            throw ServiceError(
                .usage, said: message,
                hint: say("Compare the words with the sheet, in its order."))
        } catch {
            throw ServiceError(.internal, "The key of the sheet can't be made.")
        }
    }

    public func devices() async throws(ServiceError) -> DeviceList {
        let member = try self.member
        return DeviceList(
            person: personName(member.person), devices: try await devices(of: member.person))
    }

    public func renameDevice(
        _ request: RenameDeviceRequest
    ) async throws(ServiceError) -> PersonDevice {
        let member = try self.member
        let device = try await resolveDevice(request.device)
        let label = try cleanedLabel(request.name)
        let id = try await deviceID(device)
        let record = try await stored { () async throws(StorageError) in
            try await store.record(of: id, of: member.person)
        }
        let operations = try composed { () throws(CommunityError) in
            guard let record else { return try Compose.device(id, label: label) }
            return try Compose.edit(
                "label", to: .text(label), of: record, kind: Schema.device)
        }
        try await write([operations], to: member.workplace.space)
        return try await resolveDevice(device.id)
    }

    public func revokeDevice(_ request: DeviceReference) async throws(ServiceError) -> DeviceRevoked
    {
        let member = try self.member
        let device = try await resolveDevice(request.device)
        guard device.isIn else {
            throw ServiceError(.usage, "\(device.name) was put out before.")
        }
        let isLast =
            try await devices(of: member.person)
            .filter { $0.isIn && $0.kind == .computer }.map(\.id) == [device.id]
        guard !isLast else {
            throw ServiceError(
                .usage, "\(device.name) is the only computer of yours that is in.",
                hint: "To leave the workplace: `hearth depart`. To change computers, add the new "
                    + "one first: `hearth device add`.")
        }
        let id = try await deviceID(device)
        let space = member.workplace.space
        let ends = store.logEnds(of: [id], in: space)
        try await write([Compose.revocation(of: id, ends: ends)], to: space)
        await endLogs()
        return DeviceRevoked(
            device: try await resolveDevice(device.id), endedLogs: ends.count,
            durability: await durability(in: space))
    }

    // MARK: The recovery sheet

    public func makeSheet() async throws(ServiceError) -> LocalProtocol.RecoverySheet {
        let member = try self.member
        let sheet: SheetKeys
        do {
            sheet = try SheetKeys(using: &generator)
        } catch {
            throw ServiceError(.internal, "The random generator gave too little.")
        }
        let card = DeviceCard.make(device: sheet.device, agreement: sheet.agreement)
        let acceptance = DeviceAcceptance.make(
            device: sheet.device, for: member.person, in: member.workplace.space)
        try await write(
            [Compose.addition(card, use: .sheet, acceptance: acceptance)],
            to: member.workplace.space)
        return LocalProtocol.RecoverySheet(
            person: personName(member.person), workplace: workplaceName(member),
            code: card.device.code, words: sheet.words,
            madeAt: Timestamp(milliseconds: clocks.wallClock))
    }

    /// Lets the recovery sheet that was typed in say that this computer is the person's, once this
    /// node knows that the sheet may; then the sheet's key is forgotten.
    func speakWithSheet() async throws {
        guard let arriving, let sheet = arriving.sheet, let member = membership,
            let person = member.directory.person(member.person)
        else { return }
        let name = DeviceID(raw: sheet.device.publicKey)
        guard person.membership.devices.contains(where: { $0.card.device == name && $0.isIn })
        else { return }
        self.arriving = nil
        let card = DeviceCard.make(device: arriving.device, agreement: arriving.agreement)
        let acceptance = DeviceAcceptance.make(
            device: arriving.device, for: person.id, in: member.workplace.space)
        var operations = Compose.addition(card, use: .computer, acceptance: acceptance)
        if arriving.revokesOthers {
            for device in person.membership.devices where device.isIn && device.use != .sheet {
                let ends = store.logEnds(
                    of: [device.card.device], in: member.workplace.space)
                operations += Compose.revocation(of: device.card.device, ends: ends)
            }
        }
        try await write(operations, with: sheet, as: member)
        await endLogs()
    }

    /// Writes one commit in a log of the sheet's own.
    private func write(
        _ operations: [Operation], with sheet: SheetKeys, as member: Membership
    ) async throws {
        let space = member.workplace.space
        guard let keyring = store.keyring(of: space) else { throw StorageError.unknownSpace }
        let key = SigningKey.generate(using: &generator)
        let binding = LogBinding.make(
            space: space, log: LogID(raw: key.publicKey), person: member.person,
            device: sheet.device)
        let body = CommitBody(
            lamport: try store.highestLamport(in: space) + 1, wallClock: clocks.wallClock,
            operations: [.binding(binding)] + operations)
        var writer = LogWriter(space: space, key: key)
        let runs = try writer.append([body], keyring: keyring, using: &generator) { _ in
            true
        }
        let outcome = try await store.ingest(runs, into: space)
        await member.loop.handle(
            .stored(
                Stored(
                    space: space,
                    changes: outcome.heads.map { Stored.Change(log: $0.log, head: $0.head) },
                    written: runs)))
        if outcome.directoryChanged { try await followDirectory() }
    }

    // MARK: Finding one

    /// Every device that ever was a person's, as people see it, the oldest first.
    func devices(of person: PersonID) async throws(ServiceError) -> [PersonDevice] {
        let member = try self.member
        let decided = member.directory.membership
        let summaries = try await stored { () async throws(StorageError) in
            try await store.people()
        }
        let labels = Dictionary(
            (summaries.first { $0.id == person }?.devices ?? []).map { ($0.id, $0.label) },
            uniquingKeysWith: { first, _ in first })
        let steps = decided.steps.filter { $0.person == person }
        return (decided.person(person)?.devices ?? []).map { device in
            let id = device.card.device
            let isSheet = device.use == .sheet
            let label = labels[id, default: ""]
            return PersonDevice(
                id: id.hex, code: id.code,
                name: label.isEmpty ? plainName(of: device, member) : label,
                kind: isSheet ? .sheet : device.use == .held ? .held : .computer,
                isIn: device.isIn,
                isThis: id == member.device,
                since: steps.last { $0.kind.brings(id) }.map {
                    Timestamp(milliseconds: $0.wallClock)
                },
                removedAt: device.isIn
                    ? nil
                    : steps.last { $0.kind.removes(id) }.map {
                        Timestamp(milliseconds: $0.wallClock)
                    })
        }
    }

    /// What a device is called that nobody has named.
    private func plainName(
        of device: WorkplaceMembership.Device, _ member: Membership
    ) -> String {
        switch device.use {
        case .sheet: return say("recovery sheet")
        case .held:
            let kiosk = device.kiosk.flatMap { member.directory.membership.kiosk($0) }
            return kiosk.map { say("a key at \(name(of: $0.id))") }
                ?? say("a key at a shared terminal")
        case .computer, .kiosk, .unknown: return say("a computer")
        }
    }

    private func resolveDevice(_ text: String) async throws(ServiceError) -> PersonDevice {
        let wanted = text.lowercased()
        let found = try await devices(of: try member.person).filter {
            $0.id == wanted || $0.code.lowercased() == wanted || $0.name.lowercased() == wanted
        }
        // A label may be used again after a device is out.
        let chosen = found.count > 1 ? found.filter(\.isIn) : found
        guard let device = chosen.first else {
            throw ServiceError(
                .notFound, "None of your devices is called \"\(text)\".",
                hint: "`hearth device list` shows them.")
        }
        guard chosen.count == 1 else {
            throw ServiceError(
                .usage, "Several of your devices are called \"\(text)\".",
                hint: "Say which: \(chosen.map(\.code).joined(separator: ", ")).")
        }
        return device
    }

    private func deviceID(_ device: PersonDevice) async throws(ServiceError) -> DeviceID {
        guard let id = Hex.decode(device.id).flatMap({ DeviceID($0) }) else {
            throw ServiceError(.internal, "The device's identifier can't be read.")
        }
        return id
    }

    private func cleanedLabel(_ label: String) throws(ServiceError) -> String {
        let trimmed = String(label.trimming { $0.isWhitespace })
        if let refusal = Schema.device.field(named: "label")?.refusal(of: .text(trimmed)) {
            throw CommunityError.refused(refusal).service
        }
        guard !trimmed.isEmpty else { throw ServiceError(.usage, "A device needs a label.") }
        return trimmed
    }
}

extension DeviceID {
    /// The first letters of the id as a code to type.
    var code: String { "D-" + String(hex.prefix(6)).uppercased() }
}

extension WorkplaceMembership.Step.Kind {
    /// Whether the step made a device a person's.
    fileprivate func brings(_ device: DeviceID) -> Bool {
        switch self {
        case .deviceAdded(device, _), .recovered(device): true
        default: false
        }
    }

    /// Whether the step put a device out, among others perhaps.
    fileprivate func removes(_ device: DeviceID) -> Bool {
        switch self {
        case .deviceRevoked(device), .departed: true
        case .recovered(let other): other != device
        default: false
        }
    }
}
