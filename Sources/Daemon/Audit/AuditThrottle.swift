/// Keeps what others can cause at will from filling the disk: the same event about the same thing
/// is written once in a while, however often it happens.
struct AuditThrottle: Sendable {
    /// Milliseconds for which a repetition is left out.
    static let interval: Int64 = 600_000
    /// Different events that are remembered; beyond them new ones are left out until old ones age.
    static let limit = 256

    private var written: [String: Int64] = [:]

    /// Whether an event is to be written, and takes note of it.
    mutating func admits(_ event: AuditEvent, at wallClock: Int64) -> Bool {
        guard event.isThrottled else { return true }
        let fields = event.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let key = ([event.name] + fields).joined(separator: " ")
        written = written.filter { age($0.value, at: wallClock) < Self.interval }
        guard written[key] == nil, written.count < Self.limit else { return false }
        written[key] = wallClock
        return true
    }

    /// A clock that was set back makes nothing wait longer than the interval.
    private func age(_ instant: Int64, at wallClock: Int64) -> Int64 {
        wallClock >= instant ? wallClock &- instant : Self.interval
    }
}
