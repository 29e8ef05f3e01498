internal import Community
public import LocalProtocol
internal import Storage
internal import Wire

/// What hangs together.
extension HearthNode {
    public func trace(_ request: TraceRequest) async throws(ServiceError) -> TraceChain {
        _ = try member
        await showPresence()
        let target = try await resolve(request.reference, kinds: HearthNode.traced)
        var trace = Trace(from: target.id)
        var facts: [RecordID: ListedItem] = [:]
        while let record = trace.takeNext() {
            guard let listed = try await tracedItem(record) else { continue }
            facts[record] = listed
            trace.add(listed.item.namedRecords)
            for other in try await naming(record) {
                trace.add(other.item.namedRecords.filter { $0.to == record })
            }
        }
        return try await shown(trace, facts)
    }

    /// The kinds of which a chain is made.
    private static let traced = Schema.life + [Schema.question, Schema.answer]

    private func tracedItem(_ id: RecordID) async throws(ServiceError) -> ListedItem? {
        let listed = try await stored { () async throws(StorageError) in
            try await store.item(id)
        }
        return listed.flatMap { HearthNode.traced.contains($0.item.kind) ? $0 : nil }
    }

    /// The records that name one, in whatever field.
    private func naming(_ record: RecordID) async throws(ServiceError) -> [ListedItem] {
        let found = try await stored { () async throws(StorageError) in
            try await store.records(holding: record, hasEntries: true)
        }
        let parts = try await stored { () async throws(StorageError) in
            try await store.items(of: HearthNode.traced, naming: [record])
        }
        var naming = parts[record] ?? []
        for id in found where !naming.contains(where: { $0.item.id == id }) {
            if let listed = try await tracedItem(id) { naming.append(listed) }
        }
        return naming
    }

    private func shown(
        _ trace: Trace, _ facts: [RecordID: ListedItem]
    ) async throws(ServiceError) -> TraceChain {
        let names = try await communityNames()
        let workplace = try member.workplace.space
        let listed = trace.records.compactMap { facts[$0] }.sorted {
            ($0.item.written, $0.item.stamp) < ($1.item.written, $1.item.stamp)
        }
        let foldings = try await foldings(of: listed.map { ($0.item.id, $0.item.space) })
        var people: [Byline] = []
        let steps = listed.map { one in
            let byline = one.author.byline
            if !people.contains(byline) { people.append(byline) }
            let space = one.item.space
            return TraceStep(
                code: one.code, kind: one.item.kind.name,
                title: foldings[one.item.id]?.sentence ?? one.item.firstWords, author: byline,
                writtenAt: Timestamp(milliseconds: one.item.written),
                community: space == workplace ? nil : names[space] ?? space.nameless)
        }
        let links = trace.links.compactMap { link -> TraceLink? in
            guard let from = facts[link.from], let to = facts[link.to] else { return nil }
            return TraceLink(from: from.code, to: to.code, field: link.field)
        }
        return TraceChain(steps: steps, links: links, people: people, isCut: trace.isCut)
    }
}

extension RecordFacts {
    /// The title, or the first line of the words of what has none.
    var firstWords: String {
        let words = ["title", "name", "learning", "body", "note", "text"].compactMap(text)
            .first { !$0.isEmpty }
        let line = (words ?? "").split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count > 100 ? line.prefix(99) + "…" : line
    }
}
