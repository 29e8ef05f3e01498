internal import Languages

/// The way through the channels of a Slack export.
///
/// Within a channel the days follow one another, and nobody answers what was not written yet. So
/// one pass is enough, and only the times of the messages of one channel are kept.
struct SlackReader: ArchivePasses {
    private let tree: ArchiveTree
    private let files: [TreeFile]
    private let root: String
    private let names: SlackNames
    private let beginning: String
    private let latest: Int64
    private var file = 0
    private var day = Day()
    private var channel = Channel(name: "")
    private(set) var bytesDone: Int64 = 0
    let bytesTotal: Int64

    /// The messages of one file that are not yielded yet.
    private struct Day: Sendable {
        var path = ""
        /// Those that could not be read are `nil`.
        var messages: [SlackMessage?] = []
        var next = 0
    }

    /// What the channel had so far.
    private struct Channel: Sendable {
        let name: String
        /// What its posts' source ids begin with; `nil` if not everybody could read it.
        var beginning: String?
        var questions: Set<SlackTime> = []
        var answers: Set<SlackTime> = []
    }

    /// Reads the names of people and channels.
    ///
    /// - Parameter name: The name of the file or folder, for exports that don't name their team.
    init(_ tree: ArchiveTree, name: String, latest: Int64) throws(ArchiveError) {
        self.tree = tree
        self.latest = latest
        let files = tree.files
        guard let root = SlackFiles.root(of: files.map(\.name)) else {
            throw .damaged(path: tree.path, part: SlackFiles.users)
        }
        self.root = root
        func content(_ name: String) throws(ArchiveError) -> [UInt8] {
            guard let file = files.first(where: { $0.name == root + name }),
                file.obstacle == nil, file.size <= ArchiveLimits.listBytes
            else { throw .damaged(path: tree.path, part: name) }
            return try tree.content(of: file, limit: ArchiveLimits.listBytes)
        }
        guard
            let names = SlackNames(
                users: try content(SlackFiles.users), channels: try content(SlackFiles.channels))
        else {
            throw .damaged(
                path: tree.path,
                part: Language.current.choice([SlackFiles.users, SlackFiles.channels]))
        }
        self.names = names
        let team =
            names.team ?? (name.lowercased().hasSuffix(".zip") ? String(name.dropLast(4)) : name)
        beginning = "slack:\(SourceName.part(team)):"
        // The lists beside the channels are no posts; nobody misses them.
        self.files = files.filter { file in
            file.name.hasPrefix(root)
                && (file.obstacle != nil || file.name.dropFirst(root.count).contains("/"))
        }
        bytesTotal = self.files.reduce(1) { $0 + Swift.min($1.size, ArchiveLimits.dayBytes) }
    }

    mutating func next() throws(ArchiveError) -> ArchiveItem? {
        if day.next < day.messages.count {
            defer { day.next += 1 }
            guard let message = day.messages[day.next] else {
                return .skipped(skip(.damagedRow, day.path))
            }
            return item(message)
        }
        guard file < files.count else {
            bytesDone = bytesTotal
            return nil
        }
        defer { file += 1 }
        return try open(files[file])
    }

    // MARK: Files

    /// Reads the messages of the next file.
    private mutating func open(_ file: TreeFile) throws(ArchiveError) -> ArchiveItem {
        bytesDone += Swift.min(file.size, ArchiveLimits.dayBytes)
        let path = "\(tree.path)/\(file.name)"
        if let obstacle = file.obstacle { return .skipped(skip(obstacle, path)) }
        guard let name = SlackFiles.channel(of: file.name.dropFirst(root.count)) else {
            return .skipped(skip(.otherFile, path))
        }
        if name != channel.name {
            channel = Channel(
                name: name,
                beginning: names.channelIDs[name].map { "\(beginning)\(SourceName.part($0)):" })
            if channel.beginning == nil { return .skipped(skip(.notPublic, path)) }
        }
        guard channel.beginning != nil else { return .working }
        guard file.size <= ArchiveLimits.dayBytes else { return .skipped(skip(.tooLarge, path)) }
        let content: [UInt8]
        do {
            content = try tree.content(of: file, limit: ArchiveLimits.dayBytes)
        } catch {
            // One file that is damaged keeps nobody from reading the others.
            return .skipped(skip(.damagedFile, path))
        }
        guard let messages = SlackNames.list(SlackMessage.self, content) else {
            return .skipped(skip(.damagedFile, path))
        }
        let isSorted = zip(messages, messages.dropFirst()).allSatisfy {
            SlackReader.place($0) <= SlackReader.place($1)
        }
        day = Day(
            path: path,
            messages: isSorted
                ? messages
                : messages.sorted { SlackReader.place($0) < SlackReader.place($1) })
        return .working
    }

    private static func place(_ message: SlackMessage?) -> Int64 {
        message?.time?.microseconds ?? 0
    }

    // MARK: Messages

    private mutating func item(_ message: SlackMessage) -> ArchiveItem {
        guard let time = message.time, let beginning = channel.beginning else {
            return .skipped(skip(.damagedRow, day.path, message.text))
        }
        guard !channel.questions.contains(time), !channel.answers.contains(time) else {
            return .skipped(skip(.duplicate, day.path, message.text))
        }
        let isWritten =
            message.holdsWords
            && !(message.isRobot && message.user.map(names.robots.contains) != false)
        guard isWritten || message.isAnswered else {
            return .skipped(skip(.notice, day.path, message.text))
        }
        if let parent = message.parent, !channel.questions.contains(parent) {
            return .skipped(skip(.questionMissing, day.path, message.text))
        }
        guard let post = post(message, time, beginning) else {
            return .skipped(skip(.empty, day.path))
        }
        if message.parent == nil {
            channel.questions.insert(time)
        } else {
            channel.answers.insert(time)
        }
        return .post(post)
    }

    /// The message as a post; `nil` if it has no text and nobody answered it.
    private func post(
        _ message: SlackMessage, _ time: SlackTime, _ beginning: String
    ) -> ArchivedPost? {
        let translation = SlackText(names: names)
        let files = message.files.map { "[attachment: \($0)]" }.joined(separator: "\n")
        func whole(_ style: SlackText.Style) -> String {
            let text = translation.text(message.text, style)
            return text.isEmpty || files.isEmpty ? text + files : text + "\n\n" + files
        }
        let (body, cut) = PlainText.body(whole(.markdown))
        if body.isEmpty && !message.isAnswered { return nil }
        var tags = TagList()
        tags.add(channel.name)
        let milliseconds = time.microseconds / 1_000
        let isBelievable = milliseconds > 0 && milliseconds <= latest
        return ArchivedPost(
            sourceID: beginning + time.text,
            parentSourceID: message.parent.map { beginning + $0.text },
            kind: message.parent == nil ? .question : .answer, authorName: author(of: message),
            milliseconds: isBelievable ? milliseconds : nil,
            title: message.parent == nil ? title(PlainText.body(whole(.plain)).text) : "",
            body: body.isEmpty ? "(no text)" : body, tags: tags.tags, cutCharacters: cut)
    }

    /// The first line that says something; one of signs only, such as "```", does not.
    private func title(_ text: String) -> String {
        let lines = text.split(separator: "\n")
        let told = lines.first { $0.contains { $0.isLetter || $0.isNumber } } ?? lines.first
        let title = PlainText.line(
            told.map(String.init) ?? "", limit: ArchiveLimits.titleCharacters)
        return title.isEmpty ? "(no text)" : title
    }

    private func author(of message: SlackMessage) -> String {
        let written = [message.user.flatMap { names.people[$0] }, message.profileName]
        if let name = written.lazy.compactMap({ $0 }).first { return name }
        for text in [message.username, message.user] {
            let name = PlainText.line(text ?? "", limit: ArchiveLimits.nameCharacters)
            if !name.isEmpty { return name }
        }
        return "unknown"
    }

    private func skip(_ reason: Skip.Reason, _ path: String, _ text: String? = nil) -> Skip {
        let words = text.map { SlackText(names: names).text(String($0.prefix(400)), .plain) }
        return Skip(
            reason: reason, path: path, byteOffset: 0,
            excerpt: PlainText.line(
                words ?? ArchiveFile.name(path), limit: ArchiveLimits.excerptCharacters))
    }
}
