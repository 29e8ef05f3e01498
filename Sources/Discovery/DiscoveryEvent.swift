public import Wire

/// What the service browser has to tell.
public enum DiscoveryEvent: Equatable, Sendable {
    /// The responder answers: registering and browsing work from here on.
    case available
    /// No responder answers; everything found before counts as lost. The service tries again.
    case unavailable(DiscoveryOutage)
    /// Other nodes can see this one under this instance name.
    case advertised(instance: String)
    /// The name is taken on this network: advertise again under another one.
    case nameTaken(instance: String)
    /// A node was found, or what is known about it on one interface changed.
    case found(DiscoveredNode)
    /// A node is gone from all interfaces.
    case lost(instance: String)
}

/// A node as one interface sees it: hearsay until a handshake proves it.
public struct DiscoveredNode: Hashable, Sendable {
    /// The service instance name.
    public var instance: String
    /// The pairs of its TXT record.
    public var text: [String: Bytes]
    /// Where it can be dialled: sorted, link-local addresses with their interface.
    public var addresses: [Address]
    /// The name of the interface that it was seen on.
    public var interface: String

    /// Makes a sighting.
    public init(instance: String, text: [String: Bytes], addresses: [Address], interface: String) {
        self.instance = instance
        self.text = text
        self.addresses = addresses
        self.interface = interface
    }
}

/// Why no service can be registered or browsed.
public enum DiscoveryOutage: Hashable, Sendable {
    /// The D-Bus system bus, through which Avahi is reached, does not exist.
    case noMessageBus
    /// The responder (avahi-daemon, mDNSResponder) does not run or does not answer.
    case noResponder
    /// The responder refused: the error number of `dns_sd.h`.
    case refused(code: Int32)
}
