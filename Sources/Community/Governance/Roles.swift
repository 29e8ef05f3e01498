public import Wire

/// One person's term in a role, as one record tells it.
public struct RoleTerm: Hashable, Sendable {
    /// The record.
    public let record: RecordID
    /// The role: a ``RoleKind``, or one of a later version of this program.
    public let kind: String
    /// Whose role it is, or would be.
    public let person: PersonID
    /// Who asked that person; `nil` for a volunteer.
    public let askedBy: PersonID?
    /// When the record was written, in the order that all replicas agree on.
    public let stamp: WriteStamp
    /// When the record was written, by the writer's clock, in milliseconds since 1970.
    public let date: Int64
    /// When the term begins, in milliseconds since 1970.
    public let from: Int64
    /// When the term ends: at the latest after the longest term of the role, whatever was written.
    public let until: Int64
    /// The person's own words on whether they have the role.
    public let answers: [Assent]
    /// What the person pledges; may be empty.
    public let pledge: String

    /// Makes a term; an end beyond the role's longest term is brought forward.
    public init(
        record: RecordID, kind: String, person: PersonID, askedBy: PersonID?, stamp: WriteStamp,
        date: Int64, from: Int64, until: Int64, answers: [Assent], pledge: String = ""
    ) {
        self.record = record
        self.kind = kind
        self.person = person
        self.askedBy = askedBy
        self.stamp = stamp
        self.date = date
        self.from = from
        let (latest, isTooLate) = from.addingReportingOverflow(RoleKind.longestTerm(of: kind))
        self.until = min(until, isTooLate ? .max : latest)
        self.answers = answers
        self.pledge = pledge
    }

    /// Whether the person has the role: accepted, within the term, and still in the community.
    public func isHeld(members: Set<PersonID>, at now: Int64) -> Bool {
        members.contains(person) && from <= now && now < until && answers.latest?.isYes == true
    }

    /// Whether the person was asked and has not answered while they still can.
    public func isPending(members: Set<PersonID>, at now: Int64) -> Bool {
        askedBy != nil && answers.isEmpty && members.contains(person) && now < until
    }

    /// When it ended, as far as it began; `nil` if it was never accepted or has not ended.
    func ended(at now: Int64) -> Int64? {
        guard from <= now, answers.contains(where: \.isYes), let last = answers.latest else {
            return nil
        }
        let end = last.isYes ? until : min(until, last.date)
        return end <= now ? end : nil
    }
}

/// How it stands with one role in one community.
public struct RoleState: Hashable, Sendable {
    /// The role.
    public let kind: String
    /// Who has it, one term a person, sorted by person: several who took it up are co-holders.
    public let holders: [RoleTerm]
    /// Who was asked and has not answered, sorted by record.
    public let pending: [RoleTerm]
    /// When the last term ended, if nobody has the role and somebody had it.
    public let vacantSince: Int64?

    /// Whether nobody has the role.
    public var isVacant: Bool { holders.isEmpty }

    /// After how long everybody is invited to pick a vacant role up: 7 days, in milliseconds.
    public static let patience: Int64 = 7 * 86_400_000

    /// Whether the role has been vacant for so long that everybody is invited to pick it up; it
    /// may be picked up before that too.
    public func isUpForAll(at now: Int64) -> Bool {
        guard isVacant else { return false }
        guard let since = vacantSince else { return true }
        return now >= since && now.subtractingReportingOverflow(since).partialValue >= Self.patience
    }

    /// The state of every known role, and of those of later versions that somebody has.
    ///
    /// - Parameters:
    ///   - terms: All terms of a community.
    ///   - members: Who is in the community: whoever has left has no role.
    ///   - now: Milliseconds since 1970; terms end by themselves, without any operation.
    public static func all(
        _ terms: [RoleTerm], members: Set<PersonID>, at now: Int64
    ) -> [RoleState] {
        var byKind = Dictionary(grouping: terms, by: \.kind.bytewise)
        let known = RoleKind.allCases.map(\.rawValue).map { kind in
            RoleState(kind, byKind.removeValue(forKey: kind.bytewise) ?? [], members, now)
        }
        let others = byKind.sorted { $0.key < $1.key }.map { kind, own in
            RoleState(kind.text, own, members, now)
        }
        return known + others.filter { !$0.isVacant }
    }

    private init(_ kind: String, _ terms: [RoleTerm], _ members: Set<PersonID>, _ now: Int64) {
        self.kind = kind
        var held: [PersonID: RoleTerm] = [:]
        for term in terms where term.isHeld(members: members, at: now) {
            if let other = held[term.person],
                (other.until, other.record) > (term.until, term.record)
            {
                continue
            }
            held[term.person] = term
        }
        holders = held.values.sorted { $0.person < $1.person }
        pending = terms.filter { $0.isPending(members: members, at: now) }
            .sorted { $0.record < $1.record }
        vacantSince = held.isEmpty ? terms.compactMap { $0.ended(at: now) }.max() : nil
    }
}
