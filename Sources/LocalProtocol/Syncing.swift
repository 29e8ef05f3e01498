/// Asks to sync now.
public struct SyncRequest: Message {
    /// How long to wait at most; 30 when absent.
    public var timeoutSeconds: Int?

    /// Creates the value from its parts.
    public init(timeoutSeconds: Int? = nil) {
        self.timeoutSeconds = timeoutSeconds
    }
}

/// How a sync stands.
public enum SyncState: String, Kind {
    /// No colleague is connected yet.
    case searching
    /// Commits are on their way.
    case transferring
    /// All connected colleagues hold what we hold.
    case inSync
    /// The time is over; the counts say what is missing.
    case timedOut
}

/// How far a sync has come; the last one is `inSync` or `timedOut`.
public struct SyncProgress: Message {
    /// How it stands.
    public var state: SyncState
    /// Colleagues' devices that are connected.
    public var connectedPeers: Int
    /// Commits that peers have and we don't.
    public var weLack: Int
    /// Commits that we have and a peer doesn't, added up over the peers.
    public var theyLack: Int
    /// Commits received since the sync began.
    public var received: Int
    /// Commits sent since the sync began.
    public var sent: Int

    /// Creates the value from its parts.
    public init(
        state: SyncState, connectedPeers: Int = 0, weLack: Int = 0, theyLack: Int = 0,
        received: Int = 0, sent: Int = 0
    ) {
        self.state = state
        self.connectedPeers = connectedPeers
        self.weLack = weLack
        self.theyLack = theyLack
        self.received = received
        self.sent = sent
    }
}

/// One reason why something is not in sync.
public struct SyncCause: Message {
    /// Stable name of the cause, such as `peer-offline`.
    public var code: String
    /// What is the matter, in a sentence.
    public var sentence: String
    /// What to do about it.
    public var remedy: String?
    /// Name of the workplace or community concerned.
    public var space: String?
    /// Name of the colleague's device concerned.
    public var peer: String?

    /// Creates the value from its parts.
    public init(
        code: String, sentence: String, remedy: String? = nil, space: String? = nil,
        peer: String? = nil
    ) {
        self.code = code
        self.sentence = sentence
        self.remedy = remedy
        self.space = space
        self.peer = peer
    }
}

/// Why this node is in sync or isn't: one cause for each thing that isn't.
public struct SyncExplanation: Message {
    /// True when there is nothing to explain.
    public var isInSync: Bool
    /// The causes, gravest first.
    public var causes: [SyncCause]

    /// Creates the value from its parts.
    public init(isInSync: Bool, causes: [SyncCause] = []) {
        self.isInSync = isInSync
        self.causes = causes
    }
}

/// How far the rebuilding of the view has come.
public struct RebuildProgress: Message {
    /// Commits applied.
    public var done: Int
    /// Commits in all.
    public var total: Int
    /// True in the last one.
    public var isFinished: Bool

    /// Creates the value from its parts.
    public init(done: Int, total: Int, isFinished: Bool = false) {
        self.done = done
        self.total = total
        self.isFinished = isFinished
    }
}

/// Asks for the state of this replica as text that is equal on equal replicas.
public struct DumpRequest: Message {
    /// Only of this community; all spaces when absent.
    public var community: String?

    /// Creates the value from its parts.
    public init(community: String? = nil) {
        self.community = community
    }
}

/// A piece of the dump, whole lines.
public struct DumpPiece: Message {
    /// The lines, each with its line feed.
    public var text: String

    /// Creates the value from its parts.
    public init(text: String) {
        self.text = text
    }
}
