internal import Languages
internal import LocalProtocol
internal import Transport

/// What the owner of this computer decided about pages for telephones.
struct GatewaySettings: Equatable, Sendable {
    /// Whether the gateway shall be open.
    var isWanted = false
    /// Its TCP port.
    var port: UInt16 = 8427
    /// Names of this computer that a request may address, in lower case.
    var names: [String] = []
}

extension Configuration {
    /// Reads the section `gateway`.
    mutating func readGateway(_ table: SettingsTable) throws(DaemonError) {
        gateway.isWanted = try table.flag("gateway.listen") ?? gateway.isWanted
        gateway.port =
            try table.number("gateway.port", 1...65_535).map { UInt16($0) } ?? gateway.port
        gateway.names = try table.texts("gateway.names")?.map { $0.lowercased() } ?? []
        for name in gateway.names where !Configuration.isHostName(name) {
            throw table.wrong(
                "gateway.names",
                say("has \"\(name)\", which is not a name such as hearth.plant.example"))
        }
        guard gateway.port == port ?? Configuration.defaultPort else { return }
        throw table.wrong(
            lines["gateway.port"] == nil ? "network.port" : "gateway.port",
            say("is to differ: network.port is for colleagues' nodes, gateway.port for pages"))
    }

    private static func isHostName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 200
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count)
                    && label.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
                            || byte == 0x2D || byte == 0x5F
                    }
            }
    }

    /// How the gateway shall listen; `nil` if it shall not, or must not.
    func gatewayPlan(under policy: Policy) -> GatewayPlan? {
        guard gateway.isWanted, policy.isGatewayAllowed != false else { return nil }
        var settings = TransportSettings()
        settings.interfaces = interfaces
        settings.policy = addressPolicy
        let doorway = Doorway(settings)
        return GatewayPlan(port: gateway.port, names: gateway.names, hopLimit: hopLimit) {
            remote, local in
            doorway.admits(remote: remote.host, local: local.host, scope: local.scope)
        }
    }

    /// Says in a configuration file whether the gateway shall be open.
    static func write(isGatewayWanted: Bool, path: String) throws(DaemonError) {
        let content = try PrivateFile.read(path, isSecret: false) ?? []
        let text = String(decoding: content, as: UTF8.self)
        let changed = replacing(
            "listen", in: "gateway", with: isGatewayWanted ? "true" : "false", of: text)
        _ = try Configuration(text: changed, path: path)
        try PrivateFile.replace(path, with: Array(changed.utf8))
    }
}

extension Policy {
    /// Why the gateway must stay shut; `nil` if it may be open.
    ///
    /// - Parameter subject: What was asked for.
    func gatewayRefusal(of subject: String) -> PolicyRefusal? {
        isGatewayAllowed == false ? refusal(.gateway, of: subject) : nil
    }
}
