internal import Engine
public import Ledger
internal import TestKit
public import Wire

extension World.Happening {
    /// The computer that it happens to, if a closed lid keeps it waiting.
    ///
    /// What comes over the network is held where it arrives.
    var computer: Int? {
        switch self {
        case .event(let number, _, _), .alarm(let number, _, _), .storage(let number, _, _): number
        case .arrival, .end, .dial: nil
        }
    }
}

extension World {
    // MARK: Lids and cables

    /// Closes a computer's lid: from now on it does nothing and answers nobody.
    public mutating func suspend(_ number: Int) {
        guard computers[number].isOn else { return }
        computers[number].isAsleep = true
    }

    /// Opens a lid: what was missed meanwhile comes at once, first what was due first.
    ///
    /// - Parameter isElsewhere: Whether the computer is on another network than before, with another
    ///   address; its connections are dead then, and neither end was told.
    public mutating func wake(_ number: Int, isElsewhere: Bool = false) {
        guard computers[number].isOn, computers[number].isAsleep else { return }
        computers[number].isAsleep = false
        if isElsewhere { move(number) }
        let missed = computers[number].missed
        computers[number].missed = []
        for happening in missed { happen(happening) }
    }

    /// Gives a computer another address, as from wireless to a dock.
    public mutating func move(_ number: Int) {
        for (link, _) in computers[number].connections.values { links[link].isCut = true }
        moves += 1
        numbers[computers[number].address] = nil
        let address = Address(
            host: "10.1.\(moves / 250 % 250).\(moves % 250 + 1)",
            port: computers[number].address.port)
        computers[number].address = address
        numbers[address] = number
        deliver(.addressesChanged([address]), to: number)
        guard conditions.hasMulticast else { return }
        for other in computers.indices where other != number && computers[other].isOn {
            show(number, to: other)
            show(other, to: number)
        }
    }

    /// Turns a computer's wall clock.
    public mutating func turnClock(of number: Int, by duration: Duration) {
        computers[number].clockSkew += duration.wholeMilliseconds
    }

    /// Lets a computer dial and not be dialled, or lifts that.
    public mutating func setFirewall(_ isFirewalled: Bool, on number: Int) {
        computers[number].isFirewalled = isFirewalled
    }

    /// Makes a computer dishonest.
    public mutating func setMalice(_ malice: Malice?, of number: Int) {
        computers[number].malice = malice
    }

    // MARK: Power and strangers

    /// Lets the power fail while the user writes: what was being written is durable or not, and nobody
    /// was told in either case.
    public mutating func crashWhileWriting(
        in space: SpaceID, on number: Int, isDurable: Bool
    ) throws(LedgerError) {
        guard computers[number].isOn, computers[number].malice == nil else { return }
        let before = computers[number].commitCount
        try computers[number].writeAndFail(in: space, isDurable: isDurable, using: &generator)
        written[space, default: 0] += computers[number].commitCount - before
        crash(number)
    }

    /// Lets a stranger open connections to a computer and send bytes that mean nothing.
    public mutating func flood(_ number: Int, connections: Int) {
        guard computers[number].isOn, !computers[number].isAsleep else { return }
        for _ in 0..<connections {
            computers[number].acceptedCount += 1
            let id = ConnectionID(accepted: computers[number].acceptedCount)
            let source = Address(
                host: "10.2.0.\(Int.random(in: 1...9, using: &generator))",
                port: UInt16.random(in: 32_768...60_999, using: &generator))
            deliver(.accepted(id, from: source), to: number)
            let length = Int.random(in: 1...200, using: &generator)
            deliver(.received(id, generator.bytes(length)), to: number)
        }
    }

    // MARK: What is watched

    mutating func note(_ event: Event, of number: Int, after effect: Effect) {
        guard case .stored(let stored) = event, case .ingest(_, let id, _, _) = effect,
            let (link, isDialler) = computers[number].connections[id],
            let other = links[link].end(isDialler: !isDialler)
        else { return }
        for change in stored.changes {
            let hops = (computers[other.computer].hops[change.log] ?? 0) + 1
            computers[number].hops[change.log] = hops
            spread.came(change, over: hops, at: now)
        }
    }
}
