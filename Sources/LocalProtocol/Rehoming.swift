/// An open question that went to another community.
public struct MovedQuestion: Message {
    /// Its short code in the archive.
    public var from: String
    /// Its short code in the new home.
    public var to: String
    /// Its title.
    public var title: String

    /// Creates the value from its parts.
    public init(from: String, to: String, title: String) {
        self.from = from
        self.to = to
        self.title = title
    }
}

/// The open questions of a closed community that went to the home that its members chose.
public struct Rehomed: Message {
    /// The closed community.
    public var community: CommunityName
    /// The new home.
    public var home: CommunityName
    /// Those that were not there yet.
    public var questions: [MovedQuestion]
    /// Where they are safe.
    public var durability: Durability

    /// Creates the value from its parts.
    public init(
        community: CommunityName, home: CommunityName, questions: [MovedQuestion],
        durability: Durability
    ) {
        self.community = community
        self.home = home
        self.questions = questions
        self.durability = durability
    }
}
