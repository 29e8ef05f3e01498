internal import Foundation

/// Lets the C library overwrite memory when it is freed, for homes that can be locked.
///
/// Locking takes down everything that holds keys or words. Keys wipe themselves, but texts lie in
/// ordinary memory, which keeps its content after it was freed. The GNU C library overwrites it if
/// its tunables say so; they are read when a program starts, so the program starts itself anew with
/// the same process number and open files. Elsewhere nothing happens.
enum WipingAllocator {
    private static let variable = "GLIBC_TUNABLES"
    /// Overwrites freed memory, and keeps no small pieces back that would not be.
    private static let tunables = "glibc.malloc.perturb=170:glibc.malloc.tcache_count=0"

    /// Starts the program anew unless it was already; returns if that can't be done.
    static func enter() {
        #if os(Linux)
            let environment = ProcessInfo.processInfo.environment
            guard environment[variable]?.contains(tunables) != true,
                let program = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/self/exe")
            else { return }
            let others = environment[variable].map { $0 + ":" } ?? ""
            guard setenv(variable, others + tunables, 1) == 0 else { return }
            execv(program, CommandLine.unsafeArgv)
        #endif
    }
}
