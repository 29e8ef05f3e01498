internal import Ledger
internal import Sync
internal import Wire

// MARK: This node asks

extension Conversation {
    /// What this peer can be asked for now in a space; `nil` if it can't be asked.
    func missing(in space: SpaceID, of house: House) -> [PeerSpace.Missing]? {
        guard stage == .sharing, !isTelling, let state = shared[space], state.request == nil,
            state.refusal == nil, let frontier = house.spaces[space]?.frontier,
            state.graftAt == nil,
            space == house.identity.workplace || isWorkplaceAtRest(in: house)
        else { return nil }
        // What is being stored already isn't asked for again.
        let inFlight = house.spaces[space]?.inFlight ?? [:]
        let missing = state.peer.missing(frontier).compactMap { missing -> PeerSpace.Missing? in
            var rest = missing
            rest.from = max(missing.from, (inFlight[missing.log]?.through ?? 0).addingClamped(1))
            return rest.from <= rest.through ? rest : nil
        }
        return missing.isEmpty ? nil : missing
    }

    /// Asks for commits.
    mutating func want(_ missing: [PeerSpace.Missing], in space: SpaceID, of house: inout House) {
        graft(missing, in: space, of: &house)
        shared[space]?.request = Request(missing)
        shared[space]?.requestEnd = house.now + house.settings.requestTimeout
        let needs = missing.map { Need(log: $0.log, from: $0.from) }
        send(.want(space: tag(of: space), needs), in: &house)
    }

    mutating func receive(
        serving commits: UInt64, _ bytes: UInt64, of tag: SpaceTag, in house: inout House
    ) throws(Violation) {
        guard let space = space(tag) else { return try refuse(tag, in: &house) }
        guard shared[space]?.request != nil else { throw .sync(.answerWithoutWant) }
        try syncing { (conversation) throws(SyncError) in
            try conversation.shared[space]?.request?.receive(commits: commits, bytes: bytes)
        }
        if let device, commits > 0 {
            house.note(.receiving(device, space, commits: commits, bytes: bytes))
        }
    }

    /// Commits: the answer to a want, or new ones that the peer pushes.
    mutating func receive(
        _ chunk: Chunk, bytes: Int, in house: inout House
    ) throws(Violation) {
        try syncing { (conversation) throws(SyncError) in
            try conversation.receiveWindow.receive(bytes)
        }
        guard !isTelling else {
            settle(bytes, in: &house)
            return try strike(in: house)
        }
        guard let space = space(chunk.space), house.spaces[space] != nil else {
            settle(bytes, in: &house)
            return try refuse(chunk.space, in: &house)
        }
        let commits = chunk.runs.reduce(UInt64(0)) { $0 + UInt64($1.commits.count) }
        account.commitsReceived += commits
        let isLive = isLive(chunk, in: space, of: house)
        let fresh = try freshRuns(of: chunk, in: space, of: &house)
        try learn(from: chunk.runs, in: space, of: house)
        if chunk.isFinal, shared[space]?.request == nil { throw .sync(.answerWithoutWant) }
        try syncing { (conversation) throws(SyncError) in
            try conversation.shared[space]?.request?.receive(
                commits: commits, isFinal: chunk.isFinal, isStoring: !fresh.isEmpty)
        }
        if shared[space]?.request != nil {
            shared[space]?.requestEnd = house.now + house.settings.requestTimeout
        }
        if fresh.isEmpty {
            settle(bytes, in: &house)
        } else {
            let token = house.ask(.ingest(id, space, bytes: bytes))
            for run in fresh {
                house.spaces[space]?.inFlight[run.log.prefix] = HeldSpace.InFlight(
                    log: run.log, through: run.last ?? 0, token: token)
            }
            house.effects.append(.ingest(token: token, from: id, space: space, runs: fresh))
            if isLive { carryOn(fresh, hops: chunk.hops, token: token, in: space, of: &house) }
        }
        try finishRequest(in: space, of: &house)
    }

    /// The runs of a chunk that continue what this node has or is storing.
    private mutating func freshRuns(
        of chunk: Chunk, in space: SpaceID, of house: inout House
    ) throws(Violation) -> [Run] {
        guard let held = house.spaces[space] else { return [] }
        var fresh: [Run] = []
        var reach: [LogID: UInt64] = [:]
        for run in chunk.runs {
            guard let last = run.last else { throw .sync(.malformedRun) }
            let known = reach[run.log] ?? held.reach(of: run.log)
            let other = held.log(of: run.log.prefix)
            // Two logs with one prefix can't be told apart in a session; the first one stays.
            guard other == nil || other == run.log, last > known, run.first <= known + 1 else {
                let isDuplicate = other == run.log && last <= known
                if isDuplicate, chunk.hops > 0, neighbourTalk.isUnderstood {
                    try duplicate(run.log.prefix, hops: chunk.hops, in: space, of: &house)
                } else {
                    try strike(in: house)
                }
                continue
            }
            reach[run.log] = last
            fresh.append(run.dropping(through: known))
        }
        return fresh
    }

    /// Whoever sends a run has it, whether or not it is of use here.
    private mutating func learn(
        from runs: [Run], in space: SpaceID, of house: House
    ) throws(Violation) {
        guard let frontier = house.spaces[space]?.frontier else { return }
        for run in runs {
            let entry = Entry(log: run.log.prefix, atLeast: run.last ?? 0)
            try syncing { (conversation) throws(SyncError) in
                try conversation.shared[space]?.peer.learned(entry, frontier: frontier)
            }
        }
    }

    /// Something of this peer was stored or refused; `nil` if this computer failed.
    mutating func ingested(
        _ stored: Stored?, bytes: Int, in space: SpaceID, of house: inout House
    ) throws(Violation) {
        settle(bytes, in: &house)
        shared[space]?.request?.stored()
        if stored?.changes.isEmpty == false { strikes = 0 }
        for refusal in stored?.refusals ?? [] {
            try refused(refusal, in: space, of: &house)
        }
        try finishRequest(in: space, of: &house)
    }

    private mutating func refused(
        _ refusal: Stored.Refusal, in space: SpaceID, of house: inout House
    ) throws(Violation) {
        house.note(.refused(device, space, refusal.log, refusal.cause))
        let log = refusal.log.prefix
        switch refusal.cause {
        case .forged: throw .forgedRun(refusal.log)
        case .contradiction, .fork: shared[space]?.peer.refuse(log, .contradiction)
        case .gap: shared[space]?.peer.refuse(log, .rejected)
        case .cut: shared[space]?.peer.refuse(log, .withheld(.cut))
        case .quota: shared[space]?.peer.refuse(log, .withheld(.quota))
        case .notPermitted: shared[space]?.peer.refuse(log, .withheld(.notPermitted))
        case .dependencyMissing:
            shared[space]?.peer.refuse(log, .withheld(.waitingForDependency))
        }
        retryLater(space, in: house)
        try strike(in: house)
    }

    /// Closes the account of a want that is answered and stored.
    private mutating func finishRequest(
        in space: SpaceID, of house: inout House
    ) throws(Violation) {
        guard let request = shared[space]?.request, request.isFinished,
            let held = house.spaces[space]
        else { return }
        shared[space]?.request = nil
        shared[space]?.requestEnd = nil
        house.spaces[space]?.assignments.release(id)
        guard held.failure == nil else { return }
        var undelivered = 0
        for (log, through) in request.targets
        where held.frontier.entry(of: log).length < through {
            guard shared[space]?.peer.refusals[log] == nil else { continue }
            shared[space]?.peer.refuse(log, .undelivered)
            undelivered += 1
        }
        guard undelivered > 0 else { return }
        retryLater(space, in: house)
        if let device { house.note(.withheld(device, space, logs: undelivered, .unavailable)) }
        // Whoever announces what it doesn't give is a waste of time.
        try strike(in: house)
    }

    private mutating func retryLater(_ space: SpaceID, in house: House) {
        guard shared[space]?.retryAt == nil else { return }
        shared[space]?.retryAt = house.now + house.settings.requestPause
    }

    mutating func receive(
        withheld logs: [UInt64], _ reason: Reason, of tag: SpaceTag, in house: inout House
    ) {
        guard let space = space(tag), let device else { return }
        house.note(.withheld(device, space, logs: logs.count, reason))
        if logs.isEmpty {
            shared[space] = SharedSpace(tag: tag)
            shared[space]?.refusal = reason
            house.spaces[space]?.assignments.release(id)
        } else {
            for log in logs where shared[space]?.request?.targets[log] != nil {
                shared[space]?.peer.refuse(log, .withheld(reason))
            }
            retryLater(space, in: house)
        }
    }

    /// A chunk was dealt with: the peer may send as much anew.
    private mutating func settle(_ bytes: Int, in house: inout House) {
        if let credit = receiveWindow.settle(bytes) { send(.credit(bytes: credit), in: &house) }
    }
}

// MARK: This node gives

extension Conversation {
    mutating func receive(
        want needs: [Need], of tag: SpaceTag, in house: inout House
    ) throws(Violation) {
        guard let space = space(tag), let frontier = frontier(of: space, in: house) else {
            return try refuse(tag, in: &house)
        }
        guard shared[space]?.serving == nil else { throw .sync(.wantWhileServing) }
        var logs: [(log: LogID, from: UInt64)] = []
        var unknown: [UInt64] = []
        var seen: Set<UInt64> = []
        for need in needs {
            guard need.from >= 1, seen.insert(need.log).inserted else {
                throw .sync(.malformedWant(log: need.log))
            }
            if let log = frontier.resolve(need.log) {
                logs.append((log, need.from))
            } else {
                unknown.append(need.log)
            }
        }
        if !unknown.isEmpty {
            send(.withheld(space: tag, logs: unknown, .unavailable), in: &house)
        }
        shared[space]?.serving = Serving(needs: logs)
        let token = house.ask(.count(id, space))
        shared[space]?.servingToken = token
        house.effects.append(
            .count(token: token, space: space, needs: limited(logs)))
    }

    mutating func counted(
        token: UInt64, commits: UInt64, bytes: UInt64, in space: SpaceID, of house: inout House
    ) {
        guard shared[space]?.servingToken == token else { return }
        shared[space]?.servingToken = nil
        shared[space]?.serving?.counted()
        send(.serving(space: tag(of: space), commits: commits, bytes: bytes), in: &house)
        pump(in: &house)
    }

    mutating func loaded(_ loaded: LoadedRuns, in space: SpaceID, of house: inout House) {
        guard shared[space]?.servingToken == loaded.token else { return }
        let tag = tag(of: space)
        shared[space]?.servingToken = nil
        shared[space]?.serving?.loaded(
            loaded.runs, cursor: loaded.cursor, isFinal: loaded.isFinal, space: tag)
        pump(in: &house)
    }

    /// This computer couldn't read what the peer wants: it is told, and the want is answered.
    mutating func loadFailed(token: UInt64, in space: SpaceID, of house: inout House) {
        guard shared[space]?.servingToken == token, let serving = shared[space]?.serving else {
            return
        }
        shared[space]?.servingToken = nil
        shared[space]?.serving = nil
        let tag = tag(of: space)
        send(
            .withheld(space: tag, logs: serving.needs.map(\.log.prefix), .unavailable), in: &house)
        if !serving.isCounted { send(.serving(space: tag, commits: 0, bytes: 0), in: &house) }
        sendChunk(Chunk(space: tag, runs: [], isFinal: true), in: space, of: &house)
    }

    mutating func receive(credit bytes: UInt64, in house: inout House) throws(Violation) {
        try syncing { (conversation) throws(SyncError) in
            try conversation.sendWindow.grant(bytes)
        }
        pump(in: &house)
    }

    /// What the peer may be given of what it wants.
    private func limited(_ needs: [(log: LogID, from: UInt64)]) -> [LogNeed] {
        needs.map { need in
            LogNeed(
                log: need.log, from: need.from,
                through: told.map { $0[need.log]?.length ?? 0 })
        }
    }

    /// Sends chunks as far as the peer's credit goes, and loads the next ones when they can go.
    mutating func pump(in house: inout House) {
        guard stage == .sharing else { return }
        let workplace = house.identity.workplace
        let order = shared.keys.sorted {
            ($0 != workplace ? 1 : 0, $0) < ($1 != workplace ? 1 : 0, $1)
        }
        for space in order {
            while let chunk = shared[space]?.serving?.next {
                guard sendChunk(chunk, in: space, of: &house) else { return }
                shared[space]?.serving?.sentNext()
            }
            guard let serving = shared[space]?.serving else { continue }
            if serving.isFinished {
                shared[space]?.serving = nil
            } else if serving.isReadyToLoad, sendWindow.available > UInt64(Limits.chunkBytes) {
                let token = house.ask(.load(id, space))
                shared[space]?.servingToken = token
                shared[space]?.serving?.isLoading()
                house.effects.append(
                    .load(
                        token: token, for: id, space: space,
                        needs: limited(serving.needs),
                        after: serving.cursor, maximumBytes: Limits.chunkBytes))
            }
        }
    }

    /// Sends a chunk if the credit allows it.
    @discardableResult
    private mutating func sendChunk(
        _ chunk: Chunk, in space: SpaceID, of house: inout House
    ) -> Bool {
        let message = SessionMessage.chunk(chunk).encoded()
        guard sendWindow.allows(message.count), let frontier = frontier(of: space, in: house) else {
            return false
        }
        sendWindow.spend(message.count)
        send(encoded: message, in: &house)
        for run in chunk.runs {
            account.commitsSent += UInt64(run.commits.count)
            guard let last = run.last else { continue }
            shared[space]?.peer.isSending(run.log.prefix, upTo: last, frontier: frontier)
        }
        return true
    }

    /// Sends new commits of this node at once, if the peer has everything before them.
    ///
    /// - Parameter before: How the logs stood here before the runs.
    mutating func push(
        _ runs: [Run], hops: UInt32, in space: SpaceID, before: [LogID: Entry],
        of house: inout House
    ) {
        guard stage == .sharing, !isTelling, let state = shared[space], state.refusal == nil,
            let frontier = house.spaces[space]?.frontier
        else { return }
        var reach: [LogID: UInt64] = [:]
        for run in runs {
            guard let old = before[run.log], let last = run.last,
                state.serving.map({ !$0.includes(run.log) }) ?? true,
                run.first == (reach[run.log] ?? old.length) + 1,
                state.peer.isUpToDate(with: old, frontier: frontier)
            else { return }
            reach[run.log] = last
        }
        let chunks = Serving.chunks(of: runs, space: state.tag)
        guard chunks.count == 1, var chunk = chunks.first else { return }
        chunk.hops = neighbourTalk.isUnderstood ? hops : 0
        sendChunk(chunk, in: space, of: &house)
    }
}

extension Run {
    /// The run without the commits up to a sequence that the receiver has already.
    func dropping(through known: UInt64) -> Run {
        guard first <= known else { return self }
        let count = Int(clamping: known - first + 1)
        return Run(
            log: log, first: known + 1, commits: Array(commits.dropFirst(count)),
            signature: signature)
    }
}
