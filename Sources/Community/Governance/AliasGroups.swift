public import Wire

/// Which communities are one, after they have merged.
///
/// Ids never change, and every one of them keeps leading to the same group.
public struct AliasGroups: Hashable, Sendable {
    /// A community as far as merging is concerned.
    public struct Node: Hashable, Sendable {
        /// Its space.
        public var space: SpaceID
        /// Its record.
        public var record: RecordID
        /// The Lamport clock of its record.
        public var lamport: UInt64
        /// The communities that it decided to become one with.
        public var merges: [SpaceID]

        /// Makes a node.
        public init(space: SpaceID, record: RecordID, lamport: UInt64, merges: [SpaceID]) {
            self.space = space
            self.record = record
            self.lamport = lamport
            self.merges = merges
        }
    }

    private var groups: [SpaceID: [SpaceID]] = [:]

    /// Every community on its own.
    public init() {}

    /// Joins the communities that both decided to become one; chains and circles make one group.
    public init(_ nodes: [Node]) {
        let bySpace = Dictionary(nodes.map { ($0.space, $0) }) { first, _ in first }
        var parents: [SpaceID: SpaceID] = [:]
        func root(of space: SpaceID) -> SpaceID {
            var space = space
            while let parent = parents[space] { space = parent }
            return space
        }
        for node in bySpace.values {
            for other in node.merges
            where other != node.space && bySpace[other]?.merges.contains(node.space) == true {
                let (one, two) = (root(of: node.space), root(of: other))
                if one != two { parents[max(one, two)] = min(one, two) }
            }
        }
        var members: [SpaceID: [Node]] = [:]
        for node in bySpace.values { members[root(of: node.space), default: []].append(node) }
        for group in members.values where group.count > 1 {
            let sorted = group.sorted { ($0.lamport, $0.record) < ($1.lamport, $1.record) }
                .map(\.space)
            for space in sorted { groups[space] = sorted }
        }
    }

    /// The spaces that are one with a space, itself among them; the one that names them all first.
    public func group(of space: SpaceID) -> [SpaceID] { groups[space] ?? [space] }

    /// The space that gives the group its name and takes what is new.
    public func canonical(of space: SpaceID) -> SpaceID { groups[space]?.first ?? space }
}
