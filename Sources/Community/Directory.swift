internal import Languages
public import Ledger
internal import Merge
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
        /// The cards of the devices that take part for the person: not of keys that terminals keep.
        public var devices: [DeviceCard] {
            membership.devices.filter { $0.isIn && $0.use != .held }.map(\.card)
        }
        /// Whether it is a shared terminal, and no human.
        public var isKiosk: Bool { membership.isKiosk }
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
    public static var formerColleague: String { say("a former colleague") }

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
    /// People without a computer of whom colleagues have noted the name, the oldest first.
    public let unclaimed: [UnclaimedPerson]
    /// The communities, sorted by record.
    public let communities: [Community]
    /// Which communities have become one.
    public let groups: AliasGroups
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
        unclaimed = replica.unclaimedPeople(verdicts)
        communities = replica.communities(verdicts)
        groups = AliasGroups(
            communities.map {
                AliasGroups.Node(
                    space: $0.space, record: $0.record, lamport: $0.stamp.lamport,
                    merges: $0.shape.merges)
            })
        keys = replica.publishedKeys(verdicts)
        keyStates = replica.keyStates(of: communities, verdicts)
    }

    /// Who belongs to the workplace.
    public var membership: Membership { verdicts.membership }

    /// A person, if their founding is known.
    public func person(_ id: PersonID) -> Person? { membership.place(of: id).map { people[$0] } }

    /// Whether a device may take part as a person's.
    public func isAdmitted(_ person: PersonID, device: DeviceID) -> Bool {
        membership.isIn(person, device: device)
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
                community.members
            }
        ).sorted()
    }

    /// Who let a person in, sorted.
    ///
    /// In an open community those who vouched for them in the workplace; in others whoever wrote
    /// the admission, or the invitation that was shown.
    public func sponsors(of person: PersonID, in community: Community) -> [PersonID] {
        guard community.visibility != .open else { return self.person(person)?.vouchedBy ?? [] }
        let makers = community.admissions.filter { $0.person == person && $0.isCounted }
            .map { admission in
                community.invitations.first { $0.terms.token == admission.invitation }?.by
                    ?? admission.by
            }
        return Set(makers).sorted()
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

    /// The newest published generation of an open community; `nil` without any.
    public func publishedGeneration(of space: SpaceID) -> UInt64? { keys[space]?.last?.generation }

    /// Whether every published key of an open community was readable for a device that is out.
    public func hasStaleKey(_ space: SpaceID) -> Bool {
        guard let published = keys[space] else { return false }
        return published.allSatisfy { $0.isSpare || isStale($0, in: space) }
    }

    /// Whether somebody who is out could have a published key: from the workplace, or from before
    /// its community was opened.
    private func isStale(_ key: PublishedKey, in space: SpaceID) -> Bool {
        guard let state = keyStates[workplace] else { return false }
        return key.sealedWith.contains { state.isLeaked($0) }
            || keyStates[space]?.isLeaked(key.id) ?? false
    }

    /// Whether a key is readable for the whole workplace.
    func isPublished(_ key: EpochID, of space: SpaceID) -> Bool {
        keys[space, default: []].contains { $0.id == key }
    }

    /// The key to write into a space with.
    ///
    /// The first generation that nobody has who is out, of those that reach most: so a new one is
    /// taken into use when there is a reason for it, and not because somebody made it. In a
    /// community that isn't open only keys that members sealed: a letter may have brought keys that
    /// nobody else has, and whoever left may have named newer ones. In one that was opened only
    /// keys that everybody has, once there are any.
    ///
    /// - Parameter barred: The keys that were in use when somebody was set aside (chapter 11).
    public func writingKey(in keyring: Keyring, barred: Set<EpochID> = []) -> EpochKey? {
        let published = keys[keyring.space, default: []].filter { !$0.isSpare }
        let isOpened = published.contains { keyring[$0.id] != nil }
        guard let state = keyStates[keyring.space], !isOpened else {
            let stale = Set(published.filter { isStale($0, in: keyring.space) }.map(\.id))
            let useful = Set(published.map(\.id))
            return Self.choose(
                keyring.all, reach: { useful.contains($0.id) ? .everybody : nil },
                isClean: { !stale.contains($0.id) })
        }
        let bar = keyring.all.last { barred.contains($0.id) }
        return Self.choose(
            keyring.all,
            reach: { key in
                let isNeverSealed = keyring.space == workplace && !state.isSealed(key)
                return isNeverSealed ? .everybody : state.reach(of: key)
            }, isClean: { state.isClean($0, after: bar) })
    }

    /// Of the clean keys the one that reaches most, then the lowest generation, then the highest
    /// id; without any, the newest.
    private static func choose(
        _ keys: [EpochKey], reach: (EpochKey) -> KeyState.Reach?, isClean: (EpochKey) -> Bool
    ) -> EpochKey? {
        var chosen: (key: EpochKey, reach: KeyState.Reach)?
        var newest: EpochKey?
        for key in keys {
            guard let reach = reach(key) else { continue }
            newest = key
            guard isClean(key) else { continue }
            if let chosen {
                let isBetter =
                    reach == chosen.reach
                    ? key.generation == chosen.key.generation : reach < chosen.reach
                guard isBetter else { continue }
            }
            chosen = (key, reach)
        }
        return chosen?.key ?? newest ?? keys.last
    }

    /// The devices that may share a space; `nil` for every member of the workplace.
    public func audience(of space: SpaceID) -> Set<DeviceID>? {
        guard let community = community(of: space), community.visibility != .open else {
            return nil
        }
        let isPrivate = community.visibility == .hidden
        return Set(
            people.filter { $0.isAdmitted && community.shares($0.id) }
                .flatMap { membership.readers(of: $0.membership, inPrivate: isPrivate) }
                .map(\.device))
    }

    /// The devices of a person to which a community is given that isn't open: their computers and,
    /// unless it is private, the terminals that keep a key for them.
    public func readers(of person: PersonID, in community: Community) -> [DeviceCard] {
        membership.person(person).map {
            membership.readers(of: $0, inPrivate: community.visibility == .hidden)
        } ?? []
    }

    /// A key that is published for the whole workplace.
    struct PublishedKey: Equatable, Sendable {
        let generation: UInt64
        let key: Bytes32
        let id: EpochID
        /// The generations of the workplace's key under which it was published.
        var sealedWith: Set<EpochID> = []
        /// Whether whoever published it had published another with the same number before.
        var isSpare = true
    }
}

/// Who has sealed or published a key with which number.
struct Pick: Hashable {
    let generation: UInt64
    let person: PersonID
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
        var keys: [SpaceID: [EpochID: Directory.PublishedKey]] = [:]
        var seen: [SpaceID: UInt64] = [:]
        var picks: [SpaceID: Set<Pick>] = [:]
        let entries = spaceEvidence.published.map(\.testimony).sorted { $0.stamp < $1.stamp }
        for testimony in entries {
            guard case .keyPublished(let space, let generation, let key) = testimony.statement
            else { continue }
            seen[space, default: 0] += 1
            guard generation <= seen[space, default: 0] * KeyState.generationStep,
                verdicts.counts(testimony, in: workplace)
            else { continue }
            let id = EpochKey(space: space, generation: generation, key: key).id
            var published =
                keys[space]?[id]
                ?? Directory.PublishedKey(generation: generation, key: key, id: id)
            published.sealedWith.insert(testimony.epoch)
            let pick = Pick(generation: generation, person: testimony.writer.person)
            if picks[space, default: []].insert(pick).inserted { published.isSpare = false }
            keys[space, default: [:]][id] = published
        }
        return keys.mapValues { list in
            list.values.sorted { ($0.generation, $0.id) < ($1.generation, $1.id) }
        }
    }
}
