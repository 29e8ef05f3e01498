internal import Foundation
internal import Languages
internal import Synchronization
internal import Wire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// One run of another program, without a shell: bytes in, bytes out.
struct ProgramRun: Sendable {
    /// What came of it.
    struct Answer: Sendable {
        /// The exit code; 128 and more for a death by signal.
        var code: Int32
        /// What it wrote to standard output.
        var output: Bytes
        /// The first line that it wrote to standard error.
        var complaint: String
    }

    /// Why there is no answer.
    enum Failure: Error, CustomStringConvertible {
        case notStarted(String)
        case tooSlow
        case tooMuch

        var description: String {
            switch self {
            case .notStarted(let reason): say("it could not be started (\(reason))")
            case .tooSlow: say("it took too long")
            case .tooMuch: say("it says more than fits")
            }
        }
    }

    let program: String
    let arguments: [String]
    /// Most bytes of each of both outputs.
    let outputLimit: Int

    /// Runs the program and waits for its end, on a thread of its own.
    ///
    /// - Parameter limit: After how long it is killed.
    /// - Throws: ``Failure``.
    func answer(to input: Bytes, within limit: Duration) async throws(Failure) -> Answer {
        let patience = Patience(until: .now + limit)
        let result: Result<Answer, Failure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    continuation.resume(
                        returning: Result { () throws(Failure) in
                            try runHere(input, patience)
                        })
                }
            }
        } onCancel: {
            patience.end()
        }
        return try result.get()
    }

    /// How long somebody waits: until an instant, or until told that nobody waits any more.
    private final class Patience: Sendable {
        private let deadline: ContinuousClock.Instant
        private let hasEnded = Mutex(false)

        init(until deadline: ContinuousClock.Instant) { self.deadline = deadline }

        func end() { hasEnded.withLock { $0 = true } }

        var isOver: Bool { ContinuousClock.now >= deadline || hasEnded.withLock { $0 } }
    }

    /// Milliseconds after which it is looked whether anybody still waits.
    private static let slice: Int32 = 100

    /// Runs the program; the thread must be good for nothing else afterwards.
    private func runHere(_ input: Bytes, _ patience: Patience) throws(Failure) -> Answer {
        // A program that ends without reading must not end this one.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let (standardInput, output, errors) = (try Pipe(), try Pipe(), try Pipe())
        defer { for pipe in [standardInput, output, errors] { pipe.close() } }
        let process = try start(standardInput, output, errors)
        for end in [standardInput.reading, output.writing, errors.writing] { end.close() }
        // The passphrase is much shorter than a pipe is long, so this waits for nobody.
        standardInput.writing.write(input)
        standardInput.writing.close()
        do {
            let (said, complained) = try collect(output.reading, errors.reading, patience)
            let code = try wait(for: process, patience)
            let text = String(decoding: complained, as: UTF8.self)
            let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            return Answer(code: code, output: said, complaint: line)
        } catch {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
            throw error
        }
    }

    private func start(
        _ input: borrowing Pipe, _ output: borrowing Pipe, _ errors: borrowing Pipe
    ) throws(Failure) -> pid_t {
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
        // The daemon ignores some signals, and this thread another one; a child would inherit both.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        posix_spawn_file_actions_adddup2(&actions, input.reading.descriptor, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing.descriptor, 1)
        posix_spawn_file_actions_adddup2(&actions, errors.writing.descriptor, 2)
        var vector = ([program] + arguments).map { strdup($0) }
        vector.append(nil)
        defer { vector.forEach { free($0) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, program, &actions, &attributes, vector, environ)
        guard result == 0 else { throw .notStarted(String(cString: strerror(result))) }
        return process
    }

    /// Reads both outputs to their ends.
    private func collect(
        _ output: Pipe.End, _ errors: Pipe.End, _ patience: Patience
    ) throws(Failure) -> (Bytes, Bytes) {
        var said: [Bytes] = [[], []]
        var isOpen = [true, true]
        let ends = [output, errors]
        while isOpen.contains(true) {
            var polled = ends.indices.map { index in
                pollfd(
                    fd: isOpen[index] ? ends[index].descriptor : -1, events: Int16(POLLIN),
                    revents: 0)
            }
            guard poll(&polled, 2, Self.slice) > 0 else {
                guard !patience.isOver else { throw .tooSlow }
                continue
            }
            for index in ends.indices where polled[index].revents != 0 {
                guard let piece = ends[index].read() else {
                    isOpen[index] = false
                    continue
                }
                said[index] += piece
                guard said[index].count <= outputLimit else { throw .tooMuch }
            }
        }
        return (said[0], said[1])
    }

    private func wait(
        for process: pid_t, _ patience: Patience
    ) throws(Failure) -> Int32 {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            guard ended == 0, !patience.isOver else { throw .tooSlow }
            usleep(5_000)
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}

/// Two ends of a pipe that no other child inherits.
private final class Pipe {
    /// One end.
    final class End {
        private(set) var descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        func close() {
            guard descriptor >= 0 else { return }
            systemClose(descriptor)
            descriptor = -1
        }

        func write(_ bytes: Bytes) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    systemWrite(descriptor, $0.baseAddress, $0.count)
                }
                // A program that doesn't read says by its exit code what is wrong.
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }

        /// What is there; `nil` at the end.
        func read() -> Bytes? {
            var buffer = Bytes(repeating: 0, count: 1_024)
            let count = systemRead(descriptor, &buffer, buffer.count)
            return count > 0 ? Bytes(buffer.prefix(count)) : nil
        }
    }

    let reading: End
    let writing: End

    init() throws(ProgramRun.Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .notStarted(String(cString: strerror(errno))) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        reading = End(ends[0])
        writing = End(ends[1])
    }

    func close() {
        reading.close()
        writing.close()
    }
}

private func systemClose(_ descriptor: Int32) { close(descriptor) }

private func systemRead(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int
) -> Int {
    read(descriptor, buffer, count)
}

private func systemWrite(
    _ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int
) -> Int {
    guard let buffer else { return 0 }
    return write(descriptor, buffer, count)
}
