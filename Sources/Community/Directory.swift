public import Ledger
internal import Merge
public import Wire

/// Who and what a workplace consists of: people with their devices, communities with their keys
/// and members.
///
/// A value drawn from the fold over the workplace's space; equal sets of commits give equal
/// directories.
public struct Directory: Equatable, Sendable {
    /// A person.
    public struct Person: Equatable, Sendable {
        /// The person.
        public let id: PersonID
        /// The name that the person goes by; empty where none is known yet.
        public let name: String
        /// The devices.
        public let devices: [DeviceCard]
        /// Who vouched, sorted.
        public let vouchedBy: [PersonID]
        /// Whether the person founded the workplace.
        public let isFounder: Bool
        /// Whether the person belongs to the workplace.
        public let isAdmitted: Bool
        /// The bytes of the founding, as a vouch carries them.
        public let founding: Bytes
    }

    /// A community.
    public struct Community: Equatable, Sendable {
        /// The record that describes it.
        public let record: RecordID
        /// Its space.
        public let space: SpaceID
        /// Its name.
        public let name: String
        /// Who founded it.
        public let founder: PersonID
        /// Who ever joined or left: the value of the record's field `membership`.
        public let membership: [PersonID: Int64]
        /// Everybody who was ever in, with the Lamport clock at which they first joined.
        public let joined: [PersonID: UInt64]
        /// What its members have told of its shape: merges, and whether it is archived.
        public let shape: PublicShape
        /// The record of the community that it was forked from.
        public let forkedFrom: RecordID?
        /// The Lamport clock of its record.
        public let lamport: UInt64

        /// Whether a person is in.
        public func isMember(_ person: PersonID) -> Bool { membership[person, default: 0] > 0 }
    }

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
    /// Which communities have become one.
    public let groups: AliasGroups
    private let keys: [SpaceID: [PublishedKey]]

    private struct PublishedKey: Equatable, Sendable {
        let generation: UInt64
        let key: Bytes32
    }

    /// Draws the directory from a fold over the workplace's space.
    public init(_ replica: Replica) {
        let admission = replica.admission
        workplace = admission.workplace
        let names = replica.namesOfPeople()
        people = admission.people.map { person in
            Person(
                id: person, name: names[person, default: ""],
                devices: admission.devices(of: person), vouchedBy: admission.vouchers(of: person),
                isFounder: admission.isFounder(person), isAdmitted: admission.isAdmitted(person),
                founding: admission.founding(of: person) ?? [])
        }
        workplaceName = replica.nameOfWorkplace()
        communities = replica.communities()
        groups = AliasGroups(
            communities.map {
                AliasGroups.Node(
                    space: $0.space, record: $0.record, lamport: $0.lamport,
                    merges: $0.shape.merges)
            })
        var keys: [SpaceID: [PublishedKey]] = [:]
        for space in admission.spacesWithKeys {
            keys[space] = admission.keys(of: space).map {
                PublishedKey(generation: $0.generation, key: $0.key)
            }
        }
        self.keys = keys
    }

    /// A person, if their founding is known.
    public func person(_ id: PersonID) -> Person? {
        var low = 0
        var high = people.count
        while low < high {
            let middle = (low + high) / 2
            if people[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < people.count && people[low].id == id ? people[low] : nil
    }

    /// Whether a device may take part as a person's.
    public func isAdmitted(_ person: PersonID, device: DeviceID) -> Bool {
        guard let person = self.person(person), person.isAdmitted else { return false }
        return person.devices.contains { $0.device == device }
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

    /// The communities that a person is in; whoever is in one of several that have merged is in
    /// all of them.
    public func communities(of person: PersonID) -> [Community] {
        communities.filter { community in
            community.isMember(person)
                || groups.group(of: community.space).count > 1
                    && isMember(person, of: community.space)
        }
    }

    /// Whether a person is in a community or in one that has merged with it.
    public func isMember(_ person: PersonID, of space: SpaceID) -> Bool {
        groups.group(of: space).contains { community(of: $0)?.isMember(person) ?? false }
    }

    /// Everybody who is in a community or in one that has merged with it, sorted.
    public func members(of space: SpaceID) -> [PersonID] {
        Set(
            groups.group(of: space).compactMap(community(of:)).flatMap { community in
                community.membership.filter { $0.value > 0 }.keys
            }
        ).sorted()
    }

    /// Everybody who was ever in a community or in one that has merged with it.
    public func everJoined(_ space: SpaceID) -> Set<PersonID> {
        Set(groups.group(of: space).compactMap(community(of:)).flatMap(\.joined.keys))
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
}

extension Replica {
    /// The records of a kind that live in the workplace and were written by members, oldest first.
    private func visible(_ kind: RecordKind) -> [(key: RecordKey, record: Created)] {
        records.filter {
            $0.value.creation.kind == kind.number && $0.key.space == admission.workplace
                && admission.isAdmitted($0.value.writer)
        }
        .map { ($0.key, $0.value) }
        .sorted { $0.record.stamp < $1.record.stamp }
    }

    private func text(_ name: String, _ key: RecordKey, _ record: Created) -> String {
        guard let rule = record.creation.rule?.fields.first(where: { $0.name == name }),
            case .text(let text) = register(rule, of: key, record)
        else { return "" }
        return text
    }

    fileprivate func nameOfWorkplace() -> String {
        visible(Schema.workplace).first.map { text("name", $0.key, $0.record) } ?? ""
    }

    /// Each person's name: that of their first record, so that a second one can't take its place.
    ///
    /// Those who do not belong yet have one too, for the person who shall vouch for them.
    fileprivate func namesOfPeople() -> [PersonID: String] {
        var first: [PersonID: (key: RecordKey, record: Created)] = [:]
        for (key, record) in records
        where record.creation.kind == Schema.person.number && key.space == admission.workplace
            && admission.isGenuine(record.writer)
        {
            if let other = first[record.writer.person], other.record.stamp < record.stamp {
                continue
            }
            first[record.writer.person] = (key, record)
        }
        return first.mapValues { text("name", $0.key, $0.record) }
    }

    /// The communities: records whose writer founded the space that they name.
    ///
    /// Whoever did not found a space can't put a record of it into the list; of several records
    /// of the founder the first counts.
    fileprivate func communities() -> [Directory.Community] {
        guard let membership = Schema.community.field(named: "membership") else { return [] }
        var spaces: Set<SpaceID> = []
        var found: [Directory.Community] = []
        for (key, record) in visible(Schema.community) {
            guard let space = record.communitySpace,
                admission.isFounder(record.writer, of: space), spaces.insert(space).inserted
            else { continue }
            var members: [PersonID: Int64] = [:]
            for entry in entries(membership, of: key, record) {
                if case .integer(let level) = entry.value { members[entry.person] = level }
            }
            let joined = firstJoinings(membership, of: key, record)
            found.append(
                Directory.Community(
                    record: key.record, space: space, name: text("name", key, record),
                    founder: record.writer.person, membership: members, joined: joined,
                    shape: PublicShape(notices(of: key, record), joined: joined),
                    forkedFrom: record.forkedFrom, lamport: record.stamp.lamport))
        }
        return found.sorted { $0.record < $1.record }
    }

    /// When everybody who was ever in first joined, as Lamport clocks.
    private func firstJoinings(
        _ rule: FieldRule, of key: RecordKey, _ record: Created
    ) -> [PersonID: UInt64] {
        var joined: [PersonID: UInt64] = [:]
        for entry in writtenEntries(rule, of: key, record) {
            guard case .integer(let level) = entry.value, level > 0 else { continue }
            joined[entry.person] = min(joined[entry.person] ?? .max, entry.stamp.lamport)
        }
        return joined
    }

    private func notices(of key: RecordKey, _ record: Created) -> [GivenNotice] {
        guard let rule = Schema.community.field(named: "decided") else { return [] }
        return writtenEntries(rule, of: key, record).compactMap { entry in
            guard case .bytes(let bytes) = entry.value, let notice = Notice(bytes) else {
                return nil
            }
            return GivenNotice(notice, by: entry.person, at: entry.stamp)
        }
    }
}

extension Replica.Created {
    fileprivate var forkedFrom: RecordID? {
        for field in creation.fields
        where field.number == Schema.community.number(of: "forked_from") {
            if case .bytes(let bytes) = field.value { return RecordID(bytes) }
        }
        return nil
    }

    fileprivate var communitySpace: SpaceID? {
        for field in creation.fields where field.number == Schema.community.number(of: "space") {
            if case .bytes(let bytes) = field.value { return SpaceID(bytes) }
        }
        return nil
    }
}
