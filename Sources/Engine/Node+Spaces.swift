internal import Ledger
internal import Sync
internal import Wire

extension Node {
    // MARK: Spaces and members

    mutating func open(_ space: SpaceID, _ frontier: Frontier) {
        house.spaces[space] = HeldSpace(frontier: frontier)
        for id in conversations.keys.sorted() { conversations[id]?.reviewRights(in: &house) }
    }

    mutating func close(_ space: SpaceID) {
        house.spaces[space] = nil
        for id in conversations.keys.sorted() { conversations[id]?.reviewRights(in: &house) }
    }

    /// Every open session is measured by the new list at once, not at its next handshake.
    mutating func changeMembers(to members: [Member], removed: [DeviceID]) {
        let former = Set(house.members.keys)
        let formerlyOut = house.removed
        house.members = Dictionary(
            members.map { ($0.device, $0) }, uniquingKeysWith: { first, _ in first })
        house.removed.formUnion(removed)
        house.removed.formUnion(former)
        house.removed.subtract(house.members.keys)
        house.removalProofs = [:]
        for device in formerlyOut.subtracting(house.removed).sorted() {
            if let number = contacts.number(of: device) {
                contacts[number]?.encourage(at: house.now)
            }
        }
        for id in conversations.keys.sorted() { conversations[id]?.reviewRights(in: &house) }
    }

    /// Who may not share a space any more is told so at once.
    mutating func changeAudiences(to audiences: [SpaceID: Set<DeviceID>]) {
        house.audiences = audiences
        for id in conversations.keys.sorted() { conversations[id]?.reviewRights(in: &house) }
    }

    mutating func confirm(_ letter: Bytes16, from device: DeviceID) {
        for id in conversations.keys.sorted() where conversations[id]?.device == device {
            conversations[id]?.confirm(letter, in: &house)
        }
    }

    // MARK: What the database says

    mutating func take(_ stored: Stored) {
        var job: (id: ConnectionID, bytes: Int)?
        if let token = stored.token {
            guard case .ingest(let id, let space, let bytes) = house.jobs[token],
                space == stored.space
            else { return }
            house.jobs[token] = nil
            job = (id, bytes)
            finishIngest(token, in: space)
            house.spaces[space]?.failure = nil
        }
        let before = apply(stored)
        if let job {
            if !stored.changes.isEmpty {
                house.note(
                    .received(
                        conversations[job.id]?.device, stored.space, logs: stored.changes.count))
            }
            conversations[job.id]?.guarded(in: &house) { (conversation, house) throws(Violation) in
                try conversation.ingested(
                    stored, bytes: job.bytes, in: stored.space, of: &house)
            }
        }
        push(stored, before: before)
        carryOn(stored, before: before)
    }

    /// Moves the frontier and tells all conversations.
    ///
    /// - Returns: How the logs stood before.
    private mutating func apply(_ stored: Stored) -> [LogID: Entry] {
        var before: [LogID: Entry] = [:]
        for change in stored.changes {
            // No copy of the frontier must live here, or each change copies all of it.
            let head = house.spaces[stored.space]?.frontier[change.log]
            let old = head.map { Entry(log: change.log, head: $0) }
            guard old?.length ?? 0 < change.head.length else { continue }
            let known = old ?? Entry(absent: change.log.prefix)
            before[change.log] = known
            _ = house.spaces[stored.space]?.frontier.set(log: change.log, head: change.head)
            let new = Entry(log: change.log, head: change.head)
            for id in conversations.keys where conversations[id]?.isTelling == false {
                conversations[id]?.shared[stored.space]?.peer
                    .changed(change.log.prefix, from: known, to: new)
            }
        }
        return before
    }

    /// New commits of this node go at once to peers that have everything before them.
    private mutating func push(_ stored: Stored, before: [LogID: Entry]) {
        guard !stored.runs.isEmpty else { return }
        let peers = conversations.keys.sorted().filter {
            conversations[$0]?.takesPushes(of: stored.space, in: house) == true
        }
        let limit = house.isSparse ? house.settings.sessions : house.settings.meshPeers
        for id in peers.prefix(limit) {
            conversations[id]?.push(
                stored.runs, hops: 1, in: stored.space, before: before, of: &house)
        }
    }

    /// What a peer pushed goes on along the tree of the space, now that it is stored and checked.
    private mutating func carryOn(_ stored: Stored, before: [LogID: Entry]) {
        guard let token = stored.token, let pushed = house.pushed.removeValue(forKey: token),
            house.isSparse
        else { return }
        let heads = Dictionary(
            stored.changes.map { ($0.log, $0.head.length) }, uniquingKeysWith: max)
        let runs = pushed.runs.filter { run in
            run.last.map { $0 <= heads[run.log] ?? 0 } ?? false
        }
        guard !runs.isEmpty else { return }
        for id in conversations.keys.sorted() {
            guard conversations[id]?.neighbourTalk.isUnderstood == true,
                conversations[id]?.takesPushes(of: stored.space, in: house) == true
            else { continue }
            conversations[id]?.push(
                runs, hops: pushed.hops.addingClamped(1), in: stored.space, before: before,
                of: &house)
        }
    }

    /// Links that are of no use to the tree of a space any more.
    mutating func cutBranches() {
        let cut = house.cut
        house.cut = []
        for (id, space) in cut { conversations[id]?.prune(space, in: &house) }
    }

    mutating func ingestFailed(_ token: UInt64, _ text: String) {
        guard case .ingest(let id, let space, let bytes) = house.jobs[token] else { return }
        house.jobs[token] = nil
        house.pushed[token] = nil
        finishIngest(token, in: space)
        house.spaces[space]?.failure = text
        let pause = house.now + house.settings.requestPause
        house.spaces[space]?.pausedUntil = pause
        house.note(.storageFailed(space, text))
        conversations[id]?.guarded(in: &house) { (conversation, house) throws(Violation) in
            try conversation.ingested(nil, bytes: bytes, in: space, of: &house)
        }
    }

    private mutating func finishIngest(_ token: UInt64, in space: SpaceID) {
        guard let inFlight = house.spaces[space]?.inFlight else { return }
        house.spaces[space]?.inFlight = inFlight.filter { $0.value.token != token }
    }

    mutating func counted(_ token: UInt64, _ commits: UInt64, _ bytes: UInt64) {
        guard case .count(let id, let space) = house.jobs[token] else { return }
        house.jobs[token] = nil
        conversations[id]?.counted(
            token: token, commits: commits, bytes: bytes, in: space, of: &house)
    }

    mutating func loaded(_ runs: LoadedRuns) {
        guard case .load(let id, let space) = house.jobs[runs.token] else { return }
        house.jobs[runs.token] = nil
        conversations[id]?.loaded(runs, in: space, of: &house)
    }

    mutating func loadFailed(_ token: UInt64, _ text: String) {
        switch house.jobs[token] {
        case .count(let id, let space), .load(let id, let space):
            house.jobs[token] = nil
            house.note(.storageFailed(space, text))
            conversations[id]?.loadFailed(token: token, in: space, of: &house)
        case .ingest, .look, .readFile, nil: break
        }
    }

    // MARK: What is missing

    /// Asks for everything that is missing and isn't being asked for: each log from one peer.
    mutating func askForMissing() {
        for space in house.spaces.keys.sorted() where house.spaces[space]?.pausedUntil == nil {
            var candidates: [(peer: ConnectionID, missing: [PeerSpace.Missing])] = []
            for id in preferredConnections {
                guard let missing = conversations[id]?.missing(in: space, of: house) else {
                    continue
                }
                candidates.append((id, missing))
            }
            guard !candidates.isEmpty, var assignments = house.spaces[space]?.assignments else {
                continue
            }
            let requests = assignments.assign(candidates)
            house.spaces[space]?.assignments = assignments
            for (id, wanted) in requests {
                conversations[id]?.want(wanted, in: space, of: &house)
            }
        }
    }

    /// Connections in the order in which they are asked: the quickest peer first.
    private var preferredConnections: [ConnectionID] {
        conversations.values.filter { $0.stage == .sharing }
            .map { ($0.account.roundTrip ?? .seconds(1), $0.id) }
            .sorted { $0 < $1 }
            .map(\.1)
    }
}
