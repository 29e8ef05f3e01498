/// A text that many people edit at once, with everything that was ever written in it.
///
/// Edits are positions with the versions that they are based on, an event graph; the text is what
/// comes out when the graph is walked (Gentle & Kleppmann 2025). The result depends on the set of
/// events alone, never on the order in which they came. Nothing is forgotten: every character that
/// was inserted is in the text, or covered by deletions whose authors are known.
///
/// As long as events come one after the other, each is applied as it is. Only what is concurrent
/// is walked, from the last event on that everything concurrent knew of.
public struct TextDocument: Sendable {
    var log = OperationLog()
    var graph = EventGraph()
    var authors = AuthorTable()
    var moments = MomentTable()
    var buffer = TextBuffer()
    private var walker = Walker()
    private var steps: [ResultStep] = []

    /// Starts with an empty text.
    public init() {}

    // MARK: Reading

    /// The text.
    public var text: String { buffer.string }

    /// How many characters the text has.
    public var count: Int { buffer.count }

    /// How many events there are: characters ever inserted, and deletions.
    public var eventCount: Int { graph.count }

    /// The version that has everything.
    public var version: TextVersion { version(of: graph.heads) }

    /// Who has written anything, in the order in which their first events came.
    public var writers: [TextAuthor] { authors.authors }

    /// How many events an author has written: the number of the next.
    public func nextEvent(of author: TextAuthor) -> Int {
        authors.index(of: author).map { authors.counts[$0] } ?? 0
    }

    // MARK: Editing

    /// Inserts a text before the character at a position, or at the end.
    ///
    /// - Parameters:
    ///   - author: Whose edit it is.
    ///   - moment: Milliseconds since 1970, shown in the history; orders nothing.
    /// - Throws: ``TextError`` for an empty text, a position beyond the end, or a text that is full;
    ///   then nothing has changed.
    public mutating func insert(
        _ text: String, at position: Int, by author: TextAuthor, moment: Int64 = 0
    ) throws(TextError) {
        var text = text
        guard !text.isEmpty else { throw .empty }
        guard position >= 0, position <= buffer.count else {
            throw .outOfRange(position: position, length: buffer.count)
        }
        let count = text.utf8.count == 1 ? 1 : text.unicodeScalars.count
        try checkRoom(events: count, bytes: text.utf8.count)
        try joinHeads(by: author, moment)
        let event = graph.count
        text.withUTF8 {
            log.insert($0, characters: count, at: position)
            buffer.insert($0, characters: count, at: position)
        }
        appendNext(count, at: event, by: author, moment)
    }

    /// Deletes so many characters from a position on.
    ///
    /// - Parameters:
    ///   - author: Whose edit it is.
    ///   - moment: Milliseconds since 1970, shown in the history; orders nothing.
    /// - Throws: ``TextError`` if nothing is to be deleted or not all of it is there; then nothing
    ///   has changed.
    public mutating func delete(
        at position: Int, count: Int, by author: TextAuthor, moment: Int64 = 0
    ) throws(TextError) {
        _ = try TextEdit.delete(at: position, count: count).length(after: buffer.count)
        try checkRoom(events: count, bytes: 0)
        try joinHeads(by: author, moment)
        let event = graph.count
        log.delete(count, at: position, backward: false)
        buffer.remove(count, at: position)
        appendNext(count, at: event, by: author, moment)
    }

    /// Checks that so much more may come.
    func checkRoom(events: Int, bytes: Int) throws(TextError) {
        guard events <= TextLimits.events - graph.count else {
            throw .tooLarge(limit: TextLimits.events, actual: graph.count + events)
        }
        guard bytes <= TextLimits.insertedBytes - log.content.count else {
            throw .tooLarge(limit: TextLimits.insertedBytes, actual: log.content.count + bytes)
        }
    }

    /// Makes the heads so few that a batch can name them, for an author who is going to edit.
    ///
    /// Each join is a blank that comes and goes; it has seen as many heads as a batch may.
    private mutating func joinHeads(by author: TextAuthor, _ moment: Int64) throws(TextError) {
        while graph.heads.count > TextLimits.parents {
            let others = version.heads.filter { $0.author != author }
            let join = TextBatch(
                author: author, first: nextEvent(of: author),
                parents: others.prefix(TextLimits.parents),
                edits: [.insert(" ", at: 0), .delete(at: 0, count: 1)])
            _ = try merge(join, moment: moment)
        }
    }

    /// Takes note of who wrote events that knew of everything; the text has them already.
    private mutating func appendNext(
        _ count: Int, at event: Int, by author: TextAuthor, _ moment: Int64
    ) {
        moments.append(moment, at: event)
        authors.append(count, author: authors.add(author), event: event)
        graph.appendNext(count, length: buffer.count)
    }

    // MARK: Merging

    /// What became of a batch.
    public enum Outcome: Equatable, Sendable {
        /// It is in the text now; these edits, one after the other, lead there.
        case merged([TextEdit])
        /// It was in the text before.
        case known
        /// It is based on these events, which haven't come: give it again when they have.
        case waiting(for: [TextPoint])
    }

    /// Takes in what somebody wrote.
    ///
    /// Batches come in any order and any number of times. That the numbers of one log's batches
    /// follow each other is for the caller to check, who sees the log: whether a batch overlaps
    /// another depends on what has come.
    ///
    /// - Parameter moment: Milliseconds since 1970, shown in the history; orders nothing.
    /// - Throws: ``TextError`` for a batch that its author can't have written. The same batch is
    ///   refused everywhere and always, and nothing has changed.
    public mutating func merge(
        _ batch: TextBatch, moment: Int64 = 0
    ) throws(TextError) -> Outcome {
        guard batch.first >= 0, batch.first <= TextLimits.events else {
            throw .malformed(part: "first event")
        }
        guard batch.parents.count <= TextLimits.parents else {
            throw .tooLarge(limit: TextLimits.parents, actual: batch.parents.count)
        }
        let total = batch.count
        guard total > 0 else { throw .empty }
        guard total <= TextLimits.events else {
            throw .tooLarge(limit: TextLimits.events, actual: total)
        }
        let next = nextEvent(of: batch.author)
        if batch.first + total <= next { return .known }
        guard batch.first >= next else { throw .overlap(next: next, first: batch.first) }
        guard let events = resolve(batch, next) else { return .waiting(for: missing(batch, next)) }
        try checkRoom(events: total, bytes: batch.byteCount)
        if graph.heads.allSatisfy(events.contains) {
            return .merged(try takeNext(batch, total, moment))
        }
        return .merged(try takeConcurrent(batch, total, graph.reduced(events), moment))
    }

    /// The local numbers of the events that a batch names as known; `nil` if one hasn't come.
    private func resolve(_ batch: TextBatch, _ next: Int) -> [Int]? {
        guard batch.first == next else { return nil }
        var events: [Int] = []
        events.reserveCapacity(batch.parents.count + 1)
        if next > 0, let index = authors.index(of: batch.author),
            let event = authors.event(index, next - 1)
        {
            events.append(event)
        }
        for parent in batch.parents {
            guard let event = authors.event(parent) else { return nil }
            events.append(event)
        }
        return events
    }

    /// The events that a batch names as known and that haven't come.
    private func missing(_ batch: TextBatch, _ next: Int) -> [TextPoint] {
        var missing = batch.parents.filter { authors.event($0) == nil }
        if batch.first > next {
            missing.append(TextPoint(author: batch.author, sequence: batch.first - 1))
        }
        return missing
    }

    /// Takes in a batch that knew of everything: its edits are applied as they are.
    private mutating func takeNext(
        _ batch: TextBatch, _ total: Int, _ moment: Int64
    ) throws(TextError) -> [TextEdit] {
        try batch.check(length: buffer.count)
        let event = graph.count
        for edit in batch.edits {
            log.append(edit)
            switch edit {
            case .insert(var text, let position):
                let count = edit.count
                text.withUTF8 { buffer.insert($0, characters: count, at: position) }
            case .delete(let position, let count, _):
                buffer.remove(count, at: position)
            }
        }
        appendNext(total, at: event, by: batch.author, moment)
        return batch.edits
    }

    /// Takes in a batch that didn't know of everything: walks over what is concurrent.
    private mutating func takeConcurrent(
        _ batch: TextBatch, _ total: Int, _ parents: [Int], _ moment: Int64
    ) throws(TextError) -> [TextEdit] {
        let origin = graph.critical(atMost: parents.last ?? -1)
        let originLength = length(at: origin)
        prepareWalker(behind: origin, originLength)
        steps.removeAll(keepingCapacity: true)
        try walker.walk(walker.end..<graph.count, graph, log, authors, steps: &steps)
        let length = walker.prepare(parents, graph, log)
        try batch.check(length: length)
        let event = graph.count
        for edit in batch.edits { log.append(edit) }
        moments.append(moment, at: event)
        authors.append(total, author: authors.add(batch.author), event: event)
        graph.append(total, parents: parents, length: originLength)
        steps.removeAll(keepingCapacity: true)
        try walker.walk(walker.end..<graph.count, graph, log, authors, steps: &steps)
        let edits = applySteps()
        putInOrder()
        return edits
    }

    /// Numbers the events anew if branches that arrive in turns have cost too much.
    ///
    /// Then what came of each branch lies together, and is taken out and put back as one.
    private mutating func putInOrder() {
        let size = graph.entries.count + log.runs.count
        guard walker.tracker.shifts > 16 * size + 16_384 else { return }
        self = inWalkingOrder()
        walker = Walker()
    }

    /// Makes the walker begin behind a critical event, or before, if it can go on from there.
    private mutating func prepareWalker(behind origin: Int, _ length: Int) {
        let isFar = origin - walker.origin > 8 * (graph.count - origin) + 4_096
        if walker.origin <= origin, origin < walker.end - 1, !isFar { return }
        walker.restart(behind: origin, characters: length)
    }

    /// How many characters the text had at a critical event.
    func length(at critical: Int) -> Int {
        guard let run = graph.criticalRun(of: critical) else { return 0 }
        return run.length - log.growth(in: critical + 1..<run.end)
    }

    /// Applies the steps to the text.
    private mutating func applySteps() -> [TextEdit] {
        var edits: [TextEdit] = []
        edits.reserveCapacity(steps.count)
        for step in steps {
            let (position, count) = (Int(step.position), Int(step.count))
            buffer.apply(step, of: log)
            guard let event = step.insertion else {
                edits.append(.delete(at: position, count: count))
                continue
            }
            edits.append(.insert(log.text(of: event..<event + count), at: position))
        }
        return edits
    }
}

extension TextBuffer {
    /// Applies a step to the text.
    mutating func apply(_ step: ResultStep, of log: OperationLog) {
        let (position, count) = (Int(step.position), Int(step.count))
        guard let event = step.insertion else { return remove(count, at: position) }
        let bytes = log.bytes(of: event..<event + count)
        log.content.withUnsafeBufferPointer {
            insert(UnsafeBufferPointer(rebasing: $0[bytes]), characters: count, at: position)
        }
    }
}

extension TextBatch {
    /// Checks every edit against the text that it is based on.
    fileprivate func check(length: Int) throws(TextError) {
        var length = length
        for edit in edits { length = try edit.length(after: length) }
    }

    /// The bytes that it inserts.
    fileprivate var byteCount: Int {
        edits.reduce(0) { sum, edit in
            if case .insert(let text, _) = edit { sum + text.utf8.count } else { sum }
        }
    }
}

extension OperationLog {
    /// Adds what an edit does.
    mutating func append(_ edit: TextEdit) {
        switch edit {
        case .insert(var text, let position):
            let count = edit.count
            text.withUTF8 { insert($0, characters: count, at: position) }
        case .delete(let position, let count, let backward):
            delete(count, at: position, backward: backward)
        }
    }
}
