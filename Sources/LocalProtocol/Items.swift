/// What a record of a community's life is.
public enum ItemKind: String, Kind {
    /// Something that is in the way of people's work.
    case problem
    /// What happened once, told so that others can use it.
    case story
    /// Something that is tried out.
    case experiment
    /// How an experiment ended.
    case outcome
    /// Somebody's experience with an answer or a story.
    case trial
    /// A gathering.
    case event
    /// A card on the wall of an open space.
    case session
    /// Other words for something that a colleague wrote.
    case suggestion
    /// What came of it all.
    case valueStory = "value_story"
    /// A text that a community writes together.
    case page
    /// A line of a conditions card.
    case condition
    /// That two tags mean the same.
    case tagAlias = "tag_alias"
}

/// One value of a field, as text.
///
/// Dates are ISO 8601; yes and no are `yes` and `no`; other records are short codes. Chapter 19
/// lists the fields of every kind.
public struct ItemField: Message {
    /// The field's name.
    public var name: String
    /// Its value.
    public var value: String

    /// Creates the value from its parts.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What one person wrote into a field of which everybody has their own entry.
public struct ItemEntry: Message {
    /// The field's name.
    public var name: String
    /// Whose entry it is.
    public var person: PersonName
    /// Its value, as in ``ItemField``.
    public var value: String
    /// When it was written.
    public var writtenAt: Timestamp

    /// Creates the value from its parts.
    public init(name: String, person: PersonName, value: String, writtenAt: Timestamp) {
        self.name = name
        self.person = person
        self.value = value
        self.writtenAt = writtenAt
    }
}

/// A record of a community's life.
public struct Item: Message {
    /// Full identifier.
    public var id: String
    /// Short code such as `N-7F3KD`.
    public var code: String
    /// What it is.
    public var kind: ItemKind
    /// Its title; empty for kinds that have none, and where words are folded or gone.
    public var title: String
    /// Who wrote it.
    public var author: Byline
    /// When it was written.
    public var writtenAt: Timestamp
    /// Where; absent for what stands on the wall of the workplace.
    public var community: CommunityName?
    /// The state in a word.
    public var state: String?
    /// What a reader should know beside it, in short sentences.
    public var notes: [String]
    /// Fields that have a value.
    public var fields: [ItemField]
    /// Elements of sets, a line each.
    public var elements: [ItemField]
    /// Everybody's own entries.
    public var entries: [ItemEntry]
    /// Why the words are folded, if they are.
    public var folding: Folding?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, kind: ItemKind, title: String, author: Byline,
        writtenAt: Timestamp, community: CommunityName? = nil, state: String? = nil,
        notes: [String] = [], fields: [ItemField] = [], elements: [ItemField] = [],
        entries: [ItemEntry] = [], folding: Folding? = nil
    ) {
        self.id = id
        self.code = code
        self.kind = kind
        self.title = title
        self.author = author
        self.writtenAt = writtenAt
        self.community = community
        self.state = state
        self.notes = notes
        self.fields = fields
        self.elements = elements
        self.entries = entries
        self.folding = folding
    }
}

/// A record with those that belong to it, such as an experiment with its outcome.
public struct ItemDetails: Message {
    /// The record.
    public var item: Item
    /// What names it, the oldest first.
    public var related: [Item]
    /// Thanks for it, the oldest first.
    public var thanks: [Thanks]

    /// Creates the value from its parts.
    public init(item: Item, related: [Item] = [], thanks: [Thanks] = []) {
        self.item = item
        self.related = related
        self.thanks = thanks
    }
}

/// Asks for records of a kind, newest first.
public struct ItemsRequest: Message {
    /// The kind.
    public var kind: ItemKind
    /// Only of this community: short code, identifier or name.
    public var community: String?
    /// Only what stands on the wall of the workplace.
    public var wall: Bool?
    /// Only those in this state.
    public var state: String?
    /// Only those with this tag.
    public var tag: String?
    /// Only those of the person of this home.
    public var mine: Bool?
    /// How many at most; 50 when absent, at most 500.
    public var limit: Int?
    /// `next` of the page before.
    public var before: String?

    /// Creates the value from its parts.
    public init(
        kind: ItemKind, community: String? = nil, wall: Bool? = nil, state: String? = nil,
        tag: String? = nil, mine: Bool? = nil, limit: Int? = nil, before: String? = nil
    ) {
        self.kind = kind
        self.community = community
        self.wall = wall
        self.state = state
        self.tag = tag
        self.mine = mine
        self.limit = limit
        self.before = before
    }
}

/// A page of records, newest first.
public struct ItemList: Message {
    /// The records.
    public var items: [Item]
    /// What to pass as `before` for the next page; absent on the last.
    public var next: String?

    /// Creates the value from its parts.
    public init(items: [Item], next: String? = nil) {
        self.items = items
        self.next = next
    }
}

/// Names a record.
public struct ItemReference: Message {
    /// Short code or identifier.
    public var reference: String
    /// True to read folded words too.
    public var collapsed: Bool?
    /// True to get a part, such as an outcome, by itself; its whole otherwise.
    public var part: Bool?

    /// Creates the value from its parts.
    public init(reference: String, collapsed: Bool? = nil, part: Bool? = nil) {
        self.reference = reference
        self.collapsed = collapsed
        self.part = part
    }
}

/// Asks the node to publish a record.
public struct NewItemRequest: Message {
    /// The kind.
    public var kind: ItemKind
    /// Short code, identifier or name; may be absent for a member of exactly one, and for kinds
    /// that name another record.
    public var community: String?
    /// True to put it on the wall of the workplace, where everybody reads it.
    public var wall: Bool?
    /// Its fields; of sets an entry for each element.
    public var fields: [ItemField]

    /// Creates the value from its parts.
    public init(
        kind: ItemKind, community: String? = nil, wall: Bool? = nil, fields: [ItemField]
    ) {
        self.kind = kind
        self.community = community
        self.wall = wall
        self.fields = fields
    }
}

/// Asks to change a record.
public struct ItemChangeRequest: Message {
    /// Short code or identifier.
    public var reference: String
    /// Fields with their new values; a set gets exactly the elements that are named.
    public var set: [ItemField]
    /// Elements to add to sets.
    public var add: [ItemField]?

    /// Creates the value from its parts.
    public init(reference: String, set: [ItemField], add: [ItemField]? = nil) {
        self.reference = reference
        self.set = set
        self.add = add
    }
}

/// A calendar file.
public struct CalendarFile: Message {
    /// The text of the file (RFC 5545).
    public var text: String

    /// Creates the value.
    public init(text: String) { self.text = text }
}

/// Asks for a calendar file.
public struct CalendarRequest: Message {
    /// Short code or identifier of an event; absent for all events that the person hasn't declined.
    public var reference: String?

    /// Creates the value.
    public init(reference: String? = nil) { self.reference = reference }
}
