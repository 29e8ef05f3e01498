/// Reads what a firewall's own program prints, as far as it matters to us.
enum FirewallRules {
    /// What `nft list ruleset` prints: chains at the input hook decide.
    static func nftables(_ listing: String, port: UInt16) -> NetworkFact.FirewallEffect {
        var chains: [[Substring]] = []
        for line in listing.split(whereSeparator: \.isNewline) {
            let text = line.drop(while: \.isWhitespace)
            if text.hasPrefix("chain ") { chains.append([]) }
            if !chains.isEmpty { chains[chains.count - 1].append(text) }
        }
        let inputs = chains.filter { chain in chain.contains { $0.contains("hook input") } }
        let isFiltering = inputs.contains { chain in
            chain.contains { line in
                line.contains("policy drop") || isUnconditional(line, ["drop", "reject"])
            }
        }
        guard isFiltering else { return .open }
        return filters(listing, accepting: "accept", port: port)
    }

    /// What `iptables -S` prints.
    static func iptables(_ listing: String, port: UInt16) -> NetworkFact.FirewallEffect {
        let isFiltering = listing.split(whereSeparator: \.isNewline).contains { line in
            line.hasPrefix("-P INPUT DROP") || line.hasPrefix("-P INPUT REJECT")
                || line == "-A INPUT -j DROP" || line.hasPrefix("-A INPUT -j REJECT")
        }
        guard isFiltering else { return .open }
        return filters(listing, accepting: "-j ACCEPT", port: port)
    }

    /// Whether `/etc/ufw/ufw.conf` switches ufw on.
    static func isEnabled(ufwConfiguration: String) -> Bool {
        ufwConfiguration.split(whereSeparator: \.isNewline).contains { line in
            line.lowercased().filter { !$0.isWhitespace && $0 != "\"" } == "enabled=yes"
        }
    }

    private static func filters(
        _ listing: String, accepting accept: String, port: UInt16
    ) -> NetworkFact.FirewallEffect {
        let accepted = listing.split(whereSeparator: \.isNewline).filter { $0.contains(accept) }
        func names(_ words: [String]) -> Bool {
            accepted.contains { line in
                let parts = line.split { !($0.isLetter || $0.isNumber) }
                return words.contains { word in parts.contains { $0 == word } }
            }
        }
        return .filters(
            multicastNamed: names(["5353", "mdns"]), portNamed: names(["\(port)"]))
    }

    private static func isUnconditional(_ line: Substring, _ words: [String]) -> Bool {
        let parts = line.split(separator: " ")
        guard let first = parts.first else { return false }
        if words.contains(String(first)) { return true }
        return first == "counter" && parts.contains { words.contains(String($0)) }
    }
}
