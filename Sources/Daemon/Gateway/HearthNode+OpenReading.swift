internal import Community
internal import Engine
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What everybody may read.
///
/// Every answer begins with the spaces that are open, and nothing is asked of any other: what a
/// person may read here beside that has no way into a page. The person of this home isn't present
/// because a stranger reads.
extension HearthNode: OpenReader {
    /// Where strangers may read.
    struct OpenPlaces {
        var member: Membership
        var communities: [CommunitySummary]
        var digest: DigestPlaces

        func holds(_ space: SpaceID) -> Bool { digest.spaces.contains(space) }

        /// The name of the community of a space; `nil` for the wall of the workplace.
        func community(of space: SpaceID) -> CommunityName? { digest.names[space] }
    }

    /// Hits of a search.
    private static let mostHits = 30
    /// Characters of a code or of words that are looked for.
    private static let longestCode = 20
    private static let longestWords = 200

    public func openFrame() async throws(ServiceError) -> OpenFrame {
        try await frame(try await openPlaces())
    }

    public func openFront() async throws(ServiceError) -> OpenFront {
        let places = try await openPlaces()
        let activity = try await activity()
        return OpenFront(
            frame: try await frame(places),
            communities: places.communities.map { listed($0, activity).open }
                .sorted { ($0.name.name, $0.name.id) < ($1.name.name, $1.name.id) },
            digest: try await digest(of: places.digest, about: nil))
    }

    public func openCommunity(
        _ reference: String
    ) async throws(ServiceError) -> OpenCommunityPage {
        let places = try await openPlaces()
        let community = try openCommunity(reference, places)
        var own = places.digest
        own.spaces = community.spaces
        return OpenCommunityPage(
            frame: try await frame(places), community: listed(community, try await activity()).open,
            charter: community.charter.isEmpty ? nil : community.charter,
            digest: try await digest(of: own, about: community))
    }

    /// The identifier of the one open community that a code, an identifier or a name means.
    func openCommunityIdentifier(_ reference: String) async throws(ServiceError) -> String {
        try openCommunity(reference, try await openPlaces()).id.hex
    }

    private func openCommunity(
        _ reference: String, _ places: OpenPlaces
    ) throws(ServiceError) -> CommunitySummary {
        let wanted = reference.lowercased()
        let found = places.communities.filter { $0.isMeant(by: wanted) }
        guard found.count == 1, let community = found.first else { throw Self.nothingOpen }
        return community
    }

    public func openItem(_ code: String) async throws(ServiceError) -> OpenFound {
        let places = try await openPlaces()
        let found = try await openReferences(code, places)
        guard let target = found.first else { throw Self.nothingOpen }
        let frame = try await frame(places)
        guard found.count == 1 else { return .several(frame, codes: found.map(\.code)) }
        if target.kind == Schema.community.number { return .community(code: target.code) }
        if let question = target.question {
            return .item(try await openThread(question, places, frame))
        }
        return .item(try await openDetails(target, places, frame))
    }

    public func openFindings(_ words: String) async throws(ServiceError) -> OpenFindings {
        let places = try await openPlaces()
        var query = SearchQuery(String(words.prefix(Self.longestWords)))
        query.space = places.member.workplace.space
        query.mergedSpaces = places.digest.spaces
        query.limit = Self.mostHits
        let chosen = query
        let result = try await stored { () async throws(StorageError) in
            try await store.search(chosen)
        }
        let foldings = try await foldings(
            of: result.hits.flatMap { [($0.id, $0.space), ($0.question, $0.space)] })
        var findings = OpenFindings(
            frame: try await frame(places), hits: [], correction: result.correction)
        for hit in result.hits {
            // The title is that of the whole, which has to be open, too.
            guard places.holds(hit.space), OpenFields.kinds.contains(hit.kind),
                let kind = Schema.kind(hit.kind), try await isOpen(hit.question, places)
            else { continue }
            let community = places.community(of: hit.space)
            findings.hits.append(
                OpenHit(
                    code: hit.code, kind: kind.name,
                    title: foldings[hit.question] == nil ? hit.title : "",
                    author: hit.author.byline.of(community?.name),
                    writtenAt: Timestamp(milliseconds: hit.date), community: community,
                    snippet: foldings[hit.id] == nil && foldings[hit.question] == nil
                        ? hit.snippet.pieces : []))
        }
        return findings
    }

    // MARK: Where

    private static var nothingOpen: ServiceError {
        ServiceError(.notFound, "Nothing that everybody may read is called so here.")
    }

    private func openPlaces() async throws(ServiceError) -> OpenPlaces {
        let member = try self.member
        // Whoever is out gets nothing new, and shows nothing to others.
        try refuseIfClosed(member)
        let communities = try await communitySummaries().filter { community in
            community.spaces.allSatisfy(member.isOpen)
        }
        var names: [SpaceID: CommunityName] = [:]
        for community in communities {
            for space in community.spaces { names[space] = community.communityName }
        }
        let spaces = [member.workplace.space] + communities.flatMap(\.spaces)
        return OpenPlaces(
            member: member, communities: communities,
            digest: DigestPlaces(spaces: spaces, names: names))
    }

    private func frame(_ places: OpenPlaces) async throws(ServiceError) -> OpenFrame {
        let member = places.member
        let connected = await member.loop.peers().filter { $0.state == .connected }.count
        return OpenFrame(
            workplace: workplaceName(member).name,
            terminal: isKiosk ? name(of: member.person) : nil,
            madeAt: Timestamp(milliseconds: clocks.wallClock), connected: connected)
    }

    private func isOpen(_ record: RecordID, _ places: OpenPlaces) async throws(ServiceError) -> Bool
    {
        let found = try await stored { () async throws(StorageError) in
            try await store.find(record.hex)
        }
        return found.contains { $0.id == record && places.holds($0.space) }
    }

    /// What a code, or the characters of one, can mean among what is open.
    private func openReferences(
        _ text: String, _ places: OpenPlaces
    ) async throws(ServiceError) -> [RecordReference] {
        guard text.utf8.count <= Self.longestCode else { return [] }
        let kinds = Schema.kinds.filter {
            OpenFields.kinds.contains($0.number) || $0 == Schema.community
        }
        var codes = [ShortCode(text, kinds: kinds)]
        codes += kinds.map { ShortCode($0.letters + "-" + text, kinds: [$0]) }
        var found: [RecordReference] = []
        for code in Set(codes.compactMap { $0?.description }).sorted() {
            let named = try await stored { () async throws(StorageError) in
                try await store.find(code)
            }
            found += named.filter { reference in
                // Every community stands in the workplace's own space, open or not.
                reference.kind == Schema.community.number
                    ? places.communities.contains { $0.id == reference.id }
                    : places.holds(reference.space) && OpenFields.kinds.contains(reference.kind)
            }
        }
        return found
    }

    // MARK: One item

    private func openThread(
        _ question: RecordID, _ places: OpenPlaces, _ frame: OpenFrame
    ) async throws(ServiceError) -> OpenItem {
        let found = try await stored { () async throws(StorageError) in
            try await store.question(question)
        }
        guard let details = found, places.holds(details.summary.space) else {
            throw Self.nothingOpen
        }
        let thread =
            details.isTakenBack
            ? try await remainder(of: details, focus: details.summary.code).thread
            : try await threads([details], isOpen: false).first
        guard let thread else { throw Self.nothingOpen }
        var whole = thread.question.open
        whole.notes += thread.notes ?? []
        return OpenItem(
            frame: frame, community: places.community(of: details.summary.space), whole: whole,
            parts: thread.answers.map(\.open))
    }

    private func openDetails(
        _ target: RecordReference, _ places: OpenPlaces, _ frame: OpenFrame
    ) async throws(ServiceError) -> OpenItem {
        let details = try await details(of: target, isOpen: false)
        let found = try await stored { () async throws(StorageError) in
            try await store.find(details.item.id)
        }
        // A part leads to its whole, which has to be open, too.
        guard let whole = found.first, places.holds(whole.space) else { throw Self.nothingOpen }
        var post = OpenFields.post(details.item)
        post.thankedBy = details.thanks.map(\.author.name)
        if details.item.kind == .page, details.item.folding == nil {
            let text = try await text(of: whole)
            let words = try composed { () throws(CommunityError) in
                try text.text(at: text.version)
            }
            post.fields = words.isEmpty ? [] : [ItemField(name: "body", value: words)]
        }
        var parts: [OpenPost] = []
        for part in details.related where OpenFields.names[part.kind] != nil {
            let reference = try await stored { () async throws(StorageError) in
                try await store.find(part.id)
            }.first
            guard reference?.space == whole.space else { continue }
            parts.append(OpenFields.post(part))
        }
        return OpenItem(
            frame: frame, community: places.community(of: whole.space), whole: post, parts: parts)
    }
}
