internal import Foundation

/// The notification service of the session that this program runs in.
///
/// It is reached with `notify-send`, which every desktop of Linux brings along; there is none in a
/// session without a desktop, on a server, or for a daemon of another user.
struct Desktop: Sendable {
    /// Shows a line; gives up after a few seconds.
    let show: @Sendable (DesktopNotice) async -> Void

    /// Shows lines in some other way.
    init(show: @escaping @Sendable (DesktopNotice) async -> Void) { self.show = show }

    /// The service of a session; `nil` if there is none.
    init?(environment: [String: String]) {
        guard environment["DBUS_SESSION_BUS_ADDRESS"]?.isEmpty == false,
            let program = Self.program(environment["PATH"] ?? "")
        else { return nil }
        show = { notice in await Self.run(program, Self.arguments(notice)) }
    }

    private static func program(_ path: String) -> String? {
        path.split(separator: ":").map { $0 + "/notify-send" }
            .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The words come behind `--`, since a name may begin with a dash; the body is markup.
    static func arguments(_ notice: DesktopNotice) -> [String] {
        let body = notice.body.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
        return ["--app-name=Hearth", "--category=im.received", "--", notice.title, body]
    }

    private static func run(_ program: String, _ arguments: [String]) async {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ends, continuation) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in continuation.finish() }
        guard (try? process.run()) != nil else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in ends {} }
            group.addTask { try? await Task.sleep(for: patience) }
            await group.next()
            group.cancelAll()
        }
        if process.isRunning { process.terminate() }
    }

    /// How long the service may take.
    private static let patience = Duration.seconds(5)
}
