/// The first pass over a mailbox: where each message stands and what its head says.
struct MboxScanner: Sendable {
    /// One message as the first pass sees it.
    struct Message: Sendable {
        /// The bytes of the file that it takes, from its `From ` line on.
        var range: Range<Int64>
        /// The line that separates it from the one before; `nil` for a file of one bare message.
        var fromLine: FromLine?
        /// Its head.
        var head: MessageHead
    }

    /// What a step of the scan has found.
    enum Step: Sendable {
        case message(Message)
        /// Text before the first message, with its first line.
        case outside(offset: Int64, text: [UInt8])
        case working
    }

    private var lines: LineReader
    private var ahead: LineReader.Line?
    private var hasStarted = false
    private var isAfterBlank = true
    private var open: OpenMessage?
    private var outside: (offset: Int64, text: [UInt8])?
    private var nextPause = ArchiveLimits.stepBytes

    init(_ file: ArchiveFile) { lines = LineReader(file) }

    /// Bytes passed over so far.
    var bytesDone: Int64 { lines.offset }

    /// Goes on to the next message or pause; `nil` at the end.
    mutating func next() throws(ArchiveError) -> Step? {
        if !hasStarted {
            hasStarted = true
            ahead = try lines.next()
            // A byte order mark.
            if let first = ahead?.bytes { ahead?.bytes = first.withoutByteOrderMark }
        }
        while let line = ahead {
            ahead = try lines.next()
            if let step = take(line) { return step }
            if lines.offset >= nextPause {
                nextPause = lines.offset + ArchiveLimits.stepBytes
                return .working
            }
        }
        if let text = outside {
            outside = nil
            return .outside(offset: text.offset, text: text.text)
        }
        return finish(at: lines.offset).map(Step.message)
    }

    private mutating func take(_ line: LineReader.Line) -> Step? {
        let isBlank = line.bytes.isEmpty && line.dropped == 0
        defer { isAfterBlank = isBlank }
        if let fromLine = separator(line) {
            let done = finish(at: line.offset).map(Step.message)
            open = OpenMessage(start: line.offset, fromLine: fromLine)
            let before = outside.map { Step.outside(offset: $0.offset, text: $0.text) }
            outside = nil
            return done ?? before
        }
        if open == nil, !isBlank, outside == nil {
            // A file may be one message without a separator.
            if MessageHead.fieldStart(line.bytes) != nil {
                open = OpenMessage(start: line.offset, fromLine: nil)
            } else {
                outside = (line.offset, Array(line.bytes.prefix(400)))
            }
        }
        open?.take(line.bytes)
        return nil
    }

    /// Recognises a separator: the line itself, and what follows must be able to begin a head.
    private func separator(_ line: LineReader.Line) -> FromLine? {
        guard line.dropped == 0, let fromLine = FromLine(line.bytes) else { return nil }
        guard let next = ahead else { return isAfterBlank ? fromLine : nil }
        if MessageHead.fieldStart(next.bytes) != nil { return fromLine }
        let isQuotedSeparator = next.bytes.starts(with: FromLine.quotedOpening)
        return isAfterBlank && (next.bytes.isEmpty || isQuotedSeparator) ? fromLine : nil
    }

    private mutating func finish(at end: Int64) -> Message? {
        guard let message = open else { return nil }
        open = nil
        return message.finished(at: end)
    }

    /// A message whose end is not known yet.
    private struct OpenMessage: Sendable {
        let start: Int64
        let fromLine: FromLine?
        private var builder = MessageHead.Builder()
        private var isHead = true

        init(start: Int64, fromLine: FromLine?) {
            self.start = start
            self.fromLine = fromLine
        }

        mutating func take(_ line: ArraySlice<UInt8>) {
            if isHead { isHead = builder.take(line) }
        }

        func finished(at end: Int64) -> Message {
            Message(range: start..<end, fromLine: fromLine, head: builder.head)
        }
    }
}
