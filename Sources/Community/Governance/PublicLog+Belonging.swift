public import Wire

extension PublicLog {
    /// Whom members let into a community that isn't open; an admission with an invitation that
    /// was used up is none.
    public static func admissions(to community: Directory.Community) -> [PublicStep] {
        community.admissions.filter(\.isCounted).map { admission in
            let invitation = community.invitations.first {
                $0.terms.token == admission.invitation
            }
            return PublicStep(
                person: admission.by,
                act: .letIn(person: admission.person, invitedBy: invitation?.by),
                stamp: admission.stamp, date: admission.wallClock)
        }
    }

    /// Who left a community that isn't open, of those who were ever let in.
    public static func leavings(of community: Directory.Community) -> [PublicStep] {
        community.leavings.filter { community.everAdmitted.contains($0.person) }.map {
            PublicStep(person: $0.person, act: .left, stamp: $0.stamp, date: $0.wallClock)
        }
    }

    /// What members told the whole workplace of a community's shape: that it is open, and each
    /// reopening.
    public static func shape(of community: Directory.Community) -> [PublicStep] {
        let opening = community.opening.map {
            PublicStep(
                person: $0.person, act: .opened(proposal: $0.proposal), stamp: $0.stamp,
                date: $0.written)
        }
        return [opening].compactMap { $0 }
            + community.shape.reopenings.map { given in
                PublicStep(
                    person: given.person, act: .reopened(proposal: given.notice.proposal),
                    stamp: given.stamp, date: given.written)
            }
    }

    /// The communities that go on from a community's past; private ones are known to their members
    /// only and stand in nobody's log.
    public static func forks(
        of community: RecordID, among all: [Directory.Community]
    ) -> [PublicStep] {
        all.filter { $0.forkedFrom == community && $0.visibility != .hidden }.map { fork in
            PublicStep(
                person: fork.founder, act: .forked(into: fork.record, name: fork.name),
                stamp: fork.stamp, date: fork.wallClock)
        }
    }

    /// Late words that members have let in.
    public static func steps(of releases: [Release]) -> [PublicStep] {
        releases.map {
            PublicStep(
                person: $0.by, act: .released($0), stamp: $0.stamp, date: $0.wallClock)
        }
    }

    /// What was decided about persons and devices of the workplace.
    public static func steps(of membership: Membership) -> [PublicStep] {
        membership.steps.map { step in
            PublicStep(
                person: step.by.first ?? step.person, act: .settled(step), stamp: step.stamp,
                date: step.wallClock)
        }
    }
}
