internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What is here already, before somebody writes it again. The question is asked of this node alone.
extension HearthNode {
    /// Of what a draft can be alike.
    private static let comparable = [
        Schema.question, Schema.problem, Schema.story, Schema.experiment,
        Schema.page,
    ]
    /// Records that are looked at, the newest first.
    private static let likenessDepth = 200

    public func similar(_ request: SimilarRequest) async throws(ServiceError) -> SimilarItems {
        let member = try self.member
        let likeness = Likeness(request.text)
        let limit = min(max(request.limit ?? 3, 1), 20)
        guard request.ofCommunity != true else {
            return SimilarItems(items: Array(try await communities(like: likeness).prefix(limit)))
        }
        let found = try await stored { () async throws(StorageError) in
            try await store.records(
                like: likeness, of: HearthNode.comparable, limit: HearthNode.likenessDepth)
        }
        var alike: [(listed: ListedItem, shared: [String])] = []
        for id in found {
            let listed = try await stored { () async throws(StorageError) in
                try await store.item(id)
            }
            guard let listed, listed.item.text("title")?.isEmpty == false else { continue }
            let shared = likeness.shared(with: listed.item.allWords)
            if likeness.isLike(shared) { alike.append((listed, shared)) }
        }
        let foldings = try await foldings(
            of: alike.map { ($0.listed.item.id, $0.listed.item.space) })
        let names = try await communityNames()
        // The more of the draft's words, the closer; of equals the newer is first, as it was found.
        let closest = alike.filter { foldings[$0.listed.item.id] == nil }.enumerated().sorted {
            ($1.element.shared.count, $0.offset) < ($0.element.shared.count, $1.offset)
        }
        var items: [SimilarItem] = []
        for (_, one) in closest.prefix(limit) {
            let item = one.listed.item
            items.append(
                SimilarItem(
                    code: one.listed.code, kind: item.kind.name, title: item.text("title") ?? "",
                    author: one.listed.author.byline,
                    writtenAt: Timestamp(milliseconds: item.written),
                    community: item.space == member.workplace.space
                        ? nil : names[item.space] ?? item.space.nameless,
                    notes: try await whatBecame(of: item), shared: one.shared))
        }
        return SimilarItems(items: items)
    }

    /// The communities whose names have a word of a draft's, or whose purposes have two.
    ///
    /// Names are short: a second word in common would be asked too much.
    private func communities(like draft: Likeness) async throws(ServiceError) -> [SimilarItem] {
        var found: [SimilarItem] = []
        for summary in try await communitySummaries() {
            let named = draft.shared(with: summary.name)
            let shared = draft.shared(with: summary.name + "\n" + summary.purpose)
            guard !named.isEmpty || shared.count > 1 else { continue }
            found.append(
                SimilarItem(
                    code: summary.code, kind: Schema.community.name, title: summary.name,
                    author: summary.founder.byline,
                    writtenAt: Timestamp(milliseconds: summary.date), community: nil,
                    notes: [
                        say(summary.memberCount, one: "1 member", other: "\(.count) members")
                    ], shared: shared))
        }
        return found.enumerated().sorted {
            ($1.element.shared.count, $0.offset) < ($0.element.shared.count, $1.offset)
        }.map(\.element)
    }

    /// How an experiment ended, how a problem stands, whether a question is answered.
    private func whatBecame(of item: RecordFacts) async throws(ServiceError) -> [String] {
        if item.kind == Schema.question {
            let summary = try await stored { () async throws(StorageError) in
                try await store.question(item.id)
            }?.summary
            let count = summary?.answerCount ?? 0
            return [
                summary?.isResolved == true
                    ? say(count, one: "solved, 1 answer", other: "solved, \(.count) answers")
                    : say(count, one: "1 answer", other: "\(.count) answers")
            ]
        }
        let related = try await stored { () async throws(StorageError) in
            try await store.items(of: item.kind.related, naming: [item.id])
        }
        let all = (related[item.id] ?? []).map(\.item)
        let folded = try await foldings(of: all.map { ($0.id, $0.space) })
        let parts = all.filter { folded[$0.id] == nil }
        let state = ItemState(of: item, related: parts, now: clocks.wallClock)
        return (state.name.map { [$0] } ?? []) + state.notes
    }
}

extension RecordFacts {
    /// All that was written in words.
    var allWords: String {
        kind.fields.compactMap { text($0.name) }.joined(separator: "\n")
    }
}
