internal import Foundation
internal import Languages

/// Where one home keeps its files; the same for the daemon and the command.
///
/// With `HEARTH_HOME` set everything lies in that folder; else the XDG base directories are used.
public struct HomeFolders: Equatable, Sendable {
    /// Path of the configuration file `hearth.toml`.
    public let configuration: String
    /// Folder of keys and databases.
    public let data: String
    /// Folder of what may be lost: logs and remembered addresses.
    public let state: String
    /// Path of the Unix socket of the local API.
    public let socket: String

    /// Most bytes that the path of a Unix socket can have on every system that we run on.
    public static let socketPathLimit = 103

    /// File that the command sends the daemon's output to when it starts the daemon.
    public var daemonLog: String { state + "/hearthd.log" }

    /// Creates the layout from its four places.
    public init(configuration: String, data: String, state: String, socket: String) {
        self.configuration = configuration
        self.data = data
        self.state = state
        self.socket = socket
    }

    /// Finds the places of the home that this process was started for.
    ///
    /// - Throws: ``ServiceError`` with code `usage` when neither `HEARTH_HOME` nor `HOME` is set.
    public static func current() throws(ServiceError) -> HomeFolders {
        try locate(environment: ProcessInfo.processInfo.environment, user: UInt32(getuid()))
    }

    /// Finds the places from an environment.
    ///
    /// A socket path that is too long for the system moves to a folder below `/tmp` whose name is
    /// derived from the path; the daemon refuses that folder unless it is the user's own with mode
    /// 0700.
    ///
    /// - Parameters:
    ///   - environment: Environment variables.
    ///   - user: Number of the user, to tell the folders of several users apart.
    public static func locate(
        environment: [String: String], user: UInt32
    ) throws(ServiceError) -> HomeFolders {
        if let home = nonEmpty(environment["HEARTH_HOME"]) {
            let folder = absolute(home)
            return HomeFolders(
                configuration: folder + "/hearth.toml", data: folder + "/data",
                state: folder + "/state",
                socket: short(folder + "/run/hearth.sock", user: user))
        }
        guard let home = nonEmpty(environment["HOME"]) else {
            throw ServiceError(
                .usage, "Neither HEARTH_HOME nor HOME is set.",
                hint: "Set HEARTH_HOME to the folder that Hearth may use.")
        }
        func base(_ variable: String, _ fallback: String) -> String {
            // The XDG specification has relative paths ignored.
            guard let value = environment[variable], value.hasPrefix("/") else {
                return home + "/" + fallback + "/hearth"
            }
            return value + "/hearth"
        }
        let data = base("XDG_DATA_HOME", ".local/share")
        var socket = data + "/run/hearth.sock"
        if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") {
            socket = runtime + "/hearth/hearth.sock"
        }
        return HomeFolders(
            configuration: base("XDG_CONFIG_HOME", ".config") + "/hearth.toml", data: data,
            state: base("XDG_STATE_HOME", ".local/state"), socket: short(socket, user: user))
    }

    private static func nonEmpty(_ value: String?) -> String? {
        value.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func absolute(_ path: String) -> String {
        let full =
            path.hasPrefix("/")
            ? path : FileManager.default.currentDirectoryPath + "/" + path
        return URL(fileURLWithPath: full).standardizedFileURL.path
    }

    private static func short(_ path: String, user: UInt32) -> String {
        guard path.utf8.count > socketPathLimit else { return path }
        // FNV-1a: only has to tell one user's homes apart.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in path.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return "/tmp/hearth-\(user)-\(String(hash, radix: 16))/hearth.sock"
    }
}
