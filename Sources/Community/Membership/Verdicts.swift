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
    public private(set) var ends: [SpaceID: [LogID: UInt64]] = [:]
    /// The ends that were named first, in the order of stamps: statements about people and keys
    /// count as far as that, whoever lets in more words.
    private var firstEnds: [SpaceID: [LogID: UInt64]] = [:]
    /// What members have let in of what came behind such an end, by space, in the order of stamps.
    public private(set) var releases: [SpaceID: [Release]] = [:]

    init(_ membership: Membership, _ evidence: SpaceEvidence) {
        self.membership = membership
        releases[membership.workplace] = membership.releases.isEmpty ? nil : membership.releases
        hear(evidence)
    }

    /// In a community members say where the logs of devices that were put out end, and the
    /// highest length counts; while nobody has spoken, all of a log does.
    private mutating func hear(_ evidence: SpaceEvidence) {
        let spoken = evidence.ends
            .filter {
                membership.isAdmitted($0.testimony.writer) && Rights.permits($0.testimony)
            }
            .sorted { ($0.space, $0.testimony.stamp) < ($1.space, $1.testimony.stamp) }
        for entry in spoken {
            guard case .logsEnded(let named) = entry.testimony.statement else { continue }
            for end in named {
                guard let writer = evidence.writers[entry.space]?[end.log],
                    membership.wasRemoved(writer)
                else { continue }
                let former = ends[entry.space]?[end.log]
                if let former,
                    let release = Release(entry.testimony, end, by: writer, after: former)
                {
                    releases[entry.space, default: []].append(release)
                }
                firstEnds[entry.space, default: [:]][end.log] =
                    firstEnds[entry.space]?[end.log] ?? end.length
                ends[entry.space, default: [:]][end.log] = max(former ?? 0, end.length)
            }
        }
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

    /// Whether a statement counts: late ones don't, even where members have let late words in.
    func counts(_ testimony: Testimony, in space: SpaceID) -> Bool {
        let end =
            space == membership.workplace
            ? membership.decidedEnd(of: testimony.log) : firstEnds[space]?[testimony.log]
        return membership.wasAdmitted(testimony.writer) && Rights.permits(testimony)
            && end.map { testimony.sequence <= $0 } ?? true
    }
}

extension WriteStamp {
    /// The sequence of the commit that a stamp names.
    var sequence: UInt64 { index >> 18 }
}
