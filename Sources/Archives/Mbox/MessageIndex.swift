/// What the first pass keeps of each message: some 150 bytes, however long the message is.
struct MessageIndex: Sendable {
    /// One message.
    struct Entry: Sendable {
        /// The file it stands in, counted from 0.
        var file: Int
        /// Its bytes in that file.
        var range: Range<Int64>
        /// When it was written, in milliseconds since 1970, if that is believable.
        var milliseconds: Int64?
        /// Its name as a source, without the leading "mbox:".
        var name: Range<Int>
        /// The ids that it refers to, oldest first, as places in `references`.
        var references: Range<Int>
        /// The hash of its subject without marks of replies and lists.
        var subject: Digest.Half?
        /// Whether its subject says that it is a reply.
        var isReply: Bool
        /// Why it becomes no post.
        var skip: Skip.Reason?
    }

    private(set) var entries: [Entry] = []
    /// The hashes of all ids that messages refer to.
    private(set) var references: [Digest.Half] = []
    /// The messages by the hash of their id.
    private(set) var places: [Digest.Half: Int] = [:]
    private var contents: [Digest.Half: Digest.Half] = [:]
    private var names: [UInt8] = []
    private var tags: [String: Int] = [:]
    private let latest: Int64

    /// An empty index that believes no date after `latest`.
    init(latest: Int64) { self.latest = latest }

    /// Takes in the next message.
    mutating func add(_ message: MboxScanner.Message, file: Int) {
        let head = message.head
        let subject = Subject(head.text("subject"))
        let first = references.count
        references += referenced(head).map { Digest.half(of: $0.utf8) }
        let (key, name) = identity(message)
        var entry = Entry(
            file: file, range: message.range,
            milliseconds: MessageIndex.date(head, message.fromLine, latest: latest),
            name: names.count..<(names.count + name.utf8.count),
            references: first..<references.count,
            subject: subject.key.isEmpty ? nil : Digest.half(of: subject.key.utf8),
            isReply: subject.isReply, skip: nil)
        names += name.utf8
        if MessageIndex.isFolderState(head) {
            entry.skip = .folderState
        } else if places[key] != nil {
            entry.skip = .duplicate
        } else {
            places[key] = entries.count
            contents[key] = message.content
            // The table stays small: a list has one tag, and whatever is rare does not matter.
            if let tag = subject.tag, tags.count < 1_000 || tags[tag] != nil {
                tags[tag, default: 0] += 1
            }
        }
        entries.append(entry)
    }

    /// The source id of a message.
    func sourceID(_ entry: Entry) -> String {
        "mbox:" + String(decoding: names[entry.name], as: UTF8.self)
    }

    /// The tag that the list puts before its subjects, if most messages have the same.
    var listTag: String? {
        let most = tags.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let most, most.value > 1, most.value * 3 > entries.count else { return nil }
        return most.key
    }

    /// The key and the name of a message: its id; a hash of its content if it has none or if its
    /// id belongs to another message.
    private func identity(_ message: MboxScanner.Message) -> (key: Digest.Half, name: String) {
        let derived = "sha256:" + message.content.hex
        guard let id = message.head.messageID.map({ PlainText.line($0, limit: 1_000) }),
            id.count > 2, id.utf8.count <= ArchiveLimits.sourceBytes
        else { return (message.content, derived) }
        let key = Digest.half(of: id.utf8)
        if let other = contents[key], other != message.content { return (message.content, derived) }
        return (key, id)
    }

    /// The ids of the messages that one answers, oldest first.
    private func referenced(_ head: MessageHead) -> [String] {
        var ids = head.identifiers("references")
        if ids.count > ArchiveLimits.references {
            ids = ids.prefix(10) + ids.suffix(ArchiveLimits.references - 10)
        }
        let direct = head.identifiers("in-reply-to")
        // "message of … from <somebody@host>" names a person, not a message.
        if let id = direct.last, ids.isEmpty || !ids.contains(id) {
            let isPlain = direct.count == 1 && head.raw("in-reply-to").count < id.utf8.count + 8
            if isPlain || ids.isEmpty { ids.append(id) }
        }
        return ids.map { PlainText.line($0, limit: 1_000) }
    }

    /// The date of a message: its own if that can be true, else that of its separator.
    static func date(_ head: MessageHead, _ fromLine: FromLine?, latest: Int64) -> Int64? {
        let believable = earliest...max(earliest, latest)
        var delivered = fromLine?.date.milliseconds
        if delivered == gitPatch || delivered.map(believable.contains) != true { delivered = nil }
        let text = String(decoding: head.raw("date"), as: UTF8.self)
        guard let written = MailDate(text)?.milliseconds, believable.contains(written) else {
            return delivered
        }
        // Nothing is delivered before it is written; two days cover every zone.
        if let delivered, written > delivered + 2 * 86_400_000 { return delivered }
        return written
    }

    /// 1 January 1975; the first mailing list is of that year.
    private static let earliest: Int64 = 157_766_400_000
    /// 17 September 2001, 00:00: what stands in the separator of every patch that git has mailed.
    private static let gitPatch: Int64 = 1_000_684_800_000

    private static func isFolderState(_ head: MessageHead) -> Bool {
        let subject = String(decoding: head.raw("subject").prefix(200), as: UTF8.self)
        return subject.contains("FOLDER INTERNAL DATA")
    }
}
