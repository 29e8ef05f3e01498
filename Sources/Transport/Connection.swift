internal import NIOCore
internal import Synchronization
internal import Wire

/// One TCP connection: its buffers, their bounds, and how it ends.
///
/// The event loop owns the channel; the lock protects what both sides touch.
final class Connection: Sendable {
    /// How long an ended connection may take to deliver what was sent before the end.
    private static let lingering: TimeAmount = .seconds(1)

    private struct State {
        var channel: (any Channel)?
        /// Given to ``send(_:)`` and not yet taken by the event loop.
        var outbox: [Bytes] = []
        var outboxBytes = 0
        /// Taken by the event loop and not yet by the kernel.
        var writingBytes = 0
        var isFlushScheduled = false
        var isFull = false
        /// Received and not yet taken by the consumer.
        var incomingBytes = 0
        var isReadingPaused = false
        /// The consumer has been told of the end; nothing more is told.
        var hasEnded = false
    }

    let number: ConnectionNumber
    /// The source address that counts against the limit for each source; `nil` for a dial.
    let source: String?
    private let settings: TransportSettings
    private let queue: TransportQueue
    private let state = Mutex(State())

    init(
        _ number: ConnectionNumber, source: String?, settings: TransportSettings,
        queue: TransportQueue
    ) {
        self.number = number
        self.source = source
        self.settings = settings
        self.queue = queue
    }

    var hasEnded: Bool { state.withLock(\.hasEnded) }

    /// Takes the channel over; whether the connection is still wanted.
    func attach(_ channel: any Channel) -> Bool {
        state.withLock { state in
            state.channel = channel
            return !state.hasEnded
        }
    }
}

// MARK: - Sending

extension Connection {
    /// Hands bytes over; they are written together with all others that come in the meantime.
    func send(_ bytes: Bytes) -> SendOutcome {
        guard !bytes.isEmpty else { return .accepted }
        let (outcome, channel) = state.withLock { state -> (SendOutcome, (any Channel)?) in
            guard !state.hasEnded, let channel = state.channel else { return (.unknown, nil) }
            let waiting = state.outboxBytes + state.writingBytes + bytes.count
            guard waiting <= settings.outgoingBytes else { return (.overflow, nil) }
            state.outbox.append(bytes)
            state.outboxBytes += bytes.count
            if waiting >= settings.outgoingWatermark { state.isFull = true }
            let outcome: SendOutcome = state.isFull ? .acceptedAndFull : .accepted
            guard !state.isFlushScheduled else { return (outcome, nil) }
            state.isFlushScheduled = true
            return (outcome, channel)
        }
        if let channel { channel.eventLoop.execute { self.flush() } }
        if outcome == .overflow { end(.outgoingOverflow) }
        return outcome
    }

    /// Writes everything handed over so far as one buffer, on the event loop.
    private func flush() {
        let (pieces, count, channel) = state.withLock { state in
            state.isFlushScheduled = false
            defer {
                state.outbox = []
                state.writingBytes += state.outboxBytes
                state.outboxBytes = 0
            }
            return (state.outbox, state.outboxBytes, state.channel)
        }
        guard let channel, count > 0 else { return }
        var buffer = channel.allocator.buffer(capacity: count)
        for piece in pieces { buffer.writeBytes(piece) }
        channel.writeAndFlush(buffer).whenComplete { _ in self.written(count) }
    }

    private func written(_ count: Int) {
        let hasRoom = state.withLock { state in
            state.writingBytes -= count
            let waiting = state.outboxBytes + state.writingBytes
            guard state.isFull, !state.hasEnded, waiting < settings.outgoingWatermark / 2 else {
                return false
            }
            state.isFull = false
            return true
        }
        if hasRoom { queue.push(.writable(number)) }
    }
}

// MARK: - Receiving

extension Connection {
    /// The channel is connected; on the event loop.
    func opened(_ event: TransportEvent) {
        if !hasEnded { queue.push(event) }
    }

    /// Bytes arrived; on the event loop.
    func received(_ buffer: ByteBuffer) {
        let bytes = Bytes(buffer.readableBytesView)
        let (isWanted, paused) = state.withLock { state -> (Bool, (any Channel)?) in
            guard !state.hasEnded else { return (false, nil) }
            state.incomingBytes += bytes.count
            guard !state.isReadingPaused, state.incomingBytes >= settings.incomingBytes else {
                return (true, nil)
            }
            state.isReadingPaused = true
            return (true, state.channel)
        }
        guard isWanted, !bytes.isEmpty else { return }
        if let paused { Self.setReading(paused, to: false) }
        queue.push(.received(number, bytes))
    }

    /// The consumer has taken bytes.
    func consumed(_ count: Int) {
        let resumed = state.withLock { state -> (any Channel)? in
            state.incomingBytes -= count
            guard state.isReadingPaused, !state.hasEnded,
                state.incomingBytes <= settings.incomingBytes / 4
            else { return nil }
            state.isReadingPaused = false
            return state.channel
        }
        if let resumed { resumed.eventLoop.execute { Self.setReading(resumed, to: true) } }
    }

    private static func setReading(_ channel: any Channel, to isReading: Bool) {
        try? channel.syncOptions?.setOption(.autoRead, value: isReading)
    }
}

// MARK: - Ending

extension Connection {
    /// Tells the consumer that the connection has ended, once, and closes it after what was sent
    /// before has gone out.
    func end(_ reason: CloseReason) {
        end(with: .closed(number, reason))
    }

    /// Returns when the socket is closed.
    func channelClosed() async {
        let channel = state.withLock(\.channel)
        try? await channel?.closeFuture.get()
    }

    /// The dial did not succeed.
    func failDial(_ error: TransportError) {
        end(with: .dialFailed(number, error))
    }

    private func end(with event: TransportEvent) {
        let (isNews, channel) = state.withLock { state in
            defer { state.hasEnded = true }
            return (!state.hasEnded, state.channel)
        }
        guard isNews else { return }
        queue.push(event)
        guard let channel else { return }
        channel.eventLoop.execute {
            guard channel.isActive, event != .closed(self.number, .outgoingOverflow) else {
                channel.close(promise: nil)
                return
            }
            self.flush()
            // Reading goes on, as a close with unread bytes would make the kernel throw away
            // what the other side has not read yet.
            Self.setReading(channel, to: true)
            channel.writeAndFlush(channel.allocator.buffer(capacity: 0)).whenComplete { _ in
                channel.close(mode: .output, promise: nil)
            }
            channel.eventLoop.scheduleTask(in: Self.lingering) { channel.close(promise: nil) }
        }
    }
}
