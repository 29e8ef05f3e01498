internal import Ledger
internal import Sync
internal import Wire

/// What a device that was put out is still told: that it is, by the commits that say so.
///
/// It is shown the workplace's space as it stood here when the device went out, which it verifies
/// and folds like anything else; nobody could make up a removal. It is told nothing newer, not even
/// how much there is, and nothing is taken from it.
extension Conversation {
    /// Whether this conversation is there only to show the peer that it is out.
    var isTelling: Bool { told != nil }

    /// How far this node has a space, as far as the peer may know.
    func frontier(of space: SpaceID, in house: House) -> Frontier? {
        told ?? house.spaces[space]?.frontier
    }

    /// The peer is out: what shows it is looked for, and the conversation goes on when it is found.
    mutating func beginTelling(in house: inout House) {
        guard let device else { return }
        guard !house.isOut else { return dismiss(.deviceRevoked, in: &house) }
        if let proof = house.removalProofs[device] { return tell(proof, in: &house) }
        if house.removalsAsked.insert(device).inserted {
            house.effects.append(.proveRemoval(of: device))
        }
    }

    /// Shows the peer so much of the workplace's space, and then says goodbye.
    mutating func tell(_ proof: Frontier?, in house: inout House) {
        guard !isOver, told == nil, let device, house.removed.contains(device) else { return }
        guard let proof, proof.count > 0 else { return dismiss(.deviceRevoked, in: &house) }
        told = proof
        tellingEnd = house.now + house.settings.tellingTime
        greet(in: &house)
        beginSharing(in: &house)
    }

    /// Says goodbye once the peer has everything that it is shown, or doesn't want it.
    mutating func finishTelling(in house: inout House) {
        guard let told, stage == .sharing else { return }
        if let state = shared[house.identity.workplace] {
            guard state.peer.isSettled, state.serving == nil, state.peer.theyLack(told) == 0
            else { return }
        }
        dismiss(.deviceRevoked, in: &house)
    }

    /// Whether a change of the members leaves a conversation as it is that shows a removal.
    ///
    /// A device that is in again begins anew, as comparisons of more can't be grafted on this one.
    mutating func reviewTelling(of device: DeviceID, in house: inout House) -> Bool {
        let isWaiting = greetedSpaces == nil && house.removalsAsked.contains(device)
        guard isTelling || isWaiting else { return false }
        if !house.removed.contains(device) {
            dismiss(.shuttingDown, detail: "you are in again", in: &house)
        }
        return true
    }
}

extension Node {
    /// The shell knows what shows a device that it is out.
    mutating func take(removalProof proof: Frontier?, of device: DeviceID) {
        guard house.removalsAsked.remove(device) != nil else { return }
        if let proof { house.removalProofs[device] = proof }
        for id in conversations.keys.sorted() where conversations[id]?.device == device {
            conversations[id]?.tell(proof, in: &house)
        }
    }

    /// This node's own device is out, or in again.
    mutating func changeStanding(isOut: Bool) {
        house.isOut = isOut
        for id in conversations.keys.sorted() { conversations[id]?.reviewRights(in: &house) }
    }
}
