import Keys
import Ledger
import TestKit
import Wire

/// One space with one log, all from a seed.
struct World {
    var generator: SeededGenerator
    let space: SpaceID
    let device: SigningKey
    let person: PersonID
    let logKey: SigningKey
    var keyring: Keyring
    var writer: LogWriter

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        device = SigningKey.generate(using: &generator)
        let card = DeviceCard.make(
            device: device, agreement: AgreementKey.generate(using: &generator))
        person = Founding.person(device: card, using: &generator).id
        space =
            Founding.space(
                kind: .workplace, founder: card.device, workplace: nil, using: &generator
            ).id
        keyring = Keyring(
            space: space, [EpochKey.generate(space: space, generation: 1, using: &generator)])
        logKey = SigningKey.generate(using: &generator)
        writer = LogWriter(space: space, key: logKey)
        self.generator = generator
    }

    var log: LogID { writer.log }

    var binding: Wire.Operation {
        .binding(LogBinding.make(space: space, log: log, person: person, device: device))
    }

    /// The body that begins the log.
    var opening: CommitBody { body(1, [binding]) }

    func body(_ lamport: UInt64, _ operations: [Wire.Operation] = []) -> CommitBody {
        CommitBody(lamport: lamport, wallClock: 0, operations: operations)
    }

    /// A body with a text of so many bytes.
    func post(_ lamport: UInt64, bytes: Int = 40) -> CommitBody {
        body(
            lamport,
            [.create(kind: 5, fields: [Field(1, .text(String(repeating: "x", count: bytes)))])])
    }

    mutating func append(_ bodies: [CommitBody]) throws -> [Run] {
        try writer.append(bodies, keyring: keyring, using: &generator)
    }

    var start: Head { Head.start(space: space, log: log) }

    /// A run of arbitrary commits, signed with the log key, that no honest writer would make.
    func sign(_ commits: [Commit], at head: Head, by key: SigningKey? = nil) -> Run {
        let after = commits.reduce(head) { Chain.next($0, $1) }
        return Run(
            log: log, first: head.length + 1, commits: commits,
            signature: (key ?? logKey).sign(Chain.signedBytes(after)))
    }

    /// A sealed commit without any check of what it says.
    mutating func commit(_ body: CommitBody, sequence: UInt64, space: SpaceID? = nil) -> Commit {
        guard let key = keyring.current else {
            return Commit(epoch: Self.noEpoch, content: .payload([]))
        }
        let payload = key.seal(
            body.encoded(),
            place: Place(space: space ?? self.space, log: log, sequence: sequence),
            using: &generator)
        return Commit(
            epoch: key.id, content: .payload(payload), isPermanent: sequence == 1)
    }

    static let noEpoch = EpochID(raw: Bytes8(word: 0))
}

extension Result {
    /// The failure, if it is one.
    var failure: Failure? {
        if case .failure(let failure) = self { return failure }
        return nil
    }
}
