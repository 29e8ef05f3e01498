internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Questions, answers, thanks, and finding them.
extension HearthNode {
    public func ask(_ request: AskRequest) async throws(ServiceError) -> Saved {
        let community = try await chosenCommunity(request.community)
        try await checkPosting(in: community)
        if request.unnamed == true { return try await askUnnamed(request, in: community) }
        let operations = try composed { () throws(CommunityError) in
            try Compose.question(
                title: request.title, body: request.body ?? "", tags: request.tags ?? [])
        }
        return try await publish(operations, in: community, community.space)
    }

    public func answer(_ request: AnswerRequest) async throws(ServiceError) -> Saved {
        let target = try await resolve(request.question, kinds: [Schema.question, Schema.answer])
        let community = try await home(of: target)
        try await checkPosting(in: community)
        let operations = try composed { () throws(CommunityError) in
            try Compose.answer(
                question: target.question ?? target.id, body: request.body,
                replyTo: target.kind == Schema.answer.number ? target.id : nil)
        }
        return try await publish(operations, in: community, target.space)
    }

    public func thank(_ request: ThanksRequest) async throws(ServiceError) -> Saved {
        let target = try await resolve(request.post, kinds: Schema.thankable)
        let community = try await home(of: target)
        try await checkPosting(in: community)
        let author = try await author(of: target)
        for name in request.people ?? [] where try resolvePerson(name) != author {
            throw ServiceError(
                .usage, "\(target.code) was not written by \(name).",
                hint: "Thanks go to who wrote the post; say more in the words.")
        }
        let operations = try composed { () throws(CommunityError) in
            try Compose.thanks(for: target.id, text: request.text ?? "")
        }
        return try await publish(operations, in: community, target.space)
    }

    /// Writes into the community's space, or into that of one that has merged with it.
    func publish(
        _ operations: [Operation], in community: CommunitySummary, _ space: SpaceID
    ) async throws(ServiceError) -> Saved {
        let outcome = try await write([operations], to: space)
        await showPresence()
        guard let id = outcome.records.first?.first else {
            throw ServiceError(.internal, "The words were written but have no name.")
        }
        let code = try await stored { () async throws(StorageError) in
            try await store.find(id.hex).first?.code ?? id.hex
        }
        tell(.posted, Sentence("You wrote \(code)."), code: code, community: community.id.hex)
        return Saved(
            id: id.hex, code: code, community: community.communityName,
            durability: await durability(in: space))
    }

    public func edit(_ request: EditRequest) async throws(ServiceError) -> Saved {
        let token = try await mender(of: request.reference)
        return try await asking(as: token) { () async throws(ServiceError) in
            try await changeWords(request)
        }
    }

    private func changeWords(_ request: EditRequest) async throws(ServiceError) -> Saved {
        _ = try member
        let target = try await resolve(request.reference, kinds: Schema.kinds)
        guard let kind = Schema.kind(target.kind) else { throw unknown(request.reference) }
        var operations: [Operation] = []
        for (words, fields) in [
            (request.title, ["title", "name"]), (request.body, ["body", "purpose", "about"]),
        ] {
            guard let words else { continue }
            guard let field = fields.first(where: { kind.number(of: $0) != nil }) else {
                throw ServiceError(.usage, "A \(kind.name) has no \(fields[0]).")
            }
            operations += try composed { () throws(CommunityError) in
                try Compose.edit(field, to: .text(words), of: target.id, kind: kind)
            }
        }
        operations += try await tagChanges(request, of: target, kind: kind)
        guard !operations.isEmpty else {
            throw ServiceError(
                .usage, "Nothing was to be changed.", hint: "Give --title, --body or --tag.")
        }
        let verb: Rights.Verb = operations.allSatisfy(\.isSetChange) ? .tag : kind.verbOfEditing
        guard try await mayChange(target, verb) else {
            throw Rights.row(.editOthers).refusal(
                about: say("\(target.code) was written by somebody else"))
        }
        let community = try await communitySummaries().first { $0.spaces.contains(target.space) }
        // Words in a community change as they come; what describes it is no post.
        if let community, target.kind != Schema.community.number {
            try await checkPosting(in: community)
        }
        try await write([operations], to: target.space)
        return Saved(
            id: target.id.hex, code: target.code, community: community?.communityName,
            durability: await durability(in: target.space))
    }

    /// Whether this person may do something with a record by the table of rights.
    private func mayChange(
        _ target: RecordReference, _ verb: Rights.Verb
    ) async throws(ServiceError) -> Bool {
        let cell = Rights.cell(verb, .member)
        if cell.ways.contains(.always) { return true }
        guard cell.ways.contains(.own) else { return false }
        return try await author(of: target) == (try member.person)
    }

    func author(of target: RecordReference) async throws(ServiceError) -> PersonID? {
        try await stored { () async throws(StorageError) in
            try await store.author(of: target.id)
        }
    }

    private func tagChanges(
        _ request: EditRequest, of target: RecordReference, kind: RecordKind
    ) async throws(ServiceError) -> [Operation] {
        guard let tags = request.tags else { return [] }
        guard let number = kind.number(of: "tags") else {
            throw ServiceError(.usage, "A \(kind.name) has no tags.")
        }
        let present = try await stored { () async throws(StorageError) in
            try await store.elements(of: target.id, field: number)
        }
        let wanted = Set(tags)
        let dots = present.filter { !wanted.contains($0.text) }.map(\.dot)
        var operations: [Operation] = []
        if !dots.isEmpty {
            operations.append(.remove(record: target.id, field: number, dots: dots))
        }
        let known = Set(present.map(\.text))
        operations += wanted.subtracting(known).sorted().map {
            .add(record: target.id, field: Field(number, .text($0)))
        }
        return operations
    }

    public func questions(_ request: ListRequest) async throws(ServiceError) -> QuestionList {
        let member = try self.member
        await showPresence()
        var filter = QuestionFilter()
        if let community = request.community {
            let chosen = try await resolveCommunity(community)
            (filter.space, filter.mergedSpaces) = (chosen.space, chosen.merged.map(\.space))
        }
        filter.tag = request.tag
        filter.author = request.mine == true ? member.person : nil
        filter.unansweredOnly = request.unanswered ?? false
        filter.limit = min(max(request.limit ?? 50, 1), 500)
        filter.after = try request.before.map { (text) throws(ServiceError) in
            try ListCursor(text: text)
        }
        let chosen = filter
        let found = try await stored { () async throws(StorageError) in
            try await store.questions(chosen)
        }
        let names = try await communityNames()
        let foldings = try await foldings(of: found.map { ($0.id, $0.space) })
        let behalf = try await behalf(of: found.map { ($0.id, $0.author.person, nil) })
        let isOpen = request.collapsed == true
        return QuestionList(
            questions: found.map { question in
                var listed = question.listed(
                    in: names[question.space] ?? question.space.nameless,
                    foldings[question.id], isOpen: isOpen)
                listed.author.onBehalf = behalf[listed.id]
                return listed
            },
            next: found.count == filter.limit ? found.last?.cursor.text : nil)
    }

    public func show(_ request: ShowRequest) async throws(ServiceError) -> Shown {
        let member = try self.member
        await showPresence()
        let target = try await resolve(request.reference, kinds: Schema.kinds)
        switch target.kind {
        case Schema.community.number:
            return Shown(
                kind: .community,
                community: try await details(try await resolveCommunity(target.id.hex)))
        case Schema.question.number, Schema.answer.number, Schema.thanks.number:
            return try await shownThread(target, request)
        case Schema.proposal.number, Schema.stance.number, Schema.closing.number,
            Schema.proposalQuestion.number:
            return Shown(kind: .proposal, proposal: try await shownProposal(target))
        case let kind where Schema.isLife(kind):
            var shown = Shown(
                kind: .item,
                item: try await details(of: target, isOpen: request.collapsed == true))
            shown.files = try await filesShown(on: [target.id])
            return shown
        case Schema.attachment.number: return try await shownCarrier(of: target, request)
        case Schema.flag.number, Schema.blur.number:
            let item = try await self.target(of: target)
            return try await show(
                ShowRequest(reference: item.id.hex, collapsed: request.collapsed))
        case Schema.handover.number, Schema.handoverQuestion.number:
            return try await shownHandover(target)
        case Schema.role.number:
            return Shown(
                kind: .community, community: try await details(try await home(of: target)))
        default:
            return try await shownPerson(target, me: member.person)
        }
    }

    /// A question with everything below it, the record that was asked for in focus.
    private func shownThread(
        _ target: RecordReference, _ request: ShowRequest
    ) async throws(ServiceError) -> Shown {
        guard let question = target.question,
            let details = try await stored({ () async throws(StorageError) in
                try await store.question(question)
            })
        else { throw notHereYet(request.reference) }
        if details.isTakenBack {
            return try await remainder(of: details, focus: target.code)
        }
        var shown = Shown(
            kind: .question, focus: target.id == question ? nil : target.code,
            thread: try await threads([details], isOpen: request.collapsed == true).first)
        shown.files = try await filesShown(on: [question] + details.answers.map(\.id))
        return shown
    }

    /// What a file hangs on.
    private func shownCarrier(
        of target: RecordReference, _ request: ShowRequest
    ) async throws(ServiceError) -> Shown {
        let item = try await stored { () async throws(StorageError) in
            try await store.item(target.id)?.item
        }
        guard let carrier = item?.record("of") else { throw notHereYet(target.code) }
        return try await show(
            ShowRequest(reference: carrier.hex, collapsed: request.collapsed))
    }

    /// The person whom a record that people don't read is about.
    private func shownPerson(
        _ target: RecordReference, me: PersonID
    ) async throws(ServiceError) -> Shown {
        let author = try await author(of: target)
        let people = try await stored { () async throws(StorageError) in
            try await store.people()
        }
        guard let person = people.first(where: { $0.id == author }) else {
            throw unknown(target.code)
        }
        return Shown(kind: .person, person: listed(person, connected: [], me: me))
    }

    public func search(_ request: SearchRequest) async throws(ServiceError) -> SearchResults {
        let workplace = try member.workplace.space
        await showPresence()
        var query = SearchQuery(request.text)
        if let community = request.community {
            let chosen = try await resolveCommunity(community)
            (query.space, query.mergedSpaces) = (chosen.space, chosen.merged.map(\.space))
        }
        if let author = request.author { query.author = try resolvePerson(author) }
        query.kind = request.kind?.number
        query.tag = request.tag
        query.place = request.place
        (query.since, query.until) = (request.since?.milliseconds, request.until?.milliseconds)
        query.limit = min(max(request.limit ?? 20, 1), 200)
        let chosen = query
        let result = try await stored { () async throws(StorageError) in
            try await store.search(chosen)
        }
        let names = try await communityNames()
        let codes = try await questionCodes(of: result.hits)
        let foldings = try await foldings(
            of: result.hits.flatMap { [($0.id, $0.space), ($0.question, $0.space)] })
        let isOpen = request.collapsed == true
        var results = SearchResults(
            hits: result.hits.compactMap { hit in
                guard let kind = FoundKind(number: hit.kind) else { return nil }
                let isTitleShown = isOpen || foldings[hit.question] == nil
                let isTextShown = isOpen || foldings[hit.id] == nil
                return LocalProtocol.SearchHit(
                    id: hit.id.hex, code: hit.code,
                    kind: kind, question: codes[hit.question] ?? hit.question.hex,
                    title: isTitleShown ? hit.title : "",
                    author: hit.author.byline.of(names[hit.space]?.name),
                    writtenAt: Timestamp(milliseconds: hit.date),
                    community: hit.space == workplace
                        ? nil : names[hit.space] ?? hit.space.nameless,
                    snippet: isTextShown ? hit.snippet.pieces : [],
                    folding: foldings[hit.id] ?? foldings[hit.question])
            })
        results.correction = result.correction
        return results
    }

    private func questionCodes(
        of hits: [Storage.SearchHit]
    ) async throws(ServiceError) -> [RecordID: String] {
        var codes: [RecordID: String] = [:]
        for hit in hits where codes[hit.question] == nil {
            codes[hit.question] = try await stored { () async throws(StorageError) in
                try await store.find(hit.question.hex).first?.code ?? hit.question.hex
            }
        }
        return codes
    }
}

extension SpaceID {
    var nameless: CommunityName {
        CommunityName(id: hex, code: code, name: "a community (\(self))")
    }
}

extension ListCursor {
    /// The cursor as an opaque text for the next page.
    var text: String { "\(date).\(number)" }

    init(text: String) throws(ServiceError) {
        let parts = text.split(separator: ".").compactMap { Int64($0) }
        guard parts.count == 2 else {
            throw ServiceError(.usage, "\"\(text)\" is no place in a list.")
        }
        self.init(date: parts[0], number: parts[1])
    }
}

extension FoundKind {
    /// The kind with a number; `nil` for one that isn't found.
    init?(number: UInt32) {
        guard let name = Schema.kind(number)?.name else { return nil }
        self.init(rawValue: name)
    }

    /// The number in the schema.
    fileprivate var number: UInt32? {
        Schema.kinds.first { $0.name == rawValue }?.number
    }
}

extension Snippet {
    /// The snippet cut at its matches.
    var pieces: [SnippetPiece] {
        let characters = Array(text)
        var pieces: [SnippetPiece] = []
        var position = 0
        func add(upTo end: Int, isMatch: Bool) {
            guard position < end, end <= characters.count else { return }
            let words = String(characters[position..<end])
            pieces.append(SnippetPiece(text: words, isMatch: isMatch))
            position = end
        }
        for match in matches {
            add(upTo: match.lowerBound, isMatch: false)
            add(upTo: match.upperBound, isMatch: true)
        }
        add(upTo: characters.count, isMatch: false)
        return pieces
    }
}

extension Operation {
    fileprivate var isSetChange: Bool {
        switch self {
        case .add, .remove: true
        default: false
        }
    }
}
