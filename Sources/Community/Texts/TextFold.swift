internal import Keys
internal import Merge
internal import Wire

/// Brings the batches of one text together, the same wherever the same batches are.
///
/// Whatever is based on something that doesn't count, or isn't here, waits for it.
struct TextFold {
    /// A batch that follows those before it of its author.
    struct Line {
        let piece: TextPiece
        let batch: TextBatch
        /// The number of the event behind its last.
        var end: Int { batch.first + batch.count }
        /// The last event.
        var last: TextPoint { TextPoint(author: batch.author, sequence: end - 1) }
    }

    /// What a log wrote without beginning anew.
    private struct Stretch {
        var lines: [Line] = []
        /// Whether there is more of it, which doesn't count, isn't in order, or waits.
        var goesOn = false
    }

    /// The text.
    private(set) var document = TextDocument()
    /// What is in it, each behind everything that it is based on.
    private(set) var taken: [Line] = []
    /// Batches that count and aren't in it, because something that they are based on isn't here.
    private(set) var waiting: [Line] = []
    private var stretches: [TextAuthor: Stretch] = [:]
    /// The last generation of each log.
    private var generations: [LogID: UInt64] = [:]

    /// Brings batches together.
    ///
    /// - Parameter rule: The field that they are about.
    init(_ pieces: [TextPiece], rule: FieldRule) {
        for (author, pieces) in Dictionary(grouping: pieces, by: \.author) {
            guard let author, let piece = pieces.first else { continue }
            let ordered = pieces.sorted { ($0.sequence, $0.index) < ($1.sequence, $1.index) }
            read(ordered, by: author, rule)
            generations[piece.log] = max(generations[piece.log] ?? 0, piece.generation)
        }
        merge()
    }

    /// The author as whom a log goes on, and in which generation: anew if what it wrote last isn't
    /// all in the text.
    func pen(of log: LogID) -> (author: TextAuthor, generation: UInt64)? {
        let last = generations[log] ?? 0
        guard let author = TextAuthor(log, last) else { return nil }
        if stretches[author]?.goesOn != true { return (author, last) }
        return TextAuthor(log, last + 1).map { ($0, last + 1) }
    }

    /// Reads what an author wrote up to the first batch that isn't in order.
    private mutating func read(
        _ pieces: [TextPiece], by author: TextAuthor, _ rule: FieldRule
    ) {
        var stretch = Stretch()
        var next = 0
        for piece in pieces {
            guard let batch = try? TextBatch.decode(piece.bytes, author: author),
                batch.first == next, rule.permits(batch)
            else {
                stretch.goesOn = true
                break
            }
            let line = Line(piece: piece, batch: batch)
            next = line.end
            stretch.goesOn = stretch.goesOn || !piece.counts
            if !stretch.goesOn {
                stretch.lines.append(line)
            } else if piece.counts {
                waiting.append(line)
            }
        }
        stretches[author] = stretch
    }

    // MARK: Merging

    /// Merges author by author, and goes back to one when what they waited for is here.
    private mutating func merge() {
        var next: [TextAuthor: Int] = [:]
        var waiters: [TextAuthor: Set<TextAuthor>] = [:]
        var ready = stretches.keys.sorted(by: >)
        while let author = ready.popLast() {
            let lines = stretches[author]?.lines ?? []
            while let line = lines.dropFirst(next[author, default: 0]).first {
                // What is refused here is refused everywhere, and nothing behind it is taken.
                guard
                    let outcome = try? document.merge(line.batch, moment: line.piece.wallClock)
                else { break }
                if case .waiting(let points) = outcome {
                    if let other = points.first?.author {
                        waiters[other, default: []].insert(author)
                    }
                    break
                }
                taken.append(line)
                next[author, default: 0] += 1
                ready += (waiters.removeValue(forKey: author) ?? []).sorted(by: >)
            }
        }
        for (author, stretch) in stretches {
            let rest = stretch.lines.dropFirst(next[author, default: 0])
            guard !rest.isEmpty else { continue }
            waiting += rest
            stretches[author]?.goesOn = true
        }
        waiting.sort { $0.piece.id < $1.piece.id }
    }
}

extension TextPiece {
    /// The author under whose name the text has it.
    fileprivate var author: TextAuthor? { TextAuthor(log, generation) }
}

extension TextAuthor {
    /// The name of a log in a text, in one of its generations (chapter 18, section 2).
    init?(_ log: LogID, _ generation: UInt64) {
        guard generation > 0 else {
            self.init(log.bytes)
            return
        }
        let name = Hash.digest(.textAuthor, [log.bytes, Bytes8(word: generation).bytes])
        self.init(name.bytes)
    }
}

extension FieldRule {
    /// The first character of a text that may not stand in the field.
    func forbidden(in text: String) -> UInt32? {
        TextSurvey(text, manyLines: true).forbidden
    }

    /// Whether everything that a batch inserts may stand in the field.
    fileprivate func permits(_ batch: TextBatch) -> Bool {
        batch.edits.allSatisfy { edit in
            guard case .insert(let text, _) = edit else { return true }
            return forbidden(in: text) == nil
        }
    }
}
