/// Asks the node to publish a question.
public struct AskRequest: Message {
    /// Short code, identifier or name; may be absent for a member of exactly one.
    public var community: String?
    /// The question in a line.
    public var title: String
    /// More words.
    public var body: String?
    /// Tags.
    public var tags: [String]?
    /// True to ask as a colleague whom nobody can name: at a shared terminal, signed in, or for
    /// somebody else.
    public var unnamed: Bool?
    /// Name or code of the colleague for whom it is asked without a name.
    public var person: String?

    /// Creates the value from its parts.
    public init(
        community: String? = nil, title: String, body: String? = nil, tags: [String]? = nil,
        unnamed: Bool? = nil, person: String? = nil
    ) {
        self.community = community
        self.title = title
        self.body = body
        self.tags = tags
        self.unnamed = unnamed
        self.person = person
    }
}

/// Says who asked a question that names nobody.
public struct RevealRequest: Message {
    /// Short code or identifier of the question.
    public var reference: String
    /// The code on the slip, where a colleague asked for the person.
    public var slip: String?

    /// Creates the value from its parts.
    public init(reference: String, slip: String? = nil) {
        self.reference = reference
        self.slip = slip
    }
}

/// Asks the node to publish an answer.
public struct AnswerRequest: Message {
    /// Short code or identifier of the question.
    public var question: String
    /// The answer.
    public var body: String

    /// Creates the value from its parts.
    public init(question: String, body: String) {
        self.question = question
        self.body = body
    }
}

/// Asks the node to publish a thank-you.
public struct ThanksRequest: Message {
    /// Short code or identifier of the question or answer it is for.
    public var post: String
    /// Words of thanks.
    public var text: String?
    /// Names or codes of who is thanked; the post's author when absent.
    public var people: [String]?

    /// Creates the value from its parts.
    public init(post: String, text: String? = nil, people: [String]? = nil) {
        self.post = post
        self.text = text
        self.people = people
    }
}

/// Asks to change the person's own words; absent fields stay as they are.
public struct EditRequest: Message {
    /// Short code or identifier of a question, answer, community or the own person.
    public var reference: String
    /// New title, or new name of a community or person.
    public var title: String?
    /// New words.
    public var body: String?
    /// All tags from now on.
    public var tags: [String]?

    /// Creates the value from its parts.
    public init(
        reference: String, title: String? = nil, body: String? = nil, tags: [String]? = nil
    ) {
        self.reference = reference
        self.title = title
        self.body = body
        self.tags = tags
    }
}

/// A record after a write that is on disk.
public struct Saved: Message {
    /// Full identifier.
    public var id: String
    /// Short code.
    public var code: String
    /// Where it was written.
    public var community: CommunityName?
    /// Where it is safe.
    public var durability: Durability
    /// The code of the slip for a person on whose behalf it was written; it is shown once.
    public var slip: String?
    /// The files that were attached to it at once; absent for none.
    public var files: [FileShown]?

    /// Creates the value from its parts.
    public init(id: String, code: String, community: CommunityName? = nil, durability: Durability) {
        self.id = id
        self.code = code
        self.community = community
        self.durability = durability
    }
}
