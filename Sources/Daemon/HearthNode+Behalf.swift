internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Words that somebody wrote down for somebody else.
extension HearthNode {
    public func writeOnBehalf(_ request: BehalfRequest) async throws(ServiceError) -> Saved {
        let member = try self.member
        let target = try await resolve(request.reference, kinds: HearthNode.kindsForOthers)
        guard try await author(of: target) == member.person else {
            throw ServiceError(
                .noSuchRight, "Somebody else wrote \(target.code).",
                hint: "Only who wrote words down can say for whom.")
        }
        guard (request.name == nil) != (request.person == nil) else {
            throw ServiceError(.usage, "Say a name, or a person who was noted, one of them.")
        }
        let person = try request.person.map { (text) throws(ServiceError) in
            try notedPerson(text, member)
        }
        // Whoever was noted has a slip already.
        let code = person == nil ? InvitationCode(using: &generator) : nil
        let operation = try composed { () throws(CommunityError) in
            try Compose.onBehalf(
                of: target.id, name: request.name, person: person,
                consent: request.consent.rawValue, token: code?.token)
        }
        try await write([[operation]], to: target.space)
        var saved = try await saved(target)
        saved.slip = code?.description
        return saved
    }

    public func claimWords(_ request: ClaimRequest) async throws(ServiceError) -> Saved {
        guard let code = InvitationCode(request.slip) else {
            throw ServiceError(
                .usage, "\"\(request.slip)\" is no code of a slip.",
                hint: "It has 16 letters and digits, such as 7K3M-XQ9A-00ZT-5BCD.")
        }
        let target = try await resolve(
            request.reference, kinds: HearthNode.kindsForOthers + [Schema.problem])
        let item = try await stored { () async throws(StorageError) in
            try await store.item(target.id)?.item
        }
        let stamps = try await stamps(on: [target.id])[target.id] ?? []
        let token = Value.bytes(code.token.bytes)
        let matching =
            (target.kind == Schema.problem.number ? item.map { [$0] } ?? [] : []) + stamps
        guard let record = matching.first(where: { $0.values["claim_token"] == token }) else {
            throw ServiceError(
                .noSuchRight, "This slip is not of \(target.code).",
                hint: "Check the code; each slip is for what was written with it.")
        }
        let field = request.takesOff == true ? "disown" : "claim"
        let operations = try composed { () throws(CommunityError) in
            try Compose.edit(
                field, to: .text(code.description), of: record.id, kind: record.kind)
        }
        try await write([operations], to: target.space)
        return try await saved(target)
    }

    /// What can be written for somebody else and named so afterwards.
    private static let kindsForOthers = [
        Schema.question, Schema.answer, Schema.thanks, Schema.problem, Schema.story,
        Schema.experiment,
    ]

    private func saved(_ target: RecordReference) async throws(ServiceError) -> Saved {
        let names = try await communityNames()
        return Saved(
            id: target.id.hex, code: target.code, community: names[target.space],
            durability: await durability(in: target.space))
    }

    private func notedPerson(
        _ text: String, _ member: Membership
    ) throws(ServiceError) -> RecordID {
        let wanted = text.lowercased()
        let found = member.directory.unclaimed.filter { person in
            person.record.hex == wanted || person.shownName?.lowercased() == wanted
                || ShortCode(text).map { $0.prefixes.contains(person.record.prefix) } ?? false
        }
        guard let person = found.first else {
            throw ServiceError(
                .notFound, "Nobody was noted as \"\(text)\".",
                hint: "`hearth slip list` shows who was; or give a name: --on-behalf NAME.")
        }
        guard found.count == 1 else {
            throw ServiceError(
                .usage, "Several people were noted as \"\(text)\".",
                hint: "Say which by code; `hearth slip list` shows them.")
        }
        return person.record
    }

    // MARK: How it is shown

    private func stamps(
        on records: [RecordID]
    ) async throws(ServiceError) -> [RecordID: [RecordFacts]] {
        try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.onBehalf], naming: records)
        }.mapValues { $0.map(\.item) }
    }

    /// For whom words were written, by record; only those that were.
    ///
    /// - Parameter words: The records with their authors and, where they can name somebody
    ///   themselves, what they say.
    func behalf(
        of words: [(id: RecordID, author: PersonID, facts: RecordFacts?)]
    ) async throws(ServiceError) -> [String: BehalfShown] {
        let stamps = try await stamps(on: words.map(\.id))
        let unclaimed = try member.directory.unclaimed
        var shown: [String: BehalfShown] = [:]
        for (id, author, facts) in words {
            guard
                let behalf = OnBehalf(
                    by: author, words: facts, stamps: stamps[id] ?? [], among: unclaimed)
            else { continue }
            shown[id.hex] = BehalfShown(
                name: behalf.name, consent: behalf.consent,
                claimedBy: behalf.claimant.map { personName($0) })
        }
        return shown
    }

    /// For whom the posts of some threads were written.
    func behalf(
        in threads: [QuestionDetails]
    ) async throws(ServiceError) -> [String: BehalfShown] {
        var words: [(id: RecordID, author: PersonID, facts: RecordFacts?)] = []
        for thread in threads {
            words.append((thread.summary.id, thread.summary.author.person, nil))
            for answer in thread.answers { words.append((answer.id, answer.author.person, nil)) }
            for thanks in thread.thanks + thread.answers.flatMap(\.thanks) {
                words.append((thanks.id, thanks.author.person, nil))
            }
        }
        return try await behalf(of: words)
    }
}

extension QuestionThread {
    /// The thread with those for whom posts were written.
    func written(for others: [String: BehalfShown]) -> QuestionThread {
        guard !others.isEmpty else { return self }
        var thread = self
        thread.question.write(for: others)
        for index in thread.answers.indices { thread.answers[index].write(for: others) }
        return thread
    }
}

extension Post {
    fileprivate mutating func write(for others: [String: BehalfShown]) {
        author.onBehalf = others[id]
        for index in thanks.indices { thanks[index].author.onBehalf = others[thanks[index].id] }
    }
}
