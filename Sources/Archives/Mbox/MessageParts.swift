/// One message read in the second pass: its separator, head and the lines of its body.
struct MessageParts {
    let fromLine: FromLine?
    let head: MessageHead
    private let body: ArraySlice<ArraySlice<UInt8>>

    /// Reads a message's bytes, at most as many as the limit keeps in memory.
    ///
    /// - Parameter bytes: Its first bytes, as far as they are in memory.
    init(
        _ file: ArchiveFile, _ range: Range<Int64>, _ bytes: ArraySlice<UInt8>
    ) throws(ArchiveError) {
        var reader = LineReader(
            file, from: range.lowerBound, to: range.upperBound, buffer: bytes)
        var lines: [ArraySlice<UInt8>] = []
        lines.reserveCapacity(32)
        var bytes = 0
        while bytes < ArchiveLimits.messageBytes, let line = try reader.next() {
            bytes += line.bytes.count + 24
            lines.append(line.bytes[...])
        }
        // A byte order mark at the beginning of the file.
        if let first = lines.first { lines[0] = first.withoutByteOrderMark }
        fromLine = lines.first.flatMap { FromLine($0) }
        let rest = fromLine == nil ? lines[...] : lines.dropFirst()
        let (head, count) = MessageHead.read(rest)
        self.head = head
        body = MessageParts.unquoted(rest.dropFirst(count))
    }

    /// The lines with one ">" taken from each `>From ` that a mailbox has quoted.
    ///
    /// Mailboxes disagree whether `>>From ` was quoted twice; taking one away is right in one
    /// dialect and harmless in the other. Within a passage that a person quotes, it stays.
    private static func unquoted(
        _ lines: ArraySlice<ArraySlice<UInt8>>
    ) -> ArraySlice<ArraySlice<UInt8>> {
        var result = lines
        var isInQuotation = false
        for index in lines.indices {
            let line = lines[index]
            guard line.first == 0x3E else {
                isInQuotation = false
                continue
            }
            if !isInQuotation, line.drop(while: { $0 == 0x3E }).starts(with: FromLine.opening) {
                result[index] = line.dropFirst()
            } else {
                isInQuotation = true
            }
        }
        return result
    }

    /// The message as a post; `nil` if it has neither a subject nor a text and needs none.
    func post(
        sourceID: String, parent: String?, milliseconds: Int64?, listTag: String?, mayBeEmpty: Bool
    ) -> ArchivedPost? {
        let (text, cut) = PlainText.body(MessageText.text(head: head, lines: body))
        let subject = Subject(head.text(.subject))
        var title = PlainText.line(
            subject.title(withoutTag: listTag), limit: ArchiveLimits.titleCharacters)
        if text.isEmpty && title.isEmpty && !mayBeEmpty { return nil }
        if title.isEmpty { title = PlainText.firstWords(text) }
        return ArchivedPost(
            sourceID: sourceID, parentSourceID: parent, kind: parent == nil ? .question : .answer,
            authorName: author, milliseconds: milliseconds,
            title: title.isEmpty ? "(no subject)" : title, body: text.isEmpty ? "(no text)" : text,
            cutCharacters: cut)
    }

    /// The author by the head, else by the separator.
    private var author: String {
        func isNamed(_ name: String) -> Bool { name != "-" && name != "???" }
        for field in [MessageHead.Field.from, .sender] {
            if let name = MailAuthor.name(head.text(field)), isNamed(name) { return name }
        }
        if let name = MailAuthor.name(fromLine?.sender ?? ""), isNamed(name) { return name }
        return "unknown"
    }
}
