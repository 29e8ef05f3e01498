internal import Community
internal import LocalProtocol
internal import Storage
internal import Wire

/// Who is new, for those who have promised to greet.
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
}
