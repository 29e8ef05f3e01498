public import Wire

/// A want of the peer, while this side answers it.
///
/// The shell counts first, so that progress is exact; then runs are loaded one batch at a time, in
/// the order in which they arrived here, and a batch is loaded only when the one before it is sent.
public struct Serving: Sendable {
    /// What the peer lacks: logs of this replica and the first sequence of each.
    public let needs: [(log: LogID, from: UInt64)]

    /// What this side waits for.
    private enum State: Sendable {
        case counting
        case ready
        case loading
        case loaded
    }

    private var state = State.counting
    /// Where the next batch begins.
    public private(set) var cursor: Int64 = 0
    /// Chunks that are loaded and wait for credit.
    private var chunks: [Chunk] = []

    /// Begins to answer.
    public init(needs: [(log: LogID, from: UInt64)]) { self.needs = needs }

    /// Whether the counts are known.
    public var isCounted: Bool {
        guard case .counting = state else { return true }
        return false
    }

    /// Whether the next batch may be loaded.
    public var isReadyToLoad: Bool {
        guard case .ready = state else { return false }
        return chunks.isEmpty
    }

    /// Whether everything was sent.
    public var isFinished: Bool {
        guard case .loaded = state else { return false }
        return chunks.isEmpty
    }

    /// Whether the answer holds commits of a log, so that pushing it would send some twice.
    public func includes(_ log: LogID) -> Bool { needs.contains { $0.log == log } }

    /// The counts are known and sent.
    public mutating func counted() {
        if case .counting = state { state = .ready }
    }

    /// A batch is being loaded.
    public mutating func isLoading() {
        if case .ready = state { state = .loading }
    }

    /// A batch is there.
    public mutating func loaded(_ runs: [Run], cursor: Int64, isFinal: Bool, space: SpaceTag) {
        guard case .loading = state else { return }
        // A cursor that stands still would load the same batch for ever.
        let isLast = isFinal || (runs.isEmpty && cursor <= self.cursor)
        self.cursor = max(self.cursor, cursor)
        state = isLast ? .loaded : .ready
        chunks = Serving.chunks(of: runs, space: space)
        guard isLast else { return }
        if chunks.isEmpty { chunks = [Chunk(space: space, runs: [], isFinal: false)] }
        chunks[chunks.count - 1].isFinal = true
    }

    /// The next chunk, if one is loaded.
    public var next: Chunk? { chunks.first }

    /// The next chunk was sent.
    public mutating func sentNext() {
        if !chunks.isEmpty { chunks.removeFirst() }
    }

    /// Packs runs into as few chunks as their sizes allow.
    public static func chunks(of runs: [Run], space: SpaceTag) -> [Chunk] {
        var chunks: [Chunk] = []
        var size = 0
        for run in runs {
            let bytes = run.approximateBytes
            if chunks.isEmpty || size + bytes > Limits.chunkBytes {
                chunks.append(Chunk(space: space, runs: [run], isFinal: false))
                size = bytes
            } else {
                chunks[chunks.count - 1].runs.append(run)
                size += bytes
            }
        }
        return chunks
    }
}

extension Run {
    /// The size of the encoded run, rounded up.
    public var approximateBytes: Int {
        commits.reduce(128) { sum, commit in
            switch commit.content {
            case .payload(let payload): sum + payload.count + 24
            case .erased: sum + 128
            }
        }
    }

    /// The sequence of the last commit, if the run has commits and their sequences fit.
    public var last: UInt64? {
        guard first >= 1, !commits.isEmpty else { return nil }
        let (end, overflow) = first.addingReportingOverflow(UInt64(commits.count - 1))
        return overflow ? nil : end
    }
}
