public import Ledger
public import Wire

/// A log and what of it is wanted.
public struct LogNeed: Hashable, Sendable {
    /// The log.
    public var log: LogID
    /// The first sequence, from 1.
    public var from: UInt64
    /// The last sequence that may be given; `nil` for as far as the log goes.
    public var through: UInt64?

    /// Makes a need.
    public init(log: LogID, from: UInt64, through: UInt64? = nil) {
        self.log = log
        self.from = from
        self.through = through
    }
}

/// Something that the shell shall do, in the order given.
public enum Effect: Sendable {
    /// Connect; answered by ``Event/connected(_:)`` or ``Event/dialFailed(_:_:)``.
    case dial(ConnectionID, Address)
    /// Send these bytes on the connection.
    case send(ConnectionID, Bytes)
    /// Close the connection, after what was sent before has left; no event has to follow.
    case close(ConnectionID)
    /// The first byte of an accepted connection opens a pairing: hand the connection over with the
    /// bytes read so far. The engine has forgotten it.
    case pair(ConnectionID, Bytes)

    /// Verify and store these runs; answered by exactly one ``Event/stored(_:)`` with the token, or
    /// ``Event/ingestFailed(token:_:)``. Ingests of one space are carried out in order.
    case ingest(token: UInt64, from: ConnectionID, space: SpaceID, runs: [Run])
    /// Count what the database holds; answered by ``Event/counted(token:commits:bytes:)``.
    case count(token: UInt64, space: SpaceID, needs: [LogNeed])
    /// Read from the database, in order of arrival, what comes after the cursor (0 at first): at
    /// least one run if there is one, and otherwise no more than the given number of bytes.
    /// Answered by ``Event/loaded(_:)``.
    case load(
        token: UInt64, for: ConnectionID, space: SpaceID, needs: [LogNeed], after: Int64,
        maximumBytes: Int)

    /// Find out how much of the workplace's space shows a device that is out that it is; answered by
    /// ``Event/removalProof(of:_:)`` or ``Event/removalUnproved(of:_:)``.
    case proveRemoval(of: DeviceID)

    /// A letter for this device came; keep it and answer with ``Event/letterKept(_:from:)``.
    case letter(Letter, from: DeviceID)
    /// A letter has arrived: it needn't be kept any longer.
    case letterTaken(Bytes16, by: DeviceID)
    /// A member's device knows the code of an open invitation.
    case knocked(Bytes16, by: DeviceID)

    /// Find out which chunks of a file are here, if a visible record of the space names it; answered by
    /// ``Event/fileFound(token:_:)``.
    case lookForFile(token: UInt64, space: SpaceID, AttachmentAddress)
    /// Read a chunk of a file, if a visible record of the space names it now; answered by
    /// ``Event/fileRead(token:_:)``.
    case readFileChunk(token: UInt64, space: SpaceID, AttachmentAddress, chunk: Int)
    /// Keep a chunk that was checked; answered by ``Event/fileChunkStored(_:of:from:isHere:)``.
    case storeFileChunk(from: ConnectionID, AttachmentID, ProvenChunk)

    /// Send ``Event/timer`` at this instant. There is one timer; this replaces it.
    case setTimer(Instant)
    /// Write this to the log of the node.
    case note(Diagnostic)
}
