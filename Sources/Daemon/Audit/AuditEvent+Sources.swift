internal import Engine
internal import LocalProtocol

extension Diagnostic {
    /// What the security log is to know of it; `nil` for what is ordinary.
    var auditEvent: AuditEvent? {
        switch self {
        case .authenticated(_, let device, isMember: false):
            .peerRefused(device, reason: "not a member")
        case .removedDevice(let device): .peerRefused(device, reason: "removed")
        case .notPermitted(let device):
            .peerRefused(device, reason: "asked for what it may not have")
        case .ended(_, let device, .violation): .peerRefused(device, reason: "broke the protocol")
        case .refused(let device, _, _, .forged): .peerRefused(device, reason: "forged signature")
        default: nil
        }
    }
}

extension PairingState {
    /// What the security log is to know of the end of a pairing; `nil` for what it knows already.
    func auditEvent(isInviter: Bool) -> AuditEvent? {
        switch self {
        case .refused: .pairingRefused(isInviter: isInviter)
        case .expired: .pairingExpired(isInviter: isInviter)
        case .failed: .pairingFailed(isInviter: isInviter)
        default: nil
        }
    }
}
