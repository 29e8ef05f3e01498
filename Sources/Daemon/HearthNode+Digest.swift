internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What happened, for the wall.
extension HearthNode {
    /// Records of a kind that are looked through; what is older is no news.
    private static let digestDepth = 500

    public func digest(_ request: DigestRequest) async throws(ServiceError) -> Digest {
        _ = try member
        await showPresence()
        var community: CommunitySummary?
        if let text = request.community { community = try await resolveCommunity(text) }
        let places = try await places(ofDigestAbout: community)
        var digest = try await digest(of: places, since: request.since, about: community)
        digest.address = gatewayAddresses.first
        return digest
    }

    /// What happened in some places.
    ///
    /// - Parameters:
    ///   - places: Where to look.
    ///   - start: From when on; a week ago when absent.
    ///   - community: The one community that it is about, if it is about one.
    func digest(
        of places: DigestPlaces, since start: Timestamp? = nil, about community: CommunitySummary?
    ) async throws(ServiceError) -> Digest {
        let now = clocks.wallClock
        let rules = DigestRules(
            start: start?.milliseconds ?? now - DigestRules.period, end: now)
        var sections = try await questionSections(rules, places)
        sections.append(try await learnedSection(rules, places))
        sections.append(try await thanksSection(rules, places))
        sections.append(try await eventSection(rules, places))
        sections.append(try await problemSection(rules, places))
        return Digest(
            workplace: try await workplace().name, community: community?.communityName,
            from: Timestamp(milliseconds: rules.start), until: Timestamp(milliseconds: now),
            sections: sections.filter { !$0.entries.isEmpty })
    }

    /// Where a digest may read: what everybody may read, and nothing else.
    struct DigestPlaces {
        var spaces: [SpaceID]
        var names: [SpaceID: CommunityName]
    }

    private func places(
        ofDigestAbout community: CommunitySummary?
    ) async throws(ServiceError) -> DigestPlaces {
        let member = try self.member
        func isOpen(_ space: SpaceID) -> Bool { member.isOpen(space) }
        if let community, !community.spaces.allSatisfy(isOpen) {
            throw ServiceError(
                .noSuchRight, "\(community.name) is not open to everybody.",
                hint: "A digest hangs where everybody reads it. Its members read "
                    + "`hearth list --community \(community.code)`.")
        }
        var spaces = community.map(\.spaces) ?? [member.workplace.space]
        if community == nil {
            spaces += try await communitySummaries().flatMap(\.spaces).filter(isOpen)
        }
        return DigestPlaces(spaces: spaces, names: try await communityNames())
    }

    // MARK: Sections

    private func questionSections(
        _ rules: DigestRules, _ places: DigestPlaces
    ) async throws(ServiceError) -> [DigestSection] {
        let open = try await openQuestions(places, limit: DigestRules.sectionLength + 1)
        let answered = try await stored { () async throws(StorageError) in
            try await store.questions(
                answeredSince: rules.start, in: places.spaces,
                limit: DigestRules.sectionLength + 1)
        }
        return [
            section(.openQuestions, try await shownQuestions(open, places)),
            section(.answered, try await shownQuestions(answered, places)),
        ]
    }

    /// Questions that nobody has answered, the newest first.
    func openQuestions(
        _ places: DigestPlaces, limit: Int
    ) async throws(ServiceError) -> [Storage.QuestionSummary] {
        var open: [Storage.QuestionSummary] = []
        for space in places.spaces {
            var filter = QuestionFilter()
            filter.space = space
            filter.unansweredOnly = true
            filter.limit = limit
            let chosen = filter
            open += try await stored { () async throws(StorageError) in
                try await store.questions(chosen)
            }
        }
        open.sort { ($0.date, $0.cursor.number) > ($1.date, $1.cursor.number) }
        return Array(open.prefix(limit))
    }

    func shownQuestions(
        _ questions: [Storage.QuestionSummary], _ places: DigestPlaces
    ) async throws(ServiceError) -> [DigestEntry] {
        let foldings = try await foldings(of: questions.map { ($0.id, $0.space) })
        return questions.filter { foldings[$0.id] == nil && !$0.title.isEmpty }.map { question in
            DigestEntry(
                code: question.code, title: question.title, author: question.author.byline,
                date: Timestamp(milliseconds: question.date),
                community: places.names[question.space],
                line: question.isResolved ? "solved" : nil)
        }
    }

    private func learnedSection(
        _ rules: DigestRules, _ places: DigestPlaces
    ) async throws(ServiceError) -> DigestSection {
        let experiments = try await unfolded(Schema.experiment, places)
        let ids = experiments.map(\.item.id)
        let outcomes = try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.outcome], naming: ids)
        }
        let foldings = try await foldings(
            of: outcomes.values.flatMap { $0 }.map { ($0.item.id, $0.item.space) })
        let told = rules.learned(
            experiments.map { listed in
                let own = (outcomes[listed.item.id] ?? []).map(\.item)
                return (
                    listed.item,
                    own.filter { foldings[$0.id] == nil && $0.space == listed.item.space }
                )
            })
        return section(
            .learned,
            told.compactMap { experiment, outcome in
                experiments.first { $0.item.id == experiment.id }.map {
                    entry(
                        $0, places, date: outcome.written,
                        line: ItemState.sentence(of: outcome))
                }
            })
    }

    private func thanksSection(
        _ rules: DigestRules, _ places: DigestPlaces
    ) async throws(ServiceError) -> DigestSection {
        let thanks = try await stored { () async throws(StorageError) in
            try await store.thanks(
                since: rules.start, in: places.spaces, limit: DigestRules.sectionLength + 1)
        }
        var entries: [DigestEntry] = []
        for one in thanks {
            guard
                let target = try await stored({ () async throws(StorageError) in
                    try await store.find(one.target.hex).first
                }), places.spaces.contains(target.space),
                let author = try await author(of: target)
            else { continue }
            let folded = try await foldings(of: [one.id, one.target], in: target.space)
            guard folded.isEmpty else { continue }
            let name = personName(of: author).name
            entries.append(
                DigestEntry(
                    code: target.code, title: one.text.isEmpty ? say("Thanks") : one.text,
                    author: one.author.byline, date: Timestamp(milliseconds: one.date),
                    community: places.names[target.space], line: say("to \(name)")))
        }
        return section(.thanks, entries)
    }

    private func eventSection(
        _ rules: DigestRules, _ places: DigestPlaces
    ) async throws(ServiceError) -> DigestSection {
        let events = try await unfolded(Schema.event, places)
        return section(
            .events,
            rules.ahead(events.map(\.item)).compactMap { event, start in
                events.first { $0.item.id == event.id }.map {
                    let times = EventTimes(event)
                    let disputed = times.isTimeDisputed ? [say("time disputed")] : []
                    return entry(
                        $0, places, date: start,
                        line: (times.places + disputed).joined(separator: ", "))
                }
            })
    }

    private func problemSection(
        _ rules: DigestRules, _ places: DigestPlaces
    ) async throws(ServiceError) -> DigestSection {
        let problems = try await unfolded(Schema.problem, places)
        return section(
            .problems,
            rules.wantingHands(problems.map(\.item)).compactMap { problem in
                problems.first { $0.item.id == problem.id }.map {
                    let behalf = problem.text("on_behalf").map { say("raised for \($0)") }
                    let line = [problem.text("place"), behalf].compactMap { $0 }
                    return entry(
                        $0, places, date: problem.written, line: line.joined(separator: ", "))
                }
            })
    }

    // MARK: Parts

    /// Records of a kind that aren't folded and whose author left their words here.
    func unfolded(
        _ kind: RecordKind, _ places: DigestPlaces
    ) async throws(ServiceError) -> [ListedItem] {
        var filter = ItemFilter(kind)
        filter.spaces = places.spaces
        filter.limit = HearthNode.digestDepth
        let chosen = filter
        let found = try await stored { () async throws(StorageError) in
            try await store.items(chosen)
        }
        let foldings = try await foldings(of: found.map { ($0.item.id, $0.item.space) })
        return found.filter {
            foldings[$0.item.id] == nil && $0.item.text("title")?.isEmpty == false
        }
    }

    func entry(
        _ listed: ListedItem, _ places: DigestPlaces, date: Int64, line: String
    ) -> DigestEntry {
        DigestEntry(
            code: listed.code, title: listed.item.text("title") ?? "",
            author: listed.author.byline, date: Timestamp(milliseconds: date),
            community: places.names[listed.item.space], line: line.isEmpty ? nil : line)
    }

    private func section(_ topic: DigestTopic, _ entries: [DigestEntry]) -> DigestSection {
        DigestSection(
            topic: topic, entries: Array(entries.prefix(DigestRules.sectionLength)),
            hasMore: entries.count > DigestRules.sectionLength)
    }
}

extension HearthNode.Membership {
    /// Whether everybody in the workplace may read a space: that of an open community, and that of
    /// the workplace.
    func isOpen(_ space: SpaceID) -> Bool {
        space == workplace.space || directory.community(of: space)?.visibility == .open
    }
}
