/// What a check found.
public enum Verdict: String, Kind {
    /// All is well.
    case fine
    /// Good to know; nothing is broken.
    case notice
    /// Something is broken or in the way.
    case problem
    /// The check could not be made.
    case unknown
}

/// One check of the doctor.
public struct DoctorCheck: Message {
    /// Stable name, such as `avahi`.
    public var name: String
    /// What was looked at, in words.
    public var title: String
    /// What came out.
    public var verdict: Verdict
    /// What was found, in a sentence.
    public var finding: String
    /// How to mend it, where something is to mend.
    public var remedy: String?

    /// Creates the value from its parts.
    public init(
        name: String, title: String, verdict: Verdict, finding: String, remedy: String? = nil
    ) {
        self.name = name
        self.title = title
        self.verdict = verdict
        self.finding = finding
        self.remedy = remedy
    }
}

/// All checks of the doctor, in the order of the path from cable to colleague.
public struct DoctorReport: Message {
    /// One entry each.
    public var checks: [DoctorCheck]
    /// The one cause why no peer is seen, when none is.
    public var diagnosis: String?

    /// Creates the value from its parts.
    public init(checks: [DoctorCheck], diagnosis: String? = nil) {
        self.checks = checks
        self.diagnosis = diagnosis
    }
}
