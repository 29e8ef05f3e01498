public import Merge
public import Wire

extension Directory {
    /// Somebody without a computer of whom a colleague has noted the name, with their consent.
    public struct UnclaimedPerson: Equatable, Sendable {
        /// The record.
        public let record: RecordID
        /// What they are called.
        public let name: String
        /// Where they work; empty where nothing was said.
        public let site: String
        /// How they agreed.
        public let consent: String
        /// Who noted it.
        public let scribe: PersonID
        /// The public key of the slip of paper that they were given.
        public let slip: Bytes32
        /// Who has shown the slip: the person that they are now.
        public let claimant: PersonID?
        /// Whether the name was taken off all words.
        public let isDisowned: Bool
        /// When it was noted.
        public let stamp: WriteStamp
        /// By the clock of whoever noted it, in milliseconds since 1970.
        public let wallClock: Int64

        /// The name to show; nothing once it was taken off.
        public var shownName: String? { isDisowned ? nil : name }
    }

    /// A person without a computer, by the record.
    public func unclaimed(_ record: RecordID) -> UnclaimedPerson? {
        unclaimed.first { $0.record == record }
    }

    /// The shared terminal that keeps the key of a person's device.
    public func kiosk(keeping device: DeviceID, of person: PersonID) -> Person? {
        let host = membership.person(person)?.devices.first { $0.card.device == device }?.kiosk
        return host.flatMap { membership.kiosk($0) }.flatMap { self.person($0.id) }
    }

    /// The people for whom a terminal keeps a key that is in, sorted.
    public func people(keptBy kiosk: DeviceID) -> [PersonID] {
        people.filter { person in
            person.membership.devices.contains { $0.isIn && $0.kiosk == kiosk }
        }.map(\.id)
    }
}

extension Replica {
    /// The people without a computer who were noted in the workplace, the oldest first.
    func unclaimedPeople(_ verdicts: Verdicts) -> [Directory.UnclaimedPerson] {
        records.filter {
            $0.value.creation.kind == Schema.unclaimedPerson.number && $0.key.space == workplace
                && verdicts.counts($0.value.writer, $0.value.stamp, in: workplace)
        }
        .compactMap { unclaimedPerson($0.key, $0.value, verdicts) }
        .sorted { $0.stamp < $1.stamp }
    }

    private func unclaimedPerson(
        _ key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> Directory.UnclaimedPerson? {
        let kind = Schema.unclaimedPerson
        guard let rule = kind.field(named: "slip"),
            case .bytes(let bytes) = register(rule, of: key, record, verdicts),
            let slip = Bytes32(bytes)
        else { return nil }
        let claims = signatures("claim", of: key, record, verdicts).filter {
            Slip.isShown($0.signature, of: slip, for: $0.person, in: workplace)
        }
        let claimant = claims.min { $0.stamp < $1.stamp }?.person
        let isDisowned = signatures("disown", of: key, record, verdicts).contains {
            $0.person == claimant
                || Slip.isTakenAway($0.signature, of: slip, from: key.record, in: workplace)
        }
        return Directory.UnclaimedPerson(
            record: key.record, name: text("name", key, record, verdicts),
            site: text("site", key, record, verdicts),
            consent: text("consent", key, record, verdicts), scribe: record.writer.person,
            slip: slip, claimant: claimant, isDisowned: isDisowned, stamp: record.stamp,
            wallClock: record.wallClock)
    }

    private func signatures(
        _ field: String, of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [(person: PersonID, signature: Bytes64, stamp: WriteStamp)] {
        guard let rule = Schema.unclaimedPerson.field(named: field) else { return [] }
        return latestEntries(rule, of: key, record, verdicts).compactMap { person, entry in
            guard case .bytes(let bytes) = entry.value, let signature = Bytes64(bytes) else {
                return nil
            }
            return (person, signature, entry.stamp)
        }
    }
}
