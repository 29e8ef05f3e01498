internal import Keys
public import Wire

/// The state of a log's hash chain after a number of commits.
public struct Head: Hashable, Sendable {
    /// How many commits there are; the last one has this sequence.
    public let length: UInt64
    /// The chain hash after them.
    public let hash: Bytes32

    /// Gives a stored head back its form.
    public init(length: UInt64, hash: Bytes32) {
        self.length = length
        self.hash = hash
    }

    /// The head of a log without commits: its hash is made from the space and the log.
    public static func start(space: SpaceID, log: LogID) -> Head {
        var input = Bytes()
        input.reserveCapacity(64)
        space.append(to: &input)
        log.append(to: &input)
        return Head(length: 0, hash: input.withUnsafeBytes { Hash.digest(.chain, $0) })
    }
}
