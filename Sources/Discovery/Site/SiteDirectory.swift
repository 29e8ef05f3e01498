public import Wire

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What a domain's name servers say about nodes.
public struct SiteFinding: Equatable, Sendable {
    /// The domain.
    public var domain: String
    /// Where nodes are, in order; or why nothing is known.
    public var outcome: Result<[Address], SiteError>
    /// Seconds after which it is worth asking again.
    public var validSeconds: Int
}

/// Looks nodes up in a domain that ordinary name servers serve: DNS-SD over unicast (RFC 6763).
///
/// What is found is only an address to dial. Whoever answers there has to prove itself in the handshake
/// like everybody, so a name server that lies can do no more than send dials astray.
struct SiteDirectory {
    /// Instances of one domain that are looked up.
    static let mostInstances = 64
    /// For how long at least and at most an answer is believed, in seconds, whatever it says itself.
    static let validity = 60...3_600
    /// After how many seconds a domain is asked again that gave no answer.
    static let retry = 15

    let domain: String
    let ask: (String, SiteRecord.Kind) throws(SiteError) -> Bytes

    func find() -> SiteFinding {
        var lifetime = UInt32(Self.validity.upperBound)
        do throws(SiteError) {
            let found = try addresses(&lifetime)
            let valid = max(Int(lifetime), Self.validity.lowerBound)
            return SiteFinding(domain: domain, outcome: .success(found), validSeconds: valid)
        } catch {
            return SiteFinding(domain: domain, outcome: .failure(error), validSeconds: Self.retry)
        }
    }

    /// A domain has no answer only if its list of instances has none: one of them that can't be looked
    /// up, or one family of addresses, keeps nobody from the others.
    private func addresses(_ lifetime: inout UInt32) throws(SiteError) -> [Address] {
        var found: Set<Address> = []
        var instances: [String] = []
        for record in try records("_hearth._tcp.\(domain)", .instance, &lifetime) {
            if case .instance(let name) = record, !instances.contains(name) {
                instances.append(name)
            }
        }
        for instance in instances.prefix(Self.mostInstances) {
            for record in (try? records(instance, .service, &lifetime)) ?? [] {
                guard case .service(let host, let port) = record else { continue }
                found.formUnion(addresses(of: host, port, &lifetime))
            }
        }
        return found.sorted()
    }

    private func addresses(of host: String, _ port: UInt16, _ lifetime: inout UInt32) -> [Address] {
        var found: [Address] = []
        for kind in [SiteRecord.Kind.address4, .address6] {
            for record in (try? records(host, kind, &lifetime)) ?? [] {
                guard case .address(let bytes) = record, let text = Self.text(of: bytes) else {
                    continue
                }
                found.append(Address(host: text, port: port))
            }
        }
        return Array(found.prefix(DiscoveryLimits.addresses))
    }

    private func records(
        _ name: String, _ kind: SiteRecord.Kind, _ lifetime: inout UInt32
    ) throws(SiteError) -> [SiteRecord.Content] {
        let records = SiteRecord.answers(in: try ask(name, kind)).filter { $0.kind == kind }
        for record in records { lifetime = min(lifetime, record.lifetime) }
        return records.map(\.content)
    }

    private static func text(of bytes: Bytes) -> String? {
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) {
            guard let start = $0.baseAddress,
                inet_ntop(family, bytes, start, socklen_t(INET6_ADDRSTRLEN)) != nil
            else { return nil }
            return String(validatingCString: start)
        }
    }
}
