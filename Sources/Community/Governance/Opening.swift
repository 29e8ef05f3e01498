public import Merge
public import Wire

/// That a listed community was opened to everybody.
public struct Opening: Hashable, Sendable {
    /// The proposal that it comes from.
    public var proposal: RecordID
    /// The word with which there were enough.
    public var stamp: WriteStamp
    /// Who gave that word.
    public var person: PersonID
    /// When, by their clock; for display.
    public var written: Int64

    /// The words of members that their community is open, each person's first for each proposal.
    ///
    /// - Parameters:
    ///   - notices: All notices that were ever given, in any order.
    ///   - joined: For everybody who was ever a member, the Lamport clock at which they first
    ///     joined.
    public static func words(
        _ notices: [GivenNotice], joined: [PersonID: UInt64]
    ) -> [RecordID: [GivenNotice]] {
        var first: [RecordID: [PersonID: GivenNotice]] = [:]
        for given in notices where given.notice.matter == .opened && joined[given.person] != nil {
            let other = first[given.notice.proposal]?[given.person]
            if let other, other.stamp <= given.stamp { continue }
            first[given.notice.proposal, default: [:]][given.person] = given
        }
        return first.mapValues { $0.values.sorted { $0.stamp < $1.stamp } }
    }

    /// The opening that holds: the first by stamp for which enough members gave their word.
    ///
    /// Words only ever become more, so what was opened once is open for good.
    public init?(_ words: [RecordID: [GivenNotice]], joined: [PersonID: UInt64]) {
        var openings: [Opening] = []
        for (proposal, given) in words {
            let alone = given.first.flatMap { $0.isAlone(among: joined) ? $0 : nil }
            let enough =
                given.count >= ConsentRules.people ? given[ConsentRules.people - 1] : nil
            guard let last = alone ?? enough else { continue }
            openings.append(
                Opening(
                    proposal: proposal, stamp: last.stamp, person: last.person,
                    written: last.written))
        }
        guard let first = openings.min(by: { $0.stamp < $1.stamp }) else { return nil }
        self = first
    }

    private init(proposal: RecordID, stamp: WriteStamp, person: PersonID, written: Int64) {
        self.proposal = proposal
        self.stamp = stamp
        self.person = person
        self.written = written
    }
}
