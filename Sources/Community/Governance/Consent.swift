internal import Languages
internal import Merge
public import Wire

/// The thresholds of deciding by consent, in one place.
public enum ConsentRules {
    /// People whose consent, and people whose closing, it takes; fewer where fewer are affected.
    public static let people = 2
    /// Working days that a proposal stays open where nothing else is said.
    public static let usualWindowDays = 5
    /// Working days that a proposal may stay open.
    public static let windowDays = 1...20
    /// Days after its end within which an agreement must have its sunset.
    public static let agreementDays = 366
    /// Agreements in force at the same time above which a community is reminded of the others.
    public static let agreementBudget = 7
    /// Days for which a person can be set aside at most.
    public static let setAsideDays = 30
    /// Milliseconds of a day.
    public static let day: Int64 = 86_400_000
}

/// Who has a say in one proposal.
public struct Affected: Hashable, Sendable {
    /// Those who may object: everybody who was ever in, without the person concerned.
    public var voices: Set<PersonID>
    /// Those whose consents and closings count, and whom the decision binds.
    public var deciders: Set<PersonID>
    /// How many consents and closings it takes.
    public var needed: Int

    /// Makes the circle of a proposal.
    ///
    /// The author's snapshot says who decides, so that people who come or go later change nothing
    /// about what was decided. A snapshot with fewer than two members could be a way to decide
    /// alone; then everybody who spoke in the community before the proposal decides too.
    ///
    /// - Parameters:
    ///   - proposal: The proposal.
    ///   - joined: Everybody who was ever a member.
    ///   - merged: Everybody who was ever a member of a community that has merged with this one;
    ///     they have a say where the author saw them as members.
    ///   - spoke: The lowest Lamport clock at which each person wrote in the community; asked
    ///     only where the snapshot has fewer than two members.
    public init(
        of proposal: Proposal, joined: Set<PersonID>, merged: Set<PersonID> = [],
        spoke: [PersonID: UInt64]
    ) {
        deciders = joined.union(merged).intersection(proposal.affected)
        if deciders.count < ConsentRules.people, let stamp = proposal.stamp {
            deciders.formUnion(joined.filter { spoke[$0].map { $0 < stamp.lamport } ?? false })
        }
        voices = joined.union(deciders)
        needed = min(ConsentRules.people, deciders.count)
        guard proposal.kind == .setAside else { return }
        if let person = proposal.person {
            voices.remove(person)
            deciders.remove(person)
        }
        // One person must never silence another alone, however small the community is.
        needed = ConsentRules.people
    }
}

extension Proposal {
    /// What is wrong with the proposal itself, so that it can't be adopted; `nil` if nothing is.
    public var flaw: String? {
        switch kind {
        case .agreement:
            guard let sunset else { return say("an agreement needs a sunset") }
            return Self.isWithin(sunset, ConsentRules.agreementDays, after: closes)
                ? nil : say("the sunset lies more than \(ConsentRules.agreementDays) days away")
        case .merge: return community == nil ? say("the other community is not named") : nil
        case .close: return nil
        case .visibility:
            guard let wanted = visibility.flatMap(Visibility.init) else {
                return say("the visibility is not named or not known")
            }
            // What people could read stays read, so a community never becomes less open; and for a
            // private one nobody can say outside who is in.
            return wanted == .open ? nil : say("a listed community can become open, nothing else")
        case .setAside:
            guard person != nil else { return say("the person is not named") }
            guard let step, !TextSurvey(step, manyLines: true).isBlank else {
                return say("no conversation was held before")
            }
            guard let until, Self.isWithin(until, ConsentRules.setAsideDays, after: closes) else {
                return say("it takes longer than \(ConsentRules.setAsideDays) days")
            }
            return nil
        case .restore:
            guard record != nil else { return say("the post is not named") }
            return postVersion == nil ? say("the version of the post is not named") : nil
        case nil: return say("it is of a kind that this version does not know")
        }
    }

    private static func isWithin(_ end: Int64, _ days: Int, after start: Int64) -> Bool {
        let (length, overflow) = end.subtractingReportingOverflow(start)
        return !overflow && length > 0 && length <= Int64(days) * ConsentRules.day
    }
}
