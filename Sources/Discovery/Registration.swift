internal import Wire

/// What this node wants to be seen as, and what the responder has made of it.
struct Registration {
    /// An advertisement whose text has been encoded.
    struct Wish: Equatable {
        let instance: String
        let port: UInt16
        let text: Bytes

        init(_ advertisement: Advertisement) throws(DiscoveryError) {
            let length = advertisement.instance.utf8.count
            guard (1...DiscoveryLimits.instanceBytes).contains(length),
                !advertisement.instance.utf8.contains(0)
            else { throw .instanceName(bytes: length) }
            instance = advertisement.instance
            port = advertisement.port
            text = try TextRecord.encode(advertisement.text)
        }
    }

    /// Our names that may still be in somebody's cache, the newest last.
    private static let rememberedNames = 4

    var wish: Wish?
    /// One for each interface.
    private(set) var references: [ServiceReference] = []
    private var current: Wish?
    /// The numbers of the interfaces on which it is announced.
    private var interfaces: [UInt32] = []
    private var isTold = false
    private var ourNames: [String] = []

    /// Whether a browsed instance is this node.
    func isOurs(_ instance: String) -> Bool { ourNames.contains(instance) }

    /// Makes the responder announce what is wished, changing as little as possible.
    ///
    /// - Parameter interfaces: The numbers of the interfaces to announce it on.
    mutating func carryOut(
        on interfaces: [UInt32]
    ) throws(ServiceReference.Failure) -> [DiscoveryEvent] {
        guard wish != current || interfaces != self.interfaces else { return [] }
        guard let wish, !interfaces.isEmpty else {
            withdraw()
            return []
        }
        if let current, current.instance == wish.instance, current.port == wish.port,
            interfaces == self.interfaces,
            references.allSatisfy({ $0.update(text: wish.text) })
        {
            self.current = wish
            return []
        }
        withdraw()
        ourNames.removeAll { $0 == wish.instance }
        ourNames = ourNames.suffix(Self.rememberedNames - 1) + [wish.instance]
        do throws(ServiceReference.Failure) {
            for interface in interfaces {
                references.append(
                    try ServiceReference.register(
                        wish.instance, port: wish.port, text: wish.text, interface: interface))
            }
            current = wish
            self.interfaces = interfaces
            return []
        } catch {
            guard Self.isConflict(error.code) else { throw error }
            return conflict()
        }
    }

    /// The responder announced the service under this name.
    mutating func registered(_ instance: String) -> [DiscoveryEvent] {
        guard let current else { return [] }
        // Avahi's library renames on a conflict and can't be told not to; a tag made for one
        // name is worthless under another.
        guard instance == current.instance else { return conflict() }
        defer { isTold = true }
        return isTold ? [] : [.advertised(instance: instance)]
    }

    /// The name belongs to another node: what was wished can't be had.
    mutating func conflict() -> [DiscoveryEvent] {
        guard let name = wish?.instance else { return [] }
        withdraw()
        wish = nil
        ourNames.removeAll { $0 == name }
        return [.nameTaken(instance: name)]
    }

    /// Takes the announcement back; the wish stays.
    mutating func withdraw() {
        references = []
        current = nil
        interfaces = []
        isTold = false
    }

    /// Whether an error number means that the name is taken.
    static func isConflict(_ code: Int32) -> Bool { code == -65_548 }
}
