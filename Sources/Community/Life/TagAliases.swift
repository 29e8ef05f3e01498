/// Which tags of a community mean the same (chapter 19, section 17).
///
/// A pair is one as long as nobody has split it: whoever splits wins over whoever joins.
public struct TagAliases: Equatable, Sendable {
    /// What one record says of two tags.
    public struct Claim: Hashable, Sendable {
        /// The tags.
        public let tags: Set<String.Bytewise>
        /// Whether it says that they are not the same.
        public let isSplit: Bool

        /// Makes a claim.
        public init(_ tag: String, _ other: String, isSplit: Bool) {
            tags = [tag.bytewise, other.bytewise]
            self.isSplit = isSplit
        }
    }

    private var groups: [String.Bytewise: Set<String.Bytewise>] = [:]

    /// Brings claims together; their order doesn't matter.
    public init(_ claims: some Sequence<Claim>) {
        let claims = Set(claims)
        let split = Set(claims.filter(\.isSplit).map(\.tags))
        for claim in claims where !split.contains(claim.tags) {
            let group = claim.tags.reduce(into: claim.tags) { group, tag in
                group.formUnion(groups[tag] ?? [])
            }
            for tag in group { groups[tag] = group }
        }
    }

    /// All tags that mean the same as one, itself among them, in the order of their bytes.
    public func group(of tag: String) -> [String] {
        (groups[tag.bytewise] ?? [tag.bytewise]).sorted().map(\.text)
    }

    /// The name that a group goes by: the tag that is used most, of equals the first.
    ///
    /// - Parameter uses: How often each tag is used.
    public func name(of tag: String, uses: [String: Int]) -> String {
        group(of: tag).min {
            (uses[$1] ?? 0, $0.bytewise) < (uses[$0] ?? 0, $1.bytewise)
        } ?? tag
    }

    /// The groups of several tags, in the order of their first ones.
    public var all: [[String]] {
        Set(groups.values).map { $0.sorted() }.sorted { $0[0] < $1[0] }.map { $0.map(\.text) }
    }
}
