internal import Sync
internal import Wire

/// One space that this node and a peer have in common, for the length of a session.
struct SharedSpace: Sendable {
    /// Its name in this session.
    let tag: SpaceTag
    /// What the peer has of it.
    var peer = PeerSpace()
    /// What this node asked the peer for.
    var request: Request?
    /// When the request counts as stalled.
    var requestEnd: Instant?
    /// What the peer asked this node for.
    var serving: Serving?
    /// The question to the shell that the serving waits for.
    var servingToken: UInt64?
    /// When logs that the peer didn't give are asked for again.
    var retryAt: Instant?
    /// Why the peer doesn't share the space although it said so.
    var refusal: Reason?
    /// Whether new commits aren't pushed between the two, only announced.
    var isLazy = false
    /// When what was announced and hasn't come is asked for.
    var graftAt: Instant?
    /// Logs of which the peer announced more since the frontiers were compared.
    var announced: Set<UInt64> = []
    /// Forks that were noted.
    var notedForks: Set<UInt64> = []
    /// Whether it was noted that both sides hold the same.
    var isNotedInSync = false

    init(tag: SpaceTag) { self.tag = tag }
}
