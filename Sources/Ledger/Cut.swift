public import Keys
public import Wire

/// A signed statement that a log ends for everybody because its device or person is out.
public struct Cut: Hashable, Sendable {
    /// The space.
    public let space: SpaceID
    /// The log.
    public let log: LogID
    /// How many commits of the log count.
    public let length: UInt64
    /// The device that says so.
    ///
    /// Whether it may is for the community's rules to say.
    public let device: DeviceID
    /// The device's signature over space, log and length.
    public let signature: Bytes64

    /// Gives a cut that came from elsewhere its form; ``isValid`` says what it is worth.
    public init(
        space: SpaceID, log: LogID, length: UInt64, device: DeviceID, signature: Bytes64
    ) {
        self.space = space
        self.log = log
        self.length = length
        self.device = device
        self.signature = signature
    }

    /// Makes a cut.
    public static func make(
        space: SpaceID, log: LogID, length: UInt64, device: SigningKey
    ) -> Cut {
        Cut(
            space: space, log: log, length: length, device: DeviceID(raw: device.publicKey),
            signature: device.sign(.cut, signedParts(space, log, length)))
    }

    /// Whether the device signed the cut.
    public var isValid: Bool {
        Signature.isValid(
            signature, of: .cut, Cut.signedParts(space, log, length), by: device.raw)
    }

    private static func signedParts(_ space: SpaceID, _ log: LogID, _ length: UInt64) -> [Bytes] {
        [space.bytes, log.bytes, bigEndianBytes(length)]
    }
}

/// Where the logs of one space end for everybody.
///
/// Forks and departures are kept apart, because several of a kind count differently: of forks the
/// lowest, since everything after the first is in doubt; of departures the highest, since somebody
/// who decided had already seen that much. The lower of both ends the log. The result doesn't
/// depend on the order in which anything arrived.
public struct CutSet: Equatable, Sendable {
    /// The space.
    public let space: SpaceID
    private var forks: [LogID: UInt64] = [:]
    private var departures: [LogID: UInt64] = [:]

    /// Starts without cuts.
    public init(space: SpaceID) { self.space = space }

    /// Takes in the proof of a fork.
    ///
    /// - Throws: ``LedgerError/foreignSpace(_:)`` for one of another space.
    public mutating func insert(_ proof: ForkProof) throws(LedgerError) {
        guard proof.space == space else { throw .foreignSpace(proof.space) }
        let length = proof.common.length
        forks[proof.log] = min(forks[proof.log] ?? length, length)
    }

    /// Takes in a cut that the community's rules permit.
    ///
    /// - Throws: ``LedgerError/foreignSpace(_:)`` for one of another space;
    ///   ``LedgerError/cutForged(log:)`` if its device didn't sign it.
    public mutating func insert(_ cut: Cut) throws(LedgerError) {
        guard cut.space == space else { throw .foreignSpace(cut.space) }
        guard cut.isValid else { throw .cutForged(log: cut.log) }
        departures[cut.log] = max(departures[cut.log] ?? 0, cut.length)
    }

    /// Takes in everything that another set of the same space holds.
    public mutating func merge(_ other: CutSet) throws(LedgerError) {
        guard other.space == space else { throw .foreignSpace(other.space) }
        forks.merge(other.forks) { min($0, $1) }
        departures.merge(other.departures) { max($0, $1) }
    }

    /// How many commits of a log count; `nil` if it isn't cut.
    public func length(of log: LogID) -> UInt64? {
        switch (forks[log], departures[log]) {
        case (nil, nil): nil
        case (let fork?, nil): fork
        case (nil, let departure?): departure
        case (let fork?, let departure?): min(fork, departure)
        }
    }

    /// Whether a commit counts: is applied, forwarded and part of the frontier.
    public func allows(_ log: LogID, sequence: UInt64) -> Bool {
        length(of: log).map { sequence <= $0 } ?? true
    }
}
