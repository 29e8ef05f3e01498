/// What happened.
public enum EventKind: String, Kind {
    /// Words were written here or arrived from a colleague.
    case posted
    /// A peer appeared, connected, closed or failed.
    case peer
    /// A workplace or community was opened, or its members changed.
    case space
    /// A pairing moved on.
    case pairing
    /// The node came into sync or fell behind.
    case sync
    /// A person should know this.
    case warning
}

/// Chooses events.
public struct EventsRequest: Message {
    /// Only of this kind.
    public var kind: EventKind?

    /// Creates the value from its parts.
    public init(kind: EventKind? = nil) {
        self.kind = kind
    }
}

/// Something that happened in the node, for people who watch.
public struct NodeEvent: Message {
    /// What happened.
    public var kind: EventKind
    /// When.
    public var at: Timestamp
    /// What happened, in a sentence.
    public var sentence: String
    /// Short code of the record concerned.
    public var code: String?
    /// Name of the community concerned.
    public var community: String?
    /// Name of the colleague's device concerned.
    public var peer: String?
    /// Identifier of the pairing concerned.
    public var pairing: String?

    /// Creates the value from its parts.
    public init(
        kind: EventKind, at: Timestamp, sentence: String, code: String? = nil,
        community: String? = nil, peer: String? = nil, pairing: String? = nil
    ) {
        self.kind = kind
        self.at = at
        self.sentence = sentence
        self.code = code
        self.community = community
        self.peer = peer
        self.pairing = pairing
    }
}
