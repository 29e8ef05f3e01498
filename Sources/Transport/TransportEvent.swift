public import Wire

/// Names one connection of one ``TransportService``.
///
/// The caller of ``TransportService/dial(_:as:)`` chooses below
/// ``TransportService/firstAcceptedConnection``; accepted connections get numbers from there on.
public typealias ConnectionNumber = UInt64

/// What happens on the connections of a node, in order for each connection.
public enum TransportEvent: Equatable, Sendable {
    /// Somebody connected to us. `remote` is the address that its packets come from.
    case accepted(ConnectionNumber, remote: Address)
    /// A dial succeeded.
    case connected(ConnectionNumber, remote: Address)
    /// A dial failed; the number is free again.
    case dialFailed(ConnectionNumber, TransportError)
    /// Bytes arrived: any cut of the stream, never empty.
    case received(ConnectionNumber, Bytes)
    /// The outgoing buffer, full before, has room again.
    case writable(ConnectionNumber)
    /// The connection has ended, the last event of its number.
    case closed(ConnectionNumber, CloseReason)
}

/// Why a connection ended.
public enum CloseReason: Hashable, Sendable {
    /// This side closed it.
    case local
    /// The other side closed it.
    case remote
    /// The other side took its bytes too slowly: ``TransportSettings/outgoingBytes`` were waiting.
    case outgoingOverflow
    /// The network broke it.
    case failed(TransportError)
}

/// What happened to bytes that were handed over for sending.
public enum SendOutcome: Equatable, Sendable {
    /// They are on their way; send on.
    case accepted
    /// They are on their way; better wait for ``TransportEvent/writable(_:)``.
    case acceptedAndFull
    /// Too many were waiting: they were dropped and the connection is being closed.
    case overflow
    /// There is no such connection.
    case unknown
}
