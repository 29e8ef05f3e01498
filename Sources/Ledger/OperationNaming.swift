internal import Keys
public import Wire

/// The names of operations: hashes of where they stand.
public enum OperationNaming {
    /// The name of the operation at an index of a commit.
    public static func id(log: LogID, sequence: UInt64, index: Int) -> OperationID {
        var place = start(log, sequence)
        return finish(&place, index)
    }

    /// The names of the first `count` operations of a commit, in order.
    public static func ids(log: LogID, sequence: UInt64, count: Int) -> [OperationID] {
        var place = start(log, sequence)
        var ids: [OperationID] = []
        ids.reserveCapacity(count)
        for index in 0..<count { ids.append(finish(&place, index)) }
        return ids
    }

    private static func start(_ log: LogID, _ sequence: UInt64) -> Bytes {
        var place = Bytes()
        place.reserveCapacity(48)
        log.append(to: &place)
        Bytes8(word: sequence).append(to: &place)
        return place
    }

    /// Adds the index to a place, hashes it and takes the index away again.
    private static func finish(_ place: inout Bytes, _ index: Int) -> OperationID {
        Bytes8(word: UInt64(index)).append(to: &place)
        let hash = place.withUnsafeBytes { Hash.digest(.operation, $0) }
        place.removeLast(8)
        return OperationID(raw: hash.firstHalf)
    }
}
