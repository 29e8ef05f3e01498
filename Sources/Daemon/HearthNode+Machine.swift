internal import Community
public import LocalProtocol
internal import Storage
internal import Wire

/// What those who look after the machine govern and see.
extension HearthNode {
    public func policy() async throws(ServiceError) -> PolicyReport {
        policy.report(configuration, mode: .open)
    }

    /// Does what the policy has to agree to.
    func obey(_ body: () throws(PolicyRefusal) -> Void) throws(ServiceError) {
        do {
            try body()
        } catch {
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
        return quota.exceeded(in: space, workplace: workplace) == nil
    }

    /// Refuses to write into a space that has used up its quota.
    func checkRoom(in space: SpaceID, of member: Membership) throws(ServiceError) {
        guard let limit = quota.exceeded(in: space, workplace: member.workplace.space) else {
            return
        }
        let name = member.directory.community(of: space)?.name ?? "this community"
        try obey { () throws(PolicyRefusal) in
            switch limit {
            case .space: throw policy.refusal(.spaceQuota, of: "more words in \(name)")
            case .all: throw policy.refusal(.quota, of: "more words on this computer")
            }
        }
    }
}
