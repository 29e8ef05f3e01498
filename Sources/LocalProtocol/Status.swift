/// How far a home has been set up.
public enum NodeStage: String, Kind {
    /// No person lives here yet: `hearth init` comes next.
    case empty
    /// A person lives here who belongs to no workplace yet.
    case alone
    /// The person belongs to a workplace.
    case member
    /// The home is locked, so nobody can tell.
    case locked
}

/// A person as named beside their words.
public struct PersonName: Message {
    /// Full identifier, lower-case hexadecimal.
    public var id: String
    /// Short code such as `U-7F3KD`.
    public var code: String
    /// Name as the person writes it.
    public var name: String

    /// Creates the value from its parts.
    public init(id: String, code: String, name: String) {
        self.id = id
        self.code = code
        self.name = name
    }
}

/// A device as named in lists.
public struct DeviceName: Message {
    /// Full identifier, lower-case hexadecimal.
    public var id: String
    /// Label that its owner gave it.
    public var name: String

    /// Creates the value from its parts.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// A workplace as named in lists.
public struct WorkplaceName: Message {
    /// Full identifier, lower-case hexadecimal.
    public var id: String
    /// Short code such as `W-7F3KD`.
    public var code: String
    /// Name of the workplace.
    public var name: String

    /// Creates the value from its parts.
    public init(id: String, code: String, name: String) {
        self.id = id
        self.code = code
        self.name = name
    }
}

/// A community as named beside a post.
public struct CommunityName: Message {
    /// Full identifier, lower-case hexadecimal.
    public var id: String
    /// Short code such as `C-7F3KD`.
    public var code: String
    /// Name of the community.
    public var name: String

    /// Creates the value from its parts.
    public init(id: String, code: String, name: String) {
        self.id = id
        self.code = code
        self.name = name
    }
}

/// Whether this node can see others on the network by itself.
public struct DiscoveryState: Message {
    /// True when the system's mDNS responder answers.
    public var isAvailable: Bool
    /// Why it isn't available, in words.
    public var reason: String?

    /// Creates the value from its parts.
    public init(isAvailable: Bool, reason: String? = nil) {
        self.isAvailable = isAvailable
        self.reason = reason
    }
}

/// How much this node holds, over all its spaces.
public struct Counts: Message {
    /// People of the workplace.
    public var people: Int
    /// Communities that this node knows.
    public var communities: Int
    /// Communities that this person is a member of.
    public var joined: Int
    /// Questions.
    public var questions: Int
    /// Answers.
    public var answers: Int
    /// Thanks.
    public var thanks: Int
    /// Commits in all logs.
    public var commits: Int
    /// Bytes that the databases take on disk.
    public var bytes: Int64

    /// Creates the value from its parts.
    public init(
        people: Int = 0, communities: Int = 0, joined: Int = 0, questions: Int = 0,
        answers: Int = 0, thanks: Int = 0, commits: Int = 0, bytes: Int64 = 0
    ) {
        self.people = people
        self.communities = communities
        self.joined = joined
        self.questions = questions
        self.answers = answers
        self.thanks = thanks
        self.commits = commits
        self.bytes = bytes
    }
}

/// The state of this node at a glance.
public struct Status: Message {
    /// Version of the daemon.
    public var version: String
    /// Process number of the daemon.
    public var processID: Int
    /// When the daemon started.
    public var startedAt: Timestamp
    /// Folder that holds the data of this home.
    public var home: String
    /// How far this home has been set up.
    public var stage: NodeStage
    /// Whether the words of this home can be read now.
    public var lock: LockState
    /// True for a sealed home whose passphrase the session keyring keeps.
    public var unlocksWithKeyring: Bool?
    /// Who lives here.
    public var person: PersonName?
    /// This device.
    public var device: DeviceName?
    /// The workplace.
    public var workplace: WorkplaceName?
    /// Addresses with port on which the node takes connections.
    public var listening: [String]
    /// Whether the node can see others by itself.
    public var discovery: DiscoveryState
    /// Colleagues' devices that are connected now.
    public var connectedPeers: Int
    /// Colleagues' devices that were ever seen.
    public var knownPeers: Int
    /// True when no connected peer has anything that we lack, nor the other way round.
    public var isInSync: Bool
    /// How much is here.
    public var counts: Counts
    /// What a person should know, one sentence each.
    public var warnings: [String]

    /// Creates the value from its parts.
    public init(
        version: String, processID: Int, startedAt: Timestamp, home: String, stage: NodeStage,
        lock: LockState = .open, person: PersonName? = nil, device: DeviceName? = nil,
        workplace: WorkplaceName? = nil,
        listening: [String] = [], discovery: DiscoveryState, connectedPeers: Int = 0,
        knownPeers: Int = 0, isInSync: Bool = true, counts: Counts, warnings: [String] = []
    ) {
        self.version = version
        self.processID = processID
        self.startedAt = startedAt
        self.home = home
        self.stage = stage
        self.lock = lock
        self.person = person
        self.device = device
        self.workplace = workplace
        self.listening = listening
        self.discovery = discovery
        self.connectedPeers = connectedPeers
        self.knownPeers = knownPeers
        self.isInSync = isInSync
        self.counts = counts
        self.warnings = warnings
    }
}
