/// Both passes over the mailboxes of one list.
struct MboxReader: ArchivePasses {
    private let files: [ArchiveFile]
    private var index: MessageIndex
    private let size: Int64
    /// The first pass over the file that it has come to; `nil` when it is over.
    private var scanner: MboxScanner?
    private var file = 0
    private var indexed: Int64 = 0
    /// The second pass.
    private var emission = Emission(questions: [], listTag: nil, isAnswered: [], isDone: [])
    private var read: Int64 = 0
    private var ahead = ReadAhead()

    /// Where the second pass stands.
    private struct Emission: Sendable {
        let questions: [Int]
        let listTag: String?
        /// Which questions have answers; such a one is never skipped.
        let isAnswered: [Bool]
        var isDone: [Bool]
        var next = 0
    }

    init(files: [ArchiveFile], latest: Int64) {
        self.files = files
        index = MessageIndex(latest: latest)
        size = files.reduce(0) { $0 + $1.size }
        scanner = files.first.map { MboxScanner($0) }
    }

    var bytesDone: Int64 { indexed + (scanner?.bytesDone ?? 0) + read }

    var bytesTotal: Int64 { size * 2 }

    mutating func next() throws(ArchiveError) -> ArchiveItem? {
        guard scanner != nil else { return try emit() }
        guard let step = try scanner?.next() else {
            openNextFile()
            return .working
        }
        return try take(step)
    }

    // MARK: First pass

    private mutating func openNextFile() {
        indexed += files[file].size
        file += 1
        scanner = file < files.count ? MboxScanner(files[file]) : nil
        if scanner == nil { emission = startedEmission() }
    }

    private mutating func take(_ step: MboxScanner.Step) throws(ArchiveError) -> ArchiveItem {
        switch step {
        case .message(let message):
            try index.add(message, file: file, of: files)
            return .working
        case .working: return .working
        case .outside(let offset, let text):
            let words = PlainText.line(
                Charset.decode(text, label: nil), limit: ArchiveLimits.excerptCharacters)
            return .skipped(
                Skip(
                    reason: .outsideMessage, path: files[file].path, byteOffset: offset,
                    excerpt: words))
        }
    }

    private func startedEmission() -> Emission {
        let questions = Threads(index).question
        var isAnswered = [Bool](repeating: false, count: questions.count)
        for (message, question) in questions.enumerated() where message != question {
            isAnswered[question] = true
        }
        return Emission(
            questions: questions, listTag: index.listTag, isAnswered: isAnswered,
            isDone: [Bool](repeating: false, count: questions.count))
    }

    // MARK: Second pass

    /// The next message that was not yielded yet, or before it the question that it answers.
    private mutating func emit() throws(ArchiveError) -> ArchiveItem? {
        while emission.next < emission.isDone.count, emission.isDone[emission.next] {
            emission.next += 1
        }
        guard emission.next < emission.isDone.count else {
            read = size
            return nil
        }
        let question = emission.questions[emission.next]
        let isNext = emission.isDone[question] || question == emission.next
        let message = isNext ? emission.next : question
        emission.isDone[message] = true
        let entry = index.entries[message]
        read += entry.range.upperBound - entry.range.lowerBound
        // A question that stands further on is read by itself, so that the place is not lost.
        let bytes =
            isNext
            ? try ahead.bytes(of: entry.range, in: files[entry.file], number: entry.file) : []
        let parts = try MessageParts(files[entry.file], entry.range, bytes)
        if let reason = entry.skip {
            return .skipped(skip(reason, entry, parts))
        }
        let parent = question == message ? nil : index.sourceID(index.entries[question])
        guard
            let post = parts.post(
                sourceID: index.sourceID(entry), parent: parent,
                milliseconds: entry.milliseconds, listTag: emission.listTag,
                mayBeEmpty: emission.isAnswered[message])
        else { return .skipped(skip(.empty, entry, parts)) }
        return .post(post)
    }

    private func skip(
        _ reason: Skip.Reason, _ entry: MessageIndex.Entry, _ parts: MessageParts
    ) -> Skip {
        Skip(
            reason: reason, path: files[entry.file].path, byteOffset: entry.range.lowerBound,
            excerpt: PlainText.line(
                parts.head.text(.subject), limit: ArchiveLimits.excerptCharacters))
    }
}
