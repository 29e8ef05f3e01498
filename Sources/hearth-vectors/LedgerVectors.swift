import Ledger
import Wire

/// The file `Vectors/commit.json`.
struct CommitVectors: Encodable {
    let space, log, epochKey: String
    let generation: UInt64
    let epoch: String
    let cases: [CommitVector]
    let refused: [RefusedBody]
}

/// One body: plain, sealed, and the names of its operations.
struct CommitVector: Encodable {
    let name: String
    let sequence, lamport: UInt64
    let wallClock: Int64
    let body, payload, payloadHash: String
    let operations: [String]
}

/// Bytes that are no commit body.
struct RefusedBody: Encodable {
    let name, hex: String
}

/// The file `Vectors/chain.json`.
struct ChainVectors: Encodable {
    let space, person: FoundingVector
    let log, logSeed, deviceSeed: String
    let binding: BindingVector
    let start: String
    let commits: [ChainCommit]
    let signed, signature, run, erasedRun: String
    let erasure: NoticeVector
    let fork: ForkVector
    let refused: [RefusedRun]

    /// Each step of the chain that a run makes.
    static func commits(_ run: Run, from start: Head) -> [ChainCommit] {
        var head = start
        return run.commits.map { commit in
            head = Chain.next(head, commit)
            return ChainCommit(
                sequence: head.length, epoch: commit.epoch.hex,
                payloadHash: Chain.payloadHash(commit.content).hex, head: head.hash.hex)
        }
    }
}

/// Founding bytes and the id that they hash to.
struct FoundingVector: Encodable {
    let founding, id: String
}

/// Who writes the log.
struct BindingVector: Encodable {
    let person, device, signature: String
}

/// One step of a chain.
struct ChainCommit: Encodable {
    let sequence: UInt64
    let epoch, payloadHash, head: String
}

/// A notice of erasure.
struct NoticeVector: Encodable {
    let sequence: UInt64
    let payloadHash, signature: String
}

/// Two runs that go on differently from one head.
struct ForkVector: Encodable {
    let commonLength: UInt64
    let commonHash, first, second: String
}

/// A run that is refused at a head, and the rule that it breaks.
struct RefusedRun: Encodable {
    let name, run: String
    let atLength: UInt64
    let atHash, error: String
}

/// The file `Vectors/frontier.json`.
struct FrontierVectors: Encodable {
    /// One log.
    struct Item: Encodable {
        let log: String
        let length: UInt64
        let head, hash: String
    }

    /// A range of prefixes, both ends within.
    struct Piece: Encodable {
        let first, last: String
        let count: Int
        let fingerprint: String
    }

    let entries: [Item]
    let ranges: [Piece]
}
