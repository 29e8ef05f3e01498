public import Wire

/// What to search for.
public struct SearchQuery: Sendable {
    /// What the person typed: words, `"exact phrases"`, `begin*`, `-not`.
    public var text: String
    /// Only of this community.
    public var space: SpaceID?
    /// Also of these, where ``space`` is given: communities that have merged with it.
    public var mergedSpaces: [SpaceID] = []
    /// Only posts by this person.
    public var author: PersonID?
    /// Only of this kind; by default all that hold words of a community's life.
    public var kind: UInt32?
    /// Only with this tag.
    public var tag: String?
    /// Only what stands at a place whose name holds this.
    public var place: String?
    /// Only from this moment on, in milliseconds since 1970.
    public var since: Int64?
    /// Only before this moment.
    public var until: Int64?
    /// At most so many.
    public var limit = 20

    /// Searches everywhere.
    public init(_ text: String) { self.text = text }
}

/// What a search found.
public struct SearchResult: Sendable {
    /// The best of the newest matches, best first.
    public var hits: [SearchHit]
    /// Whether older matches exist that were not ranked.
    public var isPartial: Bool
    /// What was searched for instead, where nothing holds what was typed.
    public var correction: String?
}

/// A record that matches.
public struct SearchHit: Sendable {
    /// Its id.
    public var id: RecordID
    /// Its short code, unique here.
    public var code: String
    /// Its kind's number in the schema.
    public var kind: UInt32
    /// The community's space.
    public var space: SpaceID
    /// What it belongs to, such as the question of an answer: its own id for what stands by itself.
    public var question: RecordID
    /// The title of that; empty while it is not here.
    public var title: String
    /// A piece of the text around the first match.
    public var snippet: Snippet
    /// Who wrote it.
    public var author: Author
    /// When it was written or, if imported, first published, in milliseconds since 1970.
    public var date: Int64
}

/// A piece of text with the places that matched.
public struct Snippet: Hashable, Sendable {
    /// The text, with `…` where it was cut.
    public var text: String
    /// The matches, as ranges of character offsets in ``text``.
    public var matches: [Range<Int>]
}
