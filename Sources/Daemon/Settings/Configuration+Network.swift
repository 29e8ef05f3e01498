internal import Languages
internal import LocalProtocol
internal import Transport
internal import Wire

extension Configuration {
    /// Which addresses this node may have to do with.
    var addressPolicy: AddressPolicy {
        AddressPolicy(
            allowsLoopback: isLoopbackAllowed,
            // A range that the policy of the machine lists is a range of the building.
            additionalRanges: extraRanges.compactMap { AddressRange($0) } + (ranges ?? []),
            onlyRanges: ranges)
    }

    /// What the transport needs to know.
    func transport() throws(DaemonError) -> TransportSettings {
        for range in extraRanges where AddressRange(range) == nil {
            throw .configuration(
                path: "hearth.toml", line: nil,
                reason: say(
                    "network.extra-ranges has \"\(range)\", which is no range such as "
                        + "192.0.2.0/24"))
        }
        var settings = TransportSettings()
        settings.port = port ?? Configuration.defaultPort
        settings.interfaces = interfaces
        settings.policy = addressPolicy
        settings.hopLimit = hopLimit
        return settings
    }

    /// Changes the static peers in a configuration file and leaves every other line as it is.
    static func write(staticPeers: [Address], path: String) throws(DaemonError) {
        let content = try PrivateFile.read(path, isSecret: false) ?? []
        let text = String(decoding: content, as: UTF8.self)
        let changed = replacing(staticPeers: staticPeers, in: text)
        _ = try Configuration(text: changed, path: path)
        try PrivateFile.replace(path, with: Bytes(changed.utf8))
    }

    /// Says in a configuration file how the home lies on the disk, and where its passphrase is.
    static func write(
        atRest: AtRestMode, usesKeyring: Bool, path: String
    ) throws(DaemonError) {
        let content = try PrivateFile.read(path, isSecret: false) ?? []
        let text = String(decoding: content, as: UTF8.self)
        var changed = replacing(
            "at-rest", in: "storage", with: "\"\(atRest.rawValue)\"", of: text)
        if usesKeyring || changed.contains("unlock-with") {
            let means = usesKeyring ? "\"session-keyring\"" : "\"passphrase\""
            changed = replacing("unlock-with", in: "storage", with: means, of: changed)
        }
        _ = try Configuration(text: changed, path: path)
        try PrivateFile.replace(path, with: Bytes(changed.utf8))
    }

    static func replacing(staticPeers: [Address], in text: String) -> String {
        let list = staticPeers.map { "\"\($0)\"" }.joined(separator: ", ")
        return replacing("static-peers", in: "network", with: "[\(list)]", of: text)
    }

    /// Sets one key of a text and leaves every other line as it is.
    static func replacing(
        _ key: String, in section: String, with value: String, of text: String
    ) -> String {
        let setting = "\(key) = \(value)"
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let start = lines.firstIndex(where: { $0.trimmedStart.hasPrefix(key) }) {
            var end = start
            if lines[start].contains("[") {
                while end < lines.count - 1, !lines[end].contains("]") { end += 1 }
            }
            lines.replaceSubrange(start...end, with: [setting])
        } else if let head = lines.firstIndex(where: { $0.trimmedStart.hasPrefix("[\(section)]") })
        {
            lines.insert(setting, at: head + 1)
        } else {
            if lines.last == "" { lines.removeLast() }
            lines += ["[\(section)]", setting, ""]
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmedStart: Substring { drop { $0 == " " || $0 == "\t" } }
}
