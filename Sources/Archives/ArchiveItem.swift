/// What the next step of reading an archive yields.
public enum ArchiveItem: Equatable, Sendable {
    /// A post.
    case post(ArchivedPost)
    /// Something that did not become a post.
    case skipped(Skip)
    /// Nothing yet; a chance to draw the progress or to stop.
    case working
}

/// What was read so far, for the line at the end of an import.
public struct ArchiveSummary: Equatable, Sendable {
    /// Posts that open a thread.
    public var questions = 0
    /// Posts in a thread.
    public var answers = 0
    /// Posts whose body was cut.
    public var truncated = 0
    /// Posts without a believable date.
    public var undated = 0
    /// How much was skipped for which reason.
    public var skipped: [Skip.Reason: Int] = [:]

    /// Nothing read yet.
    public init() {}

    /// The skips with their reasons, in the order of ``Skip/Reason``.
    public var skippedInOrder: [(reason: Skip.Reason, count: Int)] {
        Skip.Reason.allCases.compactMap { reason in
            skipped[reason].map { (reason, $0) }
        }
    }

    mutating func count(_ item: ArchiveItem) {
        switch item {
        case .working: break
        case .skipped(let skip): skipped[skip.reason, default: 0] += 1
        case .post(let post):
            if post.kind == .question { questions += 1 } else { answers += 1 }
            if post.cutCharacters > 0 { truncated += 1 }
            if post.milliseconds == nil { undated += 1 }
        }
    }
}
