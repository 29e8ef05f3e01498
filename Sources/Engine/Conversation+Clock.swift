internal import Sync
internal import Wire

/// When a peer was last heard, and when it has to be heard again.
struct Pulse: Sendable {
    /// A slow but living peer brings at least this much while an answer is due.
    static let signOfLife = 16_384

    var nextPing: Instant?
    /// The ping that waits for its answer.
    var asked: (nonce: UInt64, at: Instant)?
    private(set) var hasSpoken = false
    private var bytesSinceAsked = 0

    mutating func heard(_ bytes: Int) {
        bytesSinceAsked += bytes
        if bytesSinceAsked >= Pulse.signOfLife { hasSpoken = true }
    }

    mutating func heardMessage() { hasSpoken = true }

    mutating func ask(_ nonce: UInt64, at now: Instant) {
        asked = (nonce, now)
        hasSpoken = false
        bytesSinceAsked = 0
    }
}

/// What went over one connection.
struct Account: Sendable {
    var bytesReceived: UInt64 = 0
    var bytesSent: UInt64 = 0
    var commitsReceived: UInt64 = 0
    var commitsSent: UInt64 = 0
    var roundTrip: Duration?
    var clockOffset: Duration?
    var lastContact: Instant?
}

extension Conversation {
    /// Asks for a sign of life, which also measures the way there and back.
    mutating func ping(in house: inout House) {
        guard stage == .sharing, pulse.asked == nil else { return }
        let nonce = house.generator.next()
        pulse.ask(nonce, at: house.now)
        pulse.nextPing = house.now + house.jittered(house.settings.keepAlive)
        send(.ping(nonce: nonce), in: &house)
    }

    mutating func receive(pong nonce: UInt64, in house: inout House) {
        guard let asked = pulse.asked, asked.nonce == nonce else { return }
        pulse.asked = nil
        account.roundTrip = house.now - asked.at
    }

    /// When something has to be done although nothing comes.
    func deadline(_ settings: Settings) -> Instant? {
        guard !isOver else { return nil }
        guard stage == .sharing else { return began + settings.handshakeTimeout }
        var instants = [
            tellingEnd, pulse.nextPing, pulse.asked.map { $0.at + settings.answerTimeout },
        ]
        instants.append(fileDeadline(settings))
        for space in shared.values {
            instants += [space.requestEnd, space.retryAt, space.graftAt]
        }
        return instants.compactMap { $0 }.min()
    }

    /// Does what is due at this instant.
    mutating func wake(in house: inout House) {
        guard !isOver else { return }
        guard stage == .sharing else {
            guard house.now >= began + house.settings.handshakeTimeout else { return }
            // Then the peer did its part, and this computer is slow to find what shows a removal.
            guard hello == nil else { return dismiss(.deviceRevoked, in: &house) }
            return end(.violation(.handshakeTimeout), in: &house)
        }
        if let end = tellingEnd, house.now >= end { return dismiss(.deviceRevoked, in: &house) }
        if let asked = pulse.asked, house.now >= asked.at + house.settings.answerTimeout {
            guard pulse.hasSpoken else { return end(.silent, in: &house) }
            // It speaks, only not of this: it is busy sending something long.
            pulse.asked = nil
        }
        if let next = pulse.nextPing, house.now >= next {
            pulse.nextPing = house.now + house.jittered(house.settings.keepAlive)
            ping(in: &house)
        }
        wakeFiles(in: &house)
        for space in shared.keys.sorted() { wake(space, in: &house) }
    }

    private mutating func wake(_ space: SpaceID, in house: inout House) {
        guard var shared = shared[space] else { return }
        if let end = shared.requestEnd, house.now >= end {
            shared.requestEnd = nil
            if var request = shared.request {
                request.isStalled = true
                shared.request = request
                for log in request.targets.keys { shared.peer.refuse(log, .stalled) }
                shared.retryAt = house.now + house.settings.requestPause
                house.spaces[space]?.assignments.release(id)
                if let device { house.note(.requestStalled(device, space)) }
            }
        }
        if let graft = shared.graftAt, house.now >= graft { shared.graftAt = nil }
        if let retry = shared.retryAt, house.now >= retry {
            shared.retryAt = nil
            shared.peer.forgetRefusals()
        }
        self.shared[space] = shared
    }
}
