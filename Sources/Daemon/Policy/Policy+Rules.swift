internal import Languages
internal import LocalProtocol
internal import Transport
internal import Wire

// What the rules say, and what they forbid.
extension Policy {
    /// A rule in words, such as `hop-limit at most 2`; `nil` if the policy has none.
    func words(_ key: PolicyKey) -> String? {
        value(key).map { "\(key.name) \($0)" }
    }

    private func value(_ key: PolicyKey) -> String? {
        switch key {
        case .interfaces: interfaces.map { say("only \($0.joined(separator: ", "))") }
        case .ranges: ranges.map { say("only \($0.map(\.description).joined(separator: ", "))") }
        case .hopLimit: hopLimit.map { say("at most \($0)") }
        case .port: port.map { say("only \($0)") }
        case .spaceQuota: spaceQuota.map { say("at most \(ByteCount($0).text)") }
        case .quota: quota.map { say("at most \(ByteCount($0).text)") }
        case .attachmentSize: attachmentSize.map { say("at most \(ByteCount($0).text)") }
        case .atRest: atRest.map(\.rawValue)
        case .lease: lease.map { say("at most \(DurationText.text($0))") }
        case .wipe: isWipingRequired.map { $0 ? say("required") : say("not required") }
        case .retentionLeast: retentionLeast.map(DurationText.text)
        case .retentionMost: retentionMost.map(DurationText.text)
        case .export: isExportAllowed.map { $0 ? say("allowed") : say("not allowed") }
        case .gateway: isGatewayAllowed.map { $0 ? say("allowed") : say("not allowed") }
        case .syslog: isSyslogRequired.map { $0 ? say("required") : say("not required") }
        }
    }

    /// The refusal of something by a rule that is set.
    func refusal(_ key: PolicyKey, of subject: String) -> PolicyRefusal {
        let place = place(key)
        return PolicyRefusal(
            subject: subject, key: key, words: words(key) ?? key.name, path: place.path,
            line: place.line)
    }

    // MARK: What a configuration may say

    /// Refuses what a configuration wants beyond this policy, and puts the rules in force in it.
    ///
    /// - Parameter path: The file of the configuration, for the refusal.
    /// - Throws: ``DaemonError/forbidden(_:)``.
    func apply(to configuration: inout Configuration, path: String) throws(DaemonError) {
        if let refusal = refusal(of: configuration, path) { throw .forbidden(refusal) }
        if let interfaces, configuration.interfaces.isEmpty {
            configuration.interfaces = interfaces
        }
        configuration.ranges = ranges
        if let port { configuration.port = UInt16(port) }
        if let atRest { configuration.atRest = atRest }
        if isWipingRequired == true { configuration.wipesWhenRevoked = true }
        if isSyslogRequired == true { configuration.isSyslogWanted = true }
    }

    private func refusal(of configuration: Configuration, _ path: String) -> PolicyRefusal? {
        func refused(_ key: PolicyKey, _ name: String, _ value: String) -> PolicyRefusal {
            let place = configuration.lines[name].map { "\(path):\($0)" } ?? path
            return refusal(key, of: "\(place): \(name) = \(value)")
        }
        if let interfaces,
            let other = configuration.interfaces.first(where: { !interfaces.contains($0) })
        {
            return refused(.interfaces, "network.interfaces", "[…, \"\(other)\"]")
        }
        if let hopLimit, Int(configuration.hopLimit) > hopLimit {
            return refused(.hopLimit, "network.hop-limit", "\(configuration.hopLimit)")
        }
        if let port, let other = configuration.port, Int(other) != port {
            return refused(.port, "network.port", "\(other)")
        }
        if let other = configuration.extraRanges.first(where: { !allows(range: $0) }) {
            return refused(.ranges, "network.extra-ranges", "[…, \"\(other)\"]")
        }
        if let other = configuration.staticPeers.first(where: { !allows($0) }) {
            return refused(.ranges, "network.static-peers", "[…, \"\(other)\"]")
        }
        if atRest == .sealed, configuration.atRest == .open {
            return refused(.atRest, "storage.at-rest", "\"open\"")
        }
        let wipe = "security.wipe-when-revoked"
        if isWipingRequired == true, configuration.lines[wipe] != nil,
            !configuration.wipesWhenRevoked
        {
            return refused(.wipe, wipe, "false")
        }
        if isSyslogRequired == true, configuration.isSyslogWanted == false {
            return refused(.syslog, "audit.syslog", "false")
        }
        return nil
    }

    private func allows(range text: String) -> Bool {
        // What is no range at all is the configuration's own trouble.
        guard let ranges, let range = AddressRange(text) else { return true }
        return ranges.contains { $0.contains(range) }
    }

    /// Whether an address may be dialled as far as this policy is concerned; those of this machine
    /// itself are never its matter.
    func allows(_ address: Address) -> Bool {
        guard let ranges, let numeric = NumericAddress(address.host)?.unmapped else { return true }
        if AddressPolicy.isLoopback(numeric) { return true }
        return ranges.contains { $0.contains(numeric) }
    }

    /// Refuses an address.
    func check(_ address: Address) throws(PolicyRefusal) {
        guard allows(address) else { throw refusal(.ranges, of: "\(address)") }
    }

    /// Refuses to write a replica out where that is not allowed.
    ///
    /// - Parameter what: What is asked for.
    func checkExport(_ what: String) throws(PolicyRefusal) {
        guard isExportAllowed != false else { throw refusal(.export, of: what) }
    }
}
