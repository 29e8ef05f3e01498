internal import Archives
internal import Foundation
internal import Languages
internal import LocalProtocol

/// Writes the entries of an export, as chapter 20 of `Protocol/` describes them.
struct ExportWriter {
    /// Records on one page.
    private static let pageLength = 100
    /// Bytes of commits in one entry.
    private static let logBytes = 4 << 20

    private let file: ExportFile
    private let session: Session
    private var zip = ZipWriter()
    private var pages: [ExportPage] = []
    private var page = ExportPage(number: 1)
    /// The attached files, those included that are missing.
    private var listed: [ExportedFile] = []
    private(set) var summary: ExportSummary
    var bar: ProgressBar

    init(file: ExportFile, session: Session) {
        self.file = file
        self.session = session
        summary = ExportSummary(file: file.path)
        bar = session.progress()
    }

    /// Writes everything.
    mutating func write(_ head: ExportHead) async throws {
        try add(ExportFormat.manifest, Array(JSONText.encode(head)))
        try add("README.txt", Array(ExportFormat.readme(head).utf8))
        try await writeRecords(of: head)
        try endPage(head)
        try await writeCommits(of: head)
        try await writeFiles(of: head)
        let details = try await session.client.call(
            Routes.community, CommunityReference(community: head.community.id))
        try add("index.html", Array(ExportFormat.index(head, details, pages, listed).utf8))
        try file.append(try Self.whole { try zip.finish() })
    }

    // MARK: Records

    private mutating func writeRecords(of head: ExportHead) async throws {
        // Not passed to the closure, which can't change a value that is being changed.
        var copy = self
        let request = CommunityReference(community: head.community.id)
        try await session.client.stream(Routes.exportRecords, request) { page in
            try Task.checkCancellation()
            for thread in page.threads {
                copy.summary.threads += 1
                try copy.take(ExportEntry(thread), try JSONText.encode(thread), head)
            }
            for item in page.items {
                copy.summary.items += 1
                try copy.take(ExportEntry(item), try JSONText.encode(item), head)
            }
            for proposal in page.proposals {
                copy.summary.items += 1
                try copy.take(ExportEntry(proposal), try JSONText.encode(proposal), head)
            }
            copy.bar.draw(
                Int64(copy.summary.threads), of: page.questions, copy.summary.records)
        }
        self = copy
    }

    private mutating func take(_ entry: ExportEntry, _ json: Data, _ head: ExportHead) throws {
        page.add(entry, json)
        if page.entries.count >= Self.pageLength { try endPage(head) }
    }

    private mutating func endPage(_ head: ExportHead) throws {
        guard !page.entries.isEmpty else { return }
        try add(page.path("pages", "html"), Array(page.html(of: head).utf8))
        try add(page.path("markdown", "md"), Array(page.markdown.utf8))
        try add(page.path("records", "jsonl"), Array(page.json))
        let number = page.number
        page.forgetWords()
        pages.append(page)
        page = ExportPage(number: number + 1)
    }

    // MARK: Commits

    private mutating func writeCommits(of head: ExportHead) async throws {
        var entry: [UInt8] = []
        var space: String?
        var number = 1
        // Not passed to the closure, which can't change a value that is being changed.
        var copy = self
        let request = CommunityReference(community: head.community.id)
        try await session.client.stream(Routes.exportCommits, request) { piece in
            try Task.checkCancellation()
            if let current = space, current != piece.space || entry.count >= Self.logBytes {
                try copy.add(ExportFormat.log(current, number), entry)
                number = current == piece.space ? number + 1 : 1
                entry = []
            }
            space = piece.space
            for run in piece.runs {
                guard let bytes = Data(base64Encoded: run) else {
                    throw ServiceError(.internal, "The daemon sent commits that can't be read.")
                }
                entry += ExportFormat.length(bytes.count) + bytes
            }
            copy.summary.commits += piece.commits
            copy.bar.draw(copy.summary.commits, of: head.commits, say("commits"))
        }
        if let space { try copy.add(ExportFormat.log(space, number), entry) }
        self = copy
    }

    // MARK: Attached files

    private mutating func writeFiles(of head: ExportHead) async throws {
        let files = ExportFiles(
            session: session, place: URL(fileURLWithPath: file.path + ".file").path)
        let all = try await files.all(of: head.community)
        for shown in all {
            try Task.checkCancellation()
            var exported = ExportedFile(
                id: shown.id, code: shown.code, name: shown.name, attachedTo: shown.attachedTo,
                bytes: shown.bytes)
            let count = UInt64(clamping: shown.bytes)
            if shown.isHere, zip.hasRoom(for: count, reserve: ExportFiles.reserve) {
                exported.entry = ExportFiles.entry(of: shown)
                try await write(shown, to: ExportFiles.entry(of: shown), from: files)
                summary.files += 1
            } else {
                summary.missing.append("\(shown.code) \(shown.fileName)")
            }
            listed.append(exported)
            bar.draw(Int64(listed.count), of: Int64(all.count), say("files"))
        }
        guard !listed.isEmpty else { return }
        let lines = try listed.map { try JSONText.encode($0) + Data("\n".utf8) }
        try add(ExportFormat.fileList, Array(lines.joined()))
    }

    private mutating func write(
        _ shown: FileShown, to entry: String, from files: ExportFiles
    ) async throws {
        var copy = self
        try await files.read(shown) { checksum in
            try copy.file.append(
                try Self.whole {
                    try copy.zip.begin(entry, bytes: UInt64(clamping: shown.bytes), checksum)
                })
        } piece: {
            try copy.file.append($0)
        }
        self = copy
    }

    private mutating func add(_ name: String, _ content: [UInt8]) throws {
        try file.append(try Self.whole { try zip.add(name, content) })
    }

    private static func whole(_ body: () throws -> [UInt8]) throws -> [UInt8] {
        do {
            return try body()
        } catch ZipWriter.Failure.full {
            throw ServiceError(
                .usage, "The community is too large for one zip file of 4 GiB.",
                hint: "`hearth dump --canonical` has no such limit.")
        }
    }
}
