internal import Merge
public import Wire

/// Which writings count: the membership, and where logs end in each space.
///
/// A value that follows from all commits that a replica has; every question whether something
/// counts is asked here.
public struct Verdicts: Equatable, Sendable {
    /// Who belongs to the workplace.
    public let membership: Membership
    /// How many commits of a log count, by community, for logs that were ended.
    public let ends: [SpaceID: [LogID: UInt64]]

    init(_ membership: Membership, _ evidence: SpaceEvidence) {
        self.membership = membership
        ends = Self.ends(membership, evidence)
    }

    /// In a community members say where the logs of devices that were put out end, and the
    /// highest length counts; while nobody has spoken, all of a log does.
    private static func ends(
        _ membership: Membership, _ evidence: SpaceEvidence
    ) -> [SpaceID: [LogID: UInt64]] {
        var ends: [SpaceID: [LogID: UInt64]] = [:]
        for entry in evidence.ends where membership.isAdmitted(entry.testimony.writer) {
            guard case .logsEnded(let named) = entry.testimony.statement else { continue }
            for end in named {
                guard let writer = evidence.writers[entry.space]?[end.log],
                    membership.wasRemoved(writer)
                else { continue }
                let former = ends[entry.space]?[end.log] ?? 0
                ends[entry.space, default: [:]][end.log] = max(former, end.length)
            }
        }
        return ends
    }

    /// Whether some log ends elsewhere than in other verdicts.
    public func endsDiffer(from other: Verdicts) -> Bool {
        ends != other.ends || membership.ends != other.membership.ends
            || membership.removedDevices != other.membership.removedDevices
    }

    /// How many commits of a log count; `nil` if it goes on.
    public func end(of log: LogID, in space: SpaceID) -> UInt64? {
        space == membership.workplace ? membership.end(of: log) : ends[space]?[log]
    }

    /// Whether a commit comes before the end of its log.
    public func isWithinEnd(_ log: LogID, sequence: UInt64, in space: SpaceID) -> Bool {
        end(of: log, in: space).map { sequence <= $0 } ?? true
    }

    /// Whether something that was written counts: its writer belonged, and its log hadn't ended.
    func counts(_ writer: Writer, _ stamp: WriteStamp, in space: SpaceID) -> Bool {
        membership.wasAdmitted(writer)
            && isWithinEnd(stamp.writer, sequence: stamp.sequence, in: space)
    }

    /// Whether a statement counts.
    func counts(_ testimony: Testimony, in space: SpaceID) -> Bool {
        counts(testimony.writer, testimony.stamp, in: space)
    }
}

extension WriteStamp {
    /// The sequence of the commit that a stamp names.
    var sequence: UInt64 { index >> 18 }
}
