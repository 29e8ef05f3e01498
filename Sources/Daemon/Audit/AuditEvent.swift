internal import Wire

/// Something that those who answer for a machine's security have to be able to look up.
///
/// The fields are identifiers, reasons and numbers. What people write, what they are called and
/// where they are is never among them.
enum AuditEvent: Equatable, Sendable {
    // The node.
    case nodeStarted(version: String)
    case nodeStopped
    case policyInForce(path: String, hash: String)
    case policyRefused(PolicyRefusal)
    case rightRefused(request: String)

    // Who belongs here.
    case workplaceFounded(SpaceID)
    case workplaceJoined(SpaceID, inviter: PersonID)
    case pairingBegun(isInviter: Bool)
    case pairingAdmitted(PersonID)
    case pairingRefused(isInviter: Bool)
    case pairingExpired(isInviter: Bool)
    case pairingFailed(isInviter: Bool)
    case peerRefused(DeviceID?, reason: String)
    /// A decision about a person or a device, by whomever; the step's kind without what it holds.
    case membershipChanged(step: String, PersonID)

    // Shared terminals.
    case signedIn(PersonID, with: String)
    case signInRefused(PersonID?, reason: String)

    // Pages for telephones.
    case gatewayOpened(port: UInt16)
    case gatewayShut

    // Keys and words.
    case keyCreated(kind: String, of: String)
    case keyChanged(kind: String, of: String)
    case exported(what: String)
    case wordsErased(space: SpaceID, commits: Int)
    case locked(reason: String)
    case unlocked
    case unlockRefused
    case sealed
    case unsealed

    // The log itself.
    case logContinued(previous: Bytes32)
    case logMended(bytes: Int)
    case logShortened(expected: UInt64)
    case logDamaged

    /// The name in the log; it never changes.
    var name: String {
        switch self {
        case .nodeStarted: "node-started"
        case .nodeStopped: "node-stopped"
        case .policyInForce: "policy-in-force"
        case .policyRefused: "policy-refused"
        case .rightRefused: "right-refused"
        case .workplaceFounded: "workplace-founded"
        case .workplaceJoined: "workplace-joined"
        case .pairingBegun: "pairing-begun"
        case .pairingAdmitted: "pairing-admitted"
        case .pairingRefused: "pairing-refused"
        case .pairingExpired: "pairing-expired"
        case .pairingFailed: "pairing-failed"
        case .peerRefused: "peer-refused"
        case .membershipChanged: "membership-changed"
        case .signedIn: "signed-in"
        case .signInRefused: "sign-in-refused"
        case .gatewayOpened: "gateway-opened"
        case .gatewayShut: "gateway-shut"
        case .keyCreated: "key-created"
        case .keyChanged: "key-changed"
        case .exported: "exported"
        case .wordsErased: "words-erased"
        case .locked: "locked"
        case .unlocked: "unlocked"
        case .unlockRefused: "unlock-refused"
        case .sealed: "sealed"
        case .unsealed: "unsealed"
        case .logContinued: "log-continued"
        case .logMended: "log-mended"
        case .logShortened: Self.logShortenedName
        case .logDamaged: Self.logDamagedName
        }
    }

    static let logShortenedName = "log-shortened"
    static let logDamagedName = "log-damaged"

    /// What it is about.
    var fields: [String: String] {
        switch self {
        case .nodeStarted(let version): ["version": version]
        case .policyInForce(let path, let hash): ["path": path, "hash": hash]
        case .policyRefused(let refusal):
            ["path": refusal.path, "line": "\(refusal.line)", "rule": refusal.key.rawValue]
        case .rightRefused(let request): ["request": request]
        case .workplaceFounded(let space): ["space": space.hex]
        case .workplaceJoined(let space, let inviter):
            ["space": space.hex, "inviter": inviter.hex]
        case .pairingBegun(let isInviter), .pairingRefused(let isInviter),
            .pairingExpired(let isInviter), .pairingFailed(let isInviter):
            ["role": isInviter ? "inviter" : "joiner"]
        case .pairingAdmitted(let person): ["person": person.hex]
        case .peerRefused(let device, let reason):
            ["device": device?.hex ?? "unknown", "reason": reason]
        case .membershipChanged(let step, let person): ["step": step, "person": person.hex]
        case .signedIn(let person, let means): ["person": person.hex, "with": means]
        case .signInRefused(let person, let reason):
            ["person": person?.hex ?? "unknown", "reason": reason]
        case .gatewayOpened(let port): ["port": "\(port)"]
        case .keyCreated(let kind, let owner), .keyChanged(let kind, let owner):
            ["kind": kind, "of": owner]
        case .exported(let what): ["what": what]
        case .wordsErased(let space, let commits):
            ["space": space.hex, "commits": "\(commits)"]
        case .locked(let reason): ["reason": reason]
        case .logContinued(let previous): ["previous": previous.hex]
        case .logMended(let bytes): ["bytes": "\(bytes)"]
        case .logShortened(let expected): ["expected": "\(expected)"]
        case .nodeStopped, .gatewayShut, .unlocked, .unlockRefused, .sealed, .unsealed,
            .logDamaged:
            [:]
        }
    }

    /// Whether others can cause it as often as they like, so that it is written seldom.
    var isThrottled: Bool {
        switch self {
        case .peerRefused, .rightRefused, .policyRefused, .unlockRefused, .signInRefused: true
        default: false
        }
    }
}
