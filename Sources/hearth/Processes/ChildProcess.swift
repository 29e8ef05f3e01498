internal import Foundation
internal import Languages
internal import LocalProtocol

/// A process that this one started.
struct ChildProcess {
    /// What the child gets for standard input, output and error.
    enum Files {
        /// Those of this process.
        case inherited
        /// An open file for standard input, the others of this process.
        case reading(Int32)
        /// Nothing to read, and a file to append to; in a session of its own, so that it outlives
        /// the terminal.
        case detached(log: String)
    }

    private let process: pid_t

    #if os(Linux)
        /// POSIX_SPAWN_SETSID of spawn.h, which Glibc shows to GNU programs only.
        private static let newSession: Int16 = 0x80
    #else
        private static let newSession = Int16(POSIX_SPAWN_SETSID)
    #endif

    /// Starts a program with the environment of this process.
    static func start(
        _ path: String, _ arguments: [String], _ files: Files
    ) throws(ServiceError) -> ChildProcess {
        #if os(Linux)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        // We ignore some signals, which a child would inherit.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var flags = Int16(POSIX_SPAWN_SETSIGDEF)
        if case .reading(let file) = files { posix_spawn_file_actions_adddup2(&actions, file, 0) }
        if case .detached(let log) = files {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(
                &actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
            for file in inheritedFiles { posix_spawn_file_actions_addclose(&actions, file) }
            flags |= newSession
        }
        posix_spawnattr_setflags(&attributes, flags)
        var process: pid_t = 0
        var vector = ([path] + arguments).map { strdup($0) }
        vector.append(nil)
        defer { vector.forEach { free($0) } }
        let result = posix_spawn(&process, path, &actions, &attributes, vector, environ)
        guard result == 0 else {
            let reason = strerror(result).map { String(cString: $0) } ?? say("error \(result)")
            throw ServiceError(.internal, "\(path) could not be started: \(reason).")
        }
        return ChildProcess(process: process)
    }

    /// The files beyond the standard ones that a child would get from whoever started us.
    ///
    /// A child that outlives us must not keep them: somebody may wait for their end.
    private static var inheritedFiles: [Int32] {
        (3..<1_024).filter { file in
            let flags = fcntl(file, F_GETFD)
            return flags >= 0 && flags & FD_CLOEXEC == 0
        }
    }

    /// Waits for the end and returns the exit code; 128 and more for a death by signal.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return 127 }
        }
        return Self.exitCode(status)
    }

    /// The exit code if it has ended already.
    func exitCode() -> Int32? {
        var status: Int32 = 0
        return waitpid(process, &status, WNOHANG) == process ? Self.exitCode(status) : nil
    }

    private static func exitCode(_ status: Int32) -> Int32 {
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
