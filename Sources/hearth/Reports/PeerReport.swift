internal import Languages
internal import LocalProtocol

/// How colleagues' devices look to a person.
enum PeerReport {
    /// What `hearth peers` prints.
    static func lines(_ list: PeerList, _ style: Style) -> [String] {
        guard !list.peers.isEmpty else {
            return [say("No colleague's device was seen yet. Find out why: hearth doctor")]
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
            ? [] : ["", say("configured: \(Style.list(list.staticPeers))")]
    }

    /// One peer in full.
    static func lines(_ peer: Peer, _ style: Style) -> [String] {
        var lines = ["\(dot(peer, style)) \(style.bold(name(peer)))  \(state(peer, style))"]
        lines.append("    " + Style.list(place(peer)))
        if peer.bytesReceived + peer.bytesSent > 0 {
            lines.append("    " + traffic(peer))
        }
        for space in peer.spaces {
            lines.append("    \(PlainText.line(space.name)): \(balance(space, style))")
        }
        var contact: [String] = []
        if let last = peer.lastContactAt { contact.append(say("last heard \(style.ago(last))")) }
        if let next = peer.nextTryAt { contact.append(say("next try at \(style.clock(next))")) }
        if !contact.isEmpty { lines.append("    " + Style.list(contact)) }
        if let error = peer.lastError {
            lines.append("    " + style.red(say("last error:") + " ") + PlainText.line(error))
        }
        return lines
    }

    private static func traffic(_ peer: Peer) -> String {
        let received = say(
            peer.commitsReceived,
            one: "received \(Style.bytes(peer.bytesReceived)) in \(.count) commit",
            other: "received \(Style.bytes(peer.bytesReceived)) in \(.count) commits")
        let sent = say(
            peer.commitsSent, one: "sent \(Style.bytes(peer.bytesSent)) in \(.count) commit",
            other: "sent \(Style.bytes(peer.bytesSent)) in \(.count) commits")
        return Style.list([received, sent])
    }

    /// What `hearth peers NAME --holds` prints.
    static func lines(_ holdings: Holdings, _ style: Style) -> [String] {
        let when = holdings.asOf.map { style.faint(", " + say("as of \(style.ago($0))")) } ?? ""
        var lines = [say("\(style.bold(name(holdings.peer))) holds") + when]
        var table = Table([
            ("SPACE", .left), ("THEIRS", .right), ("OURS", .right), ("LOG OF", .left),
        ])
        for space in holdings.spaces {
            table.add(
                space.name, Style.number(space.theirs), Style.number(space.ours),
                space.theirs == space.ours && space.logs.isEmpty
                    ? say("all equal") : say("all"))
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
        let person = peer.person.map { PlainText.line($0.name) } ?? say("not known yet")
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
            let since = peer.connectedAt.map { " " + say("since \(style.clock($0))") } ?? ""
            return style.green(say("connected")) + since
        case .connecting: return style.yellow(say("connecting"))
        case .waiting: return style.red(say("can't be reached"))
        case .seen: return style.yellow(say("seen"))
        case .away: return style.faint(say("away"))
        }
    }

    private static func place(_ peer: Peer) -> [String] {
        var facts: [String] = []
        if let address = peer.address { facts.append(address) }
        if let interface = peer.interface {
            facts.append(say("on \(interface)", context: "an interface"))
        }
        facts.append(origin(peer.origin))
        if !peer.isNeighbour { facts.append(say("known, no neighbour")) }
        if let time = peer.roundTripMilliseconds {
            let tenths = Int64((time * 10).rounded())
            facts.append(say("round trip \(Language.current.number(tenths: tenths)) ms"))
        }
        return facts
    }

    private static func origin(_ origin: PeerOrigin) -> String {
        switch origin {
        case .multicast: say("found by multicast")
        case .configured: say("from the configuration")
        case .remembered: say("remembered")
        case .introduced: say("introduced by a colleague")
        case .incoming: say("it called us")
        }
    }

    private static func balance(_ space: PeerSpace, _ style: Style) -> String {
        if space.isInSync { return style.green(say("in sync")) }
        var parts: [String] = []
        if space.weLack > 0 { parts.append(say("we lack \(Style.number(space.weLack))")) }
        if space.theyLack > 0 { parts.append(say("they lack \(Style.number(space.theyLack))")) }
        return style.yellow(parts.isEmpty ? say("comparing") : Style.list(parts))
    }
}
