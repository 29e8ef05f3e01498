internal import Community
internal import Ledger
internal import Wire

/// A commit of the log on its way into the view.
struct ArrivedCommit: Sendable {
    /// Why a commit is not applied.
    enum Reason: Int64, Sendable {
        /// The key of its epoch is not known yet.
        case noKey = 1
        /// The first commit of its log can't be read, so nobody knows who writes it.
        case noBinding = 2
        /// It breaks a rule; it will never be applied.
        case refused = 3
    }

    /// What is known of the content.
    enum Content: Sendable {
        case opened(OpenedCommit, [Change])
        case closed(Reason)
    }

    let arrival: Int64
    let space: Int64
    let spaceID: SpaceID
    let kind: SpaceFounding.Kind
    let log: Int64
    let logID: LogID
    let bytes: Int
    let content: Content

    /// Holds an opened commit to the schema.
    init(
        _ content: Result<OpenedCommit, Locked>, arrival: Int64, log: (number: Int64, id: LogID),
        space: LogState.Space, bytes: Int
    ) {
        self.arrival = arrival
        self.space = space.number
        spaceID = space.id
        kind = space.kind
        self.log = log.number
        logID = log.id
        self.bytes = bytes
        self.content =
            switch content {
            case .success(let commit): .opened(commit, Change.all(of: commit, in: space.home))
            case .failure(.unknownEpoch): .closed(.noKey)
            case .failure: .closed(.refused)
            }
    }

    /// The content, if it could be read.
    var opened: OpenedCommit? {
        if case .opened(let commit, _) = content { commit } else { nil }
    }

    /// Who writes the log, if this is its first commit; the opener has checked the binding.
    var writer: Writer? {
        opened?.binding.map { Writer(person: $0.person, device: $0.device, role: $0.role) }
    }

    /// Whether it may be applied later although it can't be now.
    func waits(for log: LogState.Log) -> Bool {
        switch content {
        case .opened: log.writer == nil
        case .closed(let reason): reason == .noKey
        }
    }
}
