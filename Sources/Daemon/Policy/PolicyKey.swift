internal import Languages

/// Everything that a policy can govern: this machine, and nothing that belongs to a community.
///
/// Words, people, members and their rights are not here, so a policy that names them is refused
/// like any other file with a key that is not known.
enum PolicyKey: String, CaseIterable, Sendable {
    case interfaces = "network.interfaces"
    case ranges = "network.ranges"
    case hopLimit = "network.hop-limit"
    case port = "network.port"
    case spaceQuota = "storage.space-quota"
    case quota = "storage.quota"
    case attachmentSize = "storage.attachment-size"
    case atRest = "storage.at-rest"
    case lease = "storage.lease"
    case wipe = "storage.wipe-when-revoked"
    case retentionLeast = "storage.retention-least"
    case retentionMost = "storage.retention-most"
    case export = "export.allowed"
    case gateway = "gateway.allowed"
    case syslog = "audit.syslog"

    /// The key without its section, or the section where that says more.
    var name: String {
        switch self {
        case .export: "export"
        case .gateway: "gateway"
        case .syslog: "syslog"
        default: String(rawValue.drop { $0 != "." }.dropFirst())
        }
    }

    /// What is to be known of a rule that nothing makes use of yet.
    var remark: String? {
        switch self {
        case .retentionLeast, .retentionMost:
            say("not used by this version: nothing is ever removed yet")
        case .interfaces, .ranges, .hopLimit, .port, .spaceQuota, .quota, .attachmentSize, .atRest,
            .lease, .wipe,
            .export, .gateway, .syslog:
            nil
        }
    }
}
