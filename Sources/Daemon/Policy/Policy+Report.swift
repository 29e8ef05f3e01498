internal import Languages
internal import LocalProtocol
internal import Transport

extension Policy {
    /// What holds on this machine, rule by rule.
    ///
    /// - Parameters:
    ///   - configuration: The configuration with this policy in force.
    ///   - mode: How this home lies on the disk.
    func report(_ configuration: Configuration, mode: AtRestMode) -> PolicyReport {
        PolicyReport(
            files: files,
            rules: PolicyKey.allCases.map { key in
                let place = words(key) == nil ? nil : place(key)
                let (value, source) = inForce(key, configuration, mode)
                return PolicyRule(
                    key: key.rawValue, rule: words(key), path: place?.path, line: place?.line,
                    value: value, source: source, remark: remark(key, mode))
            })
    }

    private func remark(_ key: PolicyKey, _ mode: AtRestMode) -> String? {
        if key == .lease, lease != nil, mode == .open {
            return say("not enforced: this home is open, so there is nothing to lock")
        }
        return key.remark
    }

    /// The value that holds, and where it comes from.
    private func inForce(
        _ key: PolicyKey, _ configuration: Configuration, _ mode: AtRestMode
    ) -> (String, String) {
        func chosen(_ name: String, _ value: String) -> (String, String) {
            if let line = configuration.lines[name] {
                return (value, say("hearth.toml, line \(line)"))
            }
            return (value, isBinding(key) ? say("policy") : say("default"))
        }
        switch key {
        case .interfaces:
            let names = configuration.interfaces
            return chosen(
                "network.interfaces", names.isEmpty ? say("all") : names.joined(separator: ", "))
        case .ranges:
            if let ranges {
                return (ranges.map(\.description).joined(separator: ", "), say("policy"))
            }
            let extra = configuration.extraRanges.map { ", \($0)" }.joined()
            return chosen("network.extra-ranges", say("private and link-local\(extra)"))
        case .hopLimit:
            let value = "\(configuration.hopLimit)"
            return configuration.lines["network.hop-limit"] == nil
                ? (value, say("default")) : chosen("network.hop-limit", value)
        case .port:
            let port = configuration.port ?? Configuration.defaultPort
            return chosen("network.port", "\(port)")
        case .atRest: return chosen("storage.at-rest", mode.rawValue)
        case .syslog:
            return chosen(
                "audit.syslog", configuration.isSyslogWanted == true ? say("on") : say("off"))
        case .wipe:
            return chosen(
                "security.wipe-when-revoked",
                configuration.wipesWhenRevoked ? say("yes") : say("no"))
        case .export: return permission(isExportAllowed)
        case .gateway: return permission(isGatewayAllowed)
        case .spaceQuota: return limit(spaceQuota.map { ByteCount($0).text })
        case .quota: return limit(quota.map { ByteCount($0).text })
        case .attachmentSize: return limit(attachmentSize.map { ByteCount($0).text })
        case .lease: return limit(lease.map(DurationText.text))
        case .retentionLeast: return limit(retentionLeast.map(DurationText.text))
        case .retentionMost: return limit(retentionMost.map(DurationText.text))
        }
    }

    /// Whether a rule sets the value itself where the configuration is silent.
    private func isBinding(_ key: PolicyKey) -> Bool { words(key) != nil }

    private func permission(_ isAllowed: Bool?) -> (String, String) {
        (
            isAllowed == false ? say("no") : say("yes"),
            isAllowed == nil ? say("default") : say("policy")
        )
    }

    private func limit(_ text: String?) -> (String, String) {
        (text ?? say("none"), text == nil ? say("default") : say("policy"))
    }
}
