internal import Wire

/// How many bytes of chunks this side may still send: what the peer allowed and isn't used up.
public struct SendWindow: Sendable {
    /// The bytes that may be sent now.
    public private(set) var available = UInt64(Limits.creditBytes)

    /// A full window, as both sides have it when a session begins.
    public init() {}

    /// The peer allows more.
    ///
    /// - Throws: ``SyncError/creditOverflow`` if that is more than a full window.
    public mutating func grant(_ bytes: UInt64) throws(SyncError) {
        let (sum, overflow) = available.addingReportingOverflow(bytes)
        guard !overflow, sum <= UInt64(Limits.creditBytes) else { throw .creditOverflow }
        available = sum
    }

    /// Whether a chunk of so many bytes fits.
    public func allows(_ bytes: Int) -> Bool { UInt64(bytes) <= available }

    /// A chunk of so many bytes is sent; it must fit.
    public mutating func spend(_ bytes: Int) { available -= min(available, UInt64(bytes)) }
}

/// How many bytes of chunks the peer may still send, and what this side will allow anew.
public struct ReceiveWindow: Sendable {
    /// The bytes that the peer may send now.
    public private(set) var allowed = UInt64(Limits.creditBytes)
    /// The bytes that were dealt with and aren't allowed anew yet.
    private var settled: UInt64 = 0

    /// Smaller amounts are allowed anew together; the largest chunk still fits into the rest.
    static let quantum = UInt64(Limits.creditBytes / 8)

    /// A full window, as both sides have it when a session begins.
    public init() {}

    /// A chunk of so many bytes came.
    ///
    /// - Throws: ``SyncError/creditExceeded(allowed:received:)``.
    public mutating func receive(_ bytes: Int) throws(SyncError) {
        guard UInt64(bytes) <= allowed else {
            throw .creditExceeded(allowed: allowed, received: UInt64(bytes))
        }
        allowed -= UInt64(bytes)
    }

    /// A chunk of so many bytes was stored, or refused, or was of no use.
    ///
    /// - Returns: The credit to send to the peer now, if any.
    public mutating func settle(_ bytes: Int) -> UInt64? {
        settled += UInt64(bytes)
        guard settled >= ReceiveWindow.quantum else { return nil }
        defer { settled = 0 }
        allowed += settled
        return settled
    }
}
