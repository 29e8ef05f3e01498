import Engine
import Keys
import Ledger
import SecureChannel
import TestKit
import Wire

/// A device whose keys a test holds, and that says whatever the test wants.
struct Puppet {
    let identity: LocalIdentity
    /// The other end's name for the connection.
    let connection: ConnectionID
    private(set) var session: Session
    /// Messages that came and the test hasn't looked at.
    var inbox: [SessionMessage] = []
    private(set) var handshakeHash: Bytes32?
    private(set) var remoteStatic: Bytes32?
    /// Whether the other end has closed the connection.
    var isClosed = false

    init(
        _ identity: LocalIdentity, over connection: ConnectionID, networkKey: SecretBytes? = nil,
        using generator: inout SeededGenerator
    ) {
        self.identity = identity
        self.connection = connection
        session = Session(
            role: connection.isDialled ? .responder : .initiator, staticKey: identity.agreement,
            networkKey: networkKey ?? identity.networkKey,
            ephemeral: .generate(using: &generator))
    }

    var member: Member {
        Member(device: identity.deviceID, person: identity.person, name: "Puppet")
    }

    /// Takes in bytes and returns what the handshake answers.
    mutating func receive(_ bytes: Bytes) throws -> [Bytes] {
        var answers: [Bytes] = []
        for event in try session.receive(bytes) {
            switch event {
            case .send(let bytes): answers.append(bytes)
            case .established(let hash, let remote):
                handshakeHash = hash
                remoteStatic = remote
            case .message(let message): inbox.append(try SessionMessage.decode(message))
            }
        }
        return answers
    }

    mutating func start() -> [Bytes] {
        session.start().compactMap { event in
            guard case .send(let bytes) = event else { return nil }
            return bytes
        }
    }

    mutating func seal(_ message: SessionMessage) throws -> Bytes {
        try session.seal(message.encoded())
    }

    mutating func seal(raw message: Bytes) throws -> Bytes { try session.seal(message) }

    /// The proof of this device, or of another with this device's handshake.
    func proof(as identity: LocalIdentity? = nil, role: Role? = nil) throws -> Proof {
        let identity = identity ?? self.identity
        guard let handshakeHash else { throw ChannelError.notEstablished }
        return Proof(
            device: identity.deviceID,
            agreementBinding: DeviceProof.bind(
                identity.agreement.publicKey, with: identity.device),
            person: identity.person,
            signature: DeviceProof.sign(
                as: role ?? session.role, handshakeHash: handshakeHash, with: identity.device))
    }

    func tag(of space: SpaceID) -> SpaceTag {
        let hash = Hash.keyed(handshakeHash?.bytes ?? [0], .tag, [space.bytes])
        return SpaceTag(raw: Bytes8(word: hash.prefix))
    }

    func hello(
        _ spaces: [SpaceID], versions: ClosedRange<UInt32> = 1...1, addresses: [String] = []
    ) -> Hello {
        Hello(
            versions: versions, capabilities: [], software: "puppet/1",
            spaces: spaces.map { tag(of: $0) }, addresses: addresses, wallClock: 0)
    }
}
