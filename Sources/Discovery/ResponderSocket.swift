#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The traces that a responder leaves in the file system: a cheap sign that it is back.
enum ResponderSocket {
    /// Where the responder listens for programs of this machine.
    #if os(Linux)
        static let path = "/run/avahi-daemon/socket"
    #else
        static let path = "/var/run/mDNSResponder"
    #endif

    /// Changes when the responder starts again; `nil` while it does not run.
    static func signature() -> [Int]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if os(Linux)
            let changed = status.st_ctim
        #else
            let changed = status.st_ctimespec
        #endif
        return [Int(status.st_ino), Int(changed.tv_sec), Int(changed.tv_nsec)]
    }

    /// Why nothing can be registered, as far as the file system tells.
    static func outage(code: Int32) -> DiscoveryOutage {
        #if os(Linux)
            guard messageBusExists() else { return .noMessageBus }
        #endif
        return signature() == nil ? .noResponder : .refused(code: code)
    }

    #if os(Linux)
        /// Whether the socket of the system bus exists; an address of another kind counts as yes.
        private static func messageBusExists() -> Bool {
            let unixPath = "unix:path="
            guard let configured = getenv("DBUS_SYSTEM_BUS_ADDRESS") else {
                return access("/run/dbus/system_bus_socket", F_OK) == 0
                    || access("/var/run/dbus/system_bus_socket", F_OK) == 0
            }
            let address = String(cString: configured)
            guard address.hasPrefix(unixPath) else { return true }
            let path = address.dropFirst(unixPath.count).prefix { $0 != "," && $0 != ";" }
            return access(String(path), F_OK) == 0
        }
    #endif
}
