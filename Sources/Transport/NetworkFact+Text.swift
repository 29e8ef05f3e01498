internal import Languages
internal import Wire
internal import Wire

extension NetworkFact {
    /// What was found, in one sentence for the user.
    public var explanation: String {
        switch self {
        case .messageBus(let state): Self.text(state, say("the D-Bus system bus"))
        case .responder(let state): Self.text(state, say("the mDNS responder (avahi-daemon)"))
        case .otherResponder(let user):
            say("Another program, of the user \(user), listens on the port of mDNS (5353/udp).")
        case .interface(let interface): Self.text(interface)
        case .noInterface: say("No network interface is up and has an address.")
        case .multicast(let interface, let answeredHere, let others):
            Self.text(interface, answeredHere, others)
        case .multicastNotSent(let interface, let error):
            say("Multicast could not be sent on \(interface): \(error.explanation).")
        case .firewall(let firewall, let effect): Self.text(firewall, effect)
        case .port(let port, nil): say("The TCP port \(port) can be listened on.")
        case .port(let port, let error?):
            say("The TCP port \(port) can't be listened on: \(error.explanation).")
        case .ownAddress(let address, nil):
            say("This machine reaches itself at \(address.description).")
        case .ownAddress(let address, let error?):
            say(
                "This machine does not reach itself at \(address.description): \(error.explanation)."
            )
        case .clock(let seconds, let isSynchronised): Self.text(seconds, isSynchronised)
        }
    }

    /// How to mend it; `nil` if there is nothing to mend.
    public var remedy: String? {
        guard verdict != .fine else { return nil }
        return switch self {
        case .messageBus: say("Install and start D-Bus: sudo apt-get install dbus")
        case .responder:
            say(
                "Install and start Avahi: sudo apt-get install avahi-daemon, "
                    + "then sudo systemctl enable --now avahi-daemon")
        case .otherResponder:
            say(
                "If colleagues are seen late or not at all, let only avahi-daemon do mDNS; for "
                    + "systemd-resolved: set MulticastDNS=no in /etc/systemd/resolved.conf")
        case .interface(let interface):
            say("Switch multicast on: sudo ip link set \(interface.name) multicast on")
        case .noInterface: say("Connect this machine to the network of the workplace.")
        case .multicast:
            say(
                "If colleagues are on this network, ask IT whether the switch or access point drops "
                    + "multicast (client isolation, IGMP snooping), or name a colleague's address in "
                    + "the configuration as a static peer.")
        case .multicastNotSent: say("Look for a firewall rule for outgoing packets to 224.0.0.251.")
        case .firewall(let firewall, _): Self.remedy(firewall)
        case .port:
            say("Set another port in the configuration, or end the program that has this one.")
        case .ownAddress: say("Look for a firewall rule for connections to this address.")
        case .clock:
            say(
                "Let the system keep the time: sudo timedatectl set-ntp true. Hearth never orders by "
                    + "the clock, but it shows wrong times to colleagues.")
        }
    }

    private static func text(_ state: Reachability, _ name: String) -> String {
        switch state {
        case .answers: say("It answers: \(name).")
        case .missing: say("It does not run: \(name).")
        case .forbidden: say("It runs but does not let this user in: \(name).")
        }
    }

    private static func text(_ interface: NetworkInterface) -> String {
        let addresses = Language.current.list(interface.addresses.map(\.address.text))
        let name =
            switch interface.kind {
            case .tunnel: say("\(interface.name), a tunnel that mDNS does not use,")
            case .container: say("\(interface.name), a bridge inside this machine,")
            case .network, .loopback: interface.name
            }
        return interface.hasMulticast
            ? say("\(name) has \(addresses) and carries multicast.")
            : say("\(name) has \(addresses) and does not carry multicast.")
    }

    private static func text(_ interface: String, _ answeredHere: Bool, _ others: Int) -> String {
        switch (answeredHere, others) {
        case (_, 1...): say("Multicast works on \(interface): other machines answered (\(others)).")
        case (true, _):
            say("This machine hears its own multicast on \(interface); no other machine answered.")
        default: say("Nobody, not even this machine, answered to multicast on \(interface).")
        }
    }

    private static func text(_ firewall: Firewall, _ effect: FirewallEffect) -> String {
        switch effect {
        case .open: return say("The firewall (\(firewall.rawValue)) lets packets in.")
        case .unreadable:
            return say(
                "A firewall (\(firewall.rawValue)) is active; only the administrator can read "
                    + "its rules.")
        case .filters(let multicast, let port):
            switch (multicast, port) {
            case (true, true):
                return say(
                    "The firewall (\(firewall.rawValue)) filters, and has rules for our ports.")
            case (true, false):
                return say(
                    "The firewall (\(firewall.rawValue)) drops what no rule lets in, and has none for "
                        + "our TCP port.")
            case (false, true):
                return say(
                    "The firewall (\(firewall.rawValue)) drops what no rule lets in, and has none for "
                        + "mDNS (5353/udp).")
            case (false, false):
                return say(
                    "The firewall (\(firewall.rawValue)) drops what no rule lets in, and has none for "
                        + "mDNS (5353/udp) and our TCP port.")
            }
        }
    }

    private static func remedy(_ firewall: Firewall) -> String {
        switch firewall {
        case .ufw:
            say(
                "Let both in from the local network: sudo ufw allow 5353/udp, sudo ufw allow PORT/tcp "
                    + "(PORT as in the configuration)")
        case .firewalld:
            say(
                "Let both in: sudo firewall-cmd --permanent --add-service=mdns --add-port=PORT/tcp, "
                    + "then sudo firewall-cmd --reload (PORT as in the configuration)")
        case .nftables, .iptables:
            say(
                "Run hearth doctor once as root to see the rules, and let in 5353/udp and the TCP "
                    + "port of the configuration.")
        }
    }

    private static func text(_ seconds: Int64, _ isSynchronised: Bool?) -> String {
        guard plausibleClock.contains(seconds) else {
            return say("The clock is wrong: it shows a time before 2025 or after 2099.")
        }
        return switch isSynchronised {
        case true?: say("The clock is kept right by the network.")
        case false?: say("The clock is plausible, but nobody keeps it right.")
        case nil: say("The clock is plausible; whether somebody keeps it right is not known.")
        }
    }
}

extension TransportError {
    /// The cause as the end of a sentence.
    public var explanation: String {
        switch self {
        case .addressNotAllowed(let address): say("\(address.host) is not a private address")
        case .noInterface: say("it needs an interface")
        case .portTaken: say("another program has it")
        case .portForbidden: say("ports below 1024 are for the administrator")
        case .timedOut: say("no answer came in time")
        case .refused: say("nobody listens there")
        case .unreachable: say("there is no way to that address")
        case .reset: say("the connection was reset")
        case .numberInUse: say("the number is in use")
        case .tooManyConnections: say("there are too many connections")
        case .stopped: say("this node is stopping")
        case .system(let code): say("the system reports error \(code)")
        }
    }
}
