internal import Community
internal import Languages
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// This person's word on what their communities decided, kept true.
extension HearthNode {
    /// Gives this person's word that communities are open, and mends words that came out otherwise.
    ///
    /// That a community is open can't be taken back, so the word is given only once this node sees that
    /// the decision stands, and not while somebody closes it: whoever closed first learns later that
    /// there were enough. Of merges and closings the word is given at once; it may be that others had
    /// seen more.
    func followNotices() async {
        guard let member = membership, standing(member) == .fine else { return }
        for community in member.directory.communities where hasWord(on: community, member) {
            do throws(ServiceError) {
                try await openIfDecided(community, member)
                try await mendWords(on: community, member)
            } catch {
                logger.error(
                    "a notice could not be given", metadata: ["error": "\(error.message)"])
            }
        }
    }

    /// Whether there can be something to say: in a listed community, or after words given before.
    private func hasWord(on community: Directory.Community, _ member: Membership) -> Bool {
        guard community.joined[member.person] != nil else { return false }
        return community.visibility == .listed
            || community.opening != nil && !decidedOpenings.contains(community.space)
            || community.shape.words.contains { $0.value[member.person] != nil }
    }

    /// Looks for something to say in a moment, once for all that arrives until then: looking makes the
    /// view catch up with the log, which must not happen for every batch.
    ///
    /// - Parameter space: Where something arrived; `nil` to look in any case.
    func followNoticesLater(in space: SpaceID? = nil) {
        guard let member = membership, !isFollowingNotices,
            member.directory.communities.contains(where: {
                $0.space == space ?? $0.space && hasWord(on: $0, member)
            })
        else { return }
        isFollowingNotices = true
        later.yield { [weak self] in
            guard (try? await Task.sleep(for: HearthNode.noticeDelay)) != nil else { return }
            await self?.followNoticesNow()
        }
    }

    private func followNoticesNow() async {
        isFollowingNotices = false
        await followNotices()
    }

    /// How long this node waits for more to arrive before it looks.
    private static let noticeDelay = Duration.seconds(2)

    /// Says otherwise where this person's last word is not what became of a proposal that they closed.
    private func mendWords(
        on community: Directory.Community, _ member: Membership
    ) async throws(ServiceError) {
        let words = community.shape.words.compactMapValues { $0[member.person]?.notice }
        guard !words.isEmpty else { return }
        for decided in try await storedProposals(in: community.space).map(\.decided) {
            guard let said = words[decided.proposal.id] else { continue }
            let truth = decided.notice(by: member.person)
            if let truth, truth != said { try await tellWorkplace(truth, in: community.space) }
        }
    }

    /// Finds in a community's own records whether it decided to be open, and does what follows.
    private func openIfDecided(
        _ community: Directory.Community, _ member: Membership
    ) async throws(ServiceError) {
        let space = community.space
        let isOpened = community.opening != nil
        guard isOpened ? !decidedOpenings.contains(space) : community.visibility == .listed,
            community.isMember(member.person),
            try await hasProposals(of: .visibility, in: space)
        else { return }
        let openings = try await storedProposals(in: space).map(\.decided).filter(\.isOpening)
        if openings.isEmpty {
            decidedOpenings.remove(space)
        } else {
            decidedOpenings.insert(space)
        }
        var hasSpoken = false
        for decided in openings
        where decided.decision.state == .adopted && decided.wasAdopted(by: member.person) {
            let id = decided.proposal.id
            let isSaid = (community.openingWords[id] ?? []).contains {
                $0.person == member.person
            }
            guard !isSaid, !isOpened else { continue }
            try await tellWorkplace(Notice(.opened, of: id), in: space)
            hasSpoken = true
        }
        // Whoever gave the last word needn't wait until somebody else publishes the keys.
        if hasSpoken, store.directory?.community(of: space)?.opening != nil {
            await discharge(KeyDuty(.publish, of: space))
        }
        keyAlarm.set(.zero)
    }

    private func hasProposals(
        of kind: ProposalKind, in space: SpaceID
    ) async throws(ServiceError) -> Bool {
        try await stored { () async throws(StorageError) in
            try await store.hasProposals(of: kind, in: space)
        }
    }
}

extension DecidedProposal {
    /// Whether a community is to be open by it.
    fileprivate var isOpening: Bool {
        proposal.kind == .visibility && Visibility.adopted(among: [self]) == .open
    }

    /// What a person who closed it has to say of it; `nil` as long as nothing is certain.
    func notice(by person: PersonID) -> Notice? {
        switch decision.state {
        case .notAdopted, .void: Notice(.nothing, of: proposal.id)
        case .adopted: wasAdopted(by: person) ? proposal.notice : nil
        case .open, .underReview: nil
        }
    }

    /// Whether a person closed it and found it adopted.
    fileprivate func wasAdopted(by person: PersonID) -> Bool {
        deliberation.closings.contains {
            $0.person == person && $0.version == decision.version?.id && $0.outcome == .adopted
        }
    }
}

extension Proposal {
    /// What the workplace is told once it is adopted; `nil` for what concerns its members only.
    var notice: Notice? {
        switch kind {
        case .merge: Notice(.merged, of: id, other: community)
        case .close: Notice(.closed, of: id)
        default: nil
        }
    }
}
