internal import Community
internal import Storage
internal import Wire

/// Adds an archive to a store as the daemon does it: batches of 500 posts, questions before
/// answers, 100 posts a commit.
struct StoreImport {
    private static let batch = 100
    private static let postsPerCommit = 100

    let store: Store
    let space: SpaceID

    /// Adds all posts; they are on the disk and can be searched when it returns.
    func add(_ archive: Archive) async throws {
        var rest = archive.discussions[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(Self.batch))
            rest = rest.dropFirst(Self.batch)
            let questions = try await append(
                try batch.map { discussion in
                    try Compose.question(
                        title: discussion.title, body: discussion.question.body,
                        origin: Self.origin(discussion.question))
                })
            try await append(
                try zip(batch, questions).flatMap { discussion, question in
                    try discussion.answers.map {
                        try Compose.answer(
                            question: question, body: $0.body, origin: Self.origin($0))
                    }
                })
        }
    }

    @discardableResult
    private func append(_ posts: [[Wire.Operation]]) async throws -> [RecordID] {
        let drafts = stride(from: 0, to: posts.count, by: Self.postsPerCommit).map { start in
            let end = min(start + Self.postsPerCommit, posts.count)
            return Draft(posts[start..<end].flatMap { $0 }, wallClock: 1_700_000_000_000)
        }
        return try await store.append(drafts, to: space).records.flatMap { $0 }
    }

    private static func origin(_ post: Discussion.Post) -> Compose.Origin {
        Compose.Origin(author: post.author, date: post.date, source: post.source)
    }
}
