import Foundation
import Keys
import Ledger
import TestKit
import Testing
import Wire

@Suite("The vectors of chapters 05 and 06")
struct VectorTests {
    private func read<Vectors: Decodable>(_ name: String) throws -> Vectors {
        let file = SharedFolder.repository.appendingPathComponent("Protocol/Vectors/\(name).json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Vectors.self, from: Data(contentsOf: file))
    }

    private func fixed<Value: FixedBytes>(_ hex: String) throws -> Value {
        try #require(Value(hex: hex))
    }

    @Test func commits() throws {
        let vectors: CommitFile = try read("commit")
        let space: SpaceID = try fixed(vectors.space)
        let log: LogID = try fixed(vectors.log)
        let key = EpochKey(
            space: space, generation: vectors.generation, key: try fixed(vectors.epochKey))
        #expect(key.id.hex == vectors.epoch)
        let opener = CommitOpener(Keyring(space: space, [key]))
        #expect(vectors.cases.count == 14)
        for vector in vectors.cases {
            let body = try #require(Hex.decode(vector.body))
            let decoded = try CommitBody.decode(body)
            #expect(decoded.encoded() == body, "\(vector.name)")
            #expect(decoded.lamport == vector.lamport && decoded.wallClock == vector.wallClock)
            let payload = try #require(Hex.decode(vector.payload))
            #expect(Chain.payloadHash(payload).hex == vector.payloadHash)
            let commit = Commit(epoch: key.id, content: .payload(payload))
            let opened = try opener.open(log: log, sequence: vector.sequence, commit).get()
            #expect(opened.body == decoded, "\(vector.name)")
            let names = OperationNaming.ids(
                log: log, sequence: vector.sequence, count: decoded.operations.count)
            #expect(names.map(\.hex) == vector.operations)
        }
        #expect(vectors.refused.count == 12)
        for refused in vectors.refused {
            let bytes = try #require(Hex.decode(refused.hex))
            #expect(throws: WireError.self, "\(refused.name)") { try CommitBody.decode(bytes) }
        }
    }

    @Test func everyDamagedCommitIsRefusedOrAValue() throws {
        let vectors: CommitFile = try read("commit")
        for vector in vectors.cases {
            let body = try #require(Hex.decode(vector.body))
            for index in body.indices {
                var damaged = body
                for bit in 0..<8 {
                    damaged[index] = body[index] ^ (1 << UInt8(bit))
                    if let value = try? CommitBody.decode(damaged) {
                        #expect(try CommitBody.decode(value.encoded()) == value)
                    }
                }
                if let value = try? CommitBody.decode(body[..<index]) {
                    #expect(try CommitBody.decode(value.encoded()) == value)
                }
            }
        }
    }

    @Test func chain() throws {
        let vectors: ChainFile = try read("chain")
        let space: SpaceID = try fixed(vectors.space.id)
        let spaceFounding = try #require(Hex.decode(vectors.space.founding))
        #expect(Founding.spaceID(of: spaceFounding) == space)
        #expect(try Founding.readSpace(spaceFounding).encoded() == spaceFounding)
        let personFounding = try #require(Hex.decode(vectors.person.founding))
        #expect(Founding.personID(of: personFounding).hex == vectors.person.id)
        let person = try Founding.readPerson(personFounding)
        #expect(person.encoded() == personFounding)

        let log: LogID = try fixed(vectors.log)
        let logKey = try SigningKey(seed: try #require(Hex.decode(vectors.logSeed)))
        #expect(logKey.publicKey == log.raw)
        let device = try SigningKey(seed: try #require(Hex.decode(vectors.deviceSeed)))
        #expect(device.publicKey == person.device.device.raw)
        let binding = LogBinding.make(
            space: space, log: log, person: Founding.personID(of: personFounding),
            device: device)
        #expect(binding.signature.hex == vectors.binding.signature)
        #expect(binding.device.hex == vectors.binding.device)

        let start = Head.start(space: space, log: log)
        #expect(start.hash.hex == vectors.start)
        let run = try Run.decode(try #require(Hex.decode(vectors.run)))
        let verified = try Verifier.verify(run, space: space, at: start)
        #expect(verified.hashes.map(\.hex) == vectors.commits.map(\.head))
        #expect(run.commits.map(\.epoch.hex) == vectors.commits.map(\.epoch))
        #expect(
            run.commits.map { Chain.payloadHash($0.content).hex }
                == vectors.commits.map(\.payloadHash))
        #expect(Hex.encode(Chain.signedBytes(verified.after)) == vectors.signed)
        #expect(logKey.sign(Chain.signedBytes(verified.after)).hex == vectors.signature)
        #expect(run.signature.hex == vectors.signature)
    }

    @Test func noticesAndProofs() throws {
        let vectors: ChainFile = try read("chain")
        let space: SpaceID = try fixed(vectors.space.id)
        let log: LogID = try fixed(vectors.log)
        let start = Head.start(space: space, log: log)
        let run = try Run.decode(try #require(Hex.decode(vectors.run)))
        let bare = try Run.decode(try #require(Hex.decode(vectors.erasedRun)))
        let erased = ErasedCommit(
            sequence: vectors.erasure.sequence,
            payloadHash: try fixed(vectors.erasure.payloadHash),
            signature: try fixed(vectors.erasure.signature), records: [])
        let index = Int(erased.sequence - run.first)
        let left = Erasure.remains(
            of: run.commits[index], after: erased, space: space, log: log)
        #expect(left == bare.commits[index])
        #expect(try Verifier.verify(bare, space: space, at: start).run == bare)
        let common = Head(
            length: vectors.fork.commonLength, hash: try fixed(vectors.fork.commonHash))
        let proof = try ForkProof(
            space: space, common: common,
            runs: (
                try Run.decode(try #require(Hex.decode(vectors.fork.first))),
                try Run.decode(try #require(Hex.decode(vectors.fork.second)))
            ))
        #expect(proof.log == log)
    }

    @Test func refusedRuns() throws {
        let vectors: ChainFile = try read("chain")
        let space: SpaceID = try fixed(vectors.space.id)
        #expect(vectors.refused.count == 11)
        for refused in vectors.refused {
            let run = try Run.decode(try #require(Hex.decode(refused.run)))
            let head = Head(length: refused.atLength, hash: try fixed(refused.atHash))
            let error = try #require(throws: LedgerError.self, "\(refused.name)") {
                try Verifier.verify(run, space: space, at: head)
            }
            #expect(name(of: error) == refused.error, "\(refused.name)")
        }
    }

    private func name(of error: LedgerError) -> String {
        switch error {
        case .gap: "gap"
        case .overlap: "overlap"
        case .badSignature: "badSignature"
        case .erasureUnproven: "erasureUnproven"
        default: "another"
        }
    }

    @Test func everyDamagedRunIsRefusedOrTheSameRun() throws {
        let vectors: ChainFile = try read("chain")
        let space: SpaceID = try fixed(vectors.space.id)
        let bytes = try #require(Hex.decode(vectors.run))
        let run = try Run.decode(bytes)
        for index in bytes.indices {
            #expect(throws: WireError.self) { try Run.decode(bytes[..<index]) }
            var damaged = bytes
            damaged[index] ^= 1 << UInt8(index % 8)
            guard let decoded = try? Run.decode(damaged), decoded != run else { continue }
            #expect(throws: LedgerError.self) {
                try Verifier.verify(
                    decoded, space: space, at: Head.start(space: space, log: decoded.log))
            }
        }
    }

    @Test func frontier() throws {
        let vectors: FrontierFile = try read("frontier")
        var frontier = Frontier()
        for entry in vectors.entries {
            frontier.set(
                log: try fixed(entry.log),
                head: Head(length: entry.length, hash: try fixed(entry.head)))
        }
        #expect(frontier.count == 40 && vectors.ranges.count == 5)
        for range in vectors.ranges {
            let first: Bytes8 = try fixed(range.first)
            let last: Bytes8 = try fixed(range.last)
            let prefixes = first.word...last.word
            #expect(frontier.count(in: prefixes) == range.count)
            #expect(frontier.fingerprint(in: prefixes).hex == range.fingerprint)
        }
    }
}

private struct CommitFile: Decodable {
    struct Case: Decodable {
        let name: String
        let sequence, lamport: UInt64
        let wallClock: Int64
        let body, payload, payloadHash: String
        let operations: [String]
    }
    struct Refused: Decodable {
        let name, hex: String
    }
    let space, log, epochKey, epoch: String
    let generation: UInt64
    let cases: [Case]
    let refused: [Refused]
}

private struct ChainFile: Decodable {
    struct Founding: Decodable {
        let founding, id: String
    }
    struct Binding: Decodable {
        let person, device, signature: String
    }
    struct Step: Decodable {
        let sequence: UInt64
        let epoch, payloadHash, head: String
    }
    struct Notice: Decodable {
        let sequence: UInt64
        let payloadHash, signature: String
    }
    struct Fork: Decodable {
        let commonLength: UInt64
        let commonHash, first, second: String
    }
    struct Refused: Decodable {
        let name, run, atHash, error: String
        let atLength: UInt64
    }
    let space, person: Founding
    let log, logSeed, deviceSeed, start, signed, signature, run, erasedRun: String
    let binding: Binding
    let commits: [Step]
    let erasure: Notice
    let fork: Fork
    let refused: [Refused]
}

private struct FrontierFile: Decodable {
    struct Entry: Decodable {
        let log, head, hash: String
        let length: UInt64
    }
    struct Range: Decodable {
        let first, last, fingerprint: String
        let count: Int
    }
    let entries: [Entry]
    let ranges: [Range]
}
