import Foundation

/// The sockets of a process that take connections or datagrams, read from `/proc` apart from the
/// program under test.
enum ListedSockets {
    /// One entry each, in order: `tcp PORT`, `tcp6 PORT`, `udp PORT`, `udp6 PORT` or `unix PATH`.
    static func of(_ process: Int32) throws -> [String] {
        let descriptors = "/proc/\(process)/fd/"
        let files = FileManager.default
        let owned = Set(
            try files.contentsOfDirectory(atPath: descriptors).compactMap { name in
                let link = try? files.destinationOfSymbolicLink(atPath: descriptors + name)
                return link?.firstMatch(of: /^socket:\[([0-9]+)\]$/).map { String($0.1) }
            })
        var entries: [String] = []
        // The state of a TCP socket that listens, and of a UDP socket that is bound.
        for (kind, state) in [("tcp", "0A"), ("tcp6", "0A"), ("udp", "07"), ("udp6", "07")] {
            for words in try rows("/proc/\(process)/net/\(kind)")
            where words.count > 9 && words[3] == state && owned.contains(words[9]) {
                let digits = words[1].split(separator: ":").last ?? ""
                entries.append("\(kind) \(Int(digits, radix: 16) ?? 0)")
            }
        }
        // The flag of a Unix socket that takes connections.
        for words in try rows("/proc/\(process)/net/unix")
        where words.count > 7 && words[3] == "00010000" && owned.contains(words[6]) {
            entries.append("unix \(words[7])")
        }
        return entries.sorted()
    }

    private static func rows(_ path: String) throws -> [[String]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: " ").map(String.init) }
    }
}
