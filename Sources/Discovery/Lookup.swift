internal import Wire

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Finds out where one service on one interface can be reached: its host and text, then its
/// IPv4 and IPv6 addresses, both at once.
final class Lookup {
    /// How a step of the lookup changed it.
    enum Progress: Equatable {
        case nothing
        case found(DiscoveredNode)
        case failed
        case finished
    }

    /// How long an answer may take.
    static let patience: Duration = .seconds(5)
    /// How long an answer may take while others wait for their lookup.
    static let impatience: Duration = .seconds(1)
    /// How long the first address waits for one of the other family before it is told.
    static let courtesy: Duration = .milliseconds(40)
    /// How long further addresses are waited for.
    static let settling: Duration = .seconds(1)

    let key: ServiceTable.Key
    private let started: ContinuousClock.Instant
    private var firstAddress: ContinuousClock.Instant?
    private var references: [ServiceReference] = []
    private var port: UInt16 = 0
    private var text: [String: Bytes] = [:]
    private var addresses: Set<Address> = []
    private var told: Set<Address> = []

    init(_ key: ServiceTable.Key, at now: ContinuousClock.Instant)
        throws(ServiceReference.Failure)
    {
        self.key = key
        started = now
        references = [try ServiceReference.resolve(key)]
    }

    /// The references to wait for, each with its descriptor.
    var waiting: [ServiceReference] { references }

    /// When to call ``advance(at:isBusy:)`` even if no reference has anything to say.
    func deadline(isBusy: Bool) -> ContinuousClock.Instant {
        guard let firstAddress else {
            return started + (isBusy ? Self.impatience : Self.patience)
        }
        return told == addresses ? firstAddress + Self.settling : firstAddress + Self.courtesy
    }

    /// Takes what a reference of ``waiting`` has to say; whether the lookup goes on.
    func process(_ reference: ServiceReference, at now: ContinuousClock.Instant) -> Bool {
        // Two calls, as what the first one hears may replace the reference.
        for reply in reference.process() {
            switch reply {
            case .resolved(let host, let port, let record):
                guard resolved(host, port, record) else { return false }
            case .record(_, let bytes, let isAdded):
                guard let address = address(bytes) else { continue }
                if !isAdded {
                    addresses.remove(address)
                } else if addresses.count < DiscoveryLimits.addresses {
                    addresses.insert(address)
                    firstAddress = firstAddress ?? now
                }
            case .failed: return false
            case .browsed, .registered: continue
            }
        }
        return true
    }

    /// What there is to tell at this time; busy means that others wait for their lookup.
    func advance(at now: ContinuousClock.Instant, isBusy: Bool) -> Progress {
        guard let firstAddress else {
            return now >= deadline(isBusy: isBusy) ? .failed : .nothing
        }
        let families = Set(addresses.map { $0.host.contains(":") })
        let isReady = families.count == 2 || now >= firstAddress + Self.courtesy
        if isReady, told != addresses, !addresses.isEmpty {
            told = addresses
            return .found(node)
        }
        let isOver = now >= firstAddress + (families.count == 2 ? Self.courtesy : Self.settling)
        guard isOver else { return .nothing }
        return addresses.isEmpty ? .failed : .finished
    }

    private var node: DiscoveredNode {
        DiscoveredNode(
            instance: key.instance, text: text, addresses: addresses.sorted(),
            interface: interfaceName ?? "")
    }

    private var interfaceName: String? {
        Self.string(capacity: Int(IF_NAMESIZE)) { if_indextoname(key.interface, $0) != nil }
    }

    private func resolved(_ host: String, _ port: UInt16, _ record: Bytes) -> Bool {
        guard let text = try? TextRecord.decode(record) else { return false }
        self.text = text
        self.port = port
        let isIPv4 = [true, false]
        let queries = isIPv4.compactMap {
            try? ServiceReference.addresses(of: host, isIPv4: $0, interface: key.interface)
        }
        references = queries
        return !queries.isEmpty
    }

    private func address(_ bytes: Bytes) -> Address? {
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        let capacity = Int(INET6_ADDRSTRLEN)
        let text = Self.string(capacity: capacity) {
            inet_ntop(family, bytes, $0, socklen_t(capacity)) != nil
        }
        guard let host = text else { return nil }
        let isLinkLocal = bytes.count == 16 && bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
        return Address(host: host, port: port, interface: isLinkLocal ? interfaceName : nil)
    }

    /// What a C function writes as text; `nil` if it says that it failed.
    private static func string(capacity: Int, _ fill: (UnsafeMutablePointer<CChar>) -> Bool)
        -> String?
    {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            guard let start = buffer.baseAddress, fill(start) else { return nil }
            return String(validatingCString: start)
        }
    }
}
