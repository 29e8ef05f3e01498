/// Asks the node to begin a page.
public struct NewPageRequest: Message {
    /// The title.
    public var title: String
    /// The text it begins with.
    public var text: String?
    /// Short code, identifier or name of the community; may be absent for a member of exactly one.
    public var community: String?
    /// Tags.
    public var tags: [String]?
    /// Short codes of what it is made from.
    public var sources: [String]?
    /// When somebody shall look whether it is still right.
    public var review: Timestamp?
    /// Where it is about.
    public var place: String?

    /// Creates the value from its parts.
    public init(
        title: String, text: String? = nil, community: String? = nil, tags: [String]? = nil,
        sources: [String]? = nil, review: Timestamp? = nil, place: String? = nil
    ) {
        self.title = title
        self.text = text
        self.community = community
        self.tags = tags
        self.sources = sources
        self.review = review
        self.place = place
    }
}

/// Names a page, as it is or as it was.
public struct PageReference: Message {
    /// Short code or identifier.
    public var reference: String
    /// A version, or the beginning of a revision's id of at least four characters; absent for the
    /// page as it is.
    public var at: String?

    /// Creates the value from its parts.
    public init(reference: String, at: String? = nil) {
        self.reference = reference
        self.at = at
    }
}

/// A page with its text.
public struct Page: Message {
    /// Title, tags and what people say about it; the text isn't among its fields.
    public var item: Item
    /// The text.
    public var text: String
    /// Names this state of the text, for ``EditPageRequest/version``.
    public var version: String
    /// Whose words are in the text, in the order in which they stand there.
    public var authors: [PersonName]
    /// What the page is made from, with everybody who wrote it.
    public var sources: [PageSource]
    /// How many edits aren't in the text: something that they are based on isn't here, or doesn't
    /// count.
    public var waiting: Int

    /// Creates the value from its parts.
    public init(
        item: Item, text: String, version: String, authors: [PersonName],
        sources: [PageSource] = [], waiting: Int = 0
    ) {
        self.item = item
        self.text = text
        self.version = version
        self.authors = authors
        self.sources = sources
        self.waiting = waiting
    }
}

/// Something that a page is made from.
public struct PageSource: Message {
    /// Its short code.
    public var code: String
    /// Its title or first words.
    public var title: String
    /// Who wrote it, answers included.
    public var people: [Byline]

    /// Creates the value from its parts.
    public init(code: String, title: String, people: [Byline]) {
        self.code = code
        self.title = title
        self.people = people
    }
}

/// Asks the node to change the text of a page.
public struct EditPageRequest: Message {
    /// Short code or identifier.
    public var reference: String
    /// ``Page/version`` of the text that was changed.
    public var version: String
    /// The whole new text; what others have written since that version stays.
    public var text: String

    /// Creates the value from its parts.
    public init(reference: String, version: String, text: String) {
        self.reference = reference
        self.version = version
        self.text = text
    }
}

/// What came of an edit.
public struct PageEdited: Message {
    /// What was written.
    public var saved: Saved
    /// The text as it is now.
    public var text: String
    /// Names it.
    public var version: String
    /// True if words of others came in that the writer hadn't seen.
    public var isMerged: Bool

    /// Creates the value from its parts.
    public init(saved: Saved, text: String, version: String, isMerged: Bool) {
        self.saved = saved
        self.text = text
        self.version = version
        self.isMerged = isMerged
    }
}

/// What one person wrote into a page in one go.
public struct PageRevision: Message {
    /// Names the text as its author left it.
    public var id: String
    /// Who wrote it.
    public var person: PersonName
    /// When it was written.
    public var writtenAt: Timestamp
    /// Characters that were inserted.
    public var inserted: Int
    /// Characters that were deleted.
    public var deleted: Int
    /// The beginning of what was inserted.
    public var excerpt: String
    /// True if it isn't in the text, because something that it is based on isn't here or doesn't
    /// count.
    public var isWaiting: Bool

    /// Creates the value from its parts.
    public init(
        id: String, person: PersonName, writtenAt: Timestamp, inserted: Int, deleted: Int,
        excerpt: String, isWaiting: Bool
    ) {
        self.id = id
        self.person = person
        self.writtenAt = writtenAt
        self.inserted = inserted
        self.deleted = deleted
        self.excerpt = excerpt
        self.isWaiting = isWaiting
    }
}

/// Everything that was written into a page, the oldest first.
public struct PageHistory: Message {
    /// Short code of the page.
    public var code: String
    /// What was written.
    public var revisions: [PageRevision]

    /// Creates the value from its parts.
    public init(code: String, revisions: [PageRevision]) {
        self.code = code
        self.revisions = revisions
    }
}

/// A line of a page with who wrote what is in it.
public struct PageLine: Message {
    /// The line.
    public var text: String
    /// Who wrote any of it, in the order of their words.
    public var people: [PersonName]
    /// When the newest of it was written.
    public var writtenAt: Timestamp

    /// Creates the value from its parts.
    public init(text: String, people: [PersonName], writtenAt: Timestamp) {
        self.text = text
        self.people = people
        self.writtenAt = writtenAt
    }
}

/// The lines of a page with who wrote them.
public struct PageBlame: Message {
    /// Short code of the page.
    public var code: String
    /// The lines.
    public var lines: [PageLine]

    /// Creates the value from its parts.
    public init(code: String, lines: [PageLine]) {
        self.code = code
        self.lines = lines
    }
}

/// Asks what differs between two states of a page.
public struct PageDiffRequest: Message {
    /// Short code or identifier.
    public var reference: String
    /// As ``PageReference/at``; absent for the empty text at the beginning.
    public var from: String?
    /// As ``PageReference/at``; absent for the page as it is.
    public var to: String?

    /// Creates the value from its parts.
    public init(reference: String, from: String? = nil, to: String? = nil) {
        self.reference = reference
        self.from = from
        self.to = to
    }
}

/// What became of a line between two states of a page.
public enum LineChange: String, Kind {
    /// It is in both.
    case same
    /// It is only in the first.
    case removed
    /// It is only in the second.
    case added
}

/// A line of two states of a page laid side by side.
public struct DiffLine: Message {
    /// What became of it.
    public var change: LineChange
    /// The line.
    public var text: String

    /// Creates the value from its parts.
    public init(change: LineChange, text: String) {
        self.change = change
        self.text = text
    }
}

/// What differs between two states of a page.
public struct PageDiff: Message {
    /// Short code of the page.
    public var code: String
    /// The lines of both.
    public var lines: [DiffLine]

    /// Creates the value from its parts.
    public init(code: String, lines: [DiffLine]) {
        self.code = code
        self.lines = lines
    }
}

/// Asks for a thread or a story as a section of a page.
public struct DistilRequest: Message {
    /// Short code or identifier of a question, answer, story, experiment or problem.
    public var reference: String

    /// Creates the value from its parts.
    public init(reference: String) { self.reference = reference }
}

/// A thread or a story as a section of a page, for somebody to work on.
public struct Distilled: Message {
    /// What it is made from.
    public var source: PageSource
    /// The section, in Markdown, with the names of everybody whose words are in it.
    public var text: String

    /// Creates the value from its parts.
    public init(source: PageSource, text: String) {
        self.source = source
        self.text = text
    }
}
