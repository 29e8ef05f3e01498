internal import LocalProtocol

/// How colleagues' devices look to a person.
enum PeerReport {
    /// What `hearth peers` prints.
    static func lines(_ list: PeerList, _ style: Style) -> [String] {
        guard !list.peers.isEmpty else {
            return ["No colleague's device was seen yet. Find out why: hearth doctor"]
                + configured(list)
        }
        var lines: [String] = []
        for peer in list.peers {
            if !lines.isEmpty { lines.append("") }
            lines += self.lines(peer, style)
        }
        return lines + configured(list)
    }

    private static func configured(_ list: PeerList) -> [String] {
        list.staticPeers.isEmpty
            ? [] : ["", "configured: " + list.staticPeers.joined(separator: ", ")]
    }

    /// One peer in full.
    static func lines(_ peer: Peer, _ style: Style) -> [String] {
        var lines = ["\(dot(peer, style)) \(style.bold(name(peer)))  \(state(peer, style))"]
        lines.append("    " + place(peer).joined(separator: ", "))
        if peer.bytesReceived + peer.bytesSent > 0 {
            lines.append(
                "    received \(Style.bytes(peer.bytesReceived)) in "
                    + "\(Style.count(peer.commitsReceived, "commit")), "
                    + "sent \(Style.bytes(peer.bytesSent)) in "
                    + Style.count(peer.commitsSent, "commit"))
        }
        for space in peer.spaces {
            lines.append("    \(PlainText.line(space.name)): \(balance(space, style))")
        }
        var contact: [String] = []
        if let last = peer.lastContactAt { contact.append("last heard \(style.ago(last))") }
        if let next = peer.nextTryAt { contact.append("next try at \(style.clock(next))") }
        if !contact.isEmpty { lines.append("    " + contact.joined(separator: ", ")) }
        if let error = peer.lastError {
            lines.append("    " + style.red("last error: ") + PlainText.line(error))
        }
        return lines
    }

    /// What `hearth peers NAME --holds` prints.
    static func lines(_ holdings: Holdings, _ style: Style) -> [String] {
        let when = holdings.asOf.map { ", as of \(style.ago($0))" } ?? ""
        var lines = ["\(style.bold(name(holdings.peer))) holds\(style.faint(when))"]
        var table = Table([
            ("SPACE", .left), ("THEIRS", .right), ("OURS", .right), ("LOG OF", .left),
        ])
        for space in holdings.spaces {
            table.add(
                space.name, Style.number(space.theirs), Style.number(space.ours),
                space.theirs == space.ours && space.logs.isEmpty ? "all equal" : "all")
            for log in space.logs {
                table.add(
                    "", Style.number(log.theirs), Style.number(log.ours),
                    log.author ?? String(log.log.prefix(8)))
            }
        }
        lines += table.lines(style)
        return lines
    }

    private static func name(_ peer: Peer) -> String {
        let person = peer.person.map { PlainText.line($0.name) } ?? "not known yet"
        return person + (peer.device.map { " (\(PlainText.line($0.name)))" } ?? "")
    }

    private static func dot(_ peer: Peer, _ style: Style) -> String {
        switch peer.state {
        case .connected: style.green("●")
        case .connecting, .seen: style.yellow("◐")
        case .waiting: style.red("○")
        case .away: style.faint("○")
        }
    }

    private static func state(_ peer: Peer, _ style: Style) -> String {
        switch peer.state {
        case .connected:
            let since = peer.connectedAt.map { " since \(style.clock($0))" } ?? ""
            return style.green("connected") + since
        case .connecting: return style.yellow("connecting")
        case .waiting: return style.red("can't be reached")
        case .seen: return style.yellow("seen")
        case .away: return style.faint("away")
        }
    }

    private static func place(_ peer: Peer) -> [String] {
        var facts: [String] = []
        if let address = peer.address { facts.append(address) }
        if let interface = peer.interface { facts.append("on \(interface)") }
        facts.append(origin(peer.origin))
        if let time = peer.roundTripMilliseconds {
            facts.append("round trip \((time * 10).rounded() / 10) ms")
        }
        return facts
    }

    private static func origin(_ origin: PeerOrigin) -> String {
        switch origin {
        case .multicast: "found by multicast"
        case .configured: "from the configuration"
        case .remembered: "remembered"
        case .introduced: "introduced by a colleague"
        case .incoming: "it called us"
        }
    }

    private static func balance(_ space: PeerSpace, _ style: Style) -> String {
        if space.isInSync { return style.green("in sync") }
        var parts: [String] = []
        if space.weLack > 0 { parts.append("we lack \(Style.number(space.weLack))") }
        if space.theyLack > 0 { parts.append("they lack \(Style.number(space.theyLack))") }
        return style.yellow(parts.isEmpty ? "comparing" : parts.joined(separator: ", "))
    }
}
