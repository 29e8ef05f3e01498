internal import Community
internal import Languages
internal import Ledger
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// People who are set aside: they read and do not write for a while, the community gets a new key,
/// and whoever let them in is told.
extension HearthNode {
    /// A decision to set somebody aside, with the key that was in use then.
    struct KnownAside: Sendable {
        let aside: SetAside
        /// `nil` in an open community, which everybody can read.
        let key: EpochKey?

        /// Whether the person wrote something while it held, as far as can be told.
        func covers(_ place: WrittenPlace, under key: EpochKey?, at now: Int64) -> Bool {
            let isUnderNewKey = self.key.flatMap { old in key.map { $0.isNewer(than: old) } }
            return place.person == aside.person
                && aside.covers(
                    place.log, sequence: place.sequence, written: place.written,
                    isUnderNewKey: isUnderNewKey, at: now)
        }
    }

    /// Refuses what somebody who is set aside does not do.
    ///
    /// - Throws: `noSuchRight` with the end.
    func checkNotSetAside(in community: CommunitySummary) async throws(ServiceError) {
        let me = try member.person
        for space in community.spaces {
            for aside in try await setAsides(in: space)
            where aside.person == me && aside.isActive(at: clocks.wallClock) {
                throw ServiceError(
                    .noSuchRight,
                    "You are set aside in \(community.name) until \(aside.lastDay).",
                    hint: "You can read; it ends by itself. `hearth proposals` tells why.")
            }
        }
    }

    /// All that were ever decided in a space.
    private func setAsides(in space: SpaceID) async throws(ServiceError) -> [SetAside] {
        let proposals = try await stored { () async throws(StorageError) in
            try await store.hasSetAsides(in: space) ? try await store.proposals(in: space) : []
        }
        return SetAside.all(among: proposals.map(\.decided))
    }

    /// The keys that were in use when people were set aside.
    func known(
        _ asides: [SetAside], in space: SpaceID
    ) async throws(ServiceError) -> [KnownAside] {
        guard let community = store.directory?.community(of: space), community.visibility != .open
        else { return asides.map { KnownAside(aside: $0, key: nil) } }
        let keys = try await stored { () async throws(StorageError) in
            try await store.keys(of: asides.compactMap(\.decidedBy), in: space)
        }
        return asides.map { aside in
            KnownAside(aside: aside, key: aside.decidedBy.flatMap { keys[$0] })
        }
    }

    // MARK: What follows

    /// Looks soon what was decided about people of a space, if anything ever was.
    func followSetAsidesSoon(in space: SpaceID) async {
        guard space != membership?.workplace.space else { return }
        do {
            if try await store.hasSetAsides(in: space) { keyAlarm.set(.zero) }
        } catch {
            logger.error("proposals could not be read", metadata: ["error": "\(error)"])
        }
    }

    /// Puts keys out of use that were in use when somebody was set aside, and tells this node's
    /// person once if it was they who let that person in.
    func followSetAsides() async {
        guard let member = membership else { return }
        for community in member.directory.communities(of: member.person) {
            do {
                try await followSetAsides(in: community, for: member.person)
            } catch {
                logger.error(
                    "what was decided about people could not be followed",
                    metadata: ["space": "\(community.space)", "error": "\(error)"])
            }
        }
    }

    private func followSetAsides(
        in community: Directory.Community, for person: PersonID
    ) async throws {
        guard try await store.hasSetAsides(in: community.space) else { return }
        try await store.settle()
        let asides = try await known(
            try await setAsides(in: community.space), in: community.space)
        store.bar(Set(asides.compactMap(\.key?.id)), of: community.space)
        for aside in asides.map(\.aside)
        where isNews(aside, of: community, for: person)
            && toldAsides.insert(aside.proposal).inserted
        {
            tell(.space, sentence(aside, of: community), community: community.record.hex)
        }
    }

    /// What the status says of people who are set aside: to themselves, and to those who let them
    /// in; to nobody else.
    func warningsOfSetAsides(_ member: Membership) async throws(ServiceError) -> [String] {
        var warnings: [String] = []
        for community in member.directory.communities(of: member.person) {
            for aside in try await setAsides(in: community.space)
            where aside.isActive(at: clocks.wallClock) {
                if aside.person == member.person {
                    warnings.append(
                        say(
                            "You are set aside in \(community.name) until \(aside.lastDay): you can "
                                + "read, and it ends by itself."))
                } else if isNews(aside, of: community, for: member.person) {
                    warnings.append(sentence(aside, of: community).said)
                }
            }
        }
        return warnings
    }

    /// Whether a person is told of a decision because they let the other one in.
    private func isNews(
        _ aside: SetAside, of community: Directory.Community, for person: PersonID
    ) -> Bool {
        aside.isActive(at: clocks.wallClock) && aside.person != person
            && (store.directory?.sponsors(of: aside.person, in: community).contains(person)
                ?? false)
    }

    private func sentence(_ aside: SetAside, of community: Directory.Community) -> Sentence {
        Sentence(
            "\(name(of: aside.person)), whom you let in, is set aside in \(community.name) until "
                + "\(aside.lastDay): they read and do not write. You are told because you let them in."
        )
    }
}

extension SetAside {
    /// The day on which it ends, as it is shown.
    fileprivate var lastDay: Substring { Timestamp(milliseconds: until).text.prefix(10) }
}
