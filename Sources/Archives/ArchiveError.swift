internal import Languages

/// Why an archive can't be read at all.
///
/// A damaged part of an archive is a ``Skip``, not an error.
public enum ArchiveError: Error, Equatable, Sendable {
    /// Nothing exists at the path.
    case notFound(path: String)
    /// The path names a folder without Markdown files; `holdsPosts` tells that a `Posts.xml` is in
    /// it.
    case isFolder(path: String, holdsPosts: Bool)
    /// The path names a device, socket or pipe, which can't be read twice.
    case notAFile(path: String)
    /// The operating system refuses to open or read the file; `code` is its `errno`.
    case unreadable(path: String, code: Int32)
    /// The file has no bytes or only blanks.
    case empty(path: String)
    /// The file is compressed; `command` unpacks it.
    case compressed(path: String, format: String, command: String)
    /// The file holds bytes that no text has.
    case binary(path: String)
    /// The file is text, but of no format that we know.
    case unknownFormat(path: String)
    /// An XML file declares a document type or entities, which could expand without bound.
    case declaresEntities(path: String)
    /// An XML file nests elements deeper than any StackExchange file does.
    case nestedTooDeep(path: String)
    /// A part without which an archive can't be understood is missing or damaged.
    case damaged(path: String, part: String)
    /// There are more files or rows than are read.
    case tooMany(path: String, limit: Int)
    /// The columns of a table hold neither titles nor texts.
    case noText(path: String)
    /// Archives of different formats were named together.
    case mixedFormats
    /// The file became shorter while it was being read.
    case changedWhileReading(path: String)

    /// What happened, as one sentence for a person.
    public var message: String {
        switch self {
        case .notFound(let path): say("There is no file \(path).")
        case .isFolder(let path, true): say("\(path) is a folder.")
        case .isFolder(let path, false): say("\(path) is a folder without Markdown files.")
        case .notAFile(let path): say("\(path) is not an ordinary file.")
        case .unreadable(let path, let code): say("\(path) can't be read (errno \(code)).")
        case .empty(let path): say("\(path) is empty.")
        case .compressed(let path, let format, _): say("\(path) is compressed (\(format)).")
        case .binary(let path): say("\(path) holds binary data, not text.")
        case .unknownFormat(let path):
            say(
                "\(path) is neither a mailbox (mbox) nor a StackExchange Posts.xml nor a table (CSV)."
            )
        case .declaresEntities(let path):
            say("\(path) declares a document type or entities, which no StackExchange file does.")
        case .nestedTooDeep(let path):
            say("\(path) nests its elements deeper than a StackExchange file does.")
        case .damaged(let path, let part): say("\(path) can't be read: \(part) is damaged.")
        case .tooMany(let path, let limit): say("\(path) holds more than \(limit) files or rows.")
        case .noText(let path): say("\(path) has a column neither for titles nor for texts.")
        case .mixedFormats: say("The files are archives of different formats.")
        case .changedWhileReading(let path): say("\(path) became shorter while it was being read.")
        }
    }

    /// What the person can do about it; `nil` where there is nothing to add.
    public var hint: String? {
        switch self {
        case .notFound: say("Check the path.")
        case .isFolder(let path, true): say("Name the file in it: \(path)/Posts.xml")
        case .isFolder(_, false): say("Name the files in it that are to be imported.")
        case .notAFile: say("Save it to a file first; an archive is read twice.")
        case .unreadable: say("Check who may read the file, and the disk that it is on.")
        case .empty: nil
        case .compressed(_, _, let command): say("Unpack it first: \(command)")
        case .binary:
            say("A mailbox begins with a line like \"From name@host Mon Jan  1 00:00:00 2007\".")
        case .unknownFormat:
            say(
                "A mailbox begins with a line like \"From name@host Mon Jan  1 00:00:00 2007\", a "
                    + "table with the names of its columns, such as title,text,author,date. Of "
                    + "Slack, name the zip file or its folder; of Markdown, the folder.")
        case .noText: say("Name one of its columns title or text in its first line.")
        case .tooMany: say("Import it in parts.")
        case .damaged, .declaresEntities, .nestedTooDeep: say("Get the file from its source again.")
        case .mixedFormats: say("Import them one after the other.")
        case .changedWhileReading: say("Import it again when nothing writes to it any more.")
        }
    }
}
