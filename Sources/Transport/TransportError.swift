public import Wire

/// What went wrong with a socket.
public enum TransportError: Error, Hashable, Sendable {
    /// The address is public, multicast, malformed or otherwise not allowed.
    case addressNotAllowed(Address)
    /// A link-local address names no interface of this machine.
    case noInterface(Address)
    /// The port is taken by another program.
    case portTaken(UInt16)
    /// The port, below 1024, is reserved to the administrator.
    case portForbidden(UInt16)
    /// The dial took longer than ``TransportSettings/connectTimeout``.
    case timedOut
    /// Nobody listens there.
    case refused
    /// There is no way to that address.
    case unreachable
    /// The other side, or a device between, reset the connection.
    case reset
    /// The number is in use, or is reserved for accepted connections.
    case numberInUse(ConnectionNumber)
    /// More than ``TransportSettings/connections`` connections.
    case tooManyConnections
    /// The service has been shut down.
    case stopped
    /// The operating system said so: its error number.
    case system(Int32)
}
