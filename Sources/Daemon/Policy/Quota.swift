internal import Wire

/// How many bytes the spaces of this machine take, against what its policy allows.
///
/// The workplace's own space counts but is never refused: it carries who belongs here and whose
/// keys are void, and a full disk must not keep that out.
struct Quota: Sendable {
    /// A quota that is used up.
    enum Limit: Equatable {
        /// That of one space.
        case space
        /// That of all.
        case all
    }

    let perSpace: Int64?
    let inAll: Int64?
    private var used: [SpaceID: Int64] = [:]
    private var total: Int64 = 0
    /// Bytes of attached files; they belong to no space, as a file may hang in several.
    var files: Int64 = 0

    /// Sets the limits; `nil` for none.
    init(perSpace: Int64? = nil, inAll: Int64? = nil) {
        self.perSpace = perSpace
        self.inAll = inAll
    }

    /// Whether this machine may keep no more files.
    var isFull: Bool { inAll.map(isFull) ?? false }

    private func isFull(_ limit: Int64) -> Bool { total &+ files >= limit }

    /// Whether there is anything to count for.
    var isLimited: Bool { perSpace != nil || inAll != nil }

    /// Notes how much a space takes.
    mutating func set(_ bytes: Int64, of space: SpaceID) {
        total = total &- (used[space] ?? 0) &+ bytes
        used[space] = bytes
    }

    /// The limit that leaves no room for anything more in a space; `nil` while there is room.
    func exceeded(in space: SpaceID, workplace: SpaceID) -> Limit? {
        guard space != workplace else { return nil }
        if let perSpace, (used[space] ?? 0) >= perSpace { return .space }
        if let inAll, isFull(inAll) { return .all }
        return nil
    }
}
