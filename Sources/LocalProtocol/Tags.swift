/// Asks for the tags of a community.
public struct TagsRequest: Message {
    /// Short code, identifier or name; may be absent for a member of exactly one.
    public var community: String?

    /// Creates the value from its parts.
    public init(community: String? = nil) { self.community = community }
}

/// A tag, or several that mean the same.
public struct TagGroup: Message {
    /// The name that the group goes by: the one that is used most.
    public var tag: String
    /// On how many records each of them stands, together.
    public var uses: Int
    /// The others that mean the same.
    public var others: [String]

    /// Creates the value from its parts.
    public init(tag: String, uses: Int, others: [String] = []) {
        self.tag = tag
        self.uses = uses
        self.others = others
    }
}

/// The tags of a community, the most used first.
public struct TagList: Message {
    /// The tags.
    public var tags: [TagGroup]

    /// Creates the value from its parts.
    public init(tags: [TagGroup]) { self.tags = tags }
}

/// Asks the node to say how two tags stand to each other.
public struct TagRelationRequest: Message {
    /// A tag.
    public var tag: String
    /// The other.
    public var other: String
    /// True to say that they don't mean the same.
    public var isSplit: Bool
    /// Short code, identifier or name; may be absent for a member of exactly one.
    public var community: String?

    /// Creates the value from its parts.
    public init(tag: String, other: String, isSplit: Bool, community: String? = nil) {
        self.tag = tag
        self.other = other
        self.isSplit = isSplit
        self.community = community
    }
}
