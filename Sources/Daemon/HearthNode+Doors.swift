internal import Community
internal import Engine
internal import Languages
internal import LocalProtocol
internal import Logging
internal import Storage
internal import Wire

/// Knocks at the doors of communities, and who is let in.
extension HearthNode {
    /// Answers knocks once this node knows what happened while it was away.
    func followDoors() async {
        for await _ in doorAlarm.rings {
            let connected = await membership?.loop.peers().filter { $0.state == .connected } ?? []
            let due = doorBell.answer(at: clocks.now) { isUpToDate(with: connected, about: $0) }
            for knock in due { await open(knock.token, to: knock.device) }
            if doorBell.isRung { doorAlarm.set(DoorBell.interval) }
        }
    }

    /// Whether nothing is missing here of what connected colleagues have of the community of a
    /// token.
    private func isUpToDate(with connected: [PeerReport], about token: Bytes16) -> Bool {
        guard let membership, let directory = store.directory,
            let (community, _) = invitation(token, in: directory, of: membership.person)
        else { return true }
        return connected.flatMap(\.spaces).filter { $0.space == community.space }
            .allSatisfy { $0.isInSync && $0.weLack == 0 }
    }

    /// Somebody knows the code of an invitation: lets them in as long as it counts.
    private func open(_ token: Bytes16, to device: DeviceID) async {
        guard let membership, let directory = store.directory,
            let person = directory.members.first(where: { $0.device == device })?.person,
            let (community, invitation) = invitation(token, in: directory, of: membership.person),
            !community.isMember(person)
        else { return }
        do throws(ServiceError) {
            if invitation.guests.contains(person) {
                try await post(community, to: person, token: token)
            } else if invitation.isOpen(at: clocks.wallClock) {
                try await letIn(person, into: community, token: token)
                tell(
                    .space,
                    Sentence("\(name(of: person)) came into \(community.name) with a code."),
                    community: community.record.hex)
            }
        } catch {
            logger.error("a door could not be opened", metadata: ["error": "\(error.message)"])
        }
    }

    private func invitation(
        _ token: Bytes16, in directory: Directory, of person: PersonID
    ) -> (Directory.Community, Directory.Invitation)? {
        for community in directory.communities where community.isMember(person) {
            for invitation in community.invitations where invitation.terms.token == token {
                return (community, invitation)
            }
        }
        return nil
    }

    /// Writes that a person is let in, and gives them the keys.
    ///
    /// Whoever said that they are out gets the keys in the letter only: in the community they count
    /// as one of those who may read again once they say so.
    func letIn(
        _ person: PersonID, into community: Directory.Community, token: Bytes16? = nil
    ) async throws(ServiceError) {
        let cards = store.directory?.person(person)?.devices ?? []
        let hasLeft = community.membership[person].map { $0 <= 0 } ?? false
        let sealings = hasLeft ? [] : sealings(of: community.space, for: cards)
        let admission = Compose.admission(of: person, token: token)
        if community.visibility == .listed {
            try await write([admission], to: community.space)
            if !sealings.isEmpty {
                try await write(
                    KeySealer.commits(sealings), to: try member.workplace.space)
            }
        } else {
            try await write(KeySealer.commits(admission + sealings), to: community.space)
        }
        guard community.visibility == .hidden || token != nil else { return }
        try await post(community, to: person, token: token)
    }
}
