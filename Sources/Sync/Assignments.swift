internal import Wire

/// Which peer is being asked for which log of a space: each log from one peer at a time.
public struct Assignments<Peer: Hashable & Sendable>: Sendable {
    private var holders: [UInt64: Peer] = [:]

    /// Nobody is asked for anything.
    public init() {}

    /// The peer that is being asked for a log.
    public func holder(of log: UInt64) -> Peer? { holders[log] }

    /// Distributes what is missing: each log goes to the peer that has most of it, and of several
    /// to the first in the list.
    ///
    /// - Parameter candidates: Peers that may be asked now, the preferred ones first, and what
    ///   each has.
    /// - Returns: What to ask each peer for; peers without a log are left out.
    public mutating func assign(
        _ candidates: [(peer: Peer, missing: [PeerSpace.Missing])]
    ) -> [(peer: Peer, wanted: [PeerSpace.Missing])] {
        var best: [UInt64: (index: Int, through: UInt64)] = [:]
        for (index, candidate) in candidates.enumerated() {
            for missing in candidate.missing where holders[missing.log] == nil {
                guard best[missing.log].map({ $0.through < missing.through }) ?? true else {
                    continue
                }
                best[missing.log] = (index, missing.through)
            }
        }
        return candidates.enumerated().compactMap { index, candidate in
            let wanted = candidate.missing.filter { best[$0.log]?.index == index }
                .prefix(Limits.rangeEntries)
            guard !wanted.isEmpty else { return nil }
            for missing in wanted { holders[missing.log] = candidate.peer }
            return (candidate.peer, Array(wanted))
        }
    }

    /// A peer isn't asked for anything any more.
    public mutating func release(_ peer: Peer) {
        holders = holders.filter { $0.value != peer }
    }
}
