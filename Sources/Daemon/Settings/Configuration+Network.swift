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
                reason: "network.extra-ranges has \"\(range)\", which is no range such as "
                    + "192.0.2.0/24")
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

    static func replacing(staticPeers: [Address], in text: String) -> String {
        let list = staticPeers.map { "\"\($0)\"" }.joined(separator: ", ")
        let setting = "static-peers = [\(list)]"
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let start = lines.firstIndex(where: { $0.trimmedStart.hasPrefix("static-peers") }) {
            var end = start
            while end < lines.count - 1, !lines[end].contains("]") { end += 1 }
            lines.replaceSubrange(start...end, with: [setting])
        } else if let section = lines.firstIndex(where: { $0.trimmedStart.hasPrefix("[network]") })
        {
            lines.insert(setting, at: section + 1)
        } else {
            if lines.last == "" { lines.removeLast() }
            lines += ["[network]", setting, ""]
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmedStart: Substring { drop { $0 == " " || $0 == "\t" } }
}
