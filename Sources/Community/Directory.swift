public import Ledger
public import Wire

/// Who and what a workplace consists of: people with their devices, communities with their keys
/// and members.
///
/// A value drawn from the fold over the workplace's space, and over the statements of the
/// communities that this node is in; equal sets of commits give equal directories.
public struct Directory: Equatable, Sendable {
    /// A person.
    public struct Person: Equatable, Sendable {
        /// What the membership says.
        public let membership: Membership.Person
        /// The name that the person goes by; empty where none is known yet.
        public let name: String

        /// The person.
        public var id: PersonID { membership.id }
        /// The cards of the devices that may act for the person.
        public var devices: [DeviceCard] { membership.devices.filter(\.isIn).map(\.card) }
        /// Who vouched, sorted.
        public var vouchedBy: [PersonID] { membership.vouchers }
        /// Whether the person founded the workplace.
        public var isFounder: Bool { membership.isFounder }
        /// Whether the person belongs to the workplace now.
        public var isAdmitted: Bool { membership.standing == .admitted }
        /// Whether the person has left the workplace.
        public var hasLeft: Bool { membership.standing == .departed }
        /// Whether the person has left and wanted their words to be shown no longer.
        public var tookWords: Bool { hasLeft && membership.words == .erase }
        /// The name to show beside the person's words.
        public var shownName: String {
            hasLeft && [.erase, .formerColleague].contains(membership.words)
                ? Directory.formerColleague : name
        }
        /// The bytes of the founding, as a vouch carries them.
        public var founding: Bytes { membership.founding }
    }

    /// How somebody is called who left and didn't leave a name.
    public static let formerColleague = "a former colleague"

    /// A device that may take part.
    public struct Member: Hashable, Sendable {
        /// The device.
        public let device: DeviceID
        /// Whose it is.
        public let person: PersonID
        /// The person's name.
        public let name: String
    }

    /// The workplace.
    public let workplace: SpaceID
    /// The workplace's name; empty where none is known yet.
    public let workplaceName: String
    /// Everybody whose founding is known, sorted by id.
    public let people: [Person]
    /// The communities, sorted by record.
    public let communities: [Community]
    /// Which writings count.
    public let verdicts: Verdicts
    /// How the keys of the workplace and of the communities stand.
    public let keyStates: [SpaceID: KeyState]
    private let keys: [SpaceID: [PublishedKey]]

    /// Draws the directory from a fold over the workplace's space.
    public init(_ replica: Replica) {
        let verdicts = replica.verdicts()
        let names = replica.namesOfPeople(verdicts)
        self.verdicts = verdicts
        workplace = replica.workplace
        people = verdicts.membership.people.map {
            Person(membership: $0, name: names[$0.id, default: ""])
        }
        workplaceName = replica.nameOfWorkplace(verdicts)
        communities = replica.communities(verdicts)
        keys = replica.publishedKeys(verdicts)
        keyStates = replica.keyStates(of: communities, keys: keys, verdicts)
    }

    /// Who belongs to the workplace.
    public var membership: Membership { verdicts.membership }

    /// A person, if their founding is known.
    public func person(_ id: PersonID) -> Person? { membership.place(of: id).map { people[$0] } }

    /// Whether a device may take part as a person's.
    public func isAdmitted(_ person: PersonID, device: DeviceID) -> Bool {
        membership.isAdmitted(Writer(person: person, device: device))
    }

    /// Every device that may take part, sorted by person.
    public var members: [Member] {
        people.filter(\.isAdmitted).flatMap { person in
            person.devices.map {
                Member(device: $0.device, person: person.id, name: person.name)
            }
        }
    }

    /// The community of a space.
    public func community(of space: SpaceID) -> Community? {
        communities.first { $0.space == space }
    }

    /// The communities that a person is in.
    public func communities(of person: PersonID) -> [Community] {
        communities.filter { $0.isMember(person) }
    }

    /// The spaces whose keys are readable for the whole workplace, sorted.
    public var spacesWithKeys: [SpaceID] { keys.keys.sorted() }

    /// Adds the published keys of a space to a keyring.
    public func addKeys(to keyring: inout Keyring) {
        for entry in keys[keyring.space, default: []] {
            keyring.insert(
                EpochKey(space: keyring.space, generation: entry.generation, key: entry.key))
        }
    }

    /// Whether the newest published key of an open community was readable for a device that is out.
    ///
    /// - Parameter workplace: How the workplace's keys stand.
    public func hasStaleKey(_ space: SpaceID) -> Bool {
        guard let newest = keys[space]?.last, let state = keyStates[workplace] else {
            return false
        }
        return newest.sealedWith.allSatisfy { state.hasDebt(writingWith: $0) }
    }

    /// A key that is published for the whole workplace.
    struct PublishedKey: Equatable, Sendable {
        let generation: UInt64
        let key: Bytes32
        /// The generations of the workplace's key under which it was published.
        var sealedWith: Set<EpochID>
    }
}

extension Replica {
    /// The records of a kind that live in the workplace and were written by members, oldest first.
    private func visible(
        _ kind: RecordKind, _ verdicts: Verdicts, in space: SpaceID? = nil
    ) -> [(key: RecordKey, record: Created)] {
        records.filter {
            $0.value.creation.kind == kind.number && $0.key.space == space ?? workplace
                && verdicts.counts($0.value.writer, $0.value.stamp, in: $0.key.space)
        }
        .map { ($0.key, $0.value) }
        .sorted { $0.record.stamp < $1.record.stamp }
    }

    func text(
        _ name: String, _ key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> String {
        guard let rule = record.creation.rule?.fields.first(where: { $0.name == name }),
            case .text(let text) = register(rule, of: key, record, verdicts)
        else { return "" }
        return text
    }

    fileprivate func nameOfWorkplace(_ verdicts: Verdicts) -> String {
        visible(Schema.workplace, verdicts).first.map {
            text("name", $0.key, $0.record, verdicts)
        } ?? ""
    }

    /// Each person's name: that of their first record, so that a second one can't take its place.
    ///
    /// Those who do not belong yet have one too, for the person who shall vouch for them.
    fileprivate func namesOfPeople(_ verdicts: Verdicts) -> [PersonID: String] {
        var first: [PersonID: (key: RecordKey, record: Created)] = [:]
        for (key, record) in records
        where record.creation.kind == Schema.person.number && key.space == workplace
            && verdicts.membership.isGenuine(record.writer)
            && verdicts.isWithinEnd(
                record.place.log, sequence: record.place.sequence, in: workplace)
        {
            if let other = first[record.writer.person], other.record.stamp < record.stamp {
                continue
            }
            first[record.writer.person] = (key, record)
        }
        return first.mapValues { text("name", $0.key, $0.record, verdicts) }
    }

    /// The keys of open communities that people who belong have published, the oldest first.
    fileprivate func publishedKeys(
        _ verdicts: Verdicts
    ) -> [SpaceID: [Directory.PublishedKey]] {
        var keys: [SpaceID: [Directory.PublishedKey]] = [:]
        for entry in spaceEvidence.published where verdicts.counts(entry.testimony, in: workplace) {
            guard case .keyPublished(let space, let generation, let key) = entry.testimony.statement
            else { continue }
            let place = keys[space, default: []].firstIndex {
                $0.generation == generation && $0.key == key
            }
            if let place {
                keys[space]?[place].sealedWith.insert(entry.testimony.epoch)
            } else {
                keys[space, default: []].append(
                    Directory.PublishedKey(
                        generation: generation, key: key, sealedWith: [entry.testimony.epoch]))
            }
        }
        return keys.mapValues { list in
            list.sorted { ($0.generation, $0.key) < ($1.generation, $1.key) }
        }
    }

    fileprivate func keyStates(
        of communities: [Directory.Community], keys: [SpaceID: [Directory.PublishedKey]],
        _ verdicts: Verdicts
    ) -> [SpaceID: KeyState] {
        let membership = verdicts.membership
        let devices = membership.people.filter(\.wasAdmitted)
        let ever = Set(devices.flatMap { $0.devices.map(\.card.device) })
        func entitled(_ isIn: (PersonID) -> Bool) -> [DeviceCard] {
            devices.filter { $0.standing == .admitted && isIn($0.id) }
                .flatMap { $0.devices.filter(\.isIn).map(\.card) }
                .sorted { $0.device < $1.device }
        }
        var states = [
            workplace: KeyState(
                of: workplace, entitled: entitled { _ in true }, everHeld: ever, spaceEvidence,
                verdicts)
        ]
        for community in communities where community.visibility != .open {
            let members = community.everAdmitted
            let held = Set(
                devices.filter { members.contains($0.id) }
                    .flatMap { $0.devices.map(\.card.device) })
            states[community.space] = KeyState(
                of: community.space, entitled: entitled { community.isMember($0) },
                everHeld: held, spaceEvidence, verdicts)
        }
        return states
    }
}
