internal import Synchronization

/// Commands on their way to the discovery thread.
final class CommandMailbox: Sendable {
    private let commands = Mutex<[DiscoveryLoop.Command]>([])
    private let pipe: WakePipe

    /// Makes an empty mailbox; `nil` if the process has no file descriptors left.
    init?() {
        guard let pipe = WakePipe() else { return nil }
        self.pipe = pipe
    }

    /// Readable when there are commands.
    var descriptor: Int32 { pipe.readingEnd }

    /// Adds a command and wakes the thread; the same command twice in a row is one.
    func post(_ command: DiscoveryLoop.Command) {
        commands.withLock { pending in
            if pending.last != command { pending.append(command) }
        }
        pipe.wake()
    }

    /// Takes all commands out.
    func take() -> [DiscoveryLoop.Command] {
        pipe.drain()
        return commands.withLock { pending in
            defer { pending = [] }
            return pending
        }
    }
}
