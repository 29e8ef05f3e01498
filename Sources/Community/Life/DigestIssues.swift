public import Wire

/// The numbers of digests that were given out (chapter 19, section 8).
///
/// Nobody hands numbers out: whoever gives out a digest takes the next one that they know of. Two who
/// do it apart take the same; then each number is shown with the name of whoever gave it out, from
/// then on and everywhere, so that two sheets on two walls can be told apart.
public struct DigestIssues: Sendable {
    /// One that was given out.
    public struct Issue: Equatable, Sendable {
        /// The record.
        public var id: RecordID
        /// Its number.
        public var number: Int64
        /// What the person or terminal is called that gave it out.
        public var place: String

        /// Makes one.
        public init(id: RecordID, number: Int64, place: String) {
            self.id = id
            self.number = number
            self.place = place
        }
    }

    private let issues: [Issue]

    /// All that are known, in any order.
    public init(_ issues: [Issue]) { self.issues = issues }

    /// How far a number may be above how many issues there are.
    ///
    /// Somebody may have given out a million on purpose; the next one doesn't follow that.
    static let leap: Int64 = 1_000

    /// The number of the next one.
    public var next: Int64 {
        let likely = Int64(issues.count) + Self.leap
        return (issues.map(\.number).filter { $0 <= likely }.max() ?? 0) + 1
    }

    /// How an issue is called: by its number, and by its place too where others have the same number.
    public func label(of issue: Issue) -> String {
        let twins = issues.filter { $0.number == issue.number && $0.id != issue.id }
        guard !twins.isEmpty else { return String(issue.number) }
        let isUnique = twins.allSatisfy { $0.place != issue.place }
        // Two of one name, as on two computers of a person: the beginning of the record's id decides.
        return isUnique
            ? "\(issue.number)-\(issue.place)"
            : "\(issue.number)-\(issue.place)-\(issue.id.hex.prefix(4))"
    }
}
