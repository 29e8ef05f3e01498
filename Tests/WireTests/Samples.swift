import TestKit
import Wire

/// Random but valid values of every message type.
struct Samples {
    var generator: SeededGenerator

    mutating func fixed<Value: FixedBytes>() -> Value {
        // A count that fits always makes a value.
        Value(generator.bytes(Value.byteCount)) ?? fixed()
    }

    mutating func number() -> UInt64 {
        generator.next() >> UInt64.random(in: 0...63, using: &generator)
    }

    mutating func count(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }

    mutating func list<Value>(
        _ range: ClosedRange<Int>, _ make: (inout Samples) -> Value
    ) -> [Value] {
        (0..<count(range)).map { _ in make(&self) }
    }

    mutating func blob(_ limit: Int = 300) -> Bytes { generator.bytes(count(0...limit)) }

    mutating func text(_ limit: Int = 60) -> String {
        let letters = Array("abc äöü 漢字 שלום 👩‍🏭\n\u{0}")
        return String(
            (0..<count(0...limit / 26)).map { _ in letters[count(0...letters.count - 1)] })
    }

    mutating func value() -> Value {
        switch count(0...5) {
        case 0: .text(text(20_000))
        case 1: .integer(Int64(bitPattern: number()))
        case 2: .bytes(blob())
        case 3: .record(fixed())
        case 4: .flag(.random(using: &generator))
        default: .unknown
        }
    }

    mutating func field() -> Field { Field(UInt32(truncatingIfNeeded: number()), value()) }

    mutating func statement() -> Statement {
        switch count(0...19) {
        case 0: .spaceFounded(founding: blob())
        case 1: .personFounded(founding: blob())
        case 2: .vouch(founding: blob(), how: [.shortCode, .verified, .unknown][count(0...2)])
        case 3: .keyPublished(space: fixed(), generation: number(), key: fixed())
        case 4: .deviceAdded(addition())
        case 5: .deviceRevoked(device: fixed(), ends: ends())
        case 6:
            .personRecovered(
                Recovery(
                    person: fixed(), card: card(), acceptance: fixed(), ends: ends(),
                    hosting: hosting()))
        case 7: .departed(departure())
        case 8: .departureConfirmed(fixed())
        case 9: .present
        case 10: .keySealed(sealing())
        case 11: .logsEnded(ends())
        case 12: .memberAdmitted(fixed(), invitation: count(0...1) == 0 ? nil : fixed())
        case 13:
            .invitationMade(
                InvitationTerms(
                    token: fixed(), uses: UInt32(truncatingIfNeeded: number()),
                    expires: Int64(bitPattern: number())))
        case 14: .wordsErased(list(1...3) { $0.erasedCommit() })
        case 15: .erasureApplied(list(0...3) { $0.fixed() })
        case 16: .slipMade(fixed())
        case 17: .slipShown(ShownSlip(founding: blob(), slip: fixed(), signature: fixed()))
        case 18:
            .keyOffered(
                KeyOffer(
                    person: fixed(), card: card(), acceptance: fixed(),
                    hosting: Hosting(kiosk: fixed(), signature: fixed())))
        default: .unknown
        }
    }

    mutating func erasedCommit() -> ErasedCommit {
        ErasedCommit(
            sequence: number(), payloadHash: fixed(), signature: fixed(),
            records: list(0...3) { UInt32(truncatingIfNeeded: $0.number()) })
    }

    mutating func ends() -> [LogEnd] {
        list(0...3) { LogEnd(log: $0.fixed(), length: $0.number()) }
    }

    mutating func addition() -> DeviceAddition {
        DeviceAddition(
            card: card(), use: [.computer, .sheet, .held, .unknown][count(0...3)],
            acceptance: fixed(), hosting: hosting())
    }

    mutating func hosting() -> Hosting? {
        count(0...1) == 0 ? nil : Hosting(kiosk: fixed(), signature: fixed())
    }

    mutating func departure() -> Departure {
        let words: [LeaversWords] = [.keepName, .formerColleague, .erase, .unknown]
        let door = Departure.Door(nonce: fixed(), signature: fixed())
        return Departure(
            person: fixed(), words: words[count(0...3)], ends: ends(),
            door: count(0...1) == 0 ? nil : door)
    }

    mutating func sealing() -> KeySealing {
        KeySealing(
            space: count(0...1) == 0 ? nil : fixed(), generation: number(), epoch: fixed(),
            recipients: list(0...3) { KeySealing.Recipient(device: $0.fixed(), box: $0.blob()) })
    }

    mutating func operation() -> Wire.Operation {
        switch count(0...8) {
        case 0:
            .binding(
                Binding(
                    person: fixed(), device: fixed(), signature: fixed(),
                    role: [.computer, .held, .kiosk][count(0...2)]))
        case 1:
            .create(kind: UInt32(truncatingIfNeeded: number()), fields: list(0...5) { $0.field() })
        case 2: .set(record: fixed(), field: field())
        case 3: .setPersonal(record: fixed(), field: field())
        case 4: .add(record: fixed(), field: field())
        case 5:
            .remove(
                record: fixed(), field: UInt32(truncatingIfNeeded: number()),
                dots: list(0...4) { $0.fixed() })
        case 6: .statement(statement())
        case 7:
            .edit(
                record: fixed(),
                TextOperation(
                    field: UInt32(truncatingIfNeeded: number()), batch: blob(),
                    generation: count(0...1) == 0 ? 0 : number()))
        default: .unknown
        }
    }

    mutating func body() -> CommitBody {
        CommitBody(
            lamport: number(), wallClock: Int64(bitPattern: number()),
            operations: list(0...8) { $0.operation() })
    }

    mutating func commit(epochs: [EpochID]) -> Commit {
        let epoch = epochs[count(0...epochs.count - 1)]
        let isPermanent = count(0...1) == 0
        if count(0...3) == 0 {
            let notice: Bytes64? = count(0...1) == 0 ? nil : fixed()
            return Commit(
                epoch: epoch, content: .erased(fixed(), notice: notice), isPermanent: isPermanent)
        }
        return Commit(epoch: epoch, content: .payload(blob(2_000)), isPermanent: isPermanent)
    }

    mutating func run() -> Run {
        let epochs: [EpochID] = [fixed(), fixed()]
        return Run(
            log: fixed(), first: max(1, number() / 2),
            commits: list(1...6) { $0.commit(epochs: epochs) }, signature: fixed())
    }

    mutating func entries(_ range: ClosedRange<Int> = 0...8) -> [Entry] {
        list(range) { Entry(log: $0.number(), length: $0.number(), head: $0.number()) }
    }

    mutating func ranges() -> [FrontierRange] {
        let ends = Set(list(0...6) { max(1, $0.number()) }).sorted()
        return ((ends.map { $0 }) + [nil]).map { end in
            switch count(0...2) {
            case 0: FrontierRange(end: end, content: .fingerprint(fixed()))
            case 1:
                FrontierRange(
                    end: end, content: .entries(entries(), answer: .random(using: &generator)))
            default: FrontierRange(end: end, content: .skip)
            }
        }
    }

    mutating func reason() -> Reason { Reason.allCases[count(0...Reason.allCases.count - 1)] }

    mutating func hello() -> Hello {
        let low = UInt32(truncatingIfNeeded: number())
        return Hello(
            versions: low...max(low, UInt32(truncatingIfNeeded: number())),
            capabilities: list(0...5) { $0.text() }, software: text(),
            spaces: list(0...9) { $0.fixed() },
            addresses: list(0...5) { $0.text() }, wallClock: Int64(bitPattern: number()),
            instance: text())
    }

    mutating func session(_ kind: Int? = nil) -> SessionMessage {
        switch kind ?? count(0...18) {
        case 0:
            .proof(
                Proof(
                    device: fixed(), agreementBinding: fixed(), person: fixed(), signature: fixed())
            )
        case 1: .hello(hello())
        case 2: .offer(Offer(space: fixed(), digest: fixed()))
        case 3: .ranges(space: fixed(), ranges())
        case 4:
            .want(space: fixed(), list(0...8) { Need(log: $0.number(), from: $0.number()) })
        case 5: .serving(space: fixed(), commits: number(), bytes: number())
        case 6:
            .chunk(
                Chunk(
                    space: fixed(), runs: list(0...3) { $0.run() },
                    isFinal: .random(using: &generator), hops: UInt32(count(0...9))))
        case 7: .have(space: fixed(), entries(), hops: UInt32(count(0...9)))
        case 8: .credit(bytes: number())
        case 9: .ping(nonce: number())
        case 10: .pong(nonce: number())
        case 11: .bye(reason(), detail: text())
        case 12: .withheld(space: fixed(), logs: list(0...5) { $0.number() }, reason())
        case 13: .letter(Letter(id: fixed(), box: blob()))
        case 14: .letterTaken(fixed())
        case 15: .knock(proof: fixed())
        case 16: .file(file())
        case 17: .live(live())
        default: .unknown
        }
    }

    mutating func live() -> LiveMessage {
        switch count(0...3) {
        case 0: .neighbour(isWanted: .random(using: &generator))
        case 1:
            .acquaintances(
                list(0...5) {
                    Acquaintance(
                        device: $0.number(), instance: $0.text(),
                        addresses: $0.list(0...Limits.acquaintanceAddresses) { $0.text() })
                })
        case 2: .prune(space: fixed())
        default: .graft(space: fixed())
        }
    }

    mutating func file() -> FileMessage {
        switch count(0...5) {
        case 0: .ask(space: fixed(), fixed())
        case 1: .have(fixed(), nil)
        case 2: .have(fixed(), generator.bytes(count(1...300)))
        case 3: .want(space: fixed(), fixed(), chunks: list(1...16) { $0.chunkNumber() })
        case 4:
            .chunk(
                fixed(), index: chunkNumber(), sealed: generator.bytes(count(1...300)),
                proof: list(0...Limits.attachmentProof) { $0.fixed() })
        default: .refused(fixed(), chunks: list(0...16) { $0.chunkNumber() }, reason())
        }
    }

    private mutating func chunkNumber() -> Int { count(0...Limits.attachmentChunks - 1) }

    mutating func card() -> DeviceCard {
        DeviceCard(device: fixed(), agreementKey: fixed(), binding: fixed())
    }

    mutating func welcome() -> Welcome {
        Welcome(
            workplace: fixed(), name: text(), networkKey: fixed(),
            keys: list(0...3) { SpaceKey(generation: $0.number(), key: $0.fixed()) },
            inviter: fixed(), inviterName: text(), addresses: list(0...3) { $0.text() })
    }
}
