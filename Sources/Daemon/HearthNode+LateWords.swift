internal import Community
internal import Languages
internal import Ledger
public import LocalProtocol
internal import Storage
internal import Wire

/// Words that a removed device wrote behind the end of its log, and members who let them in.
extension HearthNode {
    public func lateWords() async throws(ServiceError) -> LateWordsList {
        LateWordsList(late: try await kept().map(\.shown))
    }

    public func release(_ request: ReleaseRequest) async throws(ServiceError) -> ReleaseAnswer {
        let member = try self.member
        try refuseIfClosed(member)
        let kept = try await kept()
        var chosen = kept.filter { $0.isOf(request.of) }
        if let text = request.community {
            let spaces = try await chosenCommunity(text).spaces
            chosen.removeAll { !spaces.contains($0.space) }
        }
        guard !chosen.isEmpty else {
            throw ServiceError(
                .notFound, "Nothing of \"\(request.of)\" waits to be let in here.",
                hint: "`hearth release` shows what does.")
        }
        for (space, logs) in Dictionary(grouping: chosen, by: \.space)
            .sorted(by: { $0.key < $1.key })
        {
            try await write([[.statement(.logsEnded(logs.map(\.log.release)))]], to: space)
        }
        return ReleaseAnswer(
            released: chosen.map(\.shown), durability: await durability(in: chosen[0].space))
    }

    /// A log with late words, as it is and as people see it.
    private struct Kept {
        let space: SpaceID
        let log: LateLog
        let shown: LateWords

        /// Whether somebody means it who names a person or a computer.
        func isOf(_ text: String) -> Bool {
            let wanted = text.lowercased()
            return [shown.device, shown.deviceName, shown.person.name, shown.person.code]
                .contains { $0.lowercased() == wanted }
        }
    }

    /// Everything that is kept in the workplace and in the communities that one is in.
    private func kept() async throws(ServiceError) -> [Kept] {
        let member = try self.member
        var kept: [Kept] = []
        for space in member.openSpaces.sorted() {
            let isHome = space == member.workplace.space
            guard isHome || member.directory.isMember(member.person, of: space) else { continue }
            let community = try await communityName(of: space, member)
            for log in store.lateLogs(in: space) {
                kept.append(
                    Kept(space: space, log: log, shown: try await shown(log, space, community)))
            }
        }
        return kept
    }

    private func communityName(
        of space: SpaceID, _ member: Membership
    ) async throws(ServiceError) -> CommunityName? {
        guard space != member.workplace.space else { return nil }
        return try await communityNames()[space]
    }

    private func shown(
        _ log: LateLog, _ space: SpaceID, _ community: CommunityName?
    ) async throws(ServiceError) -> LateWords {
        let device = try await devices(of: log.writer.person).first {
            $0.id == log.writer.device.hex
        }
        // Who wanted their words to be shown to nobody is not quoted here either.
        let isTaken = store.directory?.person(log.writer.person)?.tookWords ?? false
        let words = try await stored { () async throws(StorageError) in
            try await store.words(of: log, in: space, limit: isTaken ? 0 : Self.itemsShown)
        }
        return LateWords(
            person: personName(of: log.writer.person), device: log.writer.device.code,
            deviceName: device?.name ?? "a computer", community: community,
            commits: Int(clamping: log.length - log.end),
            items: words.map {
                LateItem(
                    kind: $0.kind, text: String($0.text.prefix(Self.charactersShown)),
                    at: Timestamp(milliseconds: $0.wallClock))
            })
    }

    private static let itemsShown = 20
    private static let charactersShown = 200
}
