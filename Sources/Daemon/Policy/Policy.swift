internal import Keys
internal import Languages
internal import LocalProtocol
internal import Transport
internal import Wire

/// What those who look after this machine decided for it, usually in `/etc/hearth/policy.toml`.
///
/// A policy only takes away: whatever it does not name stays as `hearth.toml` and the defaults say.
/// It governs one machine and has no word about any community.
public struct Policy: Equatable, Sendable {
    /// Where a rule stands.
    struct Place: Equatable, Sendable {
        var path: String
        var line: Int
    }

    /// The files that it was read from, with their hashes; none without a policy.
    var files: [PolicyFile] = []
    /// Where each rule stands that is set.
    private(set) var places: [PolicyKey: Place] = [:]

    /// The only interfaces to be used.
    private(set) var interfaces: [String]?
    /// The only addresses to be dialled and accepted, beside those of this machine itself.
    private(set) var ranges: [AddressRange]?
    /// The highest hop limit.
    private(set) var hopLimit: Int?
    /// The only TCP port.
    private(set) var port: Int?
    /// Bytes that a community may take here at most.
    private(set) var spaceQuota: Int64?
    /// Bytes that all spaces may take here at most.
    private(set) var quota: Int64?
    /// Bytes of an attachment at most.
    private(set) var attachmentSize: Int64?
    /// How keys and words must lie on the disk.
    private(set) var atRest: AtRestMode?
    /// Seconds without any peer after which a sealed home locks itself.
    private(set) var lease: Int64?
    /// Whether the keys must be removed once this device is revoked or its person has left.
    private(set) var isWipingRequired: Bool?
    /// Seconds for which words must be kept.
    private(set) var retentionLeast: Int64?
    /// Seconds after which words must be gone.
    private(set) var retentionMost: Int64?
    /// Whether replicas may be written out.
    private(set) var isExportAllowed: Bool?
    /// Whether other devices may read through this one.
    private(set) var isGatewayAllowed: Bool?
    /// Whether the security log must go to the system's as well.
    private(set) var isSyslogRequired: Bool?

    /// A machine without a policy.
    init() {}

    /// Reads the text of a policy.
    ///
    /// - Throws: ``DaemonError/configuration(path:line:reason:)``.
    init(text: String, path: String) throws(DaemonError) {
        let table = try SettingsTable(
            text: text, path: path, known: PolicyKey.allCases.map(\.rawValue))
        let hash = Hash.digest(.policy, [Bytes(text.utf8)])
        files = [PolicyFile(path: path, hash: hash.hex)]
        for (key, line) in table.lines {
            if let key = PolicyKey(rawValue: key) { places[key] = Place(path: path, line: line) }
        }
        interfaces = try Policy.nonEmpty(.interfaces, try table.texts(key(.interfaces)), table)
        ranges = try Policy.ranges(table)
        hopLimit = try table.number(key(.hopLimit), 1...255)
        port = try table.number(key(.port), 1...65_535)
        spaceQuota = try table.size(key(.spaceQuota))
        quota = try table.size(key(.quota))
        attachmentSize = try table.size(key(.attachmentSize))
        atRest = try table.word(key(.atRest), of: [AtRestMode.sealed.rawValue])
            .flatMap(AtRestMode.init)
        lease = try table.duration(key(.lease))
        isWipingRequired = try table.flag(key(.wipe))
        retentionLeast = try table.duration(key(.retentionLeast))
        retentionMost = try table.duration(key(.retentionMost))
        isExportAllowed = try table.flag(key(.export))
        isGatewayAllowed = try table.flag(key(.gateway))
        isSyslogRequired = try table.flag(key(.syslog))
        try checkRetention()
    }

    private func key(_ key: PolicyKey) -> String { key.rawValue }

    private static func nonEmpty(
        _ key: PolicyKey, _ list: [String]?, _ table: SettingsTable
    ) throws(DaemonError) -> [String]? {
        guard list?.isEmpty == true else { return list }
        throw table.wrong(
            key.rawValue, say("is to name at least one; without the key all are allowed"))
    }

    private static func ranges(_ table: SettingsTable) throws(DaemonError) -> [AddressRange]? {
        let key = PolicyKey.ranges
        guard let texts = try nonEmpty(key, try table.texts(key.rawValue), table) else {
            return nil
        }
        var ranges: [AddressRange] = []
        for text in texts {
            guard let range = AddressRange(text) else {
                throw table.wrong(
                    key.rawValue, say("has \"\(text)\", which is no range such as 192.168.0.0/16"))
            }
            ranges.append(range)
        }
        return ranges
    }

    private func checkRetention() throws(DaemonError) {
        guard let least = retentionLeast, let most = retentionMost, least > most else { return }
        throw .configuration(
            path: place(.retentionLeast).path, line: place(.retentionLeast).line,
            reason: say("storage.retention-least is longer than storage.retention-most"))
    }

    /// Where a rule stands; the first line of the file if the line could not be found.
    func place(_ key: PolicyKey) -> Place {
        places[key] ?? Place(path: files.first?.path ?? Policy.defaultPath, line: 1)
    }

    // MARK: Two policies

    /// Adds the rules of another policy: where both have one, the stricter holds.
    ///
    /// - Throws: ``DaemonError/configuration(path:line:reason:)`` where nothing satisfies both.
    mutating func tighten(with other: Policy) throws(DaemonError) {
        files += other.files
        take(.interfaces, \.interfaces, other) { mine, others in
            mine.filter(others.contains)
        }
        take(.ranges, \.ranges, other) { mine, others in
            mine.flatMap { range in others.compactMap { range.intersection($0) } }
        }
        guard interfaces?.isEmpty != true else { throw contradiction(.interfaces, other) }
        guard ranges?.isEmpty != true else { throw contradiction(.ranges, other) }
        if let port, let others = other.port, port != others {
            throw contradiction(.port, other)
        }
        take(.port, \.port, other) { mine, _ in mine }
        take(.hopLimit, \.hopLimit, other, min)
        take(.spaceQuota, \.spaceQuota, other, min)
        take(.quota, \.quota, other, min)
        take(.attachmentSize, \.attachmentSize, other, min)
        take(.atRest, \.atRest, other) { mine, _ in mine }
        take(.lease, \.lease, other, min)
        take(.wipe, \.isWipingRequired, other) { $0 || $1 }
        take(.retentionLeast, \.retentionLeast, other, max)
        take(.retentionMost, \.retentionMost, other, min)
        take(.export, \.isExportAllowed, other) { $0 && $1 }
        take(.gateway, \.isGatewayAllowed, other) { $0 && $1 }
        take(.syslog, \.isSyslogRequired, other) { $0 || $1 }
        try checkRetention()
    }

    private mutating func take<Value: Equatable>(
        _ key: PolicyKey, _ value: WritableKeyPath<Policy, Value?>, _ other: Policy,
        _ join: (Value, Value) -> Value
    ) {
        guard let others = other[keyPath: value] else { return }
        let mine = self[keyPath: value]
        let joined = mine.map { join($0, others) } ?? others
        if joined != mine { places[key] = other.place(key) }
        self[keyPath: value] = joined
    }

    private func contradiction(_ key: PolicyKey, _ other: Policy) -> DaemonError {
        let place = other.place(key)
        return .configuration(
            path: place.path, line: place.line,
            reason: say("nothing satisfies both this \(key.rawValue) and that of \(files[0].path)"))
    }
}
