internal import Foundation
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Looks for the programs of this machine that discovery needs or that disturb it.
enum ResponderProbe {
    static func run() -> [NetworkFact] {
        #if os(Linux)
            return [
                .messageBus(reachability(busPath)),
                .responder(reachability("/run/avahi-daemon/socket")),
            ] + others()
        #else
            return [.responder(reachability("/var/run/mDNSResponder"))]
        #endif
    }

    private static var busPath: String {
        let prefix = "unix:path="
        guard let address = ProcessInfo.processInfo.environment["DBUS_SYSTEM_BUS_ADDRESS"],
            address.hasPrefix(prefix)
        else { return "/run/dbus/system_bus_socket" }
        return String(address.dropFirst(prefix.count).prefix { $0 != "," && $0 != ";" })
    }

    /// Whether a Unix socket takes our connection, which is closed at once.
    static func reachability(_ path: String) -> NetworkFact.Reachability {
        #if os(Linux)
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { return .missing }
        defer { close(descriptor) }
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let bytes = Bytes(path.utf8)
        let fits = withUnsafeMutableBytes(of: &name.sun_path) { room in
            guard bytes.count < room.count else { return false }
            room.copyBytes(from: bytes)
            return true
        }
        guard fits else { return .missing }
        let status = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if status == 0 { return .answers }
        return errno == EACCES || errno == EPERM ? .forbidden : .missing
    }

    /// Users, other than the one that runs avahi-daemon, whose programs listen on 5353/udp.
    private static func others() -> [NetworkFact] {
        let tables = ["/proc/net/udp", "/proc/net/udp6"]
            .compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
        var users = Set(tables.flatMap(owners(ofTable:)))
        if let avahi = avahiUser() { users.remove(avahi) }
        return users.sorted().map { .otherResponder(user: userName($0)) }
    }

    /// The user numbers of the sockets at port 5353 in a table like `/proc/net/udp`.
    static func owners(ofTable table: String) -> [UInt32] {
        table.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let columns = line.split(separator: " ")
            guard columns.count > 7, columns[1].hasSuffix(":14E9") else { return nil }
            return UInt32(columns[7])
        }
    }

    private static func avahiUser() -> UInt32? {
        guard
            let process = try? String(contentsOfFile: "/run/avahi-daemon/pid", encoding: .utf8),
            let number = Int32(process.trimmingCharacters(in: .whitespacesAndNewlines))
        else { return nil }
        var status = stat()
        return stat("/proc/\(number)", &status) == 0 ? status.st_uid : nil
    }

    private static func userName(_ number: UInt32) -> String {
        var record = passwd()
        var result: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4_096) { buffer in
            guard let start = buffer.baseAddress,
                getpwuid_r(number, &record, start, buffer.count, &result) == 0,
                let name = result?.pointee.pw_name
            else { return "\(number)" }
            return String(cString: name)
        }
    }
}
