/// A history without its words: who did what where, knowing what, and when.
struct HistoryShape {
    /// Events of one author.
    struct AuthorRun {
        var author: Int
        var count: Int
    }

    /// Events of which each knew the one before.
    struct Entry {
        var count: Int
        var parents: [Int]
    }

    /// Events of one kind whose positions follow from the first.
    struct Operations {
        var kind: OperationLog.Kind
        var count: Int
        var position: Int
    }

    var authors: [TextAuthor] = []
    var authorRuns: [AuthorRun] = []
    var entries: [Entry] = []
    var moments: [(event: Int, moment: Int64)] = []
    var operations: [Operations] = []

    init(_ document: TextDocument) {
        authors = document.authors.authors
        let (log, graph, runs) = (document.log, document.graph, document.authors.runs)
        for (index, run) in runs.enumerated() {
            let end = index + 1 < runs.count ? Int(runs[index + 1].event) : graph.count
            authorRuns.append(AuthorRun(author: Int(run.author), count: end - Int(run.event)))
        }
        for entry in graph.entries {
            entries.append(
                Entry(count: Int(entry.end - entry.first), parents: graph.parents(of: entry)))
        }
        moments = document.moments.runs.map { (Int($0.event), $0.moment) }
        for (index, run) in log.runs.enumerated() {
            operations.append(
                Operations(
                    kind: run.kind, count: log.end(of: index) - Int(run.first),
                    position: Int(run.position)))
        }
    }

    // MARK: Coding

    func write(_ writer: inout ColumnWriter) {
        writer.number(authors.count)
        for author in authors { writer.raw(author.bytes) }
        writer.number(authorRuns.count)
        for run in authorRuns {
            writer.number(run.author)
            writer.number(run.count)
        }
        writer.number(entries.count)
        var first = 0
        for entry in entries {
            writer.number(entry.count)
            writer.number(entry.parents.count)
            // How far back each parent is; the one right before is 0.
            for parent in entry.parents { writer.number(first - 1 - parent) }
            first += entry.count
        }
        writer.number(moments.count)
        var last = (event: 0, moment: Int64(0))
        for moment in moments {
            writer.number(moment.event - last.event)
            writer.signed(Int(moment.moment &- last.moment))
            last = moment
        }
        writer.number(operations.count)
        var cursor = 0
        for run in operations {
            writer.number(run.count << 2 | Int(run.kind.rawValue))
            writer.signed(run.position - cursor)
            cursor = run.cursor
        }
    }

    init(_ reader: inout ColumnReader) throws(TextError) {
        for _ in 0..<(try reader.count("authors", each: TextAuthor.byteCount)) {
            guard let author = TextAuthor(try reader.raw(TextAuthor.byteCount, "authors")) else {
                throw .malformed(part: "authors")
            }
            authors.append(author)
        }
        guard Set(authors).count == authors.count else { throw .malformed(part: "authors") }
        for _ in 0..<(try reader.count("runs of authors", each: 2)) {
            let author = try reader.number("author", below: authors.count)
            let count = try reader.events("runs of authors")
            authorRuns.append(AuthorRun(author: author, count: count))
        }
        try readEntries(&reader)
        try readMoments(&reader)
        try readOperations(&reader)
    }

    private mutating func readEntries(_ reader: inout ColumnReader) throws(TextError) {
        var first = 0
        for _ in 0..<(try reader.count("versions", each: 2)) {
            let count = try reader.events("versions")
            var parents: [Int] = []
            let parentCount = try reader.count("parents", each: 1)
            // One more than a batch may name: the author's own.
            guard parentCount <= TextLimits.parents + 1 else {
                throw .tooLarge(limit: TextLimits.parents + 1, actual: parentCount)
            }
            for _ in 0..<parentCount {
                let back = try reader.number("parents", below: max(first, 1))
                guard first > 0, back < first, parents.last.map({ $0 < first - 1 - back }) ?? true
                else { throw .malformed(part: "parents") }
                parents.append(first - 1 - back)
            }
            entries.append(Entry(count: count, parents: parents))
            first += count
            guard first <= TextLimits.events else {
                throw .tooLarge(limit: TextLimits.events, actual: first)
            }
        }
    }

    private mutating func readMoments(_ reader: inout ColumnReader) throws(TextError) {
        var last = (event: 0, moment: Int64(0))
        for index in 0..<(try reader.count("moments", each: 2)) {
            let step = try reader.number("moments", below: TextLimits.events)
            guard (step == 0) == (index == 0) else { throw .malformed(part: "moments") }
            last.event += step
            last.moment &+= Int64(try reader.signed("moments"))
            moments.append(last)
        }
    }

    private mutating func readOperations(_ reader: inout ColumnReader) throws(TextError) {
        var cursor = 0
        for _ in 0..<(try reader.count("operations", each: 2)) {
            let head = try reader.number("operations", below: TextLimits.events << 2)
            guard let kind = OperationLog.Kind(rawValue: UInt8(head & 3)), head >> 2 > 0 else {
                throw .malformed(part: "operations")
            }
            let step = try reader.signed("operations")
            let (position, isBeyond) = cursor.addingReportingOverflow(step)
            guard !isBeyond, position >= 0, position <= TextLimits.events else {
                throw .malformed(part: "operations")
            }
            let run = Operations(kind: kind, count: head >> 2, position: position)
            guard run.cursor >= 0 else { throw .malformed(part: "operations") }
            operations.append(run)
            cursor = run.cursor
        }
    }
}

extension HistoryShape.Operations {
    /// Where the next run begins if somebody goes on.
    fileprivate var cursor: Int {
        switch kind {
        case .insert: position + count
        case .delete: position
        case .deleteBackward: position - count + 1
        }
    }
}

extension ColumnReader {
    /// How many items come, of which each has at least so many bytes.
    fileprivate mutating func count(_ part: String, each size: Int) throws(TextError) -> Int {
        let count = try number(part)
        guard count <= left / size else { throw .malformed(part: part) }
        return count
    }

    /// How many events a run has.
    fileprivate mutating func events(_ part: String) throws(TextError) -> Int {
        let count = try number(part, below: TextLimits.events)
        guard count > 0 else { throw .malformed(part: part) }
        return count
    }
}
