internal import Archives
internal import ArgumentParser
internal import Languages
internal import LocalProtocol

/// The command `hearth import`.
struct ImportCommand: SessionCommand {
    static let configuration = CommandConfiguration.hearth(
        "import", "Bring what was written elsewhere into a community; read an export.",
        notes: """
            A file of `hearth export` becomes a reading room: verified, readable, never synced. \
            Reads mailboxes (mbox), Posts.xml of StackExchange (with Users.xml beside it, if \
            there), the public channels of a Slack export (its zip file, or unpacked), a folder \
            of Markdown files (of Obsidian, say), and tables (CSV) whose first line names the \
            columns: title, text, author, date, tags, id, parent. Names, dates and threads are \
            kept; importing the same twice adds nothing.
            """,
        examples: [
            "hearth import list.mbox --community Bearings",
            "hearth import Posts.xml --community Bearings --site diy.stackexchange.com",
            "hearth import slack-export.zip --community Bearings",
            "hearth import notes/ --community Bearings",
            "hearth import faq.csv --community Bearings", "hearth import bearings.zip",
        ])

    @Argument(
        help: .say("The archive, a file or a folder; several mailboxes are read as one."),
        completion: .file())
    var files: [String]
    @Option(help: .say("Short code or name of the community; none for an export."))
    var community: String?
    @Option(help: .say("Name of the StackExchange site; the folder's name when absent."))
    var site: String?
    @OptionGroup var output: OutputOptions

    func run(in session: Session) async throws {
        if let export = files.first, files.count == 1, ZipReader.isZip(export),
            !Self.isSlack(export)
        {
            let room = try await RoomImport(session: session, path: export).run()
            return try session.print(room) { RoomReport.lines(room, $0) }
        }
        guard let community else {
            throw ServiceError(
                .usage, "Say into which community: --community NAME.",
                hint: "Only a file of `hearth export` needs none.")
        }
        let reader: ArchiveReader
        do {
            reader = try ArchiveReader(paths: files, site: site)
        } catch {
            throw ServiceError(ArchiveTrouble.code(error), said: error.message, hint: error.hint)
        }
        let ticket = try await session.client.call(
            Routes.beginImport,
            ImportRequest(community: community, file: files.joined(separator: ", ")))
        let archive = try await send(reader, ticket, session)
        let summary = try await session.client.call(
            Routes.finishImport, ImportReference(id: ticket.id))
        let outcome = ImportOutcome(
            community: ticket.community, progress: summary.progress,
            skipped: archive.skippedInOrder.map {
                .init(reason: $0.reason.rawValue, text: $0.reason.text, count: $0.count)
            },
            cut: archive.truncated, undated: archive.undated, durability: summary.durability)
        try session.print(outcome) { UpkeepReport.lines(outcome, $0) }
    }

    /// Whether a zip file is of Slack; each other one is taken for an export of Hearth.
    private static func isSlack(_ path: String) -> Bool {
        (try? ArchiveFormat.detect(path: path)) == .slack
    }

    /// Reads the next batch while the one before is on its way.
    private func send(
        _ reader: ArchiveReader, _ ticket: ImportTicket, _ session: Session
    ) async throws -> ArchiveSummary {
        var batches = ImportBatches(reader: reader)
        var bar = session.progress()
        defer { bar.finish() }
        var sent = ImportProgress()
        try await withThrowingTaskGroup(of: ImportProgress.self) { group in
            while let posts = try batches.next() {
                if let progress = try await group.next() { sent.add(progress) }
                bar.draw(
                    batches.reader.bytesDone, of: batches.reader.bytesTotal,
                    UpkeepReport.posts(sent))
                guard !posts.isEmpty else { continue }
                group.addTask {
                    try await session.client.call(
                        Routes.importBatch, ImportBatch(id: ticket.id, posts: posts))
                }
            }
            while try await group.next() != nil {}
        }
        return batches.reader.summary
    }
}

/// An archive cut into batches that the local API takes.
struct ImportBatches {
    private(set) var reader: ArchiveReader

    /// As many as the API takes: each batch costs two waits for the disk.
    private static let postLimit = 2_000
    /// JSON may need several bytes for one, so this stays far below the limit of 8 MiB.
    private static let byteLimit = 1 << 20
    /// Steps without a post after which the caller gets to draw the progress.
    private static let idleLimit = 64

    /// Starts at the beginning of an archive.
    init(reader: ArchiveReader) {
        self.reader = reader
    }

    /// The next posts; empty while the archive is still being prepared, nil at its end.
    mutating func next() throws -> [ImportedPost]? {
        var posts: [ImportedPost] = []
        var bytes = 0
        var idle = 0
        while posts.count < Self.postLimit, bytes < Self.byteLimit, idle < Self.idleLimit {
            let item: ArchiveItem?
            do {
                item = try reader.next()
            } catch {
                throw ServiceError(
                    ArchiveTrouble.code(error), said: error.message, hint: error.hint)
            }
            guard let item else { return posts.isEmpty ? nil : posts }
            guard case .post(let post) = item else {
                idle += posts.isEmpty ? 1 : 0
                continue
            }
            posts.append(Self.imported(post))
            bytes += post.body.utf8.count + post.title.utf8.count + 200
        }
        return posts
    }

    private static func imported(_ post: ArchivedPost) -> ImportedPost {
        let isQuestion = post.kind == .question
        return ImportedPost(
            source: post.sourceID, parentSource: post.parentSourceID,
            kind: isQuestion ? .question : .answer, author: post.authorName,
            writtenAt: post.milliseconds.map { Timestamp(milliseconds: $0) },
            title: isQuestion ? post.title : nil, body: post.body,
            tags: post.tags.isEmpty ? nil : post.tags)
    }
}

/// What an archive that can't be read means for the exit code.
enum ArchiveTrouble {
    /// The code of an error.
    static func code(_ error: ArchiveError) -> ServiceErrorCode {
        switch error {
        case .notFound: .notFound
        case .unreadable: .noSuchRight
        default: .usage
        }
    }
}

extension ImportProgress {
    fileprivate mutating func add(_ other: ImportProgress) {
        questions += other.questions
        answers += other.answers
        duplicates += other.duplicates
        refused += other.refused
    }
}
