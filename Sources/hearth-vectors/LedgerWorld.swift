import Community
import Keys
import Ledger
import Wire

/// A generator whose sequence follows from a seed (SplitMix64).
struct VectorGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func words() -> Bytes32 { Bytes32(words: (next(), next(), next(), next())) }
}

/// A space with one log, all of it from a seed.
struct LedgerWorld {
    var generator: VectorGenerator
    let deviceSeed: Bytes32
    let logSeed: Bytes32
    let device: SigningKey
    let logKey: SigningKey
    let epochKey: EpochKey
    let space: SpaceID
    let person: PersonID
    var writer: LogWriter
    private let spaceFounding: Bytes
    private let personFounding: Bytes
    private var lamport: UInt64 = 0

    init(seed: UInt64) throws {
        var generator = VectorGenerator(seed: seed)
        deviceSeed = generator.words()
        logSeed = generator.words()
        device = try SigningKey(seed: deviceSeed.bytes)
        logKey = try SigningKey(seed: logSeed.bytes)
        let card = DeviceCard.make(
            device: device, agreement: try AgreementKey(secret: generator.words().bytes))
        (personFounding, person) = Founding.person(device: card, using: &generator)
        (spaceFounding, space) = Founding.space(
            kind: .workplace, founder: card.device, workplace: nil, using: &generator)
        epochKey = EpochKey(space: space, generation: 1, key: generator.words())
        writer = LogWriter(space: space, key: logKey)
        self.generator = generator
    }

    var log: LogID { writer.log }

    var secretHex: String { epochKey.exposed.hex }

    var bindingSignature: Bytes64 {
        LogBinding.make(space: space, log: log, person: person, device: device).signature
    }

    var binding: Wire.Operation {
        .binding(LogBinding.make(space: space, log: log, person: person, device: device))
    }

    func tag(_ name: String) -> Wire.Operation {
        .create(kind: 1, fields: [Field(1, .text(name))])
    }

    func foundings() -> (space: FoundingVector, person: FoundingVector) {
        (
            FoundingVector(founding: Hex.encode(spaceFounding), id: space.hex),
            FoundingVector(founding: Hex.encode(personFounding), id: person.hex)
        )
    }

    /// One signed run with a commit for each list of operations.
    mutating func append(_ commits: [[Wire.Operation]]) throws -> Run {
        let bodies = commits.enumerated().map {
            CommitBody(
                lamport: lamport + UInt64($0.offset) + 1, wallClock: 1_700_000_000_000,
                operations: $0.element)
        }
        lamport += UInt64(bodies.count)
        let keyring = Keyring(space: space, [epochKey])
        let runs = try writer.append(bodies, keyring: keyring, using: &generator)
        guard let run = runs.first, runs.count == 1 else { throw LedgerError.emptyRun }
        return run
    }

    /// Operations of every kind.
    func operationSamples() throws -> [(String, [Wire.Operation])] {
        let record = OperationNaming.id(log: log, sequence: 2, index: 0)
        let other = OperationNaming.id(log: log, sequence: 2, index: 1)
        let values: [Field] = [
            Field(1, .text("Wie löst man die Klemme?\n漢字 שלום")), Field(2, .integer(-1)),
            Field(3, .bytes([0, 255])), Field(4, .record(record)), Field(5, .flag(false)),
        ]
        return [
            ("binding", [binding]),
            ("create", [.create(kind: 5, fields: values), .create(kind: 6, fields: [])]),
            ("set", [.set(record: record, field: Field(1, .text("")))]),
            ("personal", [.setPersonal(record: record, field: Field(9, .flag(true)))]),
            ("add", [.add(record: record, field: Field(7, .text("glue")))]),
            ("remove", [.remove(record: record, field: 7, dots: [record, other])]),
            (
                "edit",
                [
                    .edit(record: record, TextOperation(field: 2, batch: [0, 0, 0, 1, 0x41])),
                    .edit(
                        record: record,
                        TextOperation(field: 2, batch: [0, 0, 1, 1], generation: 3)),
                ]
            ),
            (
                "statements",
                [
                    .statement(.spaceFounded(founding: spaceFounding)),
                    .statement(.personFounded(founding: personFounding)),
                    .statement(.vouch(founding: personFounding, how: .shortCode)),
                    .statement(
                        .keyPublished(space: space, generation: 1, key: epochKey.exposed)),
                ]
            ),
            ("operations of a later version", [.unknown, .statement(.unknown)]),
            ("no operations", []),
            ("statements on people and devices", try peopleSamples()),
            ("statements on keys and members", keySamples()),
            ("statements on erasures", erasureSamples()),
            ("statements at shared terminals", try kioskSamples()),
        ]
    }

    /// One statement of each kind on people and their devices.
    private func peopleSamples() throws -> [Wire.Operation] {
        let card = try Founding.readPerson(personFounding).device
        let acceptance = DeviceAcceptance.make(device: device, for: person, in: space)
        let ends = [LogEnd(log: log, length: 300), LogEnd(log: log, length: 0)]
        let door = Departure.Door(
            nonce: Bytes16(high: 1, low: 2), signature: device.sign(.door, [space.bytes]))
        return [
            .statement(.vouch(founding: personFounding, how: .verified)),
            .statement(
                .deviceAdded(DeviceAddition(card: card, use: .sheet, acceptance: acceptance))),
            .statement(.deviceRevoked(device: card.device, ends: ends)),
            .statement(
                .personRecovered(
                    Recovery(person: person, card: card, acceptance: acceptance, ends: ends))),
            .statement(
                .departed(Departure(person: person, words: .erase, ends: ends, door: door))),
            .statement(.departureConfirmed(person)), .statement(.present),
        ]
    }

    /// One statement of each kind on keys and on who comes in.
    private func keySamples() -> [Wire.Operation] {
        let device = DeviceID(raw: device.publicKey)
        let sealing = KeySealing(
            space: space, generation: 2, epoch: epochKey.id,
            recipients: [KeySealing.Recipient(device: device, box: Bytes(repeating: 7, count: 80))])
        let token = Bytes16(high: 3, low: 4)
        return [
            .statement(.keySealed(sealing)),
            .statement(.logsEnded([LogEnd(log: log, length: 5)])),
            .statement(.memberAdmitted(person, invitation: nil)),
            .statement(.memberAdmitted(person, invitation: token)),
            .statement(
                .invitationMade(InvitationTerms(token: token, uses: 3, expires: 1_800_000_000_000))),
        ]
    }

    /// What an author and a device write when words are taken back.
    private func erasureSamples() -> [Wire.Operation] {
        let hash = Chain.payloadHash([1, 2, 3])
        let erased = ErasedCommit(
            sequence: 7, payloadHash: hash, signature: notice(sequence: 7, hash: hash),
            records: [0, 2])
        let statement = OperationNaming.id(log: log, sequence: 9, index: 0)
        return [
            .statement(.wordsErased([erased])), .statement(.erasureApplied([statement])),
        ]
    }

    /// One statement of each kind at shared terminals, and a key that one keeps.
    private func kioskSamples() throws -> [Wire.Operation] {
        let card = try Founding.readPerson(personFounding).device
        let hosting = Hosting.make(kiosk: device, of: card.device)
        let acceptance = DeviceAcceptance.make(device: device, for: person, in: space)
        let founding = PersonFounding(
            device: card, nonce: Bytes32(words: (5, 6, 7, 8)), hosting: hosting
        ).encoded()
        let slip = logKey
        return [
            .statement(.slipMade(slip.publicKey)),
            .statement(
                .slipShown(
                    ShownSlip(
                        founding: founding, slip: slip.publicKey,
                        signature: slip.sign(
                            .slip, [space.bytes, Founding.personID(of: founding).bytes])))),
            .statement(
                .keyOffered(
                    KeyOffer(
                        person: person, card: card, acceptance: acceptance, hosting: hosting))),
            .statement(
                .deviceAdded(
                    DeviceAddition(
                        card: card, use: .held, acceptance: acceptance, hosting: hosting))),
            .statement(
                .personRecovered(
                    Recovery(
                        person: person, card: card, acceptance: acceptance, ends: [],
                        hosting: hosting))),
        ]
    }

    mutating func commit(
        _ name: String, _ operations: [Wire.Operation], sequence: UInt64
    ) throws -> CommitVector {
        let body = CommitBody(
            lamport: 40 + sequence, wallClock: -1, operations: operations)
        let payload = epochKey.seal(
            body.encoded(), place: Place(space: space, log: log, sequence: sequence),
            using: &generator)
        return CommitVector(
            name: name, sequence: sequence, lamport: body.lamport, wallClock: body.wallClock,
            body: Hex.encode(body.encoded()), payload: Hex.encode(payload),
            payloadHash: Chain.payloadHash(payload).hex,
            operations: OperationNaming.ids(
                log: log, sequence: sequence, count: operations.count
            ).map(\.hex))
    }

    /// Runs that a verifier refuses.
    func refusals(_ run: Run, _ start: Head) -> [RefusedRun] {
        func refused(
            _ name: String, _ error: String, at head: Head? = nil, _ change: (inout Run) -> Void
        ) -> RefusedRun {
            var changed = run
            change(&changed)
            let head = head ?? start
            return RefusedRun(
                name: name, run: Hex.encode(changed.encoded()), atLength: head.length,
                atHash: head.hash.hex, error: error)
        }
        let first = Chain.next(start, run.commits[0])
        return [
            refused("begins after what is needed", "gap") { $0.first = 2 },
            refused("begins before what is needed", "overlap", at: first) { _ in },
            refused("two payloads swapped", "badSignature") { $0.commits.swapAt(1, 2) },
            refused("its last commit left out", "badSignature") { $0.commits.removeLast() },
            refused("another epoch named", "badSignature") {
                $0.commits[2].epoch = EpochID(raw: Bytes8(word: 1))
            },
            refused("a payload missing without a notice", "erasureUnproven") {
                let hash = Chain.payloadHash($0.commits[1].content)
                $0.commits[1].content = .erased(hash, notice: nil)
            },
            refused("the binding erased", "erasureUnproven") {
                $0.commits[0].content = erasedBinding(of: run)
            },
            refused("the binding erased as if it were not permanent", "badSignature") {
                $0.commits[0].content = erasedBinding(of: run)
                $0.commits[0].isPermanent = false
            },
            refused("a payload erased with the notice of another", "erasureUnproven") {
                let hash = Chain.payloadHash($0.commits[1].content)
                $0.commits[1].content = .erased(hash, notice: notice(sequence: 3, hash: hash))
            },
            refused("signed with another label", "badSignature") {
                $0.signature = logKey.sign(.chain, [writer.head.hash.bytes])
            },
            refused("signed by the device", "badSignature") {
                $0.signature = device.sign(Chain.signedBytes(writer.head))
            },
        ]
    }

    /// The log's word that a payload is to be erased, whether or not it ever can be.
    func notice(sequence: UInt64, hash: Bytes32) -> Bytes64 {
        logKey.sign(.erasure, [space.bytes, log.bytes, bigEndianBytes(sequence), hash.bytes])
    }

    private func erasedBinding(of run: Run) -> Commit.Content {
        let hash = Chain.payloadHash(run.commits[0].content)
        return .erased(hash, notice: notice(sequence: 1, hash: hash))
    }
}
