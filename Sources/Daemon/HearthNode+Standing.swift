internal import Community
internal import Engine
internal import Keys
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// What follows for this node when people and devices come and go.
extension HearthNode {
    /// How this node's device stands in its own fold.
    enum OwnStanding: Equatable, Sendable {
        /// Nothing speaks against writing; a newcomer's fold may not know it yet.
        case fine
        /// A device of the same person, or two colleagues, put this one out.
        case deviceRevoked
        /// The person has left.
        case departed
    }

    /// How this node's device stands in its own fold.
    func standing(_ member: Membership) -> OwnStanding {
        guard let person = member.directory.person(member.person) else { return .fine }
        if person.hasLeft { return .departed }
        let own = person.membership.devices.first { $0.card.device == member.device }
        return own.map { $0.isIn ? .fine : .deviceRevoked } ?? .fine
    }

    /// Why nothing can be written here any more, and what to do; `nil` if it can.
    func closure(_ member: Membership) -> ServiceError? {
        let workplace = workplaceName(member).name
        switch standing(member) {
        case .fine: return nil
        case .deviceRevoked where CallerSession.token != nil:
            return ServiceError(
                .noSuchRight, "The key that this terminal keeps for you was put out.",
                hint: "Ask two colleagues, or use a computer of yours: hearth kiosk offer NAME")
        case .deviceRevoked:
            return ServiceError(
                .noSuchRight,
                "This computer was revoked: nothing can be written here any more.",
                hint: "Set it up anew as another computer of yours: `hearth device add` on one "
                    + "that still belongs, or ask two colleagues for `hearth recover`.")
        case .departed:
            return ServiceError(
                .noSuchRight,
                "You have left \(workplace): what is here can be read, nothing can be written.",
                hint: "If that is wrong, a colleague runs `hearth readmit NAME`.")
        }
    }

    /// Refuses what would write where nothing can be written any more.
    func refuseIfClosed(_ member: Membership) throws(ServiceError) {
        if let closure = closure(member) { throw closure }
    }

    // MARK: After a change of the directory

    /// Tells what was decided, and does what it means for this node.
    func followDecisions(since former: Directory) async throws {
        guard let member = membership else { return }
        let known = former.membership.steps
        for step in member.directory.membership.steps where !known.contains(step) {
            tell(.space, Sentence("\(sentence(step)).", context: "a whole sentence"))
            audit(.membershipChanged(step: step.kind.name, step.person))
        }
        let isNew = !hasFollowed
        hasFollowed = true
        let endsDiffer = former.verdicts.endsDiffer(from: member.directory.verdicts)
        let hasMoved = standing(member) != toldStanding
        await tellStanding(member)
        if endsDiffer || hasMoved { try renewLogs() }
        if endsDiffer || isNew { keepEnds(member) }
        confirmErasuresLater()
        endSessionsOfThoseOut(member)
        // What members say is not for a terminal to say.
        guard !isKiosk else { return }
        try await speakWithSheet()
        endLogsLater()
        followNoticesLater()
    }

    /// Says once that this node is out, and removes its keys if its owner wants that.
    private func tellStanding(_ member: Membership) async {
        let now = standing(member)
        guard now != toldStanding else { return }
        toldStanding = now
        guard let closure = closure(member) else {
            tell(
                .warning, Sentence("This computer belongs to \(workplaceName(member).name) again."))
            return
        }
        tell(.warning, Sentence(verbatim: closure.message))
        logger.warning("this node is out", metadata: ["reason": "\(closure.message)"])
        wipeIfOut(member)
        if isWiped { await tellEngine(member) }
        losses.yield()
    }

    /// Removes the keys of a node that is out, if its owner wants that; also at a start, should the
    /// node have ended before it came to that.
    func wipeIfOut(_ member: Membership) {
        guard configuration.wipesWhenRevoked, standing(member) != .fine, !isWiped else { return }
        do {
            try keys.wipe()
            isWiped = true
            tell(
                .warning, Sentence("The keys were removed from this computer, as hearth.toml says.")
            )
            logger.warning("the keys were removed")
        } catch {
            logger.error("the keys could not be removed", metadata: ["error": "\(error)"])
        }
    }

    /// Tells the engine who is in and who is out.
    ///
    /// A node that is out itself goes on to ask whether it was let in again. One whose keys were
    /// removed has nobody left to talk to.
    func tellEngine(_ member: Membership) async {
        let members = member.directory.members
        let removed = member.directory.membership.removedDevices
        await member.loop.handle(.standingChanged(isOut: standing(member) != .fine))
        await member.loop.handle(
            isWiped
                ? .membersChanged([], removed: removed.union(members.map(\.device)).sorted())
                : .membersChanged(
                    members.map { Member(device: $0.device, person: $0.person, name: $0.name) },
                    removed: removed.sorted()))
    }

    /// A log that has an end is never written to again: this device goes on in a new one.
    private func renewLogs() throws {
        guard let member = membership, let own, standing(member) == .fine, !isWiped else { return }
        let device = try SigningKey(seed: own.signingSeed)
        for space in member.openSpaces.sorted() {
            guard var secrets = try keys.keys(of: space), try hasEnded(secrets, in: space) else {
                continue
            }
            secrets.logSeed = try freshLogSeed(of: space, device: device)
            try keys.save(secrets, of: space)
            try takePen(secrets, in: space, device: device, person: member.person)
        }
    }

    /// Whether the log that this device writes in a space has an end.
    func hasEnded(_ secrets: SpaceKeys, in space: SpaceID) throws -> Bool {
        let log = LogID(raw: try SigningKey(seed: secrets.logSeed).publicKey)
        return store.directory?.verdicts.end(of: log, in: space) != nil
    }

    /// Makes a log the one that this device writes in a space.
    func takePen(
        _ secrets: SpaceKeys, in space: SpaceID, device: SigningKey, person: PersonID
    ) throws {
        let log = try SigningKey(seed: secrets.logSeed)
        try store.setWriter(
            key: log,
            binding: LogBinding.make(
                space: space, log: LogID(raw: log.publicKey), person: person, device: device,
                role: ownRole),
            for: space)
    }

    // MARK: Ends of logs in communities

    /// Keeps how far the logs of removed devices reach in the communities of this node, at the moment
    /// at which it learns of the removal: what comes later must not count.
    private func keepEnds(_ member: Membership) {
        let decided = member.directory.membership
        for space in member.openSpaces where space != member.workplace.space {
            var kept = endsKept[space] ?? [:]
            for end in store.logEndsOfRemoved(in: space, of: decided) where kept[end.log] == nil {
                kept[end.log] = end.length
            }
            endsKept[space] = kept
        }
    }

    /// What this node would say of a community's logs: nothing where a member has named an end.
    private func endsToName(in space: SpaceID, _ member: Membership) -> [LogEnd] {
        guard let kept = endsKept[space] else { return [] }
        let verdicts = member.directory.verdicts
        return store.logEndsOfRemoved(in: space, of: verdicts.membership)
            .filter { verdicts.end(of: $0.log, in: space) == nil }
            .map { LogEnd(log: $0.log, length: kept[$0.log] ?? 0) }
    }

    /// Says in every community of this node where the logs of removed devices end.
    ///
    /// The node on which the removal was decided does so at once.
    func endLogs() async {
        guard let member = membership, standing(member) == .fine else { return }
        for space in member.openSpaces.sorted() where space != member.workplace.space {
            let ends = endsToName(in: space, member)
            guard !ends.isEmpty else { continue }
            do {
                try await write([[.statement(.logsEnded(ends))]], to: space)
            } catch {
                logger.error(
                    "logs could not be ended", metadata: ["error": "\(error.message)"])
            }
        }
    }

    /// Any other node waits some seconds of its own choice, so that one statement is enough.
    func endLogsLater() {
        guard let member = membership, standing(member) == .fine, !isEndingLogs,
            member.openSpaces.contains(where: { !endsToName(in: $0, member).isEmpty })
        else { return }
        isEndingLogs = true
        let wait = Duration.milliseconds(
            Int64.random(in: HearthNode.endingDelay, using: &generator))
        later.yield { [weak self] in
            guard (try? await Task.sleep(for: wait)) != nil else { return }
            await self?.endLogsNow()
        }
    }

    private func endLogsNow() async {
        isEndingLogs = false
        await endLogs()
    }

    /// Milliseconds that a node waits for others to say where logs end.
    private static let endingDelay: ClosedRange<Int64> = 2_000...12_000

    /// Does what was put off, each without waiting for the others.
    func followLater() async {
        await withDiscardingTaskGroup { group in
            for await work in laterStream { group.addTask { await work() } }
            // Whoever stops the node doesn't wait for what was put off.
            group.cancelAll()
        }
    }

    // MARK: Words about persons

    /// A decision as a sentence without its full stop.
    func sentence(_ step: WorkplaceMembership.Step) -> Sentence {
        let name = self.name(of: step.person)
        let by = both(step.by)
        switch step.kind {
        case .admitted where step.by == [step.person]:
            return Sentence("\(name) founded the workplace")
        case .admitted: return Sentence("\(by) let \(name) in")
        case .deviceAdded(_, .sheet): return Sentence("\(name) has a new recovery sheet")
        case .deviceAdded(_, .held):
            return Sentence("\(name) has a key at a shared terminal")
        case .deviceAdded: return Sentence("\(name) has one more computer")
        case .deviceRevoked: return Sentence("\(name) revoked a computer")
        case .recovered:
            return Sentence("\(by) gave \(name) a new computer; the former ones are out")
        case .departed(byDoor: true):
            return Sentence("The door key says that \(name) has left (by \(by))")
        case .departed where step.by == [step.person]: return Sentence("\(name) has left")
        case .departed: return Sentence("\(by) said that \(name) has left")
        case .readmitted: return Sentence("\(by) let \(name) in again")
        }
    }

    /// The names of people who said the same.
    private func both(_ people: [PersonID]) -> Sentence {
        let first = Sentence(verbatim: people.first.map { name(of: $0) } ?? "")
        return people.dropFirst().reduce(first) { Sentence("\($0) and \(name(of: $1))") }
    }

    /// When a person was let in, by the clock of who did it.
    func admission(of person: PersonID) -> Int64? {
        membership?.directory.membership.steps
            .first { $0.person == person && $0.kind == .admitted }?.wallClock
    }

    /// What everybody should know about persons: words that wait for a second or third one.
    func warningsOfPersons(_ member: Membership, _ peers: [PeerReport]) async -> [String] {
        let decided = member.directory.membership
        var warnings = decided.pendingDepartures.map { pending in
            let by = both(Array(pending.speakers))
            return pending.person == member.person
                ? say(
                    "\(by) said that you have left; anything that you write shows that you are here."
                )
                : say(
                    "\(by) said that \(name(of: pending.person)) has left; see `hearth departures`."
                )
        }
        warnings += decided.pendingRecoveries.filter { $0.person != member.person }.map { pending in
            let name = name(of: pending.person)
            return say("\(name) waits for a second colleague: `hearth recover \(name)`.")
        }
        if standing(member) == .fine, peers.contains(where: \.saysThatWeAreOut) {
            warnings.append(
                say(
                    "A colleague's computer says that this one was revoked; if you did not do that, "
                        + "ask which of your computers did."))
        }
        return warnings
    }

    /// Somebody who uses this node has not left, whatever colleagues say.
    func showPresence() async {
        guard let member = try? self.member, standing(member) == .fine,
            member.directory.membership.pendingDepartures.contains(where: {
                $0.person == member.person
            })
        else { return }
        do {
            try await write([[.statement(.present)]], to: member.workplace.space)
            tell(
                .space,
                Sentence("Colleagues said that you have left; this node said that you are here."))
        } catch {
            logger.error("presence could not be shown", metadata: ["error": "\(error.message)"])
        }
    }
}

extension PeerReport {
    /// Whether the peer ended the last session because this device is out.
    fileprivate var saysThatWeAreOut: Bool {
        if case .farewell(.deviceRevoked, _) = lastEnding { isMember } else { false }
    }
}

extension Membership.Step.Kind {
    /// The name in the security log; it never changes.
    fileprivate var name: String {
        switch self {
        case .admitted: "admitted"
        case .deviceAdded: "device-added"
        case .deviceRevoked: "device-revoked"
        case .recovered: "recovered"
        case .departed(byDoor: true): "departed-by-door"
        case .departed: "departed"
        case .readmitted: "readmitted"
        }
    }
}
