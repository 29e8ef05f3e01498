internal import Community
internal import Languages
internal import LocalProtocol
internal import Storage
internal import Wire

/// What short codes and names lead to.
extension HearthNode {
    /// What a short code or an id leads to, if it is of one of the kinds.
    func resolve(
        _ text: String, kinds: [RecordKind]
    ) async throws(ServiceError) -> RecordReference {
        _ = try member
        let found = try await stored { () async throws(StorageError) in
            try await store.find(text)
        }
        if found.isEmpty, kinds.contains(where: { $0.number == Schema.community.number }),
            let summary = try? await resolveCommunity(text),
            let reference = try await stored({ () async throws(StorageError) in
                try await store.find(summary.id.hex)
            }).first
        {
            return reference
        }
        guard let first = found.first else { throw try await takenBack(text) ?? unknown(text) }
        guard found.count == 1 else {
            let codes = found.map(\.code).joined(separator: ", ")
            throw ServiceError(
                .usage, "\"\(text)\" can mean several records.", hint: "Say which: \(codes).")
        }
        guard kinds.contains(where: { $0.number == first.kind }) else {
            let kind = Schema.kind(first.kind)?.name ?? say("record of a later version")
            throw ServiceError(.usage, "\(first.code) is a \(kind), which this is not for.")
        }
        return first
    }

    /// The joined community that a record lives in.
    func home(of target: RecordReference) async throws(ServiceError) -> CommunitySummary {
        guard
            let summary = try await communitySummaries().first(where: {
                $0.spaces.contains(target.space)
            })
        else { throw notHereYet(target.code) }
        return try await chosenCommunity(summary.id.hex)
    }

    func resolvePerson(_ text: String) throws(ServiceError) -> PersonID {
        let wanted = text.lowercased()
        let found = try member.directory.people.filter {
            $0.id.hex == wanted || $0.id.code.lowercased() == wanted
                || $0.name.lowercased() == wanted
        }
        guard let person = found.first else {
            throw ServiceError(
                .notFound, "Nobody here is called \"\(text)\".",
                hint: "`hearth people` shows everybody.")
        }
        guard found.count == 1 else {
            let codes = found.map(\.id.code).joined(separator: ", ")
            throw ServiceError(
                .usage, "Several people are called \"\(text)\".", hint: "Say which: \(codes).")
        }
        return person.id
    }

    func communityNames() async throws(ServiceError) -> [SpaceID: CommunityName] {
        Dictionary(
            try await communitySummaries().flatMap { summary in
                summary.spaces.map { ($0, summary.communityName) }
            },
            uniquingKeysWith: { first, _ in first })
    }

    func unknown(_ text: String) -> ServiceError {
        ServiceError(
            .notFound, "There is nothing called \"\(text)\" here.",
            hint: "Check the code. If a colleague has just written it: `hearth sync`.")
    }

    func notHereYet(_ text: String) -> ServiceError {
        ServiceError(
            .offline, "\(text) belongs to a question that is not here yet.",
            hint: "Run `hearth sync` while a colleague is connected.")
    }
}
