internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// The tags of a community, and which of them mean the same.
extension HearthNode {
    public func tags(_ request: TagsRequest) async throws(ServiceError) -> TagList {
        _ = try member
        return try await tags(of: try await chosenCommunity(request.community))
    }

    public func relateTags(_ request: TagRelationRequest) async throws(ServiceError) -> TagList {
        let community = try await chosenCommunity(request.community)
        try await checkPosting(in: community)
        let pair = TagAliases.Claim(request.tag, request.other, isSplit: false).tags
        var filter = ItemFilter(Schema.tagAlias)
        filter.spaces = [community.space]
        filter.limit = .max
        let all = filter
        let known = try await stored { () async throws(StorageError) in
            try await store.items(all)
        }.map(\.item).filter { item in
            item.text("tag").flatMap { tag in
                item.text("same_as").map {
                    TagAliases.Claim(tag, $0, isSplit: false).tags == pair
                }
            } ?? false
        }
        if known.isEmpty, request.isSplit {
            throw ServiceError(
                .usage, "Nobody has said that \(request.tag) and \(request.other) are the same.")
        }
        let operations = try composed { () throws(CommunityError) in
            if known.isEmpty {
                return try Compose.item(
                    Schema.tagAlias,
                    [("tag", .text(request.tag)), ("same_as", .text(request.other))])
            }
            var operations: [Operation] = []
            for item in known where item.flag("split") != request.isSplit {
                operations += try Compose.edit(
                    "split", to: .flag(request.isSplit), of: item.id, kind: Schema.tagAlias)
            }
            return operations
        }
        if !operations.isEmpty { try await write([operations], to: community.space) }
        return try await tags(of: community)
    }

    private func tags(of community: CommunitySummary) async throws(ServiceError) -> TagList {
        let (uses, aliases) = try await stored { () async throws(StorageError) in
            try await store.tags(in: community.space)
        }
        let counts = Dictionary(uses.map { ($0.tag, $0.count) }) { first, _ in first }
        var seen: Set<String> = []
        var groups: [TagGroup] = []
        for tag in uses.map(\.tag) + aliases.all.flatMap(\.self) {
            let name = aliases.name(of: tag, uses: counts)
            guard seen.insert(name).inserted else { continue }
            let group = aliases.group(of: tag)
            groups.append(
                TagGroup(
                    tag: name, uses: group.reduce(0) { $0 + (counts[$1] ?? 0) },
                    others: group.filter { $0 != name }))
        }
        return TagList(
            tags: groups.enumerated().sorted {
                ($1.element.uses, $0.offset) < ($0.element.uses, $1.offset)
            }.map(\.element))
    }
}
