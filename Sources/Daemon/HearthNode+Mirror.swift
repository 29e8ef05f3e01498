internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What the person's own words were good for. There is no such view of anybody else.
extension HearthNode {
    /// Own records that are looked through, the newest first.
    private static let mirrorDepth = 500

    public func mirror(_ request: MirrorRequest) async throws(ServiceError) -> Mirror {
        let me = try member.person
        if let person = request.person, try resolvePerson(person) != me {
            throw ServiceError(
                .noSuchRight,
                "No such right exists for anyone: what \(person) is good for "
                    + "is \(person)'s own to see.",
                hint: "hearth mirror shows yours.")
        }
        let filter = NewsFilter(person: me, since: .min)
        let news = try await stored { () async throws(StorageError) in
            try await store.news(filter)
        }
        let thanks = news.filter { $0.kind == Schema.thanks.number }
        let own = try await stored { () async throws(StorageError) in
            try await store.own(
                [Schema.answer, Schema.story, Schema.experiment], of: me,
                limit: HearthNode.mirrorDepth)
        }
        var uses: [MirrorUse] = []
        for id in own {
            if let use = try await use(of: id, by: me) { uses.append(use) }
        }
        return Mirror(thankedBy: Set(thanks.map(\.author.person)).count, uses: uses)
    }

    /// What colleagues did with a record; `nil` if nobody did anything.
    private func use(
        of id: RecordID, by me: PersonID
    ) async throws(ServiceError) -> MirrorUse? {
        let trials = try await stored { () async throws(StorageError) in
            try await store.items(of: [Schema.trial], naming: [id])
        }
        let others = (trials[id] ?? []).map(\.item).filter { $0.person != me }
        var builtOn: [String] = []
        for other in try await stored({ () async throws(StorageError) in
            try await store.records(holding: id)
        }) {
            let listed = try await stored { () async throws(StorageError) in
                try await store.item(other)
            }
            if let listed, listed.item.person != me { builtOn.append(listed.code) }
        }
        let experience = Experience(others, of: me).sentence
        guard experience != nil || !builtOn.isEmpty else { return nil }
        let item = try await stored { () async throws(StorageError) in
            try await store.item(id)
        }?.item
        var title = item?.text("title") ?? ""
        if let question = item?.record("question") {
            title =
                try await stored { () async throws(StorageError) in
                    try await store.item(question)
                }?.item.text("title") ?? ""
        }
        return MirrorUse(
            code: try await code(of: id), title: title, experience: experience, builtOn: builtOn)
    }
}
