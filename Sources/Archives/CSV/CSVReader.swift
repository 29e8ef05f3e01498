/// Both passes over a table.
struct CSVReader: ArchivePasses {
    private let file: ArchiveFile
    private let columns: CSVColumns
    private let beginning: String
    private let latest: Int64
    private var scanner: CSVScanner
    private var isIndexed = false
    private var index = CSVIndex()
    private var following = 0
    private var read: Int64 = 0

    /// Reads the names of the columns.
    ///
    /// - Throws: ``ArchiveError/noText(path:)`` if there is nothing to read in any of them.
    init(file: ArchiveFile, name: String, latest: Int64) throws(ArchiveError) {
        let sample = try file.read(at: 0, count: ArchiveLimits.sampleBytes)
        guard let columns = try CSVColumns(file, sample: sample[...]) else {
            throw .unknownFormat(path: file.path)
        }
        guard columns.holdText else { throw .noText(path: file.path) }
        self.file = file
        self.columns = columns
        self.latest = latest
        beginning = "csv:\(SourceName.part(name)):"
        let wanted = columns.places(of: [.id, .parent])
        scanner = CSVScanner(
            file, separator: columns.separator, range: columns.start..<file.size,
            wanted: { wanted.contains($0) })
    }

    var bytesDone: Int64 { isIndexed ? file.size + read : scanner.offset }

    var bytesTotal: Int64 { file.size * 2 }

    mutating func next() throws(ArchiveError) -> ArchiveItem? {
        if isIndexed { return try emit() }
        let pause = scanner.offset + ArchiveLimits.stepBytes
        while scanner.offset < pause {
            guard let row = try scanner.next() else {
                index.resolve()
                isIndexed = true
                return .working
            }
            guard index.entries.count < ArchiveLimits.rows else {
                throw .tooMany(path: file.path, limit: ArchiveLimits.rows)
            }
            index.add(row, columns)
        }
        return .working
    }

    /// The next row that was not yielded yet, or before it the question that it answers.
    private mutating func emit() throws(ArchiveError) -> ArchiveItem? {
        while following < index.entries.count, index.entries[following].isDone { following += 1 }
        guard following < index.entries.count else {
            read = file.size
            return nil
        }
        var place = following
        if let question = index.question(of: place), !index.entries[question].isDone {
            place = question
        }
        index.markDone(place)
        let row = try row(at: place, CSVColumns.Role.allCases)
        read += index.entries[place].range.upperBound - index.entries[place].range.lowerBound
        if let reason = index.entries[place].skip { return .skipped(skip(reason, row)) }
        let parent = try index.question(of: place).map { (question) throws(ArchiveError) in
            sourceID(try self.row(at: question, [.id]), question)
        }
        let post = post(row, place, parent: parent)
        return post.map { .post($0) } ?? .skipped(skip(.empty, row))
    }

    private func row(
        at place: Int, _ roles: [CSVColumns.Role]
    ) throws(ArchiveError) -> CSVScanner.Row {
        let wanted = columns.places(of: roles)
        var rows = CSVScanner(
            file, separator: columns.separator, range: index.entries[place].range,
            wanted: { wanted.contains($0) })
        guard let row = try rows.next() else { throw .changedWhileReading(path: file.path) }
        return row
    }

    // MARK: Posts

    private func sourceID(_ row: CSVScanner.Row, _ place: Int) -> String {
        let id = CSVIndex.id(of: row, number: place + 1, columns)
        return SourceName.id(beginning, String(decoding: id, as: UTF8.self))
    }

    /// The row as a post; `nil` if it has neither a title nor a text and nobody answers it.
    private func post(
        _ row: CSVScanner.Row, _ place: Int, parent: String?
    ) -> ArchivedPost? {
        var (body, cut) = PlainText.body(row.text(columns[.body]))
        var title = PlainText.line(row.text(columns[.title]), limit: ArchiveLimits.titleCharacters)
        guard !body.isEmpty || !title.isEmpty || index.entries[place].isAnswered else { return nil }
        if parent != nil {
            // Above answers, forums repeat the title of the question.
            if body.isEmpty { body = title }
            title = ""
        } else if title.isEmpty {
            title = body.isEmpty ? "(no title)" : PlainText.firstWords(body)
        }
        if body.isEmpty { (body, cut) = ("(no text)", 0) }
        let author = PlainText.line(
            row.text(columns[.author]), limit: ArchiveLimits.nameCharacters)
        var tags = TagList()
        for tag in row.text(columns[.tags]).split(whereSeparator: { ",;|\n".contains($0) }) {
            tags.add(tag)
        }
        return ArchivedPost(
            sourceID: sourceID(row, place), parentSourceID: parent,
            kind: parent == nil ? .question : .answer,
            authorName: author.isEmpty ? "unknown" : author,
            milliseconds: WrittenDate.milliseconds(row.text(columns[.date]), latest: latest),
            title: title, body: body, tags: tags.tags, cutCharacters: cut)
    }

    private func skip(_ reason: Skip.Reason, _ row: CSVScanner.Row) -> Skip {
        let words = [row.text(columns[.title]), row.text(columns[.body])].lazy
            .map { PlainText.line(String($0.prefix(400)), limit: ArchiveLimits.excerptCharacters) }
            .first { !$0.isEmpty }
        return Skip(
            reason: reason, path: file.path, byteOffset: row.range.lowerBound,
            excerpt: words ?? "")
    }
}
