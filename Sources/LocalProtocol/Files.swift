/// Attaches a file of this computer to something that was written.
public struct AttachRequest: Message {
    /// Short code or identifier of what it shall hang on.
    public var reference: String
    /// The absolute path of the file; the daemon reads it with the rights of its user.
    public var path: String
    /// What it shall be called; the name of the file when absent.
    public var name: String?

    /// Creates the value from its parts.
    public init(reference: String, path: String, name: String? = nil) {
        self.reference = reference
        self.path = path
        self.name = name
    }
}

/// Names an attached file.
public struct FileReference: Message {
    /// Short code or identifier, of the file and not of what it hangs on.
    public var reference: String

    /// Creates the value from its parts.
    public init(reference: String) {
        self.reference = reference
    }
}

/// Writes an attached file to a disk of this computer.
public struct SaveFileRequest: Message {
    /// Short code or identifier of the file.
    public var reference: String
    /// The absolute path; nothing may be there.
    public var path: String

    /// Creates the value from its parts.
    public init(reference: String, path: String) {
        self.reference = reference
        self.path = path
    }
}

/// A computer that is connected and has an attached file, or some of it.
public struct FileHolder: Message {
    /// Whose.
    public var person: PersonName
    /// Its label.
    public var device: String
    /// How many chunks it has.
    public var chunks: Int

    /// Creates the value from its parts.
    public init(person: PersonName, device: String, chunks: Int) {
        self.person = person
        self.device = device
        self.chunks = chunks
    }
}

/// What somebody hears or sees who opens a file.
public enum MediaKind: String, Kind {
    /// A sound.
    case sound
    /// A picture.
    case picture
}

/// How long a sound is, or how large a picture: as its author's computer read it off the file.
public struct MediaShown: Message {
    /// Which of them.
    public var kind: MediaKind
    /// How long it is; absent where that is not known, and of pictures.
    public var milliseconds: Int64?
    /// How wide it is, in pixels; absent where that is not known, and of sounds.
    public var width: Int?
    /// How high it is, in pixels.
    public var height: Int?

    /// Creates the value from its parts.
    public init(
        kind: MediaKind, milliseconds: Int64? = nil, width: Int? = nil, height: Int? = nil
    ) {
        self.kind = kind
        self.milliseconds = milliseconds
        self.width = width
        self.height = height
    }
}

/// An attached file, and how much of it is here.
public struct FileShown: Message {
    /// Full identifier.
    public var id: String
    /// Short code such as `FL-7F3KD`.
    public var code: String
    /// What it is called, as its author wrote it.
    public var name: String
    /// The name under which it is written to a disk.
    public var fileName: String
    /// Its media type, as its author says.
    public var type: String?
    /// What it is to hear or to see, if it is a sound or a picture.
    public var media: MediaShown?
    /// How large it is.
    public var bytes: Int64
    /// Short code of what it hangs on.
    public var attachedTo: String
    /// Where; absent on the wall of the workplace.
    public var community: CommunityName?
    /// Who attached it.
    public var author: PersonName
    /// When.
    public var writtenAt: Timestamp
    /// How many chunks it has.
    public var chunks: Int
    /// How many of them are here.
    public var chunksHere: Int
    /// Whether it is being fetched.
    public var isFetched: Bool
    /// Computers that are connected and have some of it, those with most of it first.
    public var holders: [FileHolder]

    /// Creates the value from its parts.
    public init(
        id: String, code: String, name: String, fileName: String, type: String? = nil,
        bytes: Int64, attachedTo: String, community: CommunityName? = nil, author: PersonName,
        writtenAt: Timestamp, chunks: Int, chunksHere: Int, isFetched: Bool = false,
        holders: [FileHolder] = []
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.fileName = fileName
        self.type = type
        self.bytes = bytes
        self.attachedTo = attachedTo
        self.community = community
        self.author = author
        self.writtenAt = writtenAt
        self.chunks = chunks
        self.chunksHere = chunksHere
        self.isFetched = isFetched
        self.holders = holders
    }

    /// Whether all of it is here.
    public var isHere: Bool { chunksHere == chunks }
}

/// A file that was attached, and where the record is safe.
public struct FileAttached: Message {
    /// The file.
    public var file: FileShown
    /// Where the record is safe; the file itself is here, and where others have fetched it.
    public var durability: Durability

    /// Creates the value from its parts.
    public init(file: FileShown, durability: Durability) {
        self.file = file
        self.durability = durability
    }
}

/// A file that was written to a disk.
public struct FileSaved: Message {
    /// Short code of the file.
    public var code: String
    /// Where it is now.
    public var path: String
    /// How large it is.
    public var bytes: Int64

    /// Creates the value from its parts.
    public init(code: String, path: String, bytes: Int64) {
        self.code = code
        self.path = path
        self.bytes = bytes
    }
}

/// The attached files that this computer knows of, the newest first.
public struct FileList: Message {
    /// One entry for each record.
    public var files: [FileShown]
    /// Bytes that they take on this computer.
    public var bytes: Int64
    /// How many files are kept that no record names any more; they go within a day.
    public var unnamed: Int

    /// Creates the value from its parts.
    public init(files: [FileShown], bytes: Int64, unnamed: Int = 0) {
        self.files = files
        self.bytes = bytes
        self.unnamed = unnamed
    }
}
