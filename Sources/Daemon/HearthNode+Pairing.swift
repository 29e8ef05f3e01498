internal import Engine
internal import Languages
internal import Transport
internal import Discovery
internal import Community
internal import Keys
internal import Ledger
public import LocalProtocol
internal import SecureChannel
internal import Wire

/// Invitations and joins.
extension HearthNode {
    public func invite(_ request: InviteRequest) async throws(ServiceError) -> Pairing {
        try await openInvitation(.colleague, request)
    }

    /// Opens an invitation and lets its code's time run out.
    func openInvitation(
        _ purpose: PairingDesk.Purpose, _ request: InviteRequest
    ) async throws(ServiceError) -> Pairing {
        try refuseIfClosed(try member)
        let minutes = Limits.pairingSeconds / 60
        if let asked = request.minutes, !(1...minutes).contains(asked) {
            throw ServiceError(.usage, "A code lives 1 to \(minutes) minutes.")
        }
        let lifetime = Duration.seconds(60 * (request.minutes ?? minutes))
        let pairing = await pairings.invite(purpose, lifetime: lifetime)
        // Nothing is looked for, but the code's time has to run out while nobody asks.
        searches.yield(Search(id: pairing.id, locator: 0, address: nil))
        return pairing
    }

    public func join(_ request: JoinRequest) async throws(ServiceError) -> Pairing {
        guard let own else { _ = try member; throw HearthNode.stopping }
        if let membership {
            throw ServiceError(
                .usage, "This home belongs to \(workplaceName(membership).name) already.",
                hint: "Set HEARTH_HOME to make another home.")
        }
        return try await beginJoin(
            code: request.code, address: request.address,
            as: Newcomer(founding: own.founding, name: own.name))
    }

    /// Looks for the inviter of a code.
    func beginJoin(
        code typed: String, address text: String?, as newcomer: Newcomer
    ) async throws(ServiceError) -> Pairing {
        guard let code = PairingCode(typed) else {
            throw ServiceError(
                .usage, "\"\(typed)\" is no code; a code looks like 47-copper-lava.",
                hint: "Ask your colleague to read out the code of `hearth invite` again.")
        }
        var address: Address?
        if let text {
            address = Address(text)
            guard let address else {
                throw ServiceError(
                    .usage, "\"\(text)\" is no address; an address looks like 10.0.0.7:7117.")
            }
            try obey { () throws(PolicyRefusal) in try machine.policy.check(address) }
            guard configuration.addressPolicy.allows(address) else {
                throw ServiceError(
                    .usage, "\(text) is not an address of a local network.",
                    hint: "Name its range in network.extra-ranges of hearth.toml if it is yours.")
            }
        }
        let pairing = try await pairings.join(code: code, newcomer: newcomer)
        searches.yield(Search(id: pairing.id, locator: code.locator, address: address))
        return pairing
    }

    /// Dials whoever announces the locator of a join, until one of them is the inviter.
    func followSearches() async {
        await withDiscardingTaskGroup { group in
            for await search in searchStream {
                group.addTask { await self.look(for: search) }
            }
        }
    }

    private func look(for search: Search) async {
        discovery?.refresh()
        var tried = 0
        while await pairings.isOpen(search.id) {
            if await pairings.isSearching(search.id) {
                let candidates = search.address.map { [$0] } ?? addresses(of: search.locator)
                if !candidates.isEmpty {
                    await pairings.dial(candidates[tried % candidates.count], for: search.id)
                    tried += 1
                } else if tried == 0 {
                    discovery?.refresh()
                }
            }
            await pairings.expire()
            do {
                try await Task.sleep(for: .milliseconds(200))
            } catch {
                return
            }
        }
    }

    private func addresses(of locator: Int) -> [Address] {
        let policy = configuration.addressPolicy
        return sightings.values.filter { $0.locator == locator }.flatMap(\.addresses)
            .filter { policy.allows($0) }.sorted()
    }

    public func pairing(_ request: PairingReference) async throws(ServiceError) -> Pairing {
        guard let pairing = await pairings.pairing(request.id) else {
            throw ServiceError(.notFound, "There is no such pairing.")
        }
        return pairing
    }

    public func watchPairing(
        _ request: PairingReference
    ) async throws(ServiceError) -> AnswerStream<Pairing> {
        guard let (now, changes) = await pairings.watch(request.id) else {
            throw ServiceError(.notFound, "There is no such pairing.")
        }
        return AnswerStream.following(now, then: changes) { $0.state.isOver }
    }

    public func judgeWords(
        _ request: LocalProtocol.PairingVerdict
    ) async throws(ServiceError) -> Pairing {
        try await pairings.judge(request.id, wordsMatch: request.wordsMatch)
    }

    public func cancelPairing(_ request: PairingReference) async throws(ServiceError) -> Pairing {
        try await pairings.cancel(request.id)
    }
}

/// A join that looks for its inviter.
struct Search: Sendable {
    var id: String
    var locator: Int
    var address: Address?
}
