internal import Keys
internal import Wire

/// What one device is told outside of every space: letters for it, and knocks at doors.
extension Conversation {
    /// Sends what waits for the peer's device and wasn't sent in this session.
    mutating func sendPost(in house: inout House) {
        guard stage == .sharing, !house.isOut, let device, house.members[device] != nil
        else { return }
        for letter in house.outbox[device, default: []]
        where post.sent.insert(letter.id).inserted {
            send(.letter(letter), in: &house)
        }
        for token in house.knocks.sorted() where post.knocked.insert(token).inserted {
            guard let proof = knock(token, by: house.identity.deviceID) else { continue }
            send(.knock(proof: proof), in: &house)
        }
    }

    /// A letter is in safe keeping here.
    mutating func confirm(_ letter: Bytes16, in house: inout House) {
        guard stage == .sharing else { return }
        send(.letterTaken(letter), in: &house)
    }

    mutating func receive(_ letter: Letter, in house: inout House) throws(Violation) {
        guard let device, house.members[device] != nil else { return try strike(in: house) }
        post.received += 1
        guard post.received <= house.settings.lettersPerSession else {
            return try strike(in: house)
        }
        house.effects.append(.letter(letter, from: device))
    }

    mutating func receive(letterTaken id: Bytes16, in house: inout House) throws(Violation) {
        guard let device, post.sent.contains(id) else { return try strike(in: house) }
        house.outbox[device]?.removeAll { $0.id == id }
        house.effects.append(.letterTaken(id, by: device))
    }

    /// Whoever knows the code of an open invitation is told to the shell; anybody else learns
    /// nothing, not even that there is no such invitation.
    mutating func receive(knock proof: Bytes16, in house: inout House) throws(Violation) {
        guard let device, house.members[device] != nil else { return try strike(in: house) }
        post.heard += 1
        guard post.heard <= house.settings.knocksPerSession else { return try strike(in: house) }
        for token in house.invitations.sorted() {
            guard let expected = knock(token, by: device),
                isEqualInConstantTime(expected.bytes, proof.bytes)
            else { continue }
            house.effects.append(.knocked(token, by: device))
        }
    }

    /// What the owner of a code shows in this session.
    private func knock(_ token: Bytes16, by device: DeviceID) -> Bytes16? {
        guard let handshakeHash else { return nil }
        return Hash.keyed(token.bytes, .knock, [handshakeHash.bytes, device.bytes]).firstHalf
    }
}

/// What went to and fro in one session outside of spaces.
struct Post: Sendable {
    var sent: Set<Bytes16> = []
    var knocked: Set<Bytes16> = []
    var received = 0
    var heard = 0
}
