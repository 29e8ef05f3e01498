internal import Community
internal import Keys
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Questions that name nobody (chapter 22, section 9).
///
/// This node writes them itself, as a terminal or as a scribe. Nothing that leaves it tells for whom,
/// and nothing on its disk either but what is sealed in the chest of the person.
extension HearthNode {
    func askUnnamed(
        _ request: AskRequest, in community: CommunitySummary
    ) async throws(ServiceError) -> Saved {
        if try session != nil { return try await askAtTerminal(request, in: community) }
        guard !isKiosk else {
            throw ServiceError(
                .noSuchRight, "Nobody is signed in, so nobody could show later that they asked.",
                hint: "Sign in first: hearth kiosk signin NAME")
        }
        return try await askAsScribe(request, in: community)
    }

    /// Whoever is signed in asks, and the terminal writes it.
    private func askAtTerminal(
        _ request: AskRequest, in community: CommunitySummary
    ) async throws(ServiceError) -> Saved {
        let member = try self.member
        guard request.person == nil else {
            throw ServiceError(
                .usage, "At a shared terminal everybody asks for themselves.",
                hint: "Leave --for out, or ask for somebody else at a computer of yours.")
        }
        guard member.directory.community(of: community.space)?.visibility == .open else {
            throw ServiceError(
                .usage, "A shared terminal writes into open communities only.",
                hint: "A colleague in \(community.name) can ask for you: "
                    + "hearth ask … --as-colleague --for NAME")
        }
        let kept = try session?.chest.pseudonyms ?? []
        var dates: [Int64] = []
        for one in kept where try await isOpen(one, in: community) { dates.append(one.date) }
        try checkHowMany(dates)
        let now = clocks.wallClock
        let secret = SecretBytes(random: 32, using: &generator)
        let commitment = Pseudonym.commitment(
            of: member.person, in: community.space, under: secret)
        // The secret is kept first: a question that nobody can open must not be written.
        try changeChest {
            $0.pseudonyms = Array(
                ($0.pseudonyms + [KeptPseudonym(commitment, secret, date: now)])
                    .suffix(KeptPseudonym.most))
        }
        let saved: Saved
        do {
            saved = try await asking(as: nil) { () async throws(ServiceError) in
                try await write(request, commitment, in: community)
            }
        } catch {
            try changeChest { $0.pseudonyms.removeAll { $0.commitment == commitment } }
            throw error
        }
        if let record = Hex.decode(saved.id).flatMap({ RecordID($0) }) {
            try changeChest { _ = $0.reading.follow(record, true, at: now) }
        }
        return saved
    }

    /// A colleague asks for somebody, who gets the code of a slip.
    private func askAsScribe(
        _ request: AskRequest, in community: CommunitySummary
    ) async throws(ServiceError) -> Saved {
        let member = try self.member
        guard let name = request.person else {
            throw ServiceError(
                .usage, "Your own computer signs what it writes, so everybody would see who asks.",
                hint: "Ask at a shared terminal, or let a colleague ask for you: "
                    + "hearth ask … --as-colleague --for NAME")
        }
        let person = try resolvePerson(name)
        guard person != member.person else {
            throw ServiceError(
                .usage, "What you ask for yourself at this computer has your name on it.",
                hint: "Ask at a shared terminal, or let a colleague ask for you.")
        }
        guard member.directory.community(of: community.space)?.isMember(person) == true else {
            throw ServiceError(
                .usage, "\(self.name(of: person)) is not a member of \(community.name).",
                hint: "The question says that a member asks.")
        }
        var filter = QuestionFilter()
        filter.author = member.person
        filter.limit = 200
        let chosen = filter
        let own = try await stored { () async throws(StorageError) in
            try await store.questions(chosen)
        }
        try checkHowMany(own.filter(\.isUnnamedAndOpen).map(\.date))
        let code = InvitationCode(using: &generator)
        let commitment = Pseudonym.commitment(
            of: person, in: community.space, under: Pseudonym.secret(from: code))
        var saved = try await write(request, commitment, in: community)
        saved.slip = code.description
        return saved
    }

    private func write(
        _ request: AskRequest, _ commitment: Bytes32, in community: CommunitySummary
    ) async throws(ServiceError) -> Saved {
        let operations = try composed { () throws(CommunityError) in
            try Compose.question(
                title: request.title, body: request.body ?? "", tags: request.tags ?? [],
                pseudonym: commitment)
        }
        return try await publish(operations, in: community, community.space)
    }

    private func checkHowMany(_ dates: [Int64]) throws(ServiceError) {
        guard !Pseudonym.mayAsk(after: dates, now: clocks.wallClock) else { return }
        throw ServiceError(
            .usage,
            "\(Pseudonym.mostOpen) questions without a name were asked in a week and are open.",
            hint: "Ask under your name, take one back (hearth erase CODE), or say that one was "
                + "yours (hearth reveal CODE).")
    }

    /// Whether a question whose secret is kept is still there, unanswered to the asker's mind, and
    /// without a name.
    private func isOpen(
        _ kept: KeptPseudonym, in community: CommunitySummary
    ) async throws(ServiceError) -> Bool {
        guard kept.date > clocks.wallClock - Pseudonym.window else { return false }
        guard let record = try await question(of: kept.commitment) else { return false }
        let found = try await stored { () async throws(StorageError) in
            try await store.question(record)
        }
        return found.map { !$0.isTakenBack && $0.summary.isUnnamedAndOpen } ?? false
    }

    private func question(of commitment: Bytes32) async throws(ServiceError) -> RecordID? {
        try await stored { () async throws(StorageError) in
            try await store.question(holding: commitment)
        }
    }

    // MARK: Afterwards

    public func reveal(_ request: RevealRequest) async throws(ServiceError) -> Saved {
        let member = try self.member
        let target = try await resolve(request.reference, kinds: [Schema.question])
        let found = try await stored { () async throws(StorageError) in
            try await store.question(target.id)
        }
        guard let pseudonym = found?.summary.author.pseudonym else {
            throw ServiceError(
                .usage, "\(target.code) names who asked.",
                hint: "Only a question that names nobody can be revealed.")
        }
        if pseudonym.asker != nil {
            throw ServiceError(
                .usage, "\(pseudonym.name) has shown that they asked \(target.code).")
        }
        guard let secret = try secret(of: pseudonym, slip: request.slip),
            Pseudonym.commitment(of: member.person, in: target.space, under: secret)
                == pseudonym.commitment
        else {
            throw ServiceError(
                .noSuchRight, "Only who asked \(target.code) can show it.",
                hint: "Sign in at the terminal where you asked; or give the code of your slip: "
                    + "hearth reveal \(target.code) CODE")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.edit(
                "reveal", to: .bytes(secret.exposedCopy()), of: target.id, kind: Schema.question)
        }
        try await write([operations], to: target.space)
        if try session != nil {
            try changeChest { $0.pseudonyms.removeAll { $0.commitment == pseudonym.commitment } }
        }
        let names = try await communityNames()
        return Saved(
            id: target.id.hex, code: target.code, community: names[target.space],
            durability: await durability(in: target.space))
    }

    private func secret(
        of pseudonym: Pseudonymous, slip: String?
    ) throws(ServiceError) -> SecretBytes? {
        guard let slip else {
            return try session?.chest.pseudonyms.first {
                $0.commitment == pseudonym.commitment
            }?.secret
        }
        guard let code = InvitationCode(slip) else {
            throw ServiceError(
                .usage, "\"\(slip)\" is no code of a slip.",
                hint: "It has 16 letters and digits, such as 7K3M-XQ9A-00ZT-5BCD.")
        }
        return Pseudonym.secret(from: code)
    }

    /// The same for changing words: those that a terminal wrote are changed by nobody who isn't signed in.
    func mender(of reference: String) async throws(ServiceError) -> String? {
        if isKiosk, try session == nil {
            throw ServiceError(
                .noSuchRight, "Nobody is signed in, and this is not for visitors.",
                hint: "Sign in: hearth kiosk signin NAME")
        }
        return try await writer(of: reference)
    }

    /// The token with which a question is edited and erased, its answer accepted, and files attached
    /// to it: none where whoever is signed in asked it without a name, for then this terminal wrote it.
    func writer(of reference: String) async throws(ServiceError) -> String? {
        guard let session = try session, !session.chest.pseudonyms.isEmpty else {
            return CallerSession.token
        }
        let target = try await resolve(reference, kinds: Schema.kinds)
        let found = try await stored { () async throws(StorageError) in
            try await store.question(target.id)
        }
        let commitment = found?.summary.author.pseudonym?.commitment
        let isTheirs = session.chest.pseudonyms.contains { $0.commitment == commitment }
        return isTheirs ? nil : CallerSession.token
    }
}

extension Storage.QuestionSummary {
    /// Whether nobody has shown that they asked it, and no answer was accepted.
    fileprivate var isUnnamedAndOpen: Bool {
        author.pseudonym.map { $0.asker == nil } ?? false && !isResolved
    }
}
