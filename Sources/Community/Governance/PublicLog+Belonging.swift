internal import Wire

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
