internal import Community
internal import Languages
internal import LocalProtocol
internal import Storage
internal import Wire

/// Communities that have become one, archived communities, and who may write.
extension HearthNode {
    /// A community as listed, with what its members decided on its shape.
    func listed(
        _ summary: CommunitySummary, _ activity: [SpaceID: CommunityActivity]
    ) -> LocalProtocol.Community {
        let all = summary.spaces.compactMap { activity[$0] }
        let together = CommunityActivity(
            questionCount: all.map(\.questionCount).reduce(0, +),
            unansweredCount: all.map(\.unansweredCount).reduce(0, +),
            newestDate: all.compactMap(\.newestDate).max())
        var community = summary.listed(together)
        community.form = CommunityForm(rawValue: summary.form)
        community.stage = CommunityStage(rawValue: summary.stage)
        let known = membership?.directory.community(of: summary.space)
        community.isArchived = known?.shape.archivedBy != nil
        if let known, let me = membership?.person {
            community.visibility = known.visibility.shown
            if known.visibility == .listed { community.isWaiting = known.isWaiting(me) }
        }
        community.isQuiet =
            !community.isArchived
            && Quiet.isQuiet(
                lastPost: together.newestDate, founded: summary.date, now: clocks.wallClock)
        community.merged = summary.merged.map {
            CommunityName(id: $0.id.hex, code: $0.code, name: $0.name)
        }
        if let origin = known?.forkedFrom {
            let name = membership?.directory.communities.first { $0.record == origin }?.name
            community.forkedFrom = CommunityName(
                id: origin.hex, code: ShortCode(origin, kind: Schema.community).description,
                name: name ?? "")
        }
        return community
    }

    /// Refuses to post, and to change what was posted, where the community is archived or the
    /// person is set aside.
    ///
    /// - Throws: `needsConsent` with a hint how to reopen, or what ``checkNotSetAside(in:)`` says.
    func checkPosting(in community: CommunitySummary) async throws(ServiceError) {
        let member = try self.member
        if member.directory.community(of: community.space)?.shape.archivedBy != nil {
            throw ServiceError(
                .needsConsent, "\(community.name) is archived.",
                hint: "Reopen it? hearth reopen \(community.code)")
        }
        try await checkNotSetAside(in: community)
    }

    /// Why a reader should look twice at posts of some threads, by record.
    func marks(of threads: [QuestionDetails]) async throws(ServiceError) -> [String: String] {
        var marks: [String: String] = [:]
        for (space, own) in Dictionary(grouping: threads, by: \.summary.space) {
            marks.merge(
                try await self.marks(of: own, in: space), uniquingKeysWith: { first, _ in first })
        }
        return marks
    }

    private func marks(
        of threads: [QuestionDetails], in space: SpaceID
    ) async throws(ServiceError) -> [String: String] {
        let archivedBy = membership?.directory.community(of: space)?.shape.archivedBy
        let proposals = try await stored { () async throws(StorageError) in
            try await store.proposals(in: space)
        }.map(\.decided)
        let archiving = Archiving.all(among: proposals).first { $0.proposal == archivedBy }
        let closing = proposals.first { $0.proposal.id == archivedBy }?.proposal
        let asides = try await known(SetAside.all(among: proposals), in: space)
        guard archiving != nil || !asides.isEmpty else { return [:] }
        let ids = threads.flatMap { [$0.summary.id] + $0.answers.map(\.id) }
        let places = try await stored { () async throws(StorageError) in
            try await store.places(of: ids, in: space)
        }
        let keys =
            asides.isEmpty
            ? [:]
            : try await stored { () async throws(StorageError) in
                try await store.keys(of: ids, in: space)
            }
        var marks: [String: String] = [:]
        for (id, place) in places {
            if asides.contains(where: { $0.covers(place, under: keys[id], at: clocks.wallClock) }) {
                marks[id.hex] = say("written while set aside")
            }
            if archiving?.isAfter(log: place.log, sequence: place.sequence) == true {
                marks[id.hex] = say("arrived after closing")
            }
        }
        for id in threads.map(\.summary.id) {
            guard let moved = try await continuation(of: id, after: closing) else { continue }
            marks[id.hex] = (marks[id.hex].map { $0 + "; " } ?? "") + moved
        }
        return marks
    }
}

extension QuestionThread {
    /// The thread with marks on posts.
    func marked(_ marks: [String: String]) -> QuestionThread {
        guard !marks.isEmpty else { return self }
        var thread = self
        thread.question.mark = marks[question.id]
        for index in thread.answers.indices {
            thread.answers[index].mark = marks[thread.answers[index].id]
        }
        return thread
    }
}

extension [CommunitySummary] {
    /// One entry for each group of communities that have become one, by the name of the eldest.
    func merged(by directory: Directory, for person: PersonID) -> [CommunitySummary] {
        let bySpace = Dictionary(map { ($0.space, $0) }) { first, _ in first }
        return compactMap { summary in
            let group = directory.groups.group(of: summary.space).compactMap { bySpace[$0] }
            guard group.count > 1 else { return summary }
            guard group.first?.space == summary.space else { return nil }
            var whole = summary
            let others = group.dropFirst()
            whole.merged = others.map(MergedCommunity.init)
            whole.memberCount = directory.members(of: summary.space).count
            whole.isJoined = directory.isMember(person, of: summary.space)
            whole.tags = Set(group.flatMap(\.tags)).sorted()
            return whole
        }
    }
}

extension CommunitySummary {
    /// Whether a code, an id or a name in lower case means this community or one that has merged
    /// with it.
    func isMeant(by wanted: String) -> Bool {
        func isNamed(_ id: RecordID, _ code: String, _ name: String) -> Bool {
            id.hex == wanted || code.lowercased() == wanted || name.lowercased() == wanted
        }
        return isNamed(id, code, name) || merged.contains { isNamed($0.id, $0.code, $0.name) }
    }
}
