internal import Foundation

/// Asks the firewalls of this machine for their rules.
enum FirewallProbe {
    /// Reads no more than this of what a program prints.
    private static let outputBytes = 1_048_576

    /// One fact for each firewall that is there.
    static func run(port: UInt16) -> [NetworkFact] {
        #if os(Linux)
            var facts: [NetworkFact] = []
            if let configuration = try? String(
                contentsOfFile: "/etc/ufw/ufw.conf", encoding: .utf8),
                FirewallRules.isEnabled(ufwConfiguration: configuration)
            {
                facts.append(.firewall(.ufw, ufwEffect(port: port)))
            }
            if FileManager.default.fileExists(atPath: "/run/firewalld.pid")
                || FileManager.default.fileExists(atPath: "/var/run/firewalld.pid")
            {
                facts.append(.firewall(.firewalld, firewalldEffect(port: port)))
            }
            if let effect = effect(
                ["nft", "list", "ruleset"], reading: FirewallRules.nftables, port)
            {
                facts.append(.firewall(.nftables, effect))
            }
            if let effect = effect(["iptables", "-S"], reading: FirewallRules.iptables, port) {
                facts.append(.firewall(.iptables, effect))
            }
            return facts
        #else
            return []
        #endif
    }

    private static func effect(
        _ command: [String],
        reading: (String, UInt16) -> NetworkFact.FirewallEffect, _ port: UInt16
    ) -> NetworkFact.FirewallEffect? {
        switch output(of: command) {
        case nil: nil
        case .some(nil): .unreadable
        case .some(let listing?): reading(listing, port)
        }
    }

    private static func ufwEffect(port: UInt16) -> NetworkFact.FirewallEffect {
        guard let listing = output(of: ["ufw", "status"]) ?? nil else { return .unreadable }
        // ufw lets mDNS in by itself, in before.rules.
        return .filters(multicastNamed: true, portNamed: listing.contains("\(port)"))
    }

    private static func firewalldEffect(port: UInt16) -> NetworkFact.FirewallEffect {
        guard let listing = output(of: ["firewall-cmd", "--list-all"]) ?? nil else {
            return .unreadable
        }
        return .filters(
            multicastNamed: listing.contains("mdns"), portNamed: listing.contains("\(port)/tcp"))
    }

    /// What a program prints: `nil` if it is not there, `.some(nil)` if it fails, as it does
    /// for all but the administrator.
    private static func output(of command: [String]) -> String?? {
        guard let name = command.first,
            let path = ["/usr/sbin/", "/sbin/", "/usr/bin/", "/bin/"].map({ $0 + name })
                .first(where: FileManager.default.isExecutableFile(atPath:))
        else { return nil }
        let process = Process()
        let pipe = Pipe()
        // The process object outlives the program, and with it what it was given.
        defer { try? pipe.fileHandleForReading.close() }
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = Array(command.dropFirst())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return .some(nil) }
        let data = (try? pipe.fileHandleForReading.read(upToCount: outputBytes)) ?? Data()
        process.terminate()
        process.waitUntilExit()
        let isDone = process.terminationReason == .uncaughtSignal || process.terminationStatus == 0
        return isDone ? String(decoding: data, as: UTF8.self) : .some(nil)
    }
}

extension NetworkProbe {
    /// The firewalls of this machine that drop what no rule lets in, and have no rule for a TCP port.
    ///
    /// Those whose rules only the administrator can read are left out.
    public static func firewalls(closing port: UInt16) -> [NetworkFact.Firewall] {
        closing(FirewallProbe.run(port: port))
    }

    static func closing(_ facts: [NetworkFact]) -> [NetworkFact.Firewall] {
        facts.compactMap { fact in
            guard case .firewall(let firewall, .filters(_, portNamed: false)) = fact else {
                return nil
            }
            return firewall
        }
    }
}
