public import Wire

/// For whom words were written who did not write them themselves.
///
/// It is told by stamps of the author of the words, who is the scribe, and nobody else's. Of several
/// the last one names somebody; who has the slip of any of them is the one, or takes the name off.
public struct OnBehalf: Equatable, Sendable {
    /// What they are called; `nil` once somebody with the slip has taken the name off.
    public let name: String?
    /// How they agreed.
    public let consent: String
    /// Who wrote it down.
    public let scribe: PersonID
    /// The person who has shown that they are the one.
    public let claimant: PersonID?

    /// Reads it off stamps; `nil` if nobody is named.
    ///
    /// - Parameters:
    ///   - author: Who wrote the words.
    ///   - words: The record itself where it can name somebody, as problems can.
    ///   - stamps: The stamps on it, by whomever, in any order.
    ///   - unclaimed: The people without a computer.
    public init?(
        by author: PersonID, words: RecordFacts? = nil, stamps: [RecordFacts],
        among unclaimed: [Directory.UnclaimedPerson]
    ) {
        let own = stamps.filter { $0.person == author && $0.kind == Schema.onBehalf }
            .sorted { $0.stamp < $1.stamp }
        let all = (words?.text("on_behalf") == nil ? [] : words.map { [$0] } ?? []) + own
        guard let last = all.last else { return nil }
        let people = own.compactMap { stamp in
            unclaimed.first { .bytes($0.record.bytes) == stamp.values["person"] }
        }
        let claimants = people.compactMap(\.claimant)
        let claims = all.compactMap(\.claim).sorted { $0.stamp < $1.stamp }
        claimant = claimants.last ?? claims.first?.person
        let byThemselves = all.flatMap { $0.entries["disown", default: []] }
            .contains { claimants.contains($0.person) }
        let isTakenOff =
            byThemselves || all.contains(where: \.isDisowned)
            || people.contains(where: \.isDisowned)
        let person = unclaimed.first { .bytes($0.record.bytes) == last.values["person"] }
        name =
            isTakenOff
            ? nil : person?.name ?? last.text("name") ?? last.text("on_behalf") ?? "somebody"
        consent = last.text("consent") ?? ""
        scribe = author
    }
}
