internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Pages: texts that a community writes together.
extension HearthNode {
    /// The field that holds a page's text.
    private static let body = "body"

    public func createPage(_ request: NewPageRequest) async throws(ServiceError) -> Saved {
        var fields = [ItemField(name: "title", value: request.title)]
        fields += (request.tags ?? []).map { ItemField(name: "tags", value: $0) }
        fields += (request.sources ?? []).map { ItemField(name: "sources", value: $0) }
        if let review = request.review {
            fields.append(ItemField(name: "review", value: review.text))
        }
        if let place = request.place { fields.append(ItemField(name: "place", value: place)) }
        let text = request.text ?? ""
        // Refused before there is a page without it.
        if let rule = Schema.page.field(named: HearthNode.body) {
            try composed { () throws(CommunityError) in
                try SharedText([], rule: rule).check(text)
            }
        }
        let saved = try await createItem(
            NewItemRequest(kind: .page, community: request.community, fields: fields))
        guard !text.isEmpty else { return saved }
        return try await editPage(
            EditPageRequest(reference: saved.id, version: "", text: text)
        ).saved
    }

    public func editPage(_ request: EditPageRequest) async throws(ServiceError) -> PageEdited {
        let target = try await resolve(request.reference, kinds: [Schema.page])
        let community = try await home(of: target)
        try await checkPosting(in: community)
        // Two edits that are made from one state would number their events alike.
        await editTurn.take()
        defer { editTurn.end() }
        let before = try await text(of: target)
        let version = try revisions(named: request.version, in: before)
        guard let log = store.ownLog(in: target.space, by: try hand(in: target.space)) else {
            throw ServiceError(.internal, "This device has no log in this space.")
        }
        let edits = try composed { () throws(CommunityError) in
            try before.edits(turning: version, into: request.text, by: log)
        }
        if !edits.operations.isEmpty {
            try await write(
                edits.operations.map { [.edit(record: target.id, $0)] }, to: target.space)
            tell(
                .posted, Sentence("You changed \(target.code)."), code: target.code,
                community: community.id.hex)
        }
        await showPresence()
        let after = try await text(of: target)
        return PageEdited(
            saved: Saved(
                id: target.id.hex, code: target.code, community: community.communityName,
                durability: await durability(in: target.space)),
            text: after.text, version: after.name, isMerged: after.text != request.text)
    }

    public func page(_ request: PageReference) async throws(ServiceError) -> Page {
        _ = try member
        await showPresence()
        let target = try await resolve(request.reference, kinds: [Schema.page])
        var item = try await details(of: target, isOpen: false).item
        item.fields.removeAll { $0.name == HearthNode.body }
        let text = try await text(of: target)
        var sources: [PageSource] = []
        for source in item.elements where source.name == "sources" {
            if let source = try await self.source(source.value) { sources.append(source) }
        }
        let version = try request.at.map { (at) throws(ServiceError) in
            try revisions(named: at, in: text)
        }
        return Page(
            item: item,
            text: try composed { () throws(CommunityError) in
                try text.text(at: version ?? text.version)
            },
            version: (version ?? text.version).named, authors: text.authors.map { personName($0) },
            sources: sources, waiting: text.waiting)
    }

    public func pageHistory(
        _ request: PageReference
    ) async throws(ServiceError) -> PageHistory {
        _ = try member
        let target = try await resolve(request.reference, kinds: [Schema.page])
        let revisions = try await text(of: target).revisions.map { revision in
            PageRevision(
                id: revision.id.hex, person: personName(revision.person),
                writtenAt: Timestamp(milliseconds: revision.wallClock),
                inserted: revision.inserted, deleted: revision.deleted,
                excerpt: revision.excerpt, isWaiting: revision.isWaiting)
        }
        return PageHistory(code: target.code, revisions: revisions)
    }

    public func pageBlame(_ request: PageReference) async throws(ServiceError) -> PageBlame {
        _ = try member
        let target = try await resolve(request.reference, kinds: [Schema.page])
        let lines = try await text(of: target).lines.map { line in
            PageLine(
                text: line.text, people: line.people.map { personName($0) },
                writtenAt: Timestamp(milliseconds: line.wallClock))
        }
        return PageBlame(code: target.code, lines: lines)
    }

    public func pageDiff(_ request: PageDiffRequest) async throws(ServiceError) -> PageDiff {
        _ = try member
        let target = try await resolve(request.reference, kinds: [Schema.page])
        let text = try await text(of: target)
        let from = try revisions(named: request.from ?? "", in: text)
        let to = try request.to.map { (to) throws(ServiceError) in
            try revisions(named: to, in: text)
        }
        let (old, new) = try composed { () throws(CommunityError) in
            (try text.text(at: from), try text.text(at: to ?? text.version))
        }
        return PageDiff(
            code: target.code,
            lines: TextDifference.lines(from: old, to: new).map { line in
                switch line {
                case .same(let text): DiffLine(change: .same, text: text)
                case .removed(let text): DiffLine(change: .removed, text: text)
                case .added(let text): DiffLine(change: .added, text: text)
                }
            })
    }

    // MARK: Versions

    /// The text of a page with its history.
    func text(of target: RecordReference) async throws(ServiceError) -> SharedText {
        let text = try await stored { () async throws(StorageError) in
            try await store.text(HearthNode.body, of: target.id)
        }
        guard let text else {
            throw ServiceError(
                .notFound, "\(target.code) can't be shown.",
                hint: "`hearth page list` shows what is here.")
        }
        return text
    }

    /// The revisions that a version names, each by at least four characters of its id.
    private func revisions(
        named name: String, in text: SharedText
    ) throws(ServiceError) -> [OperationID] {
        if name.isEmpty { return [] }
        var found: [OperationID] = []
        let all = text.revisions.filter { !$0.isWaiting }.map(\.id)
        for part in name.lowercased().split(separator: ",") {
            let alike = all.filter { $0.hex.hasPrefix(part) }
            guard part.count >= 4, let revision = alike.first else {
                throw CommunityError.unknownVersion.service
            }
            guard alike.count == 1 else {
                throw ServiceError(
                    .usage, "\"\(part)\" can mean several revisions.", hint: "Say more of its id.")
            }
            found.append(revision)
        }
        return found.sorted()
    }
}

extension [OperationID] {
    /// The version that has what these wrote, as it is named outside.
    fileprivate var named: String { map(\.hex).joined(separator: ",") }
}

extension SharedText {
    /// The version that has everything, as it is named outside.
    fileprivate var name: String { version.named }
}
