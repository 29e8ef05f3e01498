internal import Foundation
internal import Synchronization

#if os(Linux)
    internal import CAvahi
#endif

/// Makes this node seen on the local network and sees the others, through the machine's own
/// DNS-SD responder (avahi-daemon on Linux, mDNSResponder on macOS).
///
/// The type is `_hearth._tcp`. The service outlives the responder: when that stops, one
/// ``DiscoveryEvent/unavailable(_:)`` is told, and when it returns, registering and browsing start
/// again by themselves. One thread does all the work and sleeps in between.
public final class DiscoveryService: Sendable {
    private enum Phase {
        case new
        case running
        case stopped
    }

    /// What happens, for one consumer; a slow one gets the latest state of each node.
    public let events: AsyncStream<DiscoveryEvent>

    private let queue: EventQueue
    private let mailbox: CommandMailbox
    private let phase = Mutex(Phase.new)
    private let interfaces: [String]

    /// Makes a service that does nothing yet; `nil` if the process has no file descriptors left.
    ///
    /// - Parameter interfaces: The names of the only interfaces on which the responder announces
    ///   this node and looks for others; all if there are none. One that is not there yet counts
    ///   from the next ``restartBrowsing()`` on.
    public init?(interfaces: [String] = []) {
        guard let mailbox = CommandMailbox() else { return nil }
        let queue = EventQueue()
        self.queue = queue
        self.mailbox = mailbox
        self.interfaces = interfaces
        events = AsyncStream { await queue.next() }
    }

    deinit { mailbox.post(.stop) }

    /// Avahi's library otherwise writes a notice to the log of each program that uses it.
    ///
    /// Once only: whoever reads the environment meanwhile, such as to start a program, may crash.
    private static let quieten: Void = { _ = setenv("AVAHI_COMPAT_NOWARN", "1", 1) }()

    /// Lets no memory reach Avahi's library that isn't zero, from before its first use on.
    ///
    /// When its daemon goes away while something is looked up, it reads what it hasn't written.
    private static let zeroMemory: Void = {
        #if os(Linux)
            hearth_let_avahi_zero_memory()
        #endif
    }()

    /// Starts to browse, and to register what ``advertise(_:)`` was told; once only.
    public func start() {
        let isNew = phase.withLock { phase in
            guard phase == .new else { return false }
            phase = .running
            return true
        }
        guard isNew else { return }
        Self.quieten
        Self.zeroMemory
        let thread = Thread { [mailbox, queue, interfaces] in
            DiscoveryLoop(mailbox: mailbox, events: queue, interfaces: interfaces).run()
        }
        thread.name = "discovery"
        thread.start()
    }

    /// Registers this node, replacing what was registered before; `nil` withdraws it.
    ///
    /// A change of the text alone keeps the registration. Nodes that have looked this one up
    /// already see a new text only when they ``refresh()``; a new instance name is seen by all.
    ///
    /// - Throws: ``DiscoveryError`` if it can't be written as a DNS-SD service.
    public func advertise(_ advertisement: Advertisement?) throws(DiscoveryError) {
        guard let advertisement else {
            mailbox.post(.advertise(nil))
            return
        }
        mailbox.post(.advertise(try Registration.Wish(advertisement)))
    }

    /// Browses anew, as is due when a link has come back: asks the network at once, tells every
    /// node that is there again, and after some seconds those that are not.
    public func restartBrowsing() { mailbox.post(.restartBrowsing) }

    /// Looks all known nodes up again, and tells those whose text or addresses have changed.
    public func refresh() { mailbox.post(.refresh) }

    /// Withdraws the registration, says goodbye on the network and ends the thread; ``events``
    /// ends when all that is done.
    public func stop() {
        mailbox.post(.stop)
        let wasNew = phase.withLock { phase in
            defer { phase = .stopped }
            return phase == .new
        }
        if wasNew { queue.finish() }
    }
}
