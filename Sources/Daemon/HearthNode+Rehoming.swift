internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// The open questions of a closed community, in the home that its members chose for them.
extension HearthNode {
    public func rehome(_ request: CommunityReference) async throws(ServiceError) -> Rehomed {
        let community = try await chosenCommunity(request.community)
        let home = try await newHome(of: community)
        let open = try await openQuestions(of: community)
        let sources = open.map { Compose.source(ofMoved: $0.summary.id) }
        let known = try await stored { () async throws(StorageError) in
            try await store.settle()
            return try await store.imported(sources, in: home.space)
        }
        var moved = Rehomed(
            community: community.communityName, home: home.communityName, questions: [],
            durability: Durability(connected: 0, holding: 0))
        for question in open
        where known[Compose.source(ofMoved: question.summary.id)] == nil {
            let outcome = try await write([try copy(of: question)], to: home.space)
            guard let id = outcome.records.first?.first else { continue }
            moved.questions.append(
                MovedQuestion(
                    from: question.summary.code, to: try await code(of: id),
                    title: question.summary.title))
        }
        moved.durability = await durability(in: home.space)
        return moved
    }

    /// Where the questions of an archived community go, if this person may bring them there.
    private func newHome(
        of community: CommunitySummary
    ) async throws(ServiceError) -> CommunitySummary {
        let known = try member.directory.community(of: community.space)
        guard let proposal = known?.shape.archivedBy else {
            throw ServiceError(
                .usage, "\(community.name) is not closed; its questions stay with it.")
        }
        let decided = try await storedProposals(in: community.space)
            .first { $0.decided.proposal.id == proposal }
        guard let decided else {
            throw ServiceError(
                .offline, "The closing of \(community.name) is not here yet.",
                hint: "Run `hearth sync` while a colleague is connected.")
        }
        guard let space = decided.decided.proposal.community else {
            throw ServiceError(
                .usage, "\(community.name) chose no new home for its open questions.",
                hint: "They stay in its archive. Reopen it? hearth reopen \(community.code)")
        }
        let all = try await communitySummaries()
        guard let home = all.first(where: { $0.spaces.contains(space) }) else {
            throw ServiceError(.offline, "The new home of the questions is not here yet.")
        }
        guard home.isJoined else {
            throw ServiceError(
                .noSuchRight, "You are not a member of \(home.name), where the questions go.",
                hint: "Run `hearth community join \(home.code)`, or ask somebody who is in both.")
        }
        // The proposal may come from a node that doesn't care.
        try checkHome(home, of: community)
        try await checkPosting(in: home)
        return home
    }

    /// The questions that nobody has answered and that are not folded.
    private func openQuestions(
        of community: CommunitySummary
    ) async throws(ServiceError) -> [QuestionDetails] {
        var filter = QuestionFilter()
        (filter.space, filter.mergedSpaces) = (community.space, community.merged.map(\.space))
        filter.unansweredOnly = true
        filter.limit = 200
        var questions: [QuestionDetails] = []
        while true {
            let chosen = filter
            let page = try await stored { () async throws(StorageError) in
                try await store.questions(chosen)
            }
            let folded = try await foldings(of: page.map { ($0.id, $0.space) })
            for summary in page where folded[summary.id] == nil && !summary.title.isEmpty {
                let details = try await stored { () async throws(StorageError) in
                    try await store.question(summary.id)
                }
                if let details { questions.append(details) }
            }
            guard page.count == filter.limit, let last = page.last else { return questions }
            filter.after = last.cursor
        }
    }

    /// A question in other hands, with the name and date of who asked.
    private func copy(of question: QuestionDetails) throws(ServiceError) -> [Operation] {
        let summary = question.summary
        let author = summary.author.shownName
        return try composed { () throws(CommunityError) in
            try Compose.question(
                title: summary.title, body: question.body, tags: summary.tags,
                origin: Compose.Origin(
                    author: author.isEmpty ? Directory.formerColleague : author,
                    date: summary.date, source: Compose.source(ofMoved: summary.id)))
        }
    }

    // MARK: Around the closing

    /// Refuses a new home that would show questions to people whom the community never let in.
    func checkHome(_ home: CommunitySummary, of community: CommunitySummary) throws(ServiceError) {
        let directory = try member.directory
        guard home.space != community.space else {
            throw ServiceError(
                .usage, "The questions of \(community.name) can't go to itself.",
                hint: "Name another community: --new-home NAME")
        }
        guard let target = directory.community(of: home.space) else { return }
        guard target.shape.archivedBy == nil else {
            throw ServiceError(.usage, "\(home.name) is archived itself.")
        }
        let strictest =
            community.spaces.compactMap { directory.community(of: $0) }
            .map(\.visibility.rawValue).max() ?? 0
        guard target.visibility.rawValue >= strictest else {
            throw ServiceError(
                .usage, "\(home.name) is seen by more people than \(community.name).",
                hint: "Open questions stay among as few: choose another home, or none.")
        }
    }

    /// Moves the questions of a community that was closed just now, and says what became of them.
    func rehomeAfterClosing(_ proposal: ProposalShown) async -> String? {
        guard proposal.subject == .close, proposal.state == .adopted, let home = proposal.other
        else { return nil }
        do throws(ServiceError) {
            let moved = try await rehome(CommunityReference(community: proposal.community.id))
            let count = moved.questions.count
            guard count > 0 else { return nil }
            return say(
                count, one: "\(.count) open question went to \(home.name).",
                other: "\(.count) open questions went to \(home.name).")
        } catch {
            return say(
                "The open questions did not go to \(home.name) yet: \(error.message) "
                    + "Later: hearth rehome \(proposal.community.code)")
        }
    }

    /// For a question of an archived community, where it goes on.
    func continuation(
        of question: RecordID, after closing: Proposal?
    ) async throws(ServiceError) -> String? {
        guard let space = closing?.community,
            let home = try await communitySummaries().first(where: { $0.spaces.contains(space) }),
            home.isJoined
        else { return nil }
        let source = Compose.source(ofMoved: question)
        let found = try await stored { () async throws(StorageError) in
            try await store.imported([source], in: home.space)
        }[source]
        guard let found else { return nil }
        return say("goes on in \(home.name) as \(try await code(of: found.id))")
    }
}
