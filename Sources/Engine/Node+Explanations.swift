internal import Ledger
internal import Sync
internal import Wire

extension Node {
    /// Explanations that are listed at most.
    static let explanationLimit = 10_000

    /// Everything that isn't in sync as far as this node knows, each with one cause.
    public func explain(at now: Instant) -> [Explanation] {
        var explanations: [Explanation] = []
        for space in house.spaces.keys.sorted() {
            explanations += missing(in: space)
            explanations += waitingForPeers(in: space)
        }
        explanations += offline()
        return Array(explanations.prefix(Node.explanationLimit))
    }

    // MARK: What this node lacks

    /// Each log that somebody connected has more of, explained by the peer that is closest to
    /// giving it.
    private func missing(in space: SpaceID) -> [Explanation] {
        guard let held = house.spaces[space] else { return [] }
        var best: [UInt64: (rank: Int, explanation: Explanation)] = [:]
        for id in conversations.keys.sorted() {
            guard let conversation = conversations[id], !conversation.isTelling,
                let state = conversation.shared[space]
            else { continue }
            for entry in state.peer.remote.values {
                let own = held.frontier.entry(of: entry.log)
                guard let cause = cause(of: entry, own, held, state, conversation) else { continue }
                let explanation = Explanation(
                    space: space, log: entry.log, device: conversation.device, direction: .toUs,
                    commits: entry.length > own.length ? entry.length - own.length : 0,
                    cause: cause)
                let rank = Node.rank(cause)
                guard best[entry.log].map({ rank < $0.rank }) ?? true else { continue }
                best[entry.log] = (rank, explanation)
            }
            if let whole = wholeSpace(space, state, conversation) {
                best[.max] = (0, whole)
            }
        }
        return best.keys.sorted().compactMap { best[$0]?.explanation }
    }

    /// Why a log that a peer has more of, or otherwise, isn't here; `nil` if nothing is missing.
    private func cause(
        of entry: Entry, _ own: Entry, _ held: HeldSpace, _ state: SharedSpace,
        _ conversation: Conversation
    ) -> Explanation.Cause? {
        let refusal = state.peer.refusals[entry.log]
        if refusal == .contradiction { return .fork }
        if entry.length == own.length, entry.length > 0 { return .fork }
        guard entry.length > own.length else { return nil }
        if let failure = held.failure { return .storageFailed(failure) }
        if let refusal { return Node.cause(refusal) }
        if let request = state.request, request.targets[entry.log] != nil {
            return .transferring(
                received: request.received, expected: request.announced?.commits ?? 0)
        }
        guard conversation.isWorkplaceAtRest(in: house) else { return .waitingForWorkplace }
        return .queued
    }

    private static func cause(_ refusal: PeerSpace.Refusal) -> Explanation.Cause {
        switch refusal {
        case .withheld(.cut): .cut
        case .withheld(.quota): .quota
        case .withheld(.notPermitted), .withheld(.notAMember): .notPermitted
        case .withheld(.waitingForDependency): .waitingForDependency
        case .withheld(.versionTooNew): .versionTooNew
        case .withheld(.undecodable): .undecodable
        case .withheld(.unavailable), .undelivered: .noPeerHasIt
        case .withheld(let reason): .withheld(reason)
        case .stalled: .queued
        case .rejected: .waitingForDependency
        case .contradiction: .fork
        }
    }

    /// Of several peers the one that gives the log explains it, not one that doesn't.
    private static func rank(_ cause: Explanation.Cause) -> Int {
        switch cause {
        case .fork: 0
        case .transferring: 1
        case .queued, .waitingForWorkplace, .comparing: 2
        case .storageFailed: 3
        default: 4
        }
    }

    private func wholeSpace(
        _ space: SpaceID, _ state: SharedSpace, _ conversation: Conversation
    ) -> Explanation? {
        let cause: Explanation.Cause
        if let refusal = state.refusal {
            cause = refusal == .notPermitted ? .notPermitted : .withheld(refusal)
        } else if !state.peer.isSettled {
            let isWaiting =
                space != house.identity.workplace && !conversation.isWorkplaceAtRest(in: house)
            cause = isWaiting ? .waitingForWorkplace : .comparing
        } else {
            return nil
        }
        return Explanation(
            space: space, log: nil, device: conversation.device, direction: .toUs, commits: 0,
            cause: cause)
    }

    // MARK: What peers lack

    private func waitingForPeers(in space: SpaceID) -> [Explanation] {
        guard let frontier = house.spaces[space]?.frontier else { return [] }
        var explanations: [Explanation] = []
        for id in conversations.keys.sorted() {
            guard let conversation = conversations[id], !conversation.isTelling,
                let state = conversation.shared[space]
            else { continue }
            for entry in state.peer.remote.values.sorted(by: { $0.log < $1.log }) {
                let own = frontier.entry(of: entry.log).length
                guard own > entry.length else { continue }
                let isServed = state.serving.map { serving in
                    serving.needs.contains { $0.log.prefix == entry.log }
                }
                let cause: Explanation.Cause =
                    isServed == true
                    ? .transferring(received: 0, expected: own - entry.length)
                    : state.peer.sent[entry.log] != nil ? .awaitingAcknowledgement : .queued
                explanations.append(
                    Explanation(
                        space: space, log: entry.log, device: conversation.device,
                        direction: .toPeer, commits: own - entry.length, cause: cause))
            }
        }
        return explanations
    }

    /// Peers that were out of step when they left, or that speak another version.
    private func offline() -> [Explanation] {
        contacts.numbers.flatMap { number -> [Explanation] in
            guard let contact = contacts[number], contact.connection == nil,
                let device = contact.device
            else { return [] }
            let record = contact.record
            switch record.lastEnding {
            case .farewell(.noCommonVersion, _), .dismissed(.noCommonVersion):
                return [
                    Explanation(
                        space: nil, log: nil, device: device, direction: .toUs, commits: 0,
                        cause: .versionTooNew)
                ]
            default: break
            }
            return record.spaces.flatMap { space in
                [(Explanation.Direction.toUs, space.weLack), (.toPeer, space.theyLack)]
                    .filter { $0.1 > 0 }
                    .map { direction, commits in
                        Explanation(
                            space: space.space, log: nil, device: device, direction: direction,
                            commits: commits, cause: .peerOffline)
                    }
            }
        }
    }
}
