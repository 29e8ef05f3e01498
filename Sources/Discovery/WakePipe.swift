#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Wakes a thread that waits in `poll`.
final class WakePipe: Sendable {
    /// Readable after ``wake()``.
    let readingEnd: Int32
    private let writingEnd: Int32

    /// Makes the pipe; `nil` if the process has no file descriptors left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        readingEnd = ends[0]
        writingEnd = ends[1]
    }

    deinit {
        close(readingEnd)
        close(writingEnd)
    }

    /// Makes the reading end readable; a full pipe is readable already.
    func wake() {
        var byte: UInt8 = 1
        _ = write(writingEnd, &byte, 1)
    }

    /// Forgets all wake-ups so far.
    func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(readingEnd, &bytes, bytes.count) > 0 {}
    }
}
