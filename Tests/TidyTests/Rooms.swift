/// The arrows of the architecture: which target may import which, and who owns a foreign module.
enum Rooms {
    /// The rooms without input, output, clock and chance of their own.
    static let pure: Set<String> = [
        "Wire", "Keys", "SecureChannel", "Sync", "Ledger", "Merge", "Community", "Engine",
        "Languages", "Phrasebook", "Web",
    ]

    /// What each target may import of ours.
    ///
    /// An arrow that is not here needs a reason in the architecture first.
    static let arrows: [String: Set<String>] = [
        "Languages": [],
        "Phrasebook": ["Languages"],
        "Wire": [],
        "Keys": ["Wire"],
        "Discovery": ["Wire"],
        "Transport": ["Wire", "Languages"],
        "SecureChannel": ["Keys", "Wire"],
        "Ledger": ["Keys", "Wire"],
        "Sync": ["Ledger", "Wire"],
        "Merge": [],
        "Community": ["Merge", "Ledger", "Keys", "Wire", "Languages"],
        "Storage": ["Community", "Merge", "Ledger", "Keys", "Wire"],
        "Engine": ["Sync", "SecureChannel", "Ledger", "Keys", "Wire"],
        "Daemon": [
            "Engine", "Storage", "Transport", "Discovery", "Community", "Merge", "Ledger", "Sync",
            "SecureChannel", "Keys", "Wire", "LocalProtocol", "Languages",
        ],
        "LocalProtocol": ["Languages"],
        "Web": ["LocalProtocol", "Languages"],
        "LocalAPI": ["Web", "LocalProtocol", "Languages"],
        "Archives": ["Languages"],
        "QRCodes": [],
        "hearthd": ["Daemon", "LocalAPI", "Web", "LocalProtocol", "Languages", "Phrasebook"],
        "hearth": ["LocalProtocol", "Languages", "Phrasebook", "Archives", "QRCodes"],
        "hearth-vectors": [
            "Sync", "SecureChannel", "Community", "Merge", "Ledger", "Keys", "Wire",
        ],
        "hearth-simulate": ["Simulation", "TestKit"],
        "hearth-bench": [
            "Daemon", "Storage", "Engine", "Sync", "SecureChannel", "Community", "Merge", "Ledger",
            "Keys", "Wire", "LocalProtocol",
        ],
        "TestKit": [],
        "Histories": ["TestKit", "Community", "Ledger", "Keys", "Wire"],
        "Simulation": [
            "TestKit", "Engine", "Sync", "SecureChannel", "Ledger", "Keys", "Wire",
        ],
    ]

    /// The targets that may import a module of others.
    ///
    /// Each dependency has one owner; programs parse arguments and measure.
    static let owners: [String: Set<String>] = [
        "SwiftProtobuf": ["Wire", "WireTests"],
        "CSodium": ["Keys", "hearth-bench"],
        "CDNSSD": ["Discovery"],
        "CAvahi": ["Discovery", "DiscoveryTests"],
        "CQRencode": ["QRCodes"],
        "CResolv": ["Discovery"],
        "CZlib": ["Archives"],
        "GRDB": ["Storage", "StorageTests", "hearth-bench"],
        "GRDBSQLite": ["Storage", "StorageTests", "hearth-bench"],
        "TOMLKit": ["Daemon"],
        "HummingbirdCore": ["LocalAPI", "LocalAPITests"],
        "HTTPTypes": ["LocalAPI", "LocalAPITests"],
        "NIOCore": ["Transport", "LocalAPI", "LocalAPITests", "hearth"],
        "NIOPosix": ["Transport", "LocalAPI", "LocalAPITests", "hearth"],
        "NIOHTTP1": ["hearth"],
        "ArgumentParser": ["hearth", "hearthd", "hearth-bench", "hearth-simulate"],
        "Logging": ["Daemon", "DaemonTests", "LocalAPI", "LocalAPITests", "hearthd"],
        "UnixSignals": ["hearthd"],
        "ServiceLifecycle": ["Daemon", "LocalAPI", "LocalAPITests", "hearthd"],
    ]

    /// What comes with the toolchain.
    static let platform: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch",
        "Synchronization", "Testing",
    ]

    /// What is wrong with the imports of a file.
    static func complaints(_ file: SourceFile) -> [Complaint] {
        var found: [Complaint] = []
        for (number, line) in file.codeLines.enumerated() {
            guard let module = imported(line) else { continue }
            if let complaint = complaint(module, file) {
                found.append(Complaint(path: file.path, line: number + 1, text: complaint))
            }
        }
        return found
    }

    private static func complaint(_ module: String, _ file: SourceFile) -> String? {
        if platform.contains(module) { return nil }
        if let owners = owners[module] {
            if owners.contains(file.target) { return nil }
            return "`import \(module)`: belongs to \(owners.sorted().joined(separator: ", ")); "
                + "ask that room for what you need"
        }
        guard arrows[module] != nil else {
            return "`import \(module)`: unknown here; give it an owner in TidyTests/Rooms.swift"
        }
        if file.path.hasPrefix("Tests/"), arrows[file.target] == nil { return nil }
        guard let allowed = arrows[file.target] else {
            return "target \(file.target) has no place in TidyTests/Rooms.swift"
        }
        if allowed.contains(module) || module == file.target { return nil }
        return "`import \(module)`: no arrow leads from \(file.target) to \(module); "
            + "take what you need as an argument"
    }

    /// The module that a line imports.
    static func imported(_ line: String) -> String? {
        let words = line.split { $0 == " " || $0 == "\t" }
        guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
            words[..<keyword].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) })
        else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
        let isKind = kinds.contains(words[keyword + 1]) && keyword + 2 < words.count
        let module = words[isKind ? keyword + 2 : keyword + 1]
        return module.split(separator: ".").first.map(String.init)
    }

    private static let accessLevels: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
}
