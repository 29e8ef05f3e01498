internal import Foundation
internal import Languages
internal import LocalProtocol
internal import Transport
public import Wire

/// What the owner of this computer decided in `hearth.toml`.
///
/// Every key has a default; a file need not exist. A key that is not known is an error, because a
/// misspelt key would otherwise be a setting that silently does not hold.
public struct Configuration: Equatable, Sendable {
    /// The TCP port for peers; `nil` takes 7117, or any free one if 7117 is taken.
    public var port: UInt16?
    /// The interfaces to use, by name; empty for all that suit.
    public var interfaces: [String] = []
    /// Peers to dial without discovery.
    public var staticPeers: [Address] = []
    /// Domains whose name servers are asked for nodes.
    public var searchDomains: [String] = []
    /// How many routers a packet may cross, plus one.
    public var hopLimit: UInt8 = 1
    /// Address ranges allowed besides the private and link-local ones, such as `192.0.2.0/24`.
    public var extraRanges: [String] = []
    /// Whether peers on this same computer are allowed through the loopback interface.
    public var isLoopbackAllowed = false
    /// Whether to announce and look for peers with multicast DNS.
    public var isMulticastEnabled = true
    /// How keys and words lie on the disk; `nil` leaves them as they are.
    var atRest: AtRestMode?
    /// Seconds without a request after which a sealed home locks itself; `nil` for never.
    var lockAfter: Int64?
    /// Whether the passphrase of a sealed home lies in the session keyring.
    var unlocksWithKeyring = false
    /// Whether the security log also goes to the system's; `nil` for no.
    var isSyslogWanted: Bool?
    /// Whether the keys are removed from this computer once its device is revoked or its person has
    /// left.
    public var wipesWhenRevoked = false
    /// Seconds without a request after which somebody is signed out at a shared terminal.
    var kioskIdle: Int64 = 75
    /// Bytes of the largest attached file that is fetched without anybody asking for it.
    var fetchBelow: UInt64 = 1 << 20
    /// Whether news are told on the desktop of the session, if it has one.
    public var isDesktopTold = true
    /// What telephones on the network may read here.
    var gateway = GatewaySettings()
    /// The least severe level that is logged: trace, debug, info, notice, warning, error.
    public var logLevel = "info"
    /// What the policy of this machine adds to it; set by ``Policy/apply(to:)``.
    var ranges: [AddressRange]?
    /// The line of each key that the file sets.
    var lines: [String: Int] = [:]

    /// The configuration of a home without a file.
    public init() {}

    /// The port that is tried first.
    public static let defaultPort: UInt16 = 7117

    /// Reads a configuration file.
    ///
    /// - Parameter path: The file; if there is none, the defaults hold.
    /// - Throws: ``DaemonError/configuration(path:line:reason:)`` with the line, where known.
    public static func read(path: String) throws(DaemonError) -> Configuration {
        guard FileManager.default.fileExists(atPath: path) else { return Configuration() }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw .unusable(path: path, reason: say("it can't be read as UTF-8 text"))
        }
        return try Configuration(text: text, path: path)
    }

    init(text: String, path: String) throws(DaemonError) {
        let table = try SettingsTable(text: text, path: path, known: Configuration.known)
        lines = table.lines
        try readNetwork(table)
        try readGateway(table)
        if let mode = try table.word("storage.at-rest", of: AtRestMode.allCases.map(\.rawValue)) {
            atRest = AtRestMode(rawValue: mode)
        }
        lockAfter = try table.duration("storage.lock-after")
        unlocksWithKeyring =
            try table.word("storage.unlock-with", of: ["passphrase", "session-keyring"])
            == "session-keyring"
        isSyslogWanted = try table.flag("audit.syslog")
        wipesWhenRevoked = try table.flag("security.wipe-when-revoked") ?? wipesWhenRevoked
        kioskIdle = try kioskIdle(table) ?? kioskIdle
        fetchBelow =
            try table.size("attachments.fetch-below").map { UInt64(clamping: $0) } ?? fetchBelow
        isDesktopTold = try table.flag("notifications.desktop") ?? isDesktopTold
        let levels = ["trace", "debug", "info", "notice", "warning", "error"]
        logLevel = try table.word("log.level", of: levels) ?? logLevel
    }

    private func kioskIdle(_ table: SettingsTable) throws(DaemonError) -> Int64? {
        guard let idle = try table.duration("kiosk.sign-out-after") else { return nil }
        guard (30...3_600).contains(idle) else {
            throw table.wrong("kiosk.sign-out-after", say("it is from 30s to 1h"))
        }
        return idle
    }

    private mutating func readNetwork(_ table: SettingsTable) throws(DaemonError) {
        port = try table.number("network.port", 0...65_535).map { UInt16($0) }
        interfaces = try table.texts("network.interfaces") ?? []
        staticPeers = try Configuration.addresses("network.static-peers", table)
        searchDomains = try Configuration.domains("network.search-domains", table)
        hopLimit = try table.number("network.hop-limit", 1...255).map { UInt8($0) } ?? hopLimit
        extraRanges = try table.texts("network.extra-ranges") ?? []
        isLoopbackAllowed = try table.flag("network.loopback") ?? isLoopbackAllowed
        isMulticastEnabled = try table.flag("network.multicast") ?? isMulticastEnabled
    }

    private static func addresses(
        _ key: String, _ table: SettingsTable
    ) throws(DaemonError) -> [Address] {
        var addresses: [Address] = []
        for text in try table.texts(key) ?? [] {
            guard let address = Address(text) else {
                throw table.wrong(
                    key, say("has \"\(text)\", which is not an address such as 10.0.0.7:7117"))
            }
            addresses.append(address)
        }
        return addresses
    }

    private static func domains(
        _ key: String, _ table: SettingsTable
    ) throws(DaemonError) -> [String] {
        let domains = try table.texts(key) ?? []
        for domain in domains where !isDomain(domain) {
            throw table.wrong(
                key, say("has \"\(domain)\", which is not a domain such as plant.example"))
        }
        return domains
    }

    /// Whether name servers can be asked about a domain; `local` is asked with multicast.
    private static func isDomain(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 200 && labels.last != "local"
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count)
                    && label.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                            || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
                    }
            }
    }

    private static let known = [
        "network.port", "network.interfaces", "network.static-peers", "network.search-domains",
        "network.hop-limit",
        "network.extra-ranges", "network.loopback", "network.multicast", "storage.at-rest",
        "storage.lock-after", "storage.unlock-with", "audit.syslog", "security.wipe-when-revoked",
        "kiosk.sign-out-after", "attachments.fetch-below", "notifications.desktop", "log.level",
        "gateway.listen", "gateway.port", "gateway.names",
    ]
}
