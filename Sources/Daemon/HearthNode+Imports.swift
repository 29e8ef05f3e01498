internal import Languages
internal import Logging
internal import Community
public import LocalProtocol
internal import Storage
internal import Wire

/// An import that is under way.
struct RunningImport {
    var community: CommunitySummary
    var progress = ImportProgress()
    /// What it has brought; shared, because copying it for every batch would take longer with
    /// every batch.
    let questions = ImportedQuestions()
}

/// The question that each post of an import is or belongs to.
final class ImportedQuestions {
    private var byPost: [String: RecordID] = [:]

    /// The question of the post with a source.
    subscript(source: String) -> RecordID? {
        get { byPost[source] }
        set { byPost[source] = newValue }
    }
}

/// What was written elsewhere before.
extension HearthNode {
    /// How many posts stand in one commit: enough that its overhead does not count, few enough
    /// that it stays far below the limits.
    private static let postsPerCommit = 100
    private static let bytesPerCommit = 131_072
    private static let postsPerBatch = 2_000

    public func beginImport(_ request: ImportRequest) async throws(ServiceError) -> ImportTicket {
        let community = try await chosenCommunity(request.community)
        try await checkPosting(in: community)
        guard imports.count < 16 else {
            throw ServiceError(
                .usage, "Sixteen imports are under way already.", hint: "Wait for one to end.")
        }
        // What other imports wrote is found in the view from here on.
        try await stored { () async throws(StorageError) in try await store.settle() }
        let id = Hex.encode(randomIdentifier())
        imports[id] = RunningImport(community: community)
        logger.info("import begins", metadata: ["community": "\(community.code)"])
        return ImportTicket(id: id, community: community.communityName)
    }

    public func importBatch(_ request: ImportBatch) async throws(ServiceError) -> ImportProgress {
        guard var running = imports[request.id] else { throw HearthNode.noImport }
        guard request.posts.count <= HearthNode.postsPerBatch else {
            throw ServiceError(.usage, "A batch has at most \(HearthNode.postsPerBatch) posts.")
        }
        var progress = ImportProgress()
        let known = try await alreadyHere(request.posts, in: running.community.space)
        var fresh: [ImportedPost] = []
        var seen: Set<String> = []
        for post in request.posts {
            let isKnown =
                known[post.source] != nil || isBeingImported(post.source, beside: running)
            if isKnown || !seen.insert(post.source).inserted {
                progress.duplicates += 1
            } else {
                fresh.append(post)
            }
        }
        for (source, question) in known { running.questions[source] = question }
        try await add(fresh.filter { $0.kind == .question }, to: &running, &progress)
        try await add(fresh.filter { $0.kind == .answer }, to: &running, &progress)
        running.progress.add(progress)
        imports[request.id] = running
        return progress
    }

    public func finishImport(_ request: ImportReference) async throws(ServiceError) -> ImportSummary
    {
        guard let running = imports[request.id] else { throw HearthNode.noImport }
        try await stored { () async throws(StorageError) in try await store.settle() }
        imports[request.id] = nil
        logger.info(
            "import ends",
            metadata: [
                "questions": "\(running.progress.questions)",
                "answers": "\(running.progress.answers)",
            ])
        return ImportSummary(
            progress: running.progress, durability: await durability(in: running.community.space))
    }

    /// The posts of a batch, and the questions that they answer, as far as they were here before
    /// the import: each with its question.
    private func alreadyHere(
        _ posts: [ImportedPost], in space: SpaceID
    ) async throws(ServiceError) -> [String: RecordID] {
        let sources = Set(posts.map(\.source) + posts.compactMap(\.parentSource)).sorted()
        return try await stored { () async throws(StorageError) in
            try await store.imported(sources, in: space).mapValues(\.question)
        }
    }

    /// Whether this or another import that is under way has brought a post already: it may not be
    /// in the view yet.
    private func isBeingImported(_ source: String, beside running: RunningImport) -> Bool {
        running.questions[source] != nil
            || imports.values.contains {
                $0.community.space == running.community.space && $0.questions[source] != nil
            }
    }

    private func add(
        _ posts: [ImportedPost], to running: inout RunningImport, _ progress: inout ImportProgress
    ) async throws(ServiceError) {
        var commits: [[Operation]] = []
        var taken: [ImportedPost] = []
        var size = 0
        for post in posts {
            do {
                let operations = try compose(post, running)
                let length = post.body.utf8.count + (post.title?.utf8.count ?? 0) + 256
                if commits.isEmpty || (commits.last?.count ?? 0) >= HearthNode.postsPerCommit
                    || size + length > HearthNode.bytesPerCommit
                {
                    commits.append([])
                    size = 0
                }
                commits[commits.count - 1] += operations
                size += length
                taken.append(post)
            } catch {
                progress.refused += 1
                if progress.refusals.count < 100 {
                    progress.refusals.append(
                        ImportRefusal(source: post.source, reason: error.message))
                }
            }
        }
        guard !commits.isEmpty else { return }
        let outcome = try await write(commits, to: running.community.space)
        for (post, record) in zip(taken, outcome.records.joined()) {
            switch post.kind {
            case .question:
                running.questions[post.source] = record
                progress.questions += 1
            case .answer:
                if let question = post.parentSource.flatMap({ running.questions[$0] }) {
                    running.questions[post.source] = question
                }
                progress.answers += 1
            }
        }
    }

    private func compose(
        _ post: ImportedPost, _ running: RunningImport
    ) throws(ServiceError) -> [Operation] {
        func clean(_ text: String, _ field: String, of kind: RecordKind) -> String {
            kind.field(named: field).map { Compose.cleaned(text, for: $0) } ?? text
        }
        let author = clean(post.author, "original_author", of: Schema.question)
        let origin = Compose.Origin(
            author: author.isEmpty ? "unknown" : author, date: post.writtenAt?.milliseconds,
            source: post.source)
        switch post.kind {
        case .question:
            let title = clean(post.title ?? "", "title", of: Schema.question)
            return try composed { () throws(CommunityError) in
                try Compose.question(
                    title: title.isEmpty ? say("(without a title)") : title,
                    body: clean(post.body, "body", of: Schema.question),
                    tags: (post.tags ?? []).map { clean($0, "tags", of: Schema.question) },
                    origin: origin)
            }
        case .answer:
            guard let question = post.parentSource.flatMap({ running.questions[$0] }) else {
                throw ServiceError(.notFound, "The question that it answers is not there.")
            }
            return try composed { () throws(CommunityError) in
                try Compose.answer(
                    question: question, body: clean(post.body, "body", of: Schema.answer),
                    origin: origin)
            }
        }
    }

    private static var noImport: ServiceError {
        ServiceError(
            .notFound, "There is no such import.",
            hint: "The node may have been restarted. Run the import again: what is here is skipped."
        )
    }
}

extension ImportProgress {
    fileprivate mutating func add(_ other: ImportProgress) {
        questions += other.questions
        answers += other.answers
        duplicates += other.duplicates
        refused += other.refused
        refusals = Array((refusals + other.refusals).prefix(100))
    }
}
