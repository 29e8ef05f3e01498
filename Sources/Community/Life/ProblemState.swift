public import Wire

/// How a problem stands: open → adopted → resolved or parked (chapter 19).
///
/// It follows from what people wrote on it; nobody closes a problem.
public enum ProblemState: Equatable, Sendable {
    /// Nobody works on it yet.
    case open
    /// Somebody works on it, or a community has made it its own.
    case adopted
    /// Whoever raised it or works on it names what solved it.
    case resolved(by: [RecordID])
    /// Whoever raised it leaves it for later.
    case parked

    /// Its name.
    public var name: String {
        switch self {
        case .open: "open"
        case .adopted: "adopted"
        case .resolved: "resolved"
        case .parked: "parked"
        }
    }

    /// Reads the state off a problem.
    ///
    /// A resolution counts if it is by the person who raised the problem or by one who works on it.
    /// Anybody who says later that the problem is still there opens it again.
    public init(_ problem: RecordFacts) {
        let workers = Set(problem.people(saying: "will_work")).union([problem.person])
        let reopened = problem.newestYes("still_there")
        let resolutions = problem.entries["resolution", default: []].filter { entry in
            workers.contains(entry.person) && reopened.map { entry.stamp > $0 } ?? true
        }.compactMap { entry in
            if case .bytes(let bytes) = entry.value { RecordID(bytes) } else { nil }
        }
        if !resolutions.isEmpty {
            self = .resolved(by: Array(Set(resolutions)).sorted())
        } else if problem.flag("parked") {
            self = .parked
        } else if !problem.people(saying: "will_work").isEmpty
            || !problem.elements["adopted", default: []].isEmpty
        {
            self = .adopted
        } else {
            self = .open
        }
    }
}

extension RecordFacts {
    /// Everybody who said that they have a problem too, work on it, or know something; its author
    /// not among them.
    public var concerned: Set<PersonID> {
        Set(["me_too", "will_work", "knows"].flatMap(people(saying:))).subtracting([person])
    }

    /// Who showed the code of the slip that a person without a computer was given.
    ///
    /// The record holds only what the code is known by; the first valid claim counts.
    public var claimant: PersonID? { claim?.person }

    /// The first valid claim.
    var claim: Entry? { slips("claim").min { $0.stamp < $1.stamp } }

    /// Whether somebody with the slip has taken the name off: on whichever computer, at once, and
    /// for good.
    public var isDisowned: Bool { !slips("disown").isEmpty }

    /// The entries of a field that hold the code of the slip.
    private func slips(_ field: String) -> [Entry] {
        guard case .bytes(let token) = values["claim_token"] else { return [] }
        return entries[field, default: []].filter { entry in
            guard case .text(let text) = entry.value, let code = InvitationCode(text) else {
                return false
            }
            return code.token.bytes == token
        }
    }
}
