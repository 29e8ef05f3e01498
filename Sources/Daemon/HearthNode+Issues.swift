internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// Digests that were given out, and their numbers.
extension HearthNode {
    /// Issues that are looked through for the next number and for twins.
    private static let issueDepth = 5_000

    public func issueDigest(_ request: DigestRequest) async throws(ServiceError) -> Digest {
        let member = try self.member
        var digest = try await self.digest(request)
        let number = DigestIssues(try await issues().map(\.issue)).next
        let (from, until) = (digest.from.milliseconds, digest.until.milliseconds)
        let issue = try composed { () throws(CommunityError) in
            try Compose.digestIssue(number, period: min(from, until)...until)
        }
        let written = try await write([[issue]], to: member.workplace.space)
        await showPresence()
        guard let id = written.records.first?.first else {
            throw ServiceError(.internal, "The issue was written but has no name.")
        }
        let code = try await code(of: id)
        digest.issue = try await digestIssues().issues.first { $0.code == code }
        return digest
    }

    public func digestIssues() async throws(ServiceError) -> DigestIssueList {
        _ = try member
        let known = try await issues()
        let numbers = DigestIssues(known.map(\.issue))
        return DigestIssueList(
            issues: known.map { listed, issue in
                DigestIssueShown(
                    code: listed.code, label: numbers.label(of: issue), number: issue.number,
                    author: listed.author.byline,
                    givenOutAt: Timestamp(milliseconds: listed.item.written),
                    from: Timestamp(milliseconds: listed.item.integer("from") ?? 0),
                    until: Timestamp(milliseconds: listed.item.integer("until") ?? 0))
            })
    }

    private func issues() async throws(ServiceError) -> [(
        listed: ListedItem, issue: DigestIssues.Issue
    )] {
        var filter = ItemFilter(Schema.digestIssue)
        filter.limit = Self.issueDepth
        let chosen = filter
        let found = try await stored { () async throws(StorageError) in
            try await store.items(chosen)
        }
        return found.compactMap { listed in
            listed.item.integer("issue").map { number in
                (
                    listed,
                    DigestIssues.Issue(
                        id: listed.item.id, number: number, place: listed.author.name)
                )
            }
        }
    }
}
