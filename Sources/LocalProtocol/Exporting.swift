/// One generation of the key of a space.
public struct ExportedKey: Message {
    /// The space, lower-case hexadecimal.
    public var space: String
    /// Its number, from 1.
    public var generation: Int64
    /// The 32 bytes of the key, lower-case hexadecimal.
    public var key: String

    /// Creates the value from its parts.
    public init(space: String, generation: Int64, key: String) {
        self.space = space
        self.generation = generation
        self.key = key
    }
}

/// What has to be known to read the commits of an export again.
public struct ExportHead: Message {
    /// The community.
    public var community: CommunityName
    /// The name of its workplace.
    public var workplaceName: String
    /// The workplace's space, lower-case hexadecimal.
    public var workplace: String
    /// The spaces of the community and of those that have merged with it, its own first.
    public var spaces: [String]
    /// The keys of all these spaces.
    public var keys: [ExportedKey]
    /// How many commits there are to come.
    public var commits: Int64

    /// Creates the value from its parts.
    public init(
        community: CommunityName, workplaceName: String, workplace: String, spaces: [String],
        keys: [ExportedKey], commits: Int64
    ) {
        self.community = community
        self.workplaceName = workplaceName
        self.workplace = workplace
        self.spaces = spaces
        self.keys = keys
        self.commits = commits
    }
}

/// Some records of a community with everything below them, in the forms in which they are shown.
public struct ExportedRecords: Message {
    /// Questions with their answers.
    public var threads: [QuestionThread]
    /// Problems, stories, experiments, gatherings, value stories, pages and conditions with their
    /// parts.
    public var items: [ItemDetails]
    /// Proposals with what was said to them.
    public var proposals: [ProposalShown]
    /// How many questions there were in all when the export began.
    public var questions: Int64

    /// Creates the value from its parts.
    public init(
        threads: [QuestionThread] = [], items: [ItemDetails] = [],
        proposals: [ProposalShown] = [], questions: Int64
    ) {
        self.threads = threads
        self.items = items
        self.proposals = proposals
        self.questions = questions
    }
}

/// Signed commits of one space.
public struct ExportPiece: Message {
    /// The space, lower-case hexadecimal.
    public var space: String
    /// Runs of commits (`Run` in `session.proto`) in Base64, each log in order.
    public var runs: [String]
    /// How many commits are in them.
    public var commits: Int64

    /// Creates the value from its parts.
    public init(space: String, runs: [String], commits: Int64) {
        self.space = space
        self.runs = runs
        self.commits = commits
    }
}

/// Announces a community that was exported and shall be read here.
public struct NewRoomRequest: Message {
    /// What the export says of itself.
    public var head: ExportHead

    /// Creates the value.
    public init(head: ExportHead) { self.head = head }
}

/// Commits for a reading room that is being filled.
public struct RoomBatch: Message {
    /// The reading room.
    public var room: String
    /// The commits.
    public var piece: ExportPiece

    /// Creates the value from its parts.
    public init(room: String, piece: ExportPiece) {
        self.room = room
        self.piece = piece
    }
}

/// An attached file as an export lists it, one line of JSON each.
public struct ExportedFile: Message {
    /// Full identifier of the record that names the file.
    public var id: String
    /// Its short code.
    public var code: String
    /// What it is called, as its author wrote it.
    public var name: String
    /// Short code of what it hangs on.
    public var attachedTo: String
    /// How large it is.
    public var bytes: Int64
    /// The entry that holds it; absent for a file that was not on the computer, or had no place.
    public var entry: String?

    /// Creates the value from its parts.
    public init(
        id: String, code: String, name: String, attachedTo: String, bytes: Int64,
        entry: String? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.attachedTo = attachedTo
        self.bytes = bytes
        self.entry = entry
    }
}

/// A file of a reading room, and where it lies or shall lie on the disk of this computer.
public struct RoomFileRequest: Message {
    /// The reading room.
    public var room: String
    /// Short code or identifier of the file.
    public var reference: String
    /// The absolute path.
    public var path: String

    /// Creates the value from its parts.
    public init(room: String, reference: String, path: String) {
        self.room = room
        self.reference = reference
        self.path = path
    }
}

/// Names a reading room.
public struct RoomReference: Message {
    /// Its number, or a part of its name that no other has.
    public var room: String

    /// Creates the value.
    public init(room: String) { self.room = room }
}

/// A community that is read here and not taken part in.
public struct ReadingRoom: Message {
    /// By which it is named in requests: the beginning of the community's space.
    public var id: String
    /// The community's name.
    public var name: String
    /// The name of its workplace.
    public var workplace: String
    /// Visible questions.
    public var questions: Int
    /// Visible answers.
    public var answers: Int
    /// Commits, all verified.
    public var commits: Int64

    /// Creates the value from its parts.
    public init(
        id: String, name: String, workplace: String, questions: Int, answers: Int, commits: Int64
    ) {
        self.id = id
        self.name = name
        self.workplace = workplace
        self.questions = questions
        self.answers = answers
        self.commits = commits
    }
}

/// All reading rooms of this home.
public struct ReadingRooms: Message {
    /// One entry each.
    public var rooms: [ReadingRoom]

    /// Creates the value.
    public init(rooms: [ReadingRoom]) { self.rooms = rooms }
}

/// Asks for posts of a reading room that hold some words.
public struct RoomSearchRequest: Message {
    /// The reading room.
    public var room: String
    /// The words, as in `GET /v1/search`; the newest questions when absent.
    public var text: String?
    /// How many at most; 20 when absent, at most 200.
    public var limit: Int?

    /// Creates the value from its parts.
    public init(room: String, text: String? = nil, limit: Int? = nil) {
        self.room = room
        self.text = text
        self.limit = limit
    }
}

/// Names a post of a reading room.
public struct RoomShowRequest: Message {
    /// The reading room.
    public var room: String
    /// Short code or identifier of a question or an answer.
    public var reference: String

    /// Creates the value from its parts.
    public init(room: String, reference: String) {
        self.room = room
        self.reference = reference
    }
}
