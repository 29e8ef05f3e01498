internal import Community
internal import Keys
internal import Languages
internal import Logging
internal import Storage
internal import Wire

/// What the computers of one person tell each other: what was read, and what is followed.
extension HearthNode {
    /// Marks that are set one after the other travel in one letter, and letters have time between
    /// them: a peer takes only so many in a session.
    private static let firstPause: Int64 = 3_000
    private static let pause: Int64 = 600_000

    /// Tells the person's other computers soon what was read.
    func tellReadingLater() {
        guard !isTellingReading, !otherComputers.isEmpty else { return }
        isTellingReading = true
        let since = clocks.wallClock - toldReading
        let wait =
            (0..<HearthNode.pause).contains(since)
            ? HearthNode.pause - since : HearthNode.firstPause
        later.yield { [weak self] in
            let pause = Duration.milliseconds(max(wait, HearthNode.firstPause))
            guard (try? await Task.sleep(for: pause)) != nil else { return }
            await self?.tellReading()
        }
    }

    /// The person's other computers that are in; nothing on paper reads anything.
    private var otherComputers: [DeviceCard] {
        guard let membership, let person = store.directory?.person(membership.person) else {
            return []
        }
        return person.membership.devices.filter {
            $0.isIn && $0.use.isComputer && $0.card.device != membership.device
        }.map(\.card)
    }

    func tellReading() async {
        isTellingReading = false
        toldReading = clocks.wallClock
        guard let plain = try? keys.reading().letter else { return }
        for card in otherComputers {
            guard let box = try? SealedBox.seal(plain, for: card.agreementKey, using: &generator)
            else { continue }
            let letter = Letter(
                id: Bytes16(high: generator.next(), low: generator.next()), box: box)
            // The new letter says all that one says which hasn't been taken yet.
            if let former = readingLetters[card.device] {
                letters.taken(former, by: card.device)
            }
            do {
                guard try letters.post(letter, to: card.device, at: clocks.wallClock) else {
                    return
                }
                readingLetters[card.device] = letter.id
            } catch {
                logger.error(
                    "what was read could not be told to another computer of yours",
                    metadata: ["error": "\(error)"])
            }
        }
        await tellDoors()
    }

    /// What a letter of another computer of the person says; `nil` if it is none.
    func reading(in letter: Letter, from device: DeviceID) -> ReadingList? {
        guard let own, otherComputers.contains(where: { $0.device == device }),
            let secret = try? AgreementKey(secret: own.agreementSecret),
            var plain = try? SealedBox.open(letter.box, with: secret)
        else { return nil }
        defer { wipe(&plain) }
        return ReadingList(letter: plain)
    }

    /// Takes over what was read elsewhere, and tells nobody again.
    func take(_ reading: ReadingList) throws {
        var known = try keys.reading()
        known.merge(reading)
        try keys.save(known)
    }
}
