/// One thing that happens in an office, at its time.
public struct OfficeStep: Sendable, CustomStringConvertible {
    /// When, from the beginning of the day.
    public var at: Duration
    /// What.
    public var deed: Deed

    /// Makes a step.
    public init(at: Duration, deed: Deed) {
        self.at = at
        self.deed = deed
    }

    /// What happens, to computers by their numbers.
    public enum Deed: Sendable {
        /// Somebody comes and switches on.
        case arrive(Int)
        /// Somebody switches off in order and goes.
        case leave(Int)
        /// Somebody closes the lid.
        case suspend(Int)
        /// Somebody opens it again, perhaps in another room.
        case wake(Int, isElsewhere: Bool)
        /// A computer goes from wireless to a dock, or back.
        case move(Int)
        /// Somebody writes so many posts in the space of this number.
        case write(Int, posts: Int, space: Int)
        /// The power fails; whatever is not durable is gone.
        case crash(Int)
        /// The power fails while somebody writes, before or after it is durable.
        case crashWhileWriting(Int, space: Int, isDurable: Bool)
        /// A wall clock turns by so many hours.
        case turnClock(Int, hours: Int)
        /// The network falls apart: those whose number, divided by so many, leaves zero, and the rest.
        case split(Int)
        /// Bytes of one computer don't reach another.
        case block(from: Int, to: Int)
        /// The network is whole again.
        case heal
        /// Connections break, so many in a thousand.
        case breakConnections(Int)
        /// The network is so good or bad.
        case weather(Weather)
        /// A computer can be dialled by nobody.
        case firewall(Int)
        /// A computer becomes dishonest.
        case corrupt(Int, Malice)
        /// A stranger sends noise to a computer.
        case flood(Int, connections: Int)
    }

    /// What the network is like.
    public enum Weather: String, Sendable, CaseIterable {
        /// As a good office network.
        case fine
        /// Many packets come late.
        case lossy
        /// Everything is slow and narrow.
        case slow
        /// Somebody on the way repeats packets and changes their order.
        case meddled
        /// Somebody on the way changes them.
        case damaged
    }

    /// When and what, for whoever reads a schedule that failed.
    public var description: String {
        let seconds = at.components.seconds
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { part in
            part < 10 ? "0\(part)" : "\(part)"
        }
        return parts.joined(separator: ":") + " \(deed)"
    }
}
