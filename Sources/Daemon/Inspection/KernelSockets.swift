internal import Foundation
internal import Transport
internal import Wire

/// The sockets of this process that take connections, as Linux lists them in `/proc`.
///
/// What the program believes of itself proves nothing; this is what `ss` shows too.
struct KernelSockets {
    /// A socket that takes connections or datagrams.
    struct Entry: Equatable {
        /// `tcp`, `tcp6`, `udp`, `udp6` or `unix`.
        var kind: String
        /// The address with port, or the path.
        var address: String
        /// The port; `nil` for a Unix socket.
        var port: UInt16?
    }

    /// The state of a TCP socket that listens, and of a UDP socket that is bound.
    private static let listening = "0A"
    private static let bound = "07"
    /// The flag of a Unix socket that listens.
    private static let acceptsConnections = "00010000"

    /// All of this process; `nil` where the system has no `/proc`.
    static func ofThisProcess() -> [Entry]? {
        let files = FileManager.default
        guard let names = try? files.contentsOfDirectory(atPath: "/proc/self/fd") else {
            return nil
        }
        let links = names.compactMap {
            try? files.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)
        }
        let own = Set(
            links.compactMap { link in
                link.hasPrefix("socket:[") ? String(link.dropFirst(8).dropLast()) : nil
            })
        var entries: [Entry] = []
        for kind in ["tcp", "tcp6", "udp", "udp6"] {
            entries += lines("/proc/net/" + kind).compactMap { internet($0, kind, own) }
        }
        return entries + lines("/proc/net/unix").compactMap { local($0, own) }
    }

    private static func lines(_ path: String) -> [Substring] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        return Array(text.split(separator: "\n").dropFirst())
    }

    /// Reads a line of `/proc/net/tcp` and its like.
    static func internet(_ line: Substring, _ kind: String, _ own: Set<String>) -> Entry? {
        let words = line.split(separator: " ").map(String.init)
        let state = kind.hasPrefix("tcp") ? listening : bound
        guard words.count > 9, words[3] == state, own.contains(words[9]) else { return nil }
        let parts = words[1].split(separator: ":")
        guard parts.count == 2, let port = UInt16(parts[1], radix: 16),
            let host = address(String(parts[0]))
        else { return nil }
        let shown = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        return Entry(kind: kind, address: shown, port: port)
    }

    /// Reads a line of `/proc/net/unix`.
    static func local(_ line: Substring, _ own: Set<String>) -> Entry? {
        let words = line.split(separator: " ").map(String.init)
        guard words.count > 6, words[3] == acceptsConnections, own.contains(words[6]) else {
            return nil
        }
        return Entry(
            kind: "unix", address: words.count > 7 ? words[7...].joined(separator: " ") : "")
    }

    /// The address that the kernel writes as words in the machine's order of bytes.
    private static func address(_ digits: String) -> String? {
        guard let bytes = Hex.decode(digits), bytes.count == 4 || bytes.count == 16 else {
            return nil
        }
        var ordered = Bytes()
        for start in stride(from: 0, to: bytes.count, by: 4) {
            ordered += bytes[start..<start + 4].reversed()
        }
        return NumericAddress(bytes: ordered)?.text
    }
}
