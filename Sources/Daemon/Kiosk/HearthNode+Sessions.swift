internal import Community
internal import Keys
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Logging
internal import SecureChannel
internal import Storage
internal import Wire

/// Who is signed in at this terminal, and who can be.
extension HearthNode {
    func begin(
        _ key: HeldKey, _ chestKey: SecretBytes, _ chest: Chest
    ) throws(ServiceError) -> String {
        let token = Hex.encode(randomBytes(16, using: &generator))
        sessions.begin(
            HeldSession(
                person: key.person, device: key.device, chestKey: chestKey, chest: chest,
                lastUse: clocks.now),
            as: token)
        watchSessions()
        return token
    }

    func opened(_ token: String, _ person: PersonID) -> KioskSession {
        KioskSession(
            token: token, person: personName(person),
            promptSeconds: Int(sessions.idle - HeldSession.warning),
            idleSeconds: Int(sessions.idle))
    }

    /// Signs out whoever did nothing for too long.
    func endIdleSessions() {
        let devices = sessions.endIdle(at: clocks.now)
        if !devices.isEmpty { leave(devices) }
    }

    /// Signs out whose key was put out.
    func endSessionsOfThoseOut(_ member: Membership) {
        let devices = sessions.end { session in
            !member.directory.membership.isIn(session.person, device: session.device)
        }
        if !devices.isEmpty { leave(devices) }
    }

    /// Forgets the log keys of people who have gone, and when that was.
    func leave(_ devices: Set<DeviceID>) {
        for device in devices { store.dropWriters(of: device) }
        do {
            for var key in try keys.heldKeys() where devices.contains(key.device) {
                key.seen = clocks.wallClock
                try keys.save(key)
            }
        } catch {
            logger.error("a key file could not be written", metadata: ["error": "\(error)"])
        }
    }

    private func watchSessions() {
        guard !isWatchingSessions, let end = sessions.nextEnd else { return }
        isWatchingSessions = true
        let wait = clocks.duration(until: end)
        later.yield { [weak self] in
            guard (try? await Task.sleep(for: wait)) != nil else { return }
            await self?.watchSessionsAgain()
        }
    }

    private func watchSessionsAgain() {
        isWatchingSessions = false
        endIdleSessions()
        watchSessions()
    }

    // MARK: How it is shown

    func isIn(_ key: HeldKey, _ member: Membership) -> Bool {
        member.directory.membership.isIn(key.person, device: key.device)
    }

    /// The four words to compare while a key waits; `nil` if it doesn't.
    func words(of key: HeldKey, _ member: Membership) -> [String]? {
        guard member.directory.membership.offers.contains(where: { $0.card == key.card }) else {
            return nil
        }
        return Words.fourWords(from: Acquaintance.hash(recovering: key.person, with: key.card))
    }

    func shown(
        _ key: HeldKey, _ member: Membership
    ) async throws(ServiceError) -> KioskPerson {
        let words = words(of: key, member)
        let isOut = words == nil && !isIn(key, member)
        let now = clocks.wallClock
        return KioskPerson(
            person: personName(key.person), hasPIN: !key.underPIN.isEmpty,
            hasCard: !key.underCard.isEmpty,
            hasNews: isOut ? false : try await hasNews(key),
            lockedUntil: key.guesses.isLocked(at: now)
                ? Timestamp(milliseconds: key.guesses.lockedUntil) : nil,
            words: words, isOut: isOut)
    }

    private func hasNews(_ key: HeldKey) async throws(ServiceError) -> Bool {
        var reading = ReadingList()
        reading.startFresh(at: key.seen)
        let since = reading
        return try await LookingFor.$person.withValue(key.person) {
            await caught { () async throws(ServiceError) in try await !found(since).isEmpty }
        }.get()
    }
}
