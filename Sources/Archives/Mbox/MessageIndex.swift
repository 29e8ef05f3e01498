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
        /// The key of its subject without marks of replies and lists.
        var subject: MessageKey?
        /// Whether its subject says that it is a reply.
        var isReply: Bool
        /// Why it becomes no post.
        var skip: Skip.Reason?
    }

    /// A message that can be referred to.
    private struct Known: Sendable {
        var place: Int
        /// The hash of its content, if it was needed.
        var content: Digest.Half?
    }

    private(set) var entries: [Entry] = []
    /// The keys of all ids that messages refer to.
    private(set) var references: [MessageKey] = []
    /// The messages by the key of their id.
    private var known: [MessageKey: Known] = [:]
    private var names: [UInt8] = []
    private var tags: [String: Int] = [:]
    private let latest: Int64

    /// An empty index that believes no date after `latest`.
    init(latest: Int64) { self.latest = latest }

    /// Takes in the next message.
    ///
    /// - Parameter files: The files of the archive, in which contents are compared.
    mutating func add(
        _ message: MboxScanner.Message, file: Int, of files: [ArchiveFile]
    ) throws(ArchiveError) {
        let head = message.head
        let subject = Subject(head.text(.subject))
        let first = references.count
        references += referenced(head)
        let identity = try identity(message, files[file], files)
        let name = identity.name
        var entry = Entry(
            file: file, range: message.range,
            milliseconds: MessageIndex.date(head, message.fromLine, latest: latest),
            name: names.count..<(names.count + name.utf8.count),
            references: first..<references.count,
            subject: subject.key.isEmpty ? nil : MessageKey(subject.key),
            isReply: subject.isReply, skip: nil)
        names += name.utf8
        if MessageIndex.isFolderState(head) {
            entry.skip = .folderState
        } else if known[identity.key] != nil {
            entry.skip = .duplicate
        } else {
            known[identity.key] = Known(place: entries.count, content: identity.content)
            // The table stays small: a list has one tag, and whatever is rare does not matter.
            if let tag = subject.tag, tags.count < 1_000 || tags[tag] != nil {
                tags[tag, default: 0] += 1
            }
        }
        entries.append(entry)
    }

    /// The place of the message with an id; `nil` if there is none.
    func place(_ key: MessageKey) -> Int? { known[key]?.place }

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

    /// What a message is known by.
    private struct Identity {
        var key: MessageKey
        var name: String
        /// The hash of its content, if it was needed.
        var content: Digest.Half?
    }

    /// The identity of a message: its id; a hash of its content if it has none or if its id
    /// belongs to another message.
    private mutating func identity(
        _ message: MboxScanner.Message, _ file: ArchiveFile, _ files: [ArchiveFile]
    ) throws(ArchiveError) -> Identity {
        let id = message.head.messageID.map { PlainText.line($0, limit: 1_000) }
        guard let id, !id.dropFirst(2).isEmpty, id.utf8.count <= ArchiveLimits.sourceBytes else {
            return MessageIndex.derived(try MessageContent.digest(file, message.range))
        }
        let key = MessageKey(id)
        guard var other = known[key] else { return Identity(key: key, name: id) }
        let content = try MessageContent.digest(file, message.range)
        if other.content == nil {
            let entry = entries[other.place]
            other.content = try MessageContent.digest(files[entry.file], entry.range)
            known[key] = other
        }
        guard content == other.content else { return MessageIndex.derived(content) }
        return Identity(key: key, name: id, content: content)
    }

    private static func derived(_ content: Digest.Half) -> Identity {
        Identity(key: MessageKey(content), name: "sha256:" + content.hex, content: content)
    }

    /// The keys of the ids of the messages that one answers, oldest first.
    private func referenced(_ head: MessageHead) -> [MessageKey] {
        let (all, direct) = (head.identifiers(.references), head.identifiers(.inReplyTo))
        let length = head.raw(.inReplyTo).count
        // Ids of ASCII are equal if their bytes are, and need no tidying.
        if all.allSatisfy(MessageIndex.isPlain), direct.allSatisfy(MessageIndex.isPlain) {
            return MessageIndex.chosen(all, direct) { length < $0.count + 8 }
                .map { MessageKey($0) }
        }
        let texts = all.map { String(decoding: $0, as: UTF8.self) }
        let chosen = MessageIndex.chosen(texts, direct.map { String(decoding: $0, as: UTF8.self) })
        {
            length < $0.utf8.count + 8
        }
        return chosen.map { MessageKey(PlainText.line($0, limit: 1_000)) }
    }

    private static func isPlain(_ id: ArraySlice<UInt8>) -> Bool {
        id.count <= 1_000 && id.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// The ids that count, of those in `References` and in `In-Reply-To`.
    ///
    /// - Parameter fills: Whether an id is all that stands in `In-Reply-To`.
    private static func chosen<ID: Equatable>(
        _ all: [ID], _ direct: [ID], fills: (ID) -> Bool
    ) -> [ID] {
        var ids = all
        if ids.count > ArchiveLimits.references {
            ids = ids.prefix(10) + ids.suffix(ArchiveLimits.references - 10)
        }
        // "message of … from <somebody@host>" names a person, not a message.
        if let id = direct.last, ids.isEmpty || !ids.contains(id) {
            let isPlain = direct.count == 1 && fills(id)
            if isPlain || ids.isEmpty { ids.append(id) }
        }
        return ids
    }

    /// The date of a message: its own if that can be true, else that of its separator.
    static func date(_ head: MessageHead, _ fromLine: FromLine?, latest: Int64) -> Int64? {
        let believable = earliest...max(earliest, latest)
        var delivered = fromLine?.date.milliseconds
        if delivered == gitPatch || delivered.map(believable.contains) != true { delivered = nil }
        guard let written = MailDate(head.raw(.date))?.milliseconds, believable.contains(written)
        else {
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

    private static let stateMark = Array("FOLDER INTERNAL DATA".utf8)

    private static func isFolderState(_ head: MessageHead) -> Bool {
        let subject = head.raw(.subject).prefix(200)
        var rest = subject
        while let place = Bytes.place(of: UInt8(ascii: "F"), in: rest) {
            rest = rest[place...]
            if rest.starts(with: stateMark) {
                return String(decoding: subject, as: UTF8.self).contains("FOLDER INTERNAL DATA")
            }
            rest = rest.dropFirst()
        }
        return false
    }
}
