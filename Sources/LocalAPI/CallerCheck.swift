internal import Foundation
internal import NIOCore

/// Asks the kernel whose process is at the other end of a connection.
enum CallerCheck {
    /// A caller who may not use the API.
    struct Refused: Error {
        /// Number of the user whose process called.
        let user: UInt32
    }

    /// Fails unless the caller is the user that this process runs as, or root.
    static func verify(_ channel: any Channel) -> EventLoopFuture<Void> {
        guard let provider = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
        }
        let own = UInt32(geteuid())
        return user(of: provider).flatMapThrowing { user in
            guard isAllowed(user, own: own) else { throw Refused(user: user) }
        }
    }

    /// The rule itself.
    static func isAllowed(_ user: UInt32, own: UInt32) -> Bool {
        user == own || user == 0
    }

    private static func user(of provider: any SocketOptionProvider) -> EventLoopFuture<UInt32> {
        #if os(Linux)
            let credentials: EventLoopFuture<UnixCredentials> = provider.unsafeGetSocketOption(
                level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
            return credentials.map { $0.user }
        #else
            // LOCAL_PEERCRED of unix(4), at the level SOL_LOCAL, which has the number 0.
            let credentials: EventLoopFuture<xucred> = provider.unsafeGetSocketOption(
                level: NIOBSDSocket.OptionLevel(rawValue: 0),
                name: NIOBSDSocket.Option(rawValue: LOCAL_PEERCRED))
            return credentials.map { UInt32($0.cr_uid) }
        #endif
    }
}

#if os(Linux)
    /// The kernel's `struct ucred` of unix(7), which Glibc shows to GNU programs only.
    private struct UnixCredentials: Sendable {
        var process: Int32 = 0
        var user: UInt32 = 0
        var group: UInt32 = 0
    }
#endif
