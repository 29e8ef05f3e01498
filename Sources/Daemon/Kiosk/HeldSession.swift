internal import Engine
internal import Keys
internal import Wire

/// For whom this terminal looks whether there is news, while they aren't signed in.
enum LookingFor {
    @TaskLocal static var person: PersonID?
}

/// Somebody who is signed in at this terminal.
struct HeldSession: Sendable {
    /// Whose it is.
    let person: PersonID
    /// The device whose key is kept here.
    let device: DeviceID
    /// What opens the chest, to put something else into it.
    let chestKey: SecretBytes
    /// What is in the chest.
    var chest: Chest
    /// When they did something last.
    var lastUse: Instant

    /// How long before the end a page asks whether somebody is still there, in seconds.
    static let warning: Int64 = 15
}

/// The people who are signed in, by the tokens that their requests carry.
///
/// A value without a clock: whoever asks says what time it is.
struct HeldSessions: Sendable {
    /// Seconds without a request after which somebody is signed out.
    let idle: Int64
    private var open: [String: HeldSession] = [:]

    init(idle: Int64) { self.idle = idle }

    var isEmpty: Bool { open.isEmpty }

    /// The session of a token, if it has not ended.
    func session(_ token: String, at now: Instant) -> HeldSession? {
        open[token].flatMap { isOver($0, at: now) ? nil : $0 }
    }

    /// Signs somebody in.
    mutating func begin(_ session: HeldSession, as token: String) { open[token] = session }

    /// Takes note that somebody did something.
    ///
    /// - Returns: Whether their session goes on.
    mutating func touch(_ token: String, at now: Instant) -> Bool {
        guard session(token, at: now) != nil else { return false }
        open[token]?.lastUse = now
        return true
    }

    /// Takes over what is in a chest now, in every session of its owner.
    mutating func keep(_ chest: Chest, of device: DeviceID) {
        for (token, session) in open where session.device == device { open[token]?.chest = chest }
    }

    /// Signs somebody out.
    mutating func end(_ token: String) -> HeldSession? { open.removeValue(forKey: token) }

    /// Signs out everybody of whom a claim holds.
    ///
    /// - Returns: Their devices of which no session is left.
    mutating func end(where isOut: (HeldSession) -> Bool) -> Set<DeviceID> {
        let over = open.filter { isOut($0.value) }
        for token in over.keys { open[token] = nil }
        return Set(over.values.map(\.device)).subtracting(open.values.map(\.device))
    }

    /// Signs out everybody who did nothing for too long.
    mutating func endIdle(at now: Instant) -> Set<DeviceID> {
        let idle = self.idle
        return end { Self.isOver($0, idle, now) }
    }

    /// When the next session ends if nothing happens.
    var nextEnd: Instant? {
        open.values.map { $0.lastUse + .seconds(idle) }.min()
    }

    private func isOver(_ session: HeldSession, at now: Instant) -> Bool {
        Self.isOver(session, idle, now)
    }

    private static func isOver(_ session: HeldSession, _ idle: Int64, _ now: Instant) -> Bool {
        now >= session.lastUse + .seconds(idle)
    }
}
