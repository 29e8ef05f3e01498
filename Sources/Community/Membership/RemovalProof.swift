internal import Ledger
public import Wire

/// What a device that was put out has to be shown to see it with its own fold.
///
/// It is a beginning of every log of the workplace's space, no longer than what had come here when
/// the device went out: what it would have got if it had been connected then. There is nothing to
/// believe in it; whoever gets it verifies and folds it like anything else.
public struct RemovalProof: Sendable {
    /// A statement by its place, for its number of arrival.
    public struct Place: Hashable, Sendable {
        /// The log.
        public let log: LogID
        /// The sequence of its commit.
        public let sequence: UInt64
    }

    /// The device.
    public let device: DeviceID
    private let evidence: Evidence

    init(_ device: DeviceID, _ evidence: Evidence) {
        self.device = device
        self.evidence = evidence
    }

    /// Where everything stands that was said about people and keys.
    public var places: Set<Place> {
        Set(evidence.testimonies.map { Place(log: $0.log, sequence: $0.sequence) })
    }

    /// How far each log has to be shown.
    ///
    /// - Parameter arrivals: The numbers of arrival of the ``places``; what has none is left out.
    /// - Returns: The least lengths, by logs, with which the device is out; `nil` if it isn't.
    public func reach(_ arrivals: [Place: Int64]) -> [LogID: UInt64]? {
        let order = arrivals.sorted {
            ($0.value, $0.key.log, $0.key.sequence) < ($1.value, $1.key.log, $1.key.sequence)
        }.map(\.key)
        // The device is out with the first `out` of them, and not with the first `isIn`.
        var (isIn, out) = (0, order.count)
        guard isOut(Self.lengths(order[...])) else { return nil }
        while out - isIn > 1 {
            let middle = (isIn + out) / 2
            if isOut(Self.lengths(order[..<middle])) { out = middle } else { isIn = middle }
        }
        return Self.lengths(order[..<out])
    }

    private static func lengths(_ places: ArraySlice<Place>) -> [LogID: UInt64] {
        places.reduce(into: [:]) { lengths, place in
            lengths[place.log] = max(lengths[place.log] ?? 0, place.sequence)
        }
    }

    private func isOut(_ lengths: [LogID: UInt64]) -> Bool {
        MembershipFold.decide(evidence.limited(to: lengths)).isOut(device)
    }
}

extension Replica {
    /// What shows that a device was put out.
    public func removalProof(of device: DeviceID) -> RemovalProof {
        RemovalProof(device, evidence)
    }
}

extension Membership {
    /// Whether a device was somebody's and may not act for them any more.
    public func isOut(_ device: DeviceID) -> Bool {
        people.contains { person in
            person.devices.contains {
                $0.card.device == device && (!$0.isIn || person.standing == .departed)
            }
        }
    }
}
