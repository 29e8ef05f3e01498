internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What is new for the person of this home.
///
/// Everything is worked out here from what is here; what was read is known to this computer alone.
extension HearthNode {
    static let mostNews = 200
    /// Own experiments, stories and problems that are looked through for what builds on them.
    private static let ownDepth = 500

    /// Something new before it is shown.
    struct Found {
        var id: RecordID
        var kind: NewsKind
        var about: RecordID
        var space: SpaceID
        var author: Byline
        var date: Int64
    }

    public func inbox(_ request: InboxRequest) async throws(ServiceError) -> Inbox {
        _ = try member
        await showPresence()
        return try await unread(min(max(request.limit ?? 50, 1), HearthNode.mostNews))
    }

    /// What is unread, without anybody having asked for it.
    func unread(_ limit: Int) async throws(ServiceError) -> Inbox {
        let reading = try keptReading()
        let unread = try await found(reading).filter { reading.isUnread($0.id, date: $0.date) }
        var news: [News] = []
        for one in unread.prefix(limit) { news.append(try await shown(one)) }
        return Inbox(news: news, hasMore: unread.count > limit)
    }

    public func markRead(_ request: ReadRequest) async throws(ServiceError) -> Inbox {
        _ = try member
        var reading = try keptReading()
        if request.everything == true { reading.startFresh(at: clocks.wallClock) }
        var wanted: Set<RecordID> = []
        for reference in request.references {
            wanted.insert(try await resolve(reference, kinds: Schema.kinds).id)
        }
        if !wanted.isEmpty {
            for one in try await found(reading)
            where wanted.contains(one.id) || wanted.contains(one.about) {
                reading.markRead(one.id, date: one.date)
            }
        }
        try keep(reading)
        return try await inbox(InboxRequest())
    }

    public func follow(_ request: FollowRequest) async throws(ServiceError) -> FollowedItem {
        let target = try await resolve(
            request.reference, kinds: Schema.life + [Schema.question, Schema.answer])
        let record = target.question ?? target.id
        var reading = try keptReading()
        guard reading.follow(record, request.follow, at: clocks.wallClock) else {
            throw ServiceError(
                .usage, "You follow \(ReadingList.mostFollowed) things already.",
                hint: "`hearth follow` shows them; `hearth follow CODE --stop` ends one.")
        }
        try keep(reading)
        return FollowedItem(
            code: try await code(of: record), title: try await title(of: record),
            isFollowed: request.follow)
    }

    public func following() async throws(ServiceError) -> Following {
        _ = try member
        let reading = try keptReading()
        var items: [FollowedItem] = []
        for (records, isFollowed) in [(reading.followed, true), (reading.muted, false)] {
            for record in records {
                items.append(
                    FollowedItem(
                        code: try await code(of: record), title: try await title(of: record),
                        isFollowed: isFollowed))
            }
        }
        return Following(items: items)
    }

    // MARK: What there is

    /// Everything since the person started fresh, the newest first, read or not.
    func found(_ reading: ReadingList) async throws(ServiceError) -> [Found] {
        let member = try self.member
        var filter = NewsFilter(person: member.person, since: reading.start)
        filter.followed = reading.followed
        filter.muted = reading.muted
        filter.limit = HearthNode.mostNews
        let chosen = filter
        let rows = try await stored { () async throws(StorageError) in
            try await store.news(chosen)
        }
        var found = rows.compactMap { row in
            NewsKind(recordKind: row.kind).map {
                Found(
                    id: row.id, kind: $0, about: row.about, space: row.space,
                    author: row.author.byline, date: row.date)
            }
        }
        found += try await builtOn(since: reading.start)
        found += try await waitingProposals()
        found += try await mentions(since: reading.start)
        found += try await newcomers(since: reading.start)
        found += try await company(since: reading.start)
        let muted = Set(reading.muted)
        var known: Set<RecordID> = []
        let foldings = try await foldings(of: found.map { ($0.id, $0.space) })
        return found.sorted { ($0.date, $0.id) > ($1.date, $1.id) }.filter {
            foldings[$0.id] == nil && !muted.contains($0.about) && known.insert($0.id).inserted
        }
    }

    /// What names own experiments, stories and problems, and communities that took problems up.
    private func builtOn(since start: Int64) async throws(ServiceError) -> [Found] {
        let member = try self.member
        let own = try await stored { () async throws(StorageError) in
            try await store.own(
                [Schema.experiment, Schema.story, Schema.problem], of: member.person,
                limit: HearthNode.ownDepth)
        }
        var found: [Found] = []
        for record in own {
            let naming = try await stored { () async throws(StorageError) in
                try await store.records(holding: record)
            }
            for id in naming {
                let listed = try await stored { () async throws(StorageError) in
                    try await store.item(id)
                }
                guard let listed, listed.item.person != member.person,
                    listed.item.written > start, listed.item.kind != Schema.problem
                else { continue }
                found.append(
                    Found(
                        id: id, kind: .builtOn, about: record, space: listed.item.space,
                        author: listed.author.byline, date: listed.item.written))
            }
        }
        return found + (try await adopted(since: start))
    }

    /// Communities that have made a problem their own which the person raised or marked.
    private func adopted(since start: Int64) async throws(ServiceError) -> [Found] {
        let member = try self.member
        var filter = ItemFilter(Schema.problem)
        filter.limit = HearthNode.mostNews
        let chosen = filter
        let problems = try await stored { () async throws(StorageError) in
            try await store.items(chosen)
        }
        var found: [Found] = []
        let summaries = try await communitySummaries()
        for problem in problems {
            let item = problem.item
            guard item.person == member.person || item.concerned.contains(member.person) else {
                continue
            }
            for case .bytes(let bytes) in item.elements["adopted", default: []] {
                guard let space = SpaceID(bytes),
                    let community = summaries.first(where: { $0.spaces.contains(space) }),
                    !community.isJoined, community.date > start
                else { continue }
                found.append(
                    Found(
                        id: community.id, kind: .adopted, about: item.id, space: item.space,
                        author: community.founder.byline, date: community.date))
            }
        }
        return found
    }

    private func waitingProposals() async throws(ServiceError) -> [Found] {
        let me = try member.person.hex
        let open = try await proposals(ProposalsRequest(open: true)).proposals
        var found: [Found] = []
        for proposal in open where proposal.state == .open && proposal.author.id != me {
            guard proposal.silent.contains(where: { $0.id == me }) else { continue }
            let target = try await resolve(proposal.id, kinds: [Schema.proposal])
            let written = try await stored { () async throws(StorageError) in
                try await store.item(target.id)
            }?.item.written
            found.append(
                Found(
                    id: target.id, kind: .proposal, about: target.id, space: target.space,
                    author: Byline(name: proposal.author.name, person: proposal.author),
                    date: written ?? proposal.closesAt.milliseconds))
        }
        return found
    }

    private func mentions(since start: Int64) async throws(ServiceError) -> [Found] {
        let member = try self.member
        let name = name(of: member.person)
        var query = SearchQuery("\"\(name.replacing("\"", with: " "))\"")
        query.limit = HearthNode.mostNews
        let chosen = query
        let hits = try await stored { () async throws(StorageError) in
            try await store.search(chosen)
        }.hits
        var found: [Found] = []
        for hit in hits where hit.date > start && hit.author.person != member.person {
            let item = try await stored { () async throws(StorageError) in
                try await store.item(hit.id)
            }?.item
            let words = ["title", "body"].compactMap { item?.text($0) }
            guard words.contains(where: { Mention.calls(name, in: $0) }) else { continue }
            found.append(
                Found(
                    id: hit.id, kind: .mention, about: hit.question, space: hit.space,
                    author: hit.author.byline, date: hit.date))
        }
        return found
    }

    // MARK: How it is shown

    private func shown(_ found: Found) async throws(ServiceError) -> News {
        let names = try await communityNames()
        let workplace = try member.workplace.space
        return News(
            code: try await code(of: found.id), kind: found.kind,
            title: try await title(of: found.about), about: try await code(of: found.about),
            author: found.author, date: Timestamp(milliseconds: found.date),
            community: found.space == workplace
                ? nil : names[found.space] ?? found.space.nameless)
    }

    private func title(of record: RecordID) async throws(ServiceError) -> String {
        try await stored { () async throws(StorageError) in
            try await store.item(record)
        }?.item.firstWords ?? ""
    }

    private func keptReading() throws(ServiceError) -> ReadingList {
        if let session = try session { return session.chest.reading }
        return try keepingReading { () throws(DaemonError) in try keys.reading() }
    }

    private func keep(_ reading: ReadingList) throws(ServiceError) {
        guard try session == nil else { return try changeChest { $0.reading = reading } }
        try keepingReading { () throws(DaemonError) in try keys.save(reading) }
        tellReadingLater()
    }

    private func keepingReading<Result>(
        _ body: () throws(DaemonError) -> Result
    ) throws(ServiceError) -> Result {
        do {
            return try body()
        } catch {
            throw ServiceError(
                .internal, "What you have read could not be kept: \(error.description)")
        }
    }
}

extension NewsKind {
    /// Why a record of a kind is news for whoever wrote what it names.
    fileprivate init?(recordKind number: UInt32) {
        switch number {
        case Schema.answer.number: self = .answer
        case Schema.thanks.number: self = .thanks
        case Schema.trial.number: self = .experience
        case Schema.suggestion.number: self = .suggestion
        case Schema.outcome.number: self = .outcome
        case Schema.session.number: self = .session
        default: return nil
        }
    }
}
