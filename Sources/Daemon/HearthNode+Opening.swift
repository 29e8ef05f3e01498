internal import Community
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// Listed communities that decide to be open.
extension HearthNode {
    /// Gives this person's word that communities are open, where they closed the proposal as adopted
    /// and nothing speaks against it.
    ///
    /// The word can't be taken back, so it is given only once this node sees that the decision stands,
    /// and not while somebody closes it: whoever closed first learns later that there were enough.
    func followOpenings() async {
        guard let member = membership, standing(member) == .fine else { return }
        for community in member.directory.communities
        where community.visibility == .listed && community.isMember(member.person) {
            do throws(ServiceError) {
                try await openIfDecided(community, member)
            } catch {
                logger.error(
                    "a community could not be opened", metadata: ["error": "\(error.message)"])
            }
        }
    }

    private func openIfDecided(
        _ community: Directory.Community, _ member: Membership
    ) async throws(ServiceError) {
        let space = community.space
        let isAny = try await stored { () async throws(StorageError) in
            try await store.hasProposals(of: .visibility, in: space)
        }
        guard isAny else { return }
        for decided in try await storedProposals(in: space).map(\.decided)
        where decided.isOpening && decided.wasAdopted(by: member.person) {
            let id = decided.proposal.id
            let isSaid = (community.openingWords[id] ?? []).contains {
                $0.person == member.person
            }
            if !isSaid { try await tellWorkplace(Notice(.opened, of: id), in: space) }
        }
        // Whoever gave the last word needn't wait until somebody else publishes the keys.
        if store.directory?.community(of: space)?.opening != nil {
            await discharge(KeyDuty(.publish, of: space))
        }
    }
}

extension DecidedProposal {
    /// Whether a community is to be open by it, and no objection waits to be looked at.
    fileprivate var isOpening: Bool {
        proposal.kind == .visibility && decision.state == .adopted
            && Visibility.adopted(among: [self]) == .open
    }

    /// Whether a person closed it and found it adopted.
    fileprivate func wasAdopted(by person: PersonID) -> Bool {
        deliberation.closings.contains {
            $0.person == person && $0.version == decision.version?.id && $0.outcome == .adopted
        }
    }
}
