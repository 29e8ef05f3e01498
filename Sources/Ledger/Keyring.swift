public import Wire

/// All known generations of one space's key.
///
/// None is ever dropped: history stays readable, also for newcomers.
public struct Keyring: Sendable {
    /// The space.
    public let space: SpaceID
    /// The known keys, the oldest first.
    public private(set) var all: [EpochKey] = []
    private var places: [EpochID: Int] = [:]

    /// Starts without keys.
    public init(space: SpaceID) { self.space = space }

    /// Starts with keys.
    public init(space: SpaceID, _ keys: [EpochKey]) {
        self.init(space: space)
        for key in keys { insert(key) }
    }

    /// Adds a key of this space.
    ///
    /// - Returns: Whether it was new.
    @discardableResult
    public mutating func insert(_ key: EpochKey) -> Bool {
        guard places[key.id] == nil else { return false }
        let index = all.firstIndex { $0.isNewer(than: key) } ?? all.endIndex
        all.insert(key, at: index)
        for place in index..<all.count { places[all[place].id] = place }
        return true
    }

    /// The key to write with: the highest by generation, then by id; `nil` without any.
    public var current: EpochKey? { all.last }

    /// The key with an id.
    public subscript(id: EpochID) -> EpochKey? { places[id].map { all[$0] } }
}
