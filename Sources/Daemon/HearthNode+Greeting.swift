internal import Community
internal import LocalProtocol
internal import Storage
internal import Wire

/// Who might meet: newcomers and greeters, and people with the same problem.
extension HearthNode {
    /// Who came into a community of which the person is greeter or coordinator; nobody else is told.
    func newcomers(since start: Int64) async throws(ServiceError) -> [Found] {
        let me = try member.person
        var found: [Found] = []
        for community in try await communitySummaries() where community.isJoined {
            guard try await greeters(in: community.space).contains(where: { $0.id == me.hex })
            else {
                continue
            }
            let came = try await stored { () async throws(StorageError) in
                try await store.newcomers(in: community.id, since: start)
            }
            found += came.filter { $0.author.person != me }.map { newcomer in
                Found(
                    id: newcomer.record, kind: .newcomer, about: community.id,
                    space: community.space, author: newcomer.author.byline, date: newcomer.date)
            }
        }
        return found
    }

    /// Who is on the same problem as the person: whoever raised or marked it learns of the others.
    func company(since start: Int64) async throws(ServiceError) -> [Found] {
        let me = try member.person
        var filter = ItemFilter(Schema.problem)
        filter.limit = HearthNode.mostNews
        let chosen = filter
        let problems = try await stored { () async throws(StorageError) in
            try await store.items(chosen)
        }
        return problems.compactMap { listed in
            let item = listed.item
            guard item.person == me || item.concerned.contains(me),
                let newest = item.marks.filter({ $0.person != me && $0.written > start })
                    .max(by: { $0.written < $1.written })
            else { return nil }
            return Found(
                id: item.id, kind: .company, about: item.id, space: item.space,
                author: Byline(
                    name: name(of: newest.person), person: personName(of: newest.person)),
                date: newest.written)
        }
    }
}

extension RecordFacts {
    /// What people said of a problem: that they have it too, work on it, or know something.
    fileprivate var marks: [Entry] {
        ["me_too", "will_work", "knows"].flatMap { entries[$0, default: []] }
            .filter { $0.value == .flag(true) }
    }
}
