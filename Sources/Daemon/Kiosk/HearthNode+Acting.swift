internal import Community
internal import Keys
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Storage
internal import Wire

/// In whose name this node does what it is asked for.
///
/// On a computer that is its person. At a shared terminal it is the terminal itself, for whoever
/// stands before it, or whoever is signed in: then the request carries the token of their session.
extension HearthNode {
    /// In which capacity this node itself writes.
    var ownRole: LogRole { isKiosk ? .kiosk : .computer }

    /// Whether this is a shared terminal.
    var isKiosk: Bool {
        guard let own, let founding = try? PersonFounding.decode(own.founding) else { return false }
        return founding.isKiosk
    }

    /// Whoever is signed in and asks; `nil` where this node's own person does, or nobody.
    var session: HeldSession? {
        get throws(ServiceError) {
            guard let token = CallerSession.token else { return nil }
            guard let session = sessions.session(token, at: clocks.now) else {
                throw HearthNode.signedOut
            }
            return session
        }
    }

    static var signedOut: ServiceError {
        ServiceError(
            .noSuchRight, "You are signed out.", hint: "Sign in again: hearth kiosk signin NAME")
    }

    /// The membership as whoever asks has it.
    func acting(_ membership: Membership) throws(ServiceError) -> Membership {
        var membership = membership
        if let person = LookingFor.person { membership.person = person }
        guard let session = try session else { return membership }
        membership.person = session.person
        membership.device = session.device
        return membership
    }

    /// Does something as whoever has a session would; with `nil` as this node itself.
    @discardableResult
    func asking<Answer>(
        as token: String?, _ body: () async throws(ServiceError) -> Answer
    ) async throws(ServiceError) -> Answer {
        // Values of a task know nothing of typed errors.
        try await CallerSession.$token.withValue(token) {
            await caught(body)
        }.get()
    }

    func caught<Answer>(
        _ body: () async throws(ServiceError) -> Answer
    ) async -> Result<Answer, ServiceError> {
        do {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }

    /// Whether nobody is signed in at this terminal, and a community is for everybody.
    func isVisitor(at community: CommunitySummary) throws(ServiceError) -> Bool {
        guard isKiosk, try session == nil else { return false }
        return membership?.directory.community(of: community.space)?.visibility == .open
    }

    /// Who is signed in, and where.
    func identity(of session: HeldSession) async throws(ServiceError) -> LocalProtocol.Identity {
        let member = try self.member
        let devices = try await devices(of: session.person)
        var identity = LocalProtocol.Identity(
            person: personName(session.person),
            device: DeviceName(
                id: session.device.hex,
                name: devices.first { $0.id == session.device.hex }?.name
                    ?? say("a shared terminal")))
        identity.workplace = workplaceName(member)
        identity.vouchedBy =
            member.directory.person(session.person)?.vouchedBy.map { personName($0) } ?? []
        identity.closedBecause = closure(member)?.message
        let summaries = try await communitySummaries()
        identity.communities = summaries.filter(\.isJoined).map(\.communityName)
        return identity
    }

    // MARK: What may be asked for

    /// Lets a request in a session pass, and takes note that its person is still there.
    func admit(_ route: String) throws(ServiceError) {
        guard let token = CallerSession.token else { return }
        endIdleSessions()
        guard sessions.touch(token, at: clocks.now) else { throw HearthNode.signedOut }
        guard HearthNode.sessionRoutes.contains(route) else {
            throw ServiceError(
                .noSuchRight, "This can't be done at a shared terminal.",
                hint: "Do it at a computer of yours.")
        }
    }

    /// What people may ask for while they are signed in: to read what this terminal may show, and
    /// to do what a key that it keeps gives the right to.
    static let sessionRoutes: Set<String> = [
        "identity", "people", "person", "workplace", "communities", "createCommunity", "community",
        "joinCommunity", "leaveCommunity", "ask", "reveal", "answer", "thank", "edit", "questions",
        "show",
        "search", "similar", "whoKnows", "setFindable", "listItems", "item", "createItem",
        "changeItem",
        "calendar", "openSpace", "digest", "issueDigest", "digestIssues", "trace", "createPage",
        "page", "editPage", "pageHistory",
        "pageBlame", "pageDiff", "distil", "tags", "relateTags", "ownWords", "inbox", "markRead",
        "follow", "following", "catchUp", "mirror", "propose", "proposals", "proposal",
        "takeStance",
        "amend", "askAboutProposal", "closeProposal", "agreements", "describeCommunity",
        "forkCommunity", "reopenCommunity", "pulse", "answerPulse", "keepDraft", "drafts",
        "openDraft", "dropDraft", "rights", "right", "roleDescriptions", "roles", "takeRole",
        "acceptRole", "layDownRole", "flag", "unflag", "blur", "unblur", "publicLog", "erasurePlan",
        "erase", "erasures", "attach", "files", "file", "fetchFile", "saveFile", "handovers",
        "askHandover", "answerHandover", "departures", "depart",
        "unclaimed", "writeOnBehalf", "claimWords", "kiosk", "signOut", "changePIN", "makeCard",
    ]

    // MARK: Writing

    /// Refuses what would count nowhere, because of the capacity in which it would be written.
    func checkCapacity(
        _ operations: [[Operation]], of member: Membership
    ) async throws(ServiceError) {
        let isSignedIn = try session != nil
        let role = isSignedIn ? .held : ownRole
        guard role != .computer else { return }
        for operation in operations.joined() {
            guard try await !permits(role, operation, of: member) else { continue }
            throw isSignedIn
                ? ServiceError(
                    .noSuchRight, "A key at a shared terminal doesn't give the right to this.",
                    hint: "Do it at a computer of yours, or ask a colleague who has one.")
                : ServiceError(
                    .noSuchRight, "Nobody is signed in, and this is not for visitors.",
                    hint: "Sign in: hearth kiosk signin NAME")
        }
    }

    private func permits(
        _ role: LogRole, _ operation: Operation, of member: Membership
    ) async throws(ServiceError) -> Bool {
        switch operation {
        case .binding, .unknown: return true
        case .create(let kind, let fields):
            return Rights.permits(role, creating: Schema.kind(kind), with: fields)
        case .statement(let statement):
            return Rights.permits(role, stating: statement, by: member.person)
        case .set(let record, let field), .setPersonal(let record, let field),
            .add(let record, let field):
            return try await permits(role, writing: field.number, of: record)
        case .remove(let record, let field, dots: _):
            return try await permits(role, writing: field, of: record)
        case .edit(let record, let text):
            return try await permits(role, writing: text.field, of: record)
        }
    }

    private func permits(
        _ role: LogRole, writing field: UInt32, of record: RecordID
    ) async throws(ServiceError) -> Bool {
        let found = try await stored { () async throws(StorageError) in
            try await store.find(record.hex).first
        }
        guard let found, let kind = Schema.kind(found.kind), let rule = kind.field(field) else {
            return false
        }
        return Rights.permits(role, writing: rule, of: kind)
    }

    /// The device in whose log whoever asks writes in a space; `nil` for this node's own.
    ///
    /// The log is begun at its first use; its key goes into the chest.
    func hand(in space: SpaceID) throws(ServiceError) -> DeviceID? {
        guard let session = try session else { return nil }
        do {
            let device = try SigningKey(seed: session.chest.signingSeed)
            var seed = session.chest.logSeeds[space]
            if let known = seed {
                let log = LogID(raw: try SigningKey(seed: known).publicKey)
                if store.directory?.verdicts.end(of: log, in: space) != nil { seed = nil }
            }
            if seed == nil {
                let fresh = try freshLogSeed(of: space, device: device)
                try changeChest { $0.logSeeds[space] = fresh }
                seed = fresh
            }
            guard let seed else { return nil }
            let log = try SigningKey(seed: seed)
            try store.setWriter(
                key: log,
                binding: LogBinding.make(
                    space: space, log: LogID(raw: log.publicKey), person: session.person,
                    device: device, role: .held),
                for: space)
            return session.device
        } catch let error as ServiceError {
            throw error
        } catch let error as StorageError {
            throw error.service
        } catch {
            throw ServiceError(.internal, "The key that this terminal keeps for you is damaged.")
        }
    }

    /// Puts something else into the chest of whoever is signed in.
    func changeChest(_ change: (inout Chest) -> Void) throws(ServiceError) {
        guard let session = try session else { return }
        var chest = session.chest
        change(&chest)
        try saved { () throws(DaemonError) in
            var key = try keys.heldKey(session.device)
            key.fill(chest, session.chestKey, using: &generator)
            try keys.save(key)
        }
        sessions.keep(chest, of: session.device)
    }
}
