internal import Wire
internal import Wire

extension NetworkFact {
    /// What was found, in one sentence for the user.
    public var explanation: String {
        switch self {
        case .messageBus(let state): Self.text(state, "the D-Bus system bus")
        case .responder(let state): Self.text(state, "the mDNS responder (avahi-daemon)")
        case .otherResponder(let user):
            "Another program, of the user \(user), listens on the port of mDNS (5353/udp)."
        case .interface(let interface): Self.text(interface)
        case .noInterface: "No network interface is up and has an address."
        case .multicast(let interface, let answeredHere, let others):
            Self.text(interface, answeredHere, others)
        case .multicastNotSent(let interface, let error):
            "Multicast could not be sent on \(interface): \(error.explanation)."
        case .firewall(let firewall, let effect): Self.text(firewall, effect)
        case .port(let port, nil): "The TCP port \(port) can be listened on."
        case .port(let port, let error?):
            "The TCP port \(port) can't be listened on: \(error.explanation)."
        case .ownAddress(let address, nil): "This machine reaches itself at \(address)."
        case .ownAddress(let address, let error?):
            "This machine does not reach itself at \(address): \(error.explanation)."
        case .clock(let seconds, let isSynchronised): Self.text(seconds, isSynchronised)
        }
    }

    /// How to mend it; `nil` if there is nothing to mend.
    public var remedy: String? {
        guard verdict != .fine else { return nil }
        return switch self {
        case .messageBus: "Install and start D-Bus: sudo apt-get install dbus"
        case .responder:
            "Install and start Avahi: sudo apt-get install avahi-daemon, "
                + "then sudo systemctl enable --now avahi-daemon"
        case .otherResponder:
            "If colleagues are seen late or not at all, let only avahi-daemon do mDNS; for "
                + "systemd-resolved: set MulticastDNS=no in /etc/systemd/resolved.conf"
        case .interface(let interface):
            "Switch multicast on: sudo ip link set \(interface.name) multicast on"
        case .noInterface: "Connect this machine to the network of the workplace."
        case .multicast:
            "If colleagues are on this network, ask IT whether the switch or access point drops "
                + "multicast (client isolation, IGMP snooping), or name a colleague's address in "
                + "the configuration as a static peer."
        case .multicastNotSent: "Look for a firewall rule for outgoing packets to 224.0.0.251."
        case .firewall(let firewall, _): Self.remedy(firewall)
        case .port: "Set another port in the configuration, or end the program that has this one."
        case .ownAddress: "Look for a firewall rule for connections to this address."
        case .clock:
            "Let the system keep the time: sudo timedatectl set-ntp true. Hearth never orders by "
                + "the clock, but it shows wrong times to colleagues."
        }
    }

    private static func text(_ state: Reachability, _ name: String) -> String {
        switch state {
        case .answers: "It answers: \(name)."
        case .missing: "It does not run: \(name)."
        case .forbidden: "It runs but does not let this user in: \(name)."
        }
    }

    private static func text(_ interface: NetworkInterface) -> String {
        let addresses = interface.addresses.map(\.address.text).joined(separator: ", ")
        let kind =
            switch interface.kind {
            case .tunnel: ", a tunnel that mDNS does not use,"
            case .container: ", a bridge inside this machine,"
            case .network, .loopback: ""
            }
        let multicast = interface.hasMulticast ? "carries" : "does not carry"
        return "\(interface.name)\(kind) has \(addresses) and \(multicast) multicast."
    }

    private static func text(_ interface: String, _ answeredHere: Bool, _ others: Int) -> String {
        switch (answeredHere, others) {
        case (_, 1...): "Multicast works on \(interface): other machines answered (\(others))."
        case (true, _):
            "This machine hears its own multicast on \(interface); no other machine answered."
        default: "Nobody, not even this machine, answered to multicast on \(interface)."
        }
    }

    private static func text(_ firewall: Firewall, _ effect: FirewallEffect) -> String {
        switch effect {
        case .open: return "The firewall (\(firewall.rawValue)) lets packets in."
        case .unreadable:
            return "A firewall (\(firewall.rawValue)) is active; only the administrator can read "
                + "its rules."
        case .filters(let multicast, let port):
            let missing = [multicast ? nil : "mDNS (5353/udp)", port ? nil : "our TCP port"]
                .compactMap(\.self)
            return missing.isEmpty
                ? "The firewall (\(firewall.rawValue)) filters, and has rules for our ports."
                : "The firewall (\(firewall.rawValue)) drops what no rule lets in, and has none "
                    + "for \(missing.joined(separator: " and "))."
        }
    }

    private static func remedy(_ firewall: Firewall) -> String {
        switch firewall {
        case .ufw:
            "Let both in from the local network: sudo ufw allow 5353/udp, sudo ufw allow PORT/tcp "
                + "(PORT as in the configuration)"
        case .firewalld:
            "Let both in: sudo firewall-cmd --permanent --add-service=mdns --add-port=PORT/tcp, "
                + "then sudo firewall-cmd --reload (PORT as in the configuration)"
        case .nftables, .iptables:
            "Run hearth doctor once as root to see the rules, and let in 5353/udp and the TCP "
                + "port of the configuration."
        }
    }

    private static func text(_ seconds: Int64, _ isSynchronised: Bool?) -> String {
        guard plausibleClock.contains(seconds) else {
            return "The clock is wrong: it shows a time before 2025 or after 2099."
        }
        return switch isSynchronised {
        case true?: "The clock is kept right by the network."
        case false?: "The clock is plausible, but nobody keeps it right."
        case nil: "The clock is plausible; whether somebody keeps it right is not known."
        }
    }
}

extension TransportError {
    /// The cause as the end of a sentence.
    public var explanation: String {
        switch self {
        case .addressNotAllowed(let address): "\(address.host) is not a private address"
        case .noInterface: "it needs an interface"
        case .portTaken: "another program has it"
        case .portForbidden: "ports below 1024 are for the administrator"
        case .timedOut: "no answer came in time"
        case .refused: "nobody listens there"
        case .unreachable: "there is no way to that address"
        case .reset: "the connection was reset"
        case .numberInUse: "the number is in use"
        case .tooManyConnections: "there are too many connections"
        case .stopped: "this node is stopping"
        case .system(let code): "the system reports error \(code)"
        }
    }
}
