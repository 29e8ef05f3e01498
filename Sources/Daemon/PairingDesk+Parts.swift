internal import Keys
internal import LocalProtocol
internal import SecureChannel
internal import Transport
internal import Wire

extension PairingDesk {
    /// Whom an invitation is for.
    enum Purpose: Sendable {
        /// Somebody new, or somebody who has a recovery sheet.
        case colleague
        /// One more computer of the person of this home.
        case device
        /// A colleague who lost all computers.
        case recovery(PersonID)

        /// As people see it; nothing for the usual one.
        var shown: PairingPurpose? {
            switch self {
            case .colleague: nil
            case .device: .device
            case .recovery: .recovery
            }
        }
    }

    /// What a pairing needs from the node.
    struct Host: Sendable {
        /// Says whose a newcomer's device shall become; `nil` for a person who is new.
        var offer: @Sendable (Newcomer, Purpose) async throws(ServiceError) -> PairingOffer?
        /// Writes what lets the newcomer in; gives what a newcomer needs.
        var admit:
            @Sendable (Newcomer, PairingOffer?, PairingAcceptance?) async throws(ServiceError) ->
                Welcome
        /// Gives the keys of this computer, if it may become what is offered.
        var consider: @Sendable (PairingOffer) async throws(ServiceError) -> NewDevice
        /// Makes this node a part of the workplace that welcomes it.
        var adopt: @Sendable (Welcome, PairingOffer?) async throws(ServiceError) -> WorkplaceName
        /// Announces the locator of the open invitation, or that there is none.
        var announce: @Sendable (Int?) async -> Void
        /// Writes into the security log.
        var audit: @Sendable (AuditEvent) -> Void
    }

    /// The keys with which this computer accepts an offer.
    struct NewDevice: Sendable {
        let device: SigningKey
        let sheet: SigningKey?
    }

    /// One side of one pairing.
    enum Side {
        case inviter(Invitation, PairingInviter?)
        case joiner(PairingJoiner)
    }

    /// A pairing with what it needs to go on.
    struct Entry {
        var shown: Pairing
        var side: Side
        var purpose = Purpose.colleague
        var connection: ConnectionNumber?
        var newcomer: Newcomer?
        var offer: PairingOffer?
        var acceptance: PairingAcceptance?
        let changes = Broadcast<Pairing>()
    }
}

extension PairingOffer.Purpose {
    /// As people see it.
    var shown: PairingPurpose? {
        switch self {
        case .device: .device
        case .sheet: .sheet
        case .recovery: .recovery
        case .unknown: nil
        }
    }
}

extension PairingState {
    /// Whether nothing can follow.
    var isOver: Bool {
        switch self {
        case .joined, .refused, .expired, .cancelled, .failed: true
        case .waiting, .searching, .connecting, .comparing, .waitingForOther: false
        }
    }
}
