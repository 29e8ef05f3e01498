/// Asks for what the person of this home has written, the oldest first.
public struct OwnWordsRequest: Message {
    /// `next` of the page before.
    public var after: String?
    /// How many at most; 200 when absent, at most 1,000.
    public var limit: Int?

    /// Creates the value from its parts.
    public init(after: String? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }
}

/// A record that the person of this home has written.
public struct OwnRecord: Message {
    /// Full identifier.
    public var id: String
    /// Short code.
    public var code: String
    /// Its kind, as chapter 08 names it.
    public var kind: String
    /// When it was written.
    public var writtenAt: Timestamp
    /// Where; absent for what belongs to the workplace.
    public var community: CommunityName?
    /// Its fields, elements of sets among them.
    public var fields: [ItemField]

    /// Creates the value from its parts.
    public init(
        id: String, code: String, kind: String, writtenAt: Timestamp,
        community: CommunityName? = nil, fields: [ItemField]
    ) {
        self.id = id
        self.code = code
        self.kind = kind
        self.writtenAt = writtenAt
        self.community = community
        self.fields = fields
    }
}

/// What the person of this home has written into a field of which everybody has their own entry.
public struct OwnEntry: Message {
    /// Short code of the record.
    public var about: String
    /// The field.
    public var name: String
    /// What was written.
    public var value: String
    /// When it was written.
    public var writtenAt: Timestamp

    /// Creates the value from its parts.
    public init(about: String, name: String, value: String, writtenAt: Timestamp) {
        self.about = about
        self.name = name
        self.value = value
        self.writtenAt = writtenAt
    }
}

/// A page of what the person of this home has written.
public struct OwnWords: Message {
    /// Records.
    public var records: [OwnRecord]
    /// Entries in records, also those of others.
    public var entries: [OwnEntry]
    /// What to pass as `after` for the next page; absent on the last.
    public var next: String?

    /// Creates the value from its parts.
    public init(records: [OwnRecord] = [], entries: [OwnEntry] = [], next: String? = nil) {
        self.records = records
        self.entries = entries
        self.next = next
    }
}
