public import Merge
public import Wire

extension Directory {
    /// Who can see a community and come in.
    public enum Visibility: Int64, Equatable, Sendable {
        /// Everybody in the workplace can read and join.
        case open = 0
        /// Everybody sees the name; a member lets people in.
        case listed = 1
        /// Only members know that it exists.
        case hidden = 2
    }

    /// A community.
    public struct Community: Equatable, Sendable {
        /// The record that describes it.
        public let record: RecordID
        /// Its space.
        public let space: SpaceID
        /// Its name.
        public let name: String
        /// The encoded founding of its space.
        public let founding: Bytes
        /// Who founded it.
        public let founder: PersonID
        /// Who can see it and come in.
        public let visibility: Visibility
        /// Who ever joined or left: what each person said of themselves last.
        public let membership: [PersonID: Int64]
        /// Whom a member let in; empty for an open community, where nobody has to.
        public let everAdmitted: Set<PersonID>
        /// Everybody who was ever in, with the Lamport clock at which they first joined.
        public let joined: [PersonID: UInt64]
        /// What its members have told of its shape: merges, and whether it is archived.
        public let shape: PublicShape
        /// How it became open, if it was founded as a listed one.
        public let opening: Opening?
        /// The words of members that it is open, by proposal; it takes enough of them.
        public let openingWords: [RecordID: [GivenNotice]]
        /// The record of the community that it was forked from.
        public let forkedFrom: RecordID?
        /// When its record was written, in the order that all replicas agree on.
        public let stamp: WriteStamp
        /// When its record was written, by its founder's clock in milliseconds since 1970, to show.
        public let wallClock: Int64
        /// Who let whom in, in the order of stamps.
        public let admissions: [Admission]
        /// The invitations by code, sorted by token.
        public let invitations: [Invitation]
        /// Who said that they are no longer in, in the order of stamps; empty for a community that
        /// was founded as an open one.
        public let leavings: [Leaving]
        /// When people who are not in now said last that they are not.
        let left: [PersonID: WriteStamp]

        /// Whether a person is in: they say so, and a member let them in where that is needed.
        public func isMember(_ person: PersonID) -> Bool {
            membership[person, default: 0] > 0
                && (visibility == .open || everAdmitted.contains(person))
        }

        /// Whether a person says that they want to be in and waits for a member.
        public func isWaiting(_ person: PersonID) -> Bool {
            membership[person, default: 0] > 0 && !isMember(person)
        }

        /// Whether a member let a person in who hasn't said anything to it yet.
        ///
        /// A word that lets in is held against the person's own only where both stand in the
        /// community's space: the clocks of two spaces say nothing about each other. Into a listed
        /// community whoever was let in once comes back by their own word anyway.
        public func isInvited(_ person: PersonID) -> Bool {
            guard visibility != .open, everAdmitted.contains(person) else { return false }
            guard membership[person] != nil else { return true }
            guard visibility == .hidden, let left = left[person] else { return false }
            return admissions.contains { $0.person == person && left < $0.stamp }
        }

        /// Whether a person may read what is written now: whoever is in, and whoever was let in
        /// and has never said no.
        func mayRead(_ person: PersonID) -> Bool {
            isMember(person)
                || (visibility != .open && everAdmitted.contains(person)
                    && membership[person] == nil)
        }

        /// Whether a person's devices may have the community's commits.
        public func shares(_ person: PersonID) -> Bool { isMember(person) || isInvited(person) }

        /// People whom members let in with a code that was used up, sorted.
        public var surplus: [PersonID] {
            Set(admissions.map(\.person)).subtracting(everAdmitted).sorted()
        }

        /// The people who are in, sorted.
        public var members: [PersonID] { membership.keys.filter(isMember).sorted() }
    }

    /// A member's word that lets somebody in.
    public struct Admission: Equatable, Sendable {
        /// Who is let in.
        public let person: PersonID
        /// Who says so.
        public let by: PersonID
        /// The token of the invitation that was shown, if one was.
        public let invitation: Bytes16?
        /// Whether it let them in: an invitation that was used up does not.
        public let isCounted: Bool
        /// When it was said.
        public let stamp: WriteStamp
        /// The writer's clock in milliseconds since 1970, to show.
        public let wallClock: Int64
    }

    /// The word of somebody who was in, or wanted to be, that they are not.
    public struct Leaving: Equatable, Sendable {
        /// Who.
        public let person: PersonID
        /// When it was said.
        public let stamp: WriteStamp
        /// The writer's clock in milliseconds since 1970, to show.
        public let wallClock: Int64
    }

    /// An invitation by a code, with how often it was used.
    public struct Invitation: Equatable, Sendable {
        /// Token, uses and expiry.
        public let terms: InvitationTerms
        /// Who wrote it.
        public let by: PersonID
        /// Who came in with it, in the order in which it counted.
        public private(set) var guests: [PersonID]

        init(terms: InvitationTerms, by: PersonID, guests: [PersonID]) {
            self.terms = terms
            self.by = by
            self.guests = guests
        }

        /// Lets a person in, if there is a place for them.
        mutating func take(_ person: PersonID) -> Bool {
            if guests.contains(person) { return true }
            guard guests.count < Int(terms.uses) else { return false }
            guests.append(person)
            return true
        }

        /// Whether somebody may still come in.
        ///
        /// - Parameter now: Milliseconds since 1970.
        public func isOpen(at now: Int64) -> Bool {
            now < terms.expires && guests.count < Int(terms.uses)
        }
    }
}

extension Replica {
    /// The communities: records whose writer founded the space that they name.
    ///
    /// Whoever did not found a space can't put a record of it into the list; of several records
    /// of the founder the first counts. The record of a hidden community lives in its own space.
    func communities(_ verdicts: Verdicts) -> [Directory.Community] {
        var candidates: [(key: RecordKey, record: Created, space: SpaceID)] = []
        for (key, record) in records where record.creation.kind == Schema.community.number {
            guard let space = record.communitySpace,
                key.space == workplace || key.space == space,
                verdicts.counts(record.writer, record.stamp, in: key.space),
                spaceEvidence.isFounder(record.writer, of: space, verdicts)
            else { continue }
            candidates.append((key, record, space))
        }
        candidates.sort { $0.record.stamp < $1.record.stamp }
        var spaces: Set<SpaceID> = []
        var found: [Directory.Community] = []
        for candidate in candidates where spaces.insert(candidate.space).inserted {
            found.append(community(candidate.key, candidate.record, candidate.space, verdicts))
        }
        return found.sorted { $0.record < $1.record }
    }

    private func community(
        _ key: RecordKey, _ record: Created, _ space: SpaceID, _ verdicts: Verdicts
    ) -> Directory.Community {
        var membership: [PersonID: Int64] = [:]
        var left: [PersonID: WriteStamp] = [:]
        if let rule = Schema.community.fields.first(where: { $0.name == "membership" }) {
            for (person, entry) in latestEntries(rule, of: key, record, verdicts) {
                guard case .integer(let level) = entry.value else { continue }
                membership[person] = level
                if level <= 0 { left[person] = entry.stamp }
            }
        }
        let founded =
            key.space == space
            ? .hidden : record.integer("visibility").flatMap(Directory.Visibility.init) ?? .open
        let founder = record.writer.person
        let doors = founded == .open ? Doors() : doors(of: space, founder, verdicts)
        let said = firstJoinings(of: key, record, verdicts)
        let told = shape(
            founded, said, admitted: doors.admitted, founder,
            notices(of: key, record, verdicts), stays(of: key, record, verdicts), of: space,
            verdicts)
        return Directory.Community(
            record: key.record, space: space, name: text("name", key, record, verdicts),
            founding: spaceEvidence.foundings[space] ?? [], founder: founder,
            visibility: told.opening == nil ? founded : .open, membership: membership,
            everAdmitted: doors.admitted, joined: told.joined, shape: told.shape,
            opening: told.opening, openingWords: told.words, forkedFrom: record.forkedFrom,
            stamp: record.stamp, wallClock: record.wallClock, admissions: doors.admissions,
            invitations: doors.invitations,
            leavings: founded == .open ? [] : leavings(of: key, record, verdicts), left: left)
    }

    /// Each change of somebody's word from yes to no, in the order of stamps.
    private func leavings(
        of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [Directory.Leaving] {
        guard let rule = Schema.community.field(named: "membership") else { return [] }
        var inside: Set<PersonID> = []
        var leavings: [Directory.Leaving] = []
        for entry in writtenEntries(rule, of: key, record, verdicts)
            .sorted(by: { $0.stamp < $1.stamp })
        {
            guard case .integer(let level) = entry.value else { continue }
            if level > 0 {
                inside.insert(entry.person)
            } else if inside.remove(entry.person) != nil {
                leavings.append(
                    Directory.Leaving(
                        person: entry.person, stamp: entry.stamp, wallClock: entry.wallClock))
            }
        }
        return leavings
    }

    /// When everybody who was ever in first joined, as Lamport clocks.
    private func firstJoinings(
        of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [PersonID: UInt64] {
        guard let rule = Schema.community.field(named: "membership") else { return [:] }
        var joined: [PersonID: UInt64] = [:]
        for entry in writtenEntries(rule, of: key, record, verdicts) {
            guard case .integer(let level) = entry.value, level > 0 else { continue }
            joined[entry.person] = min(joined[entry.person] ?? .max, entry.stamp.lamport)
        }
        return joined
    }

    /// Everybody's words that they are in or not, with the one at the founding.
    private func stays(
        of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [PersonID: [Stay]] {
        guard let rule = Schema.community.field(named: "membership") else { return [:] }
        var stays: [PersonID: [Stay]] = [:]
        for entry in writtenEntries(rule, of: key, record, verdicts) {
            guard case .integer(let level) = entry.value else { continue }
            stays[entry.person, default: []].append(
                Stay(stamp: entry.stamp, isIn: level > 0))
        }
        return stays
    }

    private func notices(
        of key: RecordKey, _ record: Created, _ verdicts: Verdicts
    ) -> [GivenNotice] {
        guard let rule = Schema.community.field(named: "decided") else { return [] }
        return writtenEntries(rule, of: key, record, verdicts).compactMap { entry in
            guard case .bytes(let bytes) = entry.value, let notice = Notice(bytes) else {
                return nil
            }
            return GivenNotice(
                notice, by: entry.person, at: entry.stamp, written: entry.wallClock)
        }
    }

    /// Who came in through which door.
    private struct Doors {
        var admitted: Set<PersonID> = []
        var admissions: [Directory.Admission] = []
        var invitations: [Directory.Invitation] = []
    }

    /// Whom members let in, and with which invitations.
    ///
    /// In the order of stamps: somebody who lets others in was let in before. An invitation lets
    /// in as many people as it says; whoever comes later waits for a member's own word.
    private func doors(
        of space: SpaceID, _ founder: PersonID, _ verdicts: Verdicts
    ) -> Doors {
        let statements = (spaceEvidence.admissions + spaceEvidence.invitations)
            .filter { $0.space == space && verdicts.counts($0.testimony, in: space) }
            .map(\.testimony).sorted { $0.stamp < $1.stamp }
        var doors = Doors(admitted: [founder])
        var invitations: [Bytes16: Directory.Invitation] = [:]
        for testimony in statements where doors.admitted.contains(testimony.writer.person) {
            switch testimony.statement {
            case .invitationMade(let terms) where invitations[terms.token] == nil:
                invitations[terms.token] = Directory.Invitation(
                    terms: terms, by: testimony.writer.person, guests: [])
            case .memberAdmitted(let person, let token)
            where verdicts.membership.person(person)?.isKiosk != true:
                let isCounted = token.map { invitations[$0]?.take(person) == true } ?? true
                doors.admissions.append(
                    Directory.Admission(
                        person: person, by: testimony.writer.person, invitation: token,
                        isCounted: isCounted, stamp: testimony.stamp,
                        wallClock: testimony.wallClock))
                if isCounted { doors.admitted.insert(person) }
            default: continue
            }
        }
        doors.invitations = invitations.values.sorted { $0.terms.token < $1.terms.token }
        return doors
    }
}

extension SpaceEvidence {
    /// Whether a writer founded a community's space.
    fileprivate func isFounder(
        _ writer: Writer, of space: SpaceID, _ verdicts: Verdicts
    ) -> Bool {
        founders[space, default: []].contains { $0.writer == writer }
    }
}

extension Replica.Created {
    fileprivate var communitySpace: SpaceID? {
        for field in creation.fields where field.number == Schema.community.number(of: "space") {
            if case .bytes(let bytes) = field.value { return SpaceID(bytes) }
        }
        return nil
    }

    fileprivate var forkedFrom: RecordID? {
        for field in creation.fields
        where field.number == Schema.community.number(of: "forked_from") {
            if case .bytes(let bytes) = field.value { return RecordID(bytes) }
        }
        return nil
    }

    fileprivate func integer(_ name: String) -> Int64? {
        for field in creation.fields where field.number == creation.rule?.number(of: name) {
            if case .integer(let value) = field.value { return value }
        }
        return nil
    }
}
