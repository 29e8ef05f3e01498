internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Who can help. Worked out here from what is here: no query leaves the node.
extension HearthNode {
    private static let telling = [
        Schema.answer, Schema.story, Schema.experiment, Schema.problem,
    ]
    /// Records that are looked at, the newest first.
    private static let knowingDepth = 200

    public func whoKnows(_ request: WhoKnowsRequest) async throws(ServiceError) -> Knowers {
        let member = try self.member
        await showPresence()
        let likeness = Likeness(request.text)
        let hidden = try await stored { () async throws(StorageError) in
            try await store.unfindable()
        }
        let evidence = try await evidence(like: likeness)
        var people: [Knower] = []
        let found = WhoKnows.people(evidence, hidden: hidden, asking: member.person)
        let saying = try await saying(likeness)
        for knower in found { people.append(try await shown(knower, saying)) }
        let named = Set(found.map(\.person))
        for person in saying
        where people.count < WhoKnows.mostPeople && !named.contains(person.id)
            && !hidden.contains(person.id) && person.id != member.person
        {
            people.append(
                Knower(person: personName(of: person.id), reasons: [], about: person.about))
        }
        return Knowers(people: people)
    }

    public func setFindable(_ request: FindableRequest) async throws(ServiceError) -> Nothing {
        let member = try self.member
        let records = try await stored { () async throws(StorageError) in
            try await store.own([Schema.person], of: member.person, limit: 100)
        }
        // The first one is the profile; others come from devices that didn't know of it.
        guard let profile = records.last else {
            throw ServiceError(.offline, "Your profile is not here yet.", hint: "hearth sync")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.edit(
                "findable", to: .flag(request.findable), of: profile, kind: Schema.person)
        }
        try await write([operations], to: member.workplace.space)
        return Nothing()
    }

    // MARK: What speaks for somebody

    private func evidence(
        like likeness: Likeness
    ) async throws(ServiceError) -> [WhoKnows.Evidence] {
        let found = try await stored { () async throws(StorageError) in
            try await store.records(
                like: likeness, of: HearthNode.telling, limit: HearthNode.knowingDepth)
        }
        var evidence: [WhoKnows.Evidence] = []
        for id in found {
            guard let item = try await fact(id),
                likeness.isLike(likeness.shared(with: item.allWords)),
                try await !isFolded(id)
            else { continue }
            let related = try await stored { () async throws(StorageError) in
                try await store.items(of: item.kind.related, naming: [id])
            }
            var isAccepted = false
            if let question = item.record("question") {
                isAccepted = try await fact(question)?.record("accepted") == id
            }
            evidence.append(
                WhoKnows.Evidence(
                    item, related: (related[id] ?? []).map(\.item), isAccepted: isAccepted))
        }
        return evidence
    }

    private func isFolded(_ id: RecordID) async throws(ServiceError) -> Bool {
        guard let item = try await fact(id) else { return false }
        return try await !foldings(of: [id], in: item.space).isEmpty
    }

    private func fact(_ id: RecordID) async throws(ServiceError) -> RecordFacts? {
        try await stored { () async throws(StorageError) in try await store.item(id) }?.item
    }

    /// Who says so about themselves.
    private func saying(
        _ likeness: Likeness
    ) async throws(ServiceError) -> [Storage.PersonSummary] {
        let directory = try member.directory
        return try await stored { () async throws(StorageError) in
            try await store.people()
        }.filter { person in
            directory.membership.isAdmitted(person.id)
                && likeness.isLike(likeness.shared(with: person.about))
        }
    }

    // MARK: How it is shown

    private func shown(
        _ knower: WhoKnows.Knower, _ saying: [Storage.PersonSummary]
    ) async throws(ServiceError) -> Knower {
        var reasons: [KnowingReason] = []
        for reason in knower.reasons {
            let item = try await fact(reason.record)
            var title = item?.text("title") ?? ""
            if let question = item?.record("question") {
                let isFolded = try await isFolded(question)
                title = isFolded ? "" : try await fact(question)?.text("title") ?? ""
            }
            reasons.append(
                KnowingReason(
                    code: try await code(of: reason.record), title: title, words: reason.words,
                    writtenAt: Timestamp(milliseconds: reason.date)))
        }
        let about = saying.first { $0.id == knower.person }?.about
        let hasLeft = !(try member.directory.membership.isAdmitted(knower.person))
        return Knower(
            person: personName(of: knower.person), reasons: reasons, about: about,
            handover: hasLeft ? try await handover(of: knower.person)?.note : nil,
            hasLeft: hasLeft)
    }
}
