internal import Wire

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The life of the discovery thread: registers, browses, looks up, and starts over when the
/// responder comes back.
///
/// Everything of `dns_sd.h` happens on this one thread, which sleeps in `poll` in between.
final class DiscoveryLoop {
    /// What another thread asks for.
    enum Command: Equatable {
        case advertise(Registration.Wish?)
        case restartBrowsing
        case refresh
        case stop
    }

    /// How long a node may take to be announced again after browsing was restarted.
    static let sweepTime: Duration = .seconds(6)
    /// How often the responder's socket is looked at while it does not answer.
    static let watchInterval: Duration = .seconds(2)

    private let mailbox: CommandMailbox
    private let events: EventQueue
    /// The names of the only interfaces to be used; all if there are none.
    private let interfaces: [String]
    private let clock = ContinuousClock()

    private var table = ServiceTable()
    /// One for each interface; none while there is no responder, or none of the interfaces.
    private var browsers: [ServiceReference] = []
    private var registration = Registration()
    private var lookups: [Lookup] = []

    private var hasAnswered = false
    private var outage: DiscoveryOutage?
    private var retryDelay = RetryDelay()
    private var retry: ContinuousClock.Instant
    private var signature: [Int]?
    private var isStopping = false

    init(mailbox: CommandMailbox, events: EventQueue, interfaces: [String]) {
        self.mailbox = mailbox
        self.events = events
        self.interfaces = interfaces
        retry = clock.now
    }

    /// Runs until it is told to stop; then everything is released.
    func run() {
        while true {
            mailbox.take().forEach(obey)
            if isStopping { break }
            reconnect()
            startLookups()
            advanceLookups()
            push(table.endSweep(at: clock.now))
            wait()
        }
        lookups = []
        browsers = []
        registration.withdraw()
        events.finish()
    }

    private func obey(_ command: Command) {
        switch command {
        case .advertise(let wish):
            registration.wish = wish
            if !browsers.isEmpty { register(on: numbers) }
        case .restartBrowsing:
            guard !browsers.isEmpty else {
                retry = clock.now
                retryDelay.reset()
                return
            }
            browsers = []
            lookups = []
            table.beginSweep(until: clock.now + Self.sweepTime)
            browse()
        case .refresh: table.refresh(at: clock.now)
        case .stop: isStopping = true
        }
    }

    private func push(_ new: [DiscoveryEvent]) { new.forEach(events.push) }
}

// MARK: - The responder comes and goes

extension DiscoveryLoop {
    private func reconnect() {
        guard browsers.isEmpty else { return }
        let now = clock.now
        let seen = ResponderSocket.signature()
        if outage != nil, seen != nil, seen != signature {
            retryDelay.reset()
            retry = now
        }
        signature = seen
        guard now >= retry else { return }
        browse()
    }

    /// The numbers of the interfaces that are to be used and are there.
    private var numbers: [UInt32] {
        interfaces.isEmpty
            ? [ServiceReference.everyInterface]
            : interfaces.map { if_nametoindex($0) }.filter { $0 != 0 }.sorted()
    }

    private func browse() {
        let numbers = numbers
        guard !numbers.isEmpty else {
            // None of the interfaces is there: neither announced nor asked for anywhere else.
            register(on: [])
            retry = clock.now + Self.watchInterval
            return
        }
        do throws(ServiceReference.Failure) {
            for number in numbers {
                browsers.append(try ServiceReference.browse(interface: number))
            }
        } catch {
            loseResponder(code: error.code)
            return
        }
        if outage != nil || !hasAnswered { push([.available]) }
        hasAnswered = true
        outage = nil
        register(on: numbers)
    }

    private func register(on numbers: [UInt32]) {
        do throws(ServiceReference.Failure) {
            push(try registration.carryOut(on: numbers))
        } catch {
            loseResponder(code: error.code)
        }
    }

    private func loseResponder(code: Int32) {
        browsers = []
        lookups = []
        registration.withdraw()
        push(table.clear())
        let reason = ResponderSocket.outage(code: code)
        signature = ResponderSocket.signature()
        if outage == nil { retryDelay.reset() }
        if outage != reason { push([.unavailable(reason)]) }
        outage = reason
        retry = clock.now + retryDelay.grow()
    }
}

// MARK: - Lookups

extension DiscoveryLoop {
    private func startLookups() {
        guard !browsers.isEmpty else { return }
        let now = clock.now
        while lookups.count < DiscoveryLimits.lookups, let key = table.nextLookup(at: now) {
            do throws(ServiceReference.Failure) {
                lookups.append(try Lookup(key, at: now))
            } catch {
                table.lookupFailed(key, at: now)
            }
        }
    }

    private func advanceLookups() {
        let now = clock.now
        let isBusy = table.isWaiting(at: now)
        lookups.removeAll { lookup in
            while true {
                switch lookup.advance(at: now, isBusy: isBusy) {
                case .nothing: return false
                case .found(let node): push(table.found(lookup.key, node))
                case .finished: return true
                case .failed:
                    table.lookupFailed(lookup.key, at: now)
                    return true
                }
            }
        }
    }

    private func browsed(_ reply: ServiceReference.Reply) {
        guard case .browsed(let instance, let interface, let isAdded) = reply,
            !registration.isOurs(instance)
        else { return }
        let key = ServiceTable.Key(instance: instance, interface: interface)
        if isAdded {
            push(table.announced(key, at: clock.now))
        } else {
            push(table.withdrawn(key))
            if !table.contains(key) { lookups.removeAll { $0.key == key } }
        }
    }
}

// MARK: - Waiting

extension DiscoveryLoop {
    private func wait() {
        var waiting: [(reference: ServiceReference, lookup: Lookup?)] = []
        waiting += (browsers + registration.references).map { ($0, nil) }
        for lookup in lookups {
            waiting.append(contentsOf: lookup.waiting.map { ($0, lookup) })
        }
        var descriptors = [pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)]
        descriptors += waiting.map {
            pollfd(fd: $0.reference.descriptor, events: Int16(POLLIN), revents: 0)
        }
        let count = poll(&descriptors, nfds_t(descriptors.count), timeout())
        guard count > 0 else { return }
        for (descriptor, item) in zip(descriptors.dropFirst(), waiting)
        where descriptor.revents != 0 {
            if let lookup = item.lookup {
                process(lookup, item.reference)
            } else {
                process(item.reference)
            }
        }
    }

    private func process(_ lookup: Lookup, _ reference: ServiceReference) {
        guard lookups.contains(where: { $0 === lookup }),
            !lookup.process(reference, at: clock.now)
        else { return }
        lookups.removeAll { $0 === lookup }
        table.lookupFailed(lookup.key, at: clock.now)
    }

    /// Takes what the browser or the registration has to say.
    private func process(_ reference: ServiceReference) {
        let isRegistration = registration.references.contains { $0 === reference }
        guard isRegistration || browsers.contains(where: { $0 === reference }) else { return }
        for reply in reference.process() {
            switch reply {
            case .browsed: browsed(reply)
            case .registered(let instance): push(registration.registered(instance))
            case .failed(let code):
                if isRegistration, Registration.isConflict(code) {
                    push(registration.conflict())
                } else {
                    loseResponder(code: code)
                    return
                }
            case .resolved, .record: continue
            }
        }
    }

    /// Milliseconds until there is something to do without being woken; -1 means never.
    private func timeout() -> Int32 {
        let now = clock.now
        let isBusy = table.isWaiting(at: now)
        var deadlines = lookups.map { $0.deadline(isBusy: isBusy) }
        if lookups.count < DiscoveryLimits.lookups, let due = table.nextDeadline {
            deadlines.append(due)
        }
        if browsers.isEmpty { deadlines.append(min(retry, now + Self.watchInterval)) }
        guard let first = deadlines.min() else { return -1 }
        let milliseconds = (first - now) / .milliseconds(1)
        return Int32(max(0, min(milliseconds.rounded(.up), 60_000)))
    }
}
