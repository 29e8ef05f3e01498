/// What the files of a Slack export are called.
enum SlackFiles {
    static let users = "users.json"
    static let channels = "channels.json"

    /// The folder within which an export stands: empty, or one name and "/" if somebody packed the
    /// unpacked folder; `nil` if there is none.
    static func root(of names: some Collection<String>) -> String? {
        var roots: Set<String> = []
        var all: Set<String> = []
        for name in names where name.hasSuffix(".json") {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            // Hearth's own exports are reading rooms, whatever else is in them.
            if name == "hearth-export.json" { return nil }
            guard parts.count <= 2, let last = parts.last else { continue }
            guard last == users || last == channels else { continue }
            all.insert(name)
            roots.insert(String(name.dropLast(last.count)))
        }
        return roots.filter { all.contains($0 + users) && all.contains($0 + channels) }.min()
    }

    /// The channel folder of a file of messages below the root; `nil` for other files.
    static func channel(of name: Substring) -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, isDay(parts[1]) else { return nil }
        return String(parts[0])
    }

    /// Whether a name is `YYYY-MM-DD.json`.
    private static func isDay(_ name: Substring) -> Bool {
        let shape = name.utf8.map { Bytes.isDigit($0) ? UInt8(ascii: "0") : $0 }
        return shape.elementsEqual("0000-00-00.json".utf8)
    }
}
