/// Something about this machine and its network that helps or keeps colleagues from seeing each
/// other.
public enum NetworkFact: Hashable, Sendable {
    /// Whether the D-Bus system bus answers; Avahi is reached through it.
    case messageBus(Reachability)
    /// Whether avahi-daemon or mDNSResponder answers.
    case responder(Reachability)
    /// Another program listens on the port of multicast DNS, under this user name.
    case otherResponder(user: String)
    /// An interface that could lead to colleagues.
    case interface(NetworkInterface)
    /// No interface could lead to colleagues.
    case noInterface
    /// Who answered a multicast question that was sent on an interface.
    case multicast(interface: String, answeredHere: Bool, others: Int)
    /// A multicast question could not be sent on an interface.
    case multicastNotSent(interface: String, TransportError)
    /// What a firewall program does to packets that come in.
    case firewall(Firewall, FirewallEffect)
    /// Whether our TCP port can be listened on; `nil` means that it can.
    case port(UInt16, TransportError?)
    /// Whether we reach ourselves under an address of ours; `nil` means that we do.
    case ownAddress(String, TransportError?)
    /// What the wall clock says, in seconds since 1970, and whether somebody keeps it right.
    case clock(seconds: Int64, isSynchronised: Bool?)

    /// Whether something on this machine answers.
    public enum Reachability: Hashable, Sendable {
        /// It answers.
        case answers
        /// It is not there.
        case missing
        /// It is there and refuses us.
        case forbidden
    }

    /// A program that sets the rules for packets.
    public enum Firewall: String, Hashable, Sendable {
        /// The kernel's rules in the form of `nft`.
        case nftables
        /// The kernel's rules in the form of `iptables`.
        case iptables
        /// Ubuntu's `ufw`.
        case ufw
        /// Fedora's and others' `firewalld`.
        case firewalld
    }

    /// What a firewall does to us, as far as can be read.
    public enum FirewallEffect: Hashable, Sendable {
        /// It lets everything in.
        case open
        /// It drops what no rule lets in; whether rules name the two ports that we need.
        case filters(multicastNamed: Bool, portNamed: Bool)
        /// It is active, and its rules can be read by the administrator only.
        case unreadable
    }

    /// How much a fact matters.
    public enum Verdict: Int, Comparable, Hashable, Sendable {
        /// All is well.
        case fine
        /// It can't be known from here.
        case unknown
        /// It may keep some from seeing each other.
        case warning
        /// It keeps this node from being seen or from seeing.
        case problem

        public static func < (left: Verdict, right: Verdict) -> Bool {
            left.rawValue < right.rawValue
        }
    }
}

// MARK: - Judgement

extension NetworkFact {
    /// Seconds since 1970 at the beginning of 2025 and of 2100: a clock outside is wrong.
    static let plausibleClock: Range<Int64> = 1_735_689_600..<4_102_444_800

    /// How much it matters.
    public var verdict: Verdict {
        switch self {
        case .messageBus(let state), .responder(let state): state == .answers ? .fine : .problem
        case .otherResponder: .warning
        case .interface(let interface):
            interface.hasMulticast || interface.kind == .tunnel ? .fine : .warning
        case .noInterface, .multicastNotSent: .problem
        case .multicast(_, let answeredHere, let others):
            others > 0 ? .fine : answeredHere ? .unknown : .warning
        case .firewall(_, .open): .fine
        case .firewall(_, .unreadable): .unknown
        case .firewall(_, .filters(let multicast, let port)):
            multicast && port ? .fine : .warning
        case .port(_, let error): error == nil ? .fine : .problem
        case .ownAddress(_, let error): error == nil ? .fine : .warning
        case .clock(let seconds, let isSynchronised):
            !Self.plausibleClock.contains(seconds)
                ? .warning
                : isSynchronised == nil
                    ? .unknown
                    : isSynchronised == true
                        ? .fine : .warning
        }
    }
}
