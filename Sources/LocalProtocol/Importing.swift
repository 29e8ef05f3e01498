/// A post read from an archive.
public struct ImportedPost: Message {
    /// Stable name of the post in its archive, such as `mbox:<message-id>`.
    public var source: String
    /// Source of the question that it answers; absent for a question.
    public var parentSource: String?
    /// What it becomes.
    public var kind: PostKind
    /// Name of the original author.
    public var author: String
    /// Original date, where the archive has one.
    public var writtenAt: Timestamp?
    /// Title; questions only.
    public var title: String?
    /// The words.
    public var body: String
    /// Tags.
    public var tags: [String]?

    /// Creates the value from its parts.
    public init(
        source: String, parentSource: String? = nil, kind: PostKind, author: String,
        writtenAt: Timestamp? = nil, title: String? = nil, body: String, tags: [String]? = nil
    ) {
        self.source = source
        self.parentSource = parentSource
        self.kind = kind
        self.author = author
        self.writtenAt = writtenAt
        self.title = title
        self.body = body
        self.tags = tags
    }
}

/// Announces an import into a community.
public struct ImportRequest: Message {
    /// Short code, identifier or name of the community.
    public var community: String
    /// Name of the archive, for the log only.
    public var file: String

    /// Creates the value from its parts.
    public init(community: String, file: String) {
        self.community = community
        self.file = file
    }
}

/// A running import.
public struct ImportTicket: Message {
    /// Identifier for batches.
    public var id: String
    /// Where the posts go.
    public var community: CommunityName

    /// Creates the value from its parts.
    public init(id: String, community: CommunityName) {
        self.id = id
        self.community = community
    }
}

/// Some posts of a running import, questions before their answers.
public struct ImportBatch: Message {
    /// Identifier from the ticket.
    public var id: String
    /// At most 2,000 posts and 8 MiB.
    public var posts: [ImportedPost]

    /// Creates the value from its parts.
    public init(id: String, posts: [ImportedPost]) {
        self.id = id
        self.posts = posts
    }
}

/// A post that was not taken.
public struct ImportRefusal: Message {
    /// Source of the post.
    public var source: String
    /// Why, in words.
    public var reason: String

    /// Creates the value from its parts.
    public init(source: String, reason: String) {
        self.source = source
        self.reason = reason
    }
}

/// What has become of the import so far.
public struct ImportProgress: Message {
    /// Questions added.
    public var questions: Int
    /// Answers added.
    public var answers: Int
    /// Posts that were here already.
    public var duplicates: Int
    /// Posts that were not taken.
    public var refused: Int
    /// What was refused in this batch; at most 100 in the final answer.
    public var refusals: [ImportRefusal]

    /// Creates the value from its parts.
    public init(
        questions: Int = 0, answers: Int = 0, duplicates: Int = 0, refused: Int = 0,
        refusals: [ImportRefusal] = []
    ) {
        self.questions = questions
        self.answers = answers
        self.duplicates = duplicates
        self.refused = refused
        self.refusals = refusals
    }
}

/// Names one running import.
public struct ImportReference: Message {
    /// Identifier from the ticket.
    public var id: String

    /// Creates the value from its parts.
    public init(id: String) {
        self.id = id
    }
}

/// The outcome of an import.
public struct ImportSummary: Message {
    /// What was added and refused in all.
    public var progress: ImportProgress
    /// Where it is safe.
    public var durability: Durability

    /// Creates the value from its parts.
    public init(progress: ImportProgress, durability: Durability) {
        self.progress = progress
        self.durability = durability
    }
}
