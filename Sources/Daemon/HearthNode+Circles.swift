internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Communities that not everybody reads: who comes in, and how their keys stand.
extension HearthNode {
    /// Days that a code on paper counts unless somebody says otherwise.
    static let codeDays = 14
    private static let mostCodeDays = 90
    private static let mostCodeUses = 1_000
    private static let millisecondsPerDay: Int64 = 86_400_000

    /// Founds a listed or hidden community, whose key stands in sealed boxes only.
    func createClosed(
        _ name: String, about: String?, isListed: Bool, of past: Compose.Past? = nil
    ) async throws(ServiceError) -> SpaceID {
        let member = try self.member
        let (founding, space) = Founding.space(
            kind: .community, founder: member.device, workplace: member.workplace.space,
            using: &generator)
        let key = EpochKey.generate(space: space, generation: 1, using: &generator)
        let cards = member.directory.person(member.person)?.devices ?? []
        let closed: Compose.ClosedFounding
        do throws(CommunityError) {
            closed = try Compose.closedCommunity(
                name: name, purpose: about, isListed: isListed, founding: founding, key: key,
                for: cards, of: past, using: &generator)
        } catch {
            throw error.service
        }
        try await openNew(space, key: key, member)
        if !closed.community.isEmpty { try await write([closed.community], to: space) }
        if !closed.workplace.isEmpty {
            try await write([closed.workplace], to: member.workplace.space)
        }
        await followDirectoryOrLog()
        return space
    }

    private func openNew(
        _ space: SpaceID, key: EpochKey, _ member: Membership
    ) async throws(ServiceError) {
        guard let own else { throw HearthNode.stopping }
        do {
            let device = try SigningKey(seed: own.signingSeed)
            try keys.save(
                SpaceKeys(
                    logSeed: try freshLogSeed(of: space, device: device),
                    epochs: [(key.generation, key.secret)]), of: space)
            try await openSpace(
                space, workplace: member.workplace, device: device, person: member.person)
        } catch {
            throw ServiceError(.internal, "The community could not be opened: \(error).")
        }
    }

    // MARK: Who comes in

    public func admit(_ request: AdmissionRequest) async throws(ServiceError) -> CommunityDetails {
        let (summary, community) = try await door(request.community)
        let person = try resolvePerson(request.person)
        guard community.isWaiting(person) || community.surplus.contains(person) else {
            throw ServiceError(
                .usage, "\(name(of: person)) has not asked to come into \(community.name).",
                hint: "Invite them: hearth community invite \(summary.code) \(request.person)")
        }
        try await letIn(person, into: community)
        return try await details(summary)
    }

    public func inviteInto(
        _ request: AdmissionRequest
    ) async throws(ServiceError) -> CommunityDetails {
        let (summary, community) = try await door(request.community)
        let person = try resolvePerson(request.person)
        guard try member.directory.membership.isAdmitted(person) else {
            throw ServiceError(.noSuchRight, "\(name(of: person)) doesn't belong here.")
        }
        guard !community.isMember(person) else {
            throw ServiceError(.usage, "\(name(of: person)) is in \(community.name) already.")
        }
        try await letIn(person, into: community)
        return try await details(summary)
    }

    public func makeCode(_ request: CodeRequest) async throws(ServiceError) -> DoorCode {
        let (summary, community) = try await door(request.community)
        let uses = request.uses ?? 1
        let days = request.days ?? HearthNode.codeDays
        guard (1...HearthNode.mostCodeUses).contains(uses) else {
            throw ServiceError(.usage, "A code is for 1 to \(HearthNode.mostCodeUses) people.")
        }
        guard (1...HearthNode.mostCodeDays).contains(days) else {
            throw ServiceError(.usage, "A code counts 1 to \(HearthNode.mostCodeDays) days.")
        }
        let code = InvitationCode(using: &generator)
        let expires = clocks.wallClock + Int64(days) * HearthNode.millisecondsPerDay
        try await write(
            [Compose.invitation(code, uses: UInt32(uses), expires: expires)],
            to: community.space)
        return DoorCode(
            code: code.description, community: summary.communityName, uses: uses,
            expiresAt: Timestamp(milliseconds: expires))
    }

    /// A community that this person is in and whose door a member opens.
    private func door(
        _ text: String
    ) async throws(ServiceError) -> (CommunitySummary, Directory.Community) {
        let summary = try await chosenCommunity(text)
        guard let community = store.directory?.community(of: summary.space) else {
            throw HearthNode.stopping
        }
        guard community.visibility != .open else {
            throw ServiceError(
                .usage, "\(community.name) is open: everybody can join by themselves.",
                hint: "Tell them: hearth community join \(summary.code)")
        }
        try await checkNotSetAside(in: summary)
        return (summary, community)
    }

    // MARK: Invitations that came

    public func invitations() async throws(ServiceError) -> InvitationList {
        _ = try member
        letters.tidy(at: clocks.wallClock)
        for entry in received where isIn(entry.content.space) {
            letters.answered(entry.letter.id)
        }
        return InvitationList(
            invitations: received.map { entry in
                ReceivedInvitation(
                    id: entry.letter.id.hex, name: entry.content.name,
                    from: personName(entry.content.from),
                    arrivedAt: Timestamp(milliseconds: entry.arrived))
            }, waitingCodes: letters.codes.count)
    }

    private func isIn(_ space: SpaceID) -> Bool {
        guard let me = membership?.person else { return false }
        return store.directory?.community(of: space)?.isMember(me) ?? false
    }

    private var received: [(letter: Letter, content: LetterContent, arrived: Int64)] {
        letters.incoming.values.sorted { ($0.arrived, $0.letter.id) < ($1.arrived, $1.letter.id) }
            .compactMap { entry in
                read(entry.letter, from: entry.device).map { (entry.letter, $0, entry.arrived) }
            }
    }

    public func acceptInvitation(
        _ request: InvitationReference
    ) async throws(ServiceError) -> InvitationAnswer {
        _ = try member
        let (letter, content) = try invitation(request.invitation)
        do {
            try await accept(content)
        } catch let error as ServiceError {
            throw error
        } catch {
            throw ServiceError(.internal, "The community could not be opened: \(error).")
        }
        letters.answered(letter)
        return InvitationAnswer(name: content.name, isAccepted: true)
    }

    public func declineInvitation(
        _ request: InvitationReference
    ) async throws(ServiceError) -> InvitationAnswer {
        _ = try member
        let (letter, content) = try invitation(request.invitation)
        letters.answered(letter)
        return InvitationAnswer(name: content.name, isAccepted: false)
    }

    private func invitation(
        _ text: String
    ) throws(ServiceError) -> (letter: Bytes16, content: LetterContent) {
        let wanted = text.lowercased()
        let found = received.filter {
            $0.letter.id.hex == wanted || $0.content.name.lowercased() == wanted
        }
        guard let first = found.last else {
            throw ServiceError(
                .notFound, "No invitation into \"\(text)\" is here.",
                hint: "`hearth community invitations` shows all.")
        }
        guard Set(found.map(\.content.space)).count == 1 else {
            throw ServiceError(
                .usage, "Several invitations are called \"\(text)\".",
                hint: "Say which one by its identifier: `hearth community invitations --json`.")
        }
        return (first.letter.id, first.content)
    }

    public func showCode(_ request: TypedCode) async throws(ServiceError) -> InvitationAnswer {
        _ = try member
        guard let code = InvitationCode(request.code) else {
            throw ServiceError(
                .usage, "\"\(request.code)\" is no code; a code looks like 7K3M-XQ9A-00ZT-5BCD.",
                hint: "Look at the paper again: there is no letter O, I, L or U in a code.")
        }
        do {
            guard try letters.typed(code.token, at: clocks.wallClock) else {
                throw ServiceError(
                    .usage, "\(LetterBox.mostCodes) codes wait already.",
                    hint: "They count as soon as a member of the community is connected.")
            }
        } catch let error as ServiceError {
            throw error
        } catch {
            throw ServiceError(.internal, "The code could not be kept: \(error).")
        }
        await tellDoors()
        // A member's computer that is connected answers within this time.
        for _ in 0..<30 where letters.codes[code.token] != nil {
            do {
                try await Task.sleep(for: .milliseconds(100))
            } catch {
                break
            }
        }
        guard letters.codes[code.token] == nil else { return InvitationAnswer(isAccepted: false) }
        return InvitationAnswer(
            name: openedDoors.removeValue(forKey: code.token), isAccepted: true)
    }

    // MARK: Keys

    public func communityKeys(
        _ request: CommunityReference
    ) async throws(ServiceError) -> KeyReport {
        let member = try self.member
        let summary = try await resolveCommunity(request.community)
        guard let directory = store.directory, let keyring = store.keyring(of: summary.space),
            let key = directory.writingKey(
                in: keyring, barred: store.barredKeys(of: summary.space))
        else {
            throw ServiceError(
                .noSuchRight, "The key of \(summary.name) is not here.",
                hint: "Only members have it.")
        }
        var report = KeyReport(
            community: summary.communityName, generation: Int64(clamping: key.generation),
            generations: keyring.all.count)
        let isOpen = directory.community(of: summary.space)?.visibility == .open
        if !isOpen, let state = directory.keyStates[summary.space] {
            report.since = state.epochs.first { $0.id == key.id }
                .map { Timestamp(milliseconds: $0.since) }
            let barred = store.barredKeys(of: summary.space)
            let bar = keyring.all.last { barred.contains($0.id) }
            report.isDue = !state.isClean(key, after: bar)
            report.outsiders = owners(of: state.outsiders(having: key.id), directory)
            let lacking = state.epochs.filter(state.isShared).flatMap { state.lacking($0) }
                .map(\.device)
            report.lacking = owners(of: Set(lacking), directory)
        } else {
            report.isDue = directory.hasStaleKey(summary.space)
        }
        let duties = KeyDuty.Kind.allCases.map { KeyDuty($0, of: summary.space) }
        if let due = duties.compactMap({ keyClock.appointment(for: $0) }).min() {
            let now = Int64(clamping: clocks.now.nanoseconds / 1_000_000)
            report.nextTryAt = Timestamp(milliseconds: clocks.wallClock + due - now)
        }
        _ = member
        return report
    }

    private func owners(of devices: Set<DeviceID>, _ directory: Directory) -> [PersonName] {
        directory.people.filter { person in
            person.membership.devices.contains { devices.contains($0.card.device) }
        }.map { personName($0.id) }
    }
}
