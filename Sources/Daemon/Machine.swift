internal import Languages
internal import LocalProtocol
internal import Logging

/// What holds on this machine whether a home is locked or not: its policy and the security log.
struct Machine: Sendable {
    let policy: Policy
    let log: AuditLog
    let clocks: Clocks
    let logger: Logger
    /// What telephones may read here is read through this.
    var gateway = GatewaySwitch()

    /// Writes an event into the security log.
    ///
    /// A log that can't be written stops nobody's work, but it is said as loudly as can be.
    func audit(_ event: AuditEvent) {
        do {
            try log.write(event, at: clocks.wallClock)
        } catch {
            logger.error(
                "the security log can't be written",
                metadata: ["event": "\(event.name)", "error": "\(error)"])
        }
    }
}
