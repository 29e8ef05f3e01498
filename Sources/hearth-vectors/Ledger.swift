import Foundation
import Keys
import Ledger
import Wire

// The vectors of chapters 05 and 06. Everything follows from the seeds, so a second run writes the
// same bytes.

/// The vectors of chapter 06: bodies of commits, sealed, with the names of their operations.
func commitVectors() throws -> String {
    var world = try LedgerWorld(seed: 6)
    var cases: [CommitVector] = []
    for (index, (name, operations)) in try world.operationSamples().enumerated() {
        cases.append(try world.commit(name, operations, sequence: UInt64(index) + 1))
    }
    let refused = [
        RefusedBody(name: "truncated number", hex: "08ff"),
        RefusedBody(name: "number beyond 64 bits", hex: "08ffffffffffffffffff02"),
        RefusedBody(name: "singular field repeated", hex: "08010801"),
        RefusedBody(name: "field 0", hex: "00"),
        RefusedBody(name: "a group", hex: "1b1c"),
        RefusedBody(name: "a known field in another layout", hex: "0d00000000"),
        RefusedBody(name: "field beyond its message", hex: "1a05"),
        RefusedBody(name: "operation with two changes", hex: "1a0412001200"),
        RefusedBody(name: "field with two values", hex: "1a081206120430003001"),
        RefusedBody(name: "text that is not UTF-8", hex: "1a07120512031201ff"),
        RefusedBody(name: "record of one byte", hex: "1a071a050a01011200"),
        RefusedBody(name: "register without a field", hex: "1a141a120a10" + zeros(16)),
    ]
    return try json(
        CommitVectors(
            space: world.space.hex, log: world.log.hex,
            epochKey: world.secretHex, generation: 1, epoch: world.epochKey.id.hex,
            cases: cases, refused: refused))
}

/// The vectors of chapter 05 without the frontier: a chain, what is refused, notices and proofs.
func chainVectors() throws -> String {
    var world = try LedgerWorld(seed: 5)
    let founding = world.foundings()
    var other = world
    let run = try world.append([[world.binding], [world.tag("one")], [world.tag("two")]])
    let fork = try other.append([[world.binding], [world.tag("one")], [world.tag("three")]])
    let hash = Chain.payloadHash(run.commits[1].content)
    var bare = run
    let notice = try Erasure.sign(
        space: world.space, sequence: 2, payloadHash: hash, key: world.logKey)
    bare.commits[1].content = .erased(hash, notice: notice)
    let start = Head.start(space: world.space, log: world.log)
    let common = Chain.next(Chain.next(start, run.commits[0]), run.commits[1])
    return try json(
        ChainVectors(
            space: founding.space, person: founding.person, log: world.log.hex,
            logSeed: world.logSeed.hex, deviceSeed: world.deviceSeed.hex,
            binding: BindingVector(
                person: world.person.hex, device: Hex.encode(world.device.publicKey.bytes),
                signature: world.bindingSignature.hex),
            start: start.hash.hex, commits: ChainVectors.commits(run, from: start),
            signed: Hex.encode(Chain.signedBytes(world.writer.head)),
            signature: run.signature.hex, run: Hex.encode(run.encoded()),
            erasedRun: Hex.encode(bare.encoded()),
            erasure: NoticeVector(
                sequence: 2, payloadHash: hash.hex, signature: notice.hex),
            fork: ForkVector(
                commonLength: common.length, commonHash: common.hash.hex,
                first: Hex.encode(run.rest(after: 2).encoded()),
                second: Hex.encode(fork.rest(after: 2).encoded())),
            refused: world.refusals(run, start)))
}

/// The vectors of chapter 05, section 8: fingerprints of a frontier.
func frontierVectors() throws -> String {
    var generator = VectorGenerator(seed: 8)
    var frontier = Frontier()
    for index in 0..<40 {
        let prefix = UInt64(index) * (.max / 40)
        let log = LogID(
            raw: Bytes32(words: (prefix, generator.next(), generator.next(), generator.next())))
        let hash = Bytes32(
            words: (generator.next(), generator.next(), generator.next(), generator.next()))
        frontier.set(log: log, head: Head(length: 1 + generator.next() % 1_000, hash: hash))
    }
    let entries = frontier.entries.map {
        FrontierVectors.Item(
            log: $0.log.hex, length: $0.head.length, head: $0.head.hash.hex,
            hash: Hash.digest(
                .frontierItem,
                [$0.log.bytes, bigEndianBytes($0.head.length), $0.head.hash.bytes]
            ).hex)
    }
    let third = UInt64.max / 3
    let bounds: [ClosedRange<UInt64>] = [
        Frontier.everything, 0...third, (third + 1)...(2 * third), (2 * third + 1)...(.max),
        1...1,
    ]
    let ranges = bounds.map {
        FrontierVectors.Piece(
            first: Hex.encode(bigEndianBytes($0.lowerBound)),
            last: Hex.encode(bigEndianBytes($0.upperBound)),
            count: frontier.count(in: $0), fingerprint: frontier.fingerprint(in: $0).hex)
    }
    return try json(FrontierVectors(entries: entries, ranges: ranges))
}

private func json(_ vectors: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(vectors), as: UTF8.self) + "\n"
}

private func zeros(_ count: Int) -> String { String(repeating: "00", count: count) }

extension Run {
    /// The run without its commits up to a sequence.
    fileprivate func rest(after sequence: UInt64) -> Run {
        Run(
            log: log, first: sequence + 1,
            commits: Array(commits.dropFirst(Int(sequence + 1 - first))), signature: signature)
    }
}
