internal import Community
internal import Languages
public import LocalProtocol
internal import Storage
internal import Wire

/// What those who look after the machine govern and see.
extension HearthNode {
    public func policy() async throws(ServiceError) -> PolicyReport {
        machine.policy.report(configuration, mode: atRest)
    }

    public func audit(
        _ request: AuditRequest
    ) async throws(ServiceError) -> AnswerStream<AuditLine> {
        let since = request.sinceSeconds.map { age in
            clocks.wallClock &- min(max(age, 0), HearthNode.longestAge) &* 1_000
        }
        let lines = try reading { () throws(DaemonError) in
            try machine.log.lines(since: since, event: request.event)
        }
        let rest = Remaining(lines)
        return AnswerStream { await rest.next() }
    }

    public func verifyAudit(
        _ request: AuditVerification
    ) async throws(ServiceError) -> AuditVerdict {
        try reading { () throws(DaemonError) in
            try machine.log.verify(from: UInt64(clamping: max(1, request.first ?? 1)))
        }
    }

    /// A hundred years in seconds: older than any line.
    private static let longestAge: Int64 = 3_155_760_000

    /// How the keys and words of this home lie on the disk.
    var atRest: AtRestMode { keys.fileKey == nil ? .open : .sealed }

    /// Writes an event into the security log of this machine.
    nonisolated func audit(_ event: AuditEvent) { machine.audit(event) }

    private func reading<Answer>(
        _ body: () throws(DaemonError) -> Answer
    ) throws(ServiceError) -> Answer {
        do {
            return try body()
        } catch {
            throw ServiceError(.internal, said: error.description)
        }
    }

    /// Does what the policy has to agree to.
    func obey(_ body: () throws(PolicyRefusal) -> Void) throws(ServiceError) {
        do {
            try body()
        } catch {
            audit(.policyRefused(error))
            throw error.service
        }
    }

    // MARK: Quotas

    /// Begins to count what a space takes here.
    func countBytes(of space: SpaceID) {
        guard quota.isLimited else { return }
        quota.set(Int64(clamping: store.bytes(of: space)), of: space)
    }

    /// Whether there is room in a space for what a peer sends.
    func hasRoom(in space: SpaceID) -> Bool {
        guard let workplace = membership?.workplace.space else { return true }
        quota.files = Int64(clamping: files.bytes)
        return quota.exceeded(in: space, workplace: workplace) == nil
    }

    /// Refuses to write into a space that has used up its quota.
    func checkRoom(in space: SpaceID, of member: Membership) throws(ServiceError) {
        guard let limit = quota.exceeded(in: space, workplace: member.workplace.space) else {
            return
        }
        let name = member.directory.community(of: space)?.name ?? say("this community")
        try obey { () throws(PolicyRefusal) in
            switch limit {
            case .space: throw machine.policy.refusal(.spaceQuota, of: say("more words in \(name)"))
            case .all: throw machine.policy.refusal(.quota, of: say("more words on this computer"))
            }
        }
    }
}

/// Gives values one by one to one consumer.
private actor Remaining<Value: Sendable> {
    private var rest: ArraySlice<Value>

    init(_ values: [Value]) { rest = values[...] }

    func next() -> Value? { rest.popFirst() }
}
