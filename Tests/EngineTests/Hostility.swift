import Engine
import Ledger
import TestKit
import Wire

/// Messages that no honest peer would send.
enum Hostility {
    /// A random message: nonsense, or a valid one out of place, or a valid one with a flipped bit.
    static func message(
        to tag: SpaceTag, runs: [Run], using generator: inout SeededGenerator
    ) -> Bytes {
        switch generator.next() % 8 {
        case 0: return generator.bytes(Int.random(in: 1...300, using: &generator))
        case 1, 2:
            var bytes = valid(to: tag, runs: runs, using: &generator).encoded()
            let place = Int.random(in: bytes.indices, using: &generator)
            bytes[place] ^= UInt8(1) << UInt8.random(in: 0...7, using: &generator)
            return bytes
        default: return valid(to: tag, runs: runs, using: &generator).encoded()
        }
    }

    /// Answers what the node wants to read as an empty database would.
    static func answerReads(on stage: inout Stage, _ puppet: inout Puppet) throws {
        var puppets = [puppet]
        for effect in stage.effects {
            switch effect {
            case .count(let token, _, _):
                try stage.deliver(
                    stage.handle(.counted(token: token, commits: 0, bytes: 0)), to: &puppets)
            case .load(let token, _, _, _, let cursor, _):
                let empty = LoadedRuns(token: token, runs: [], cursor: cursor, isFinal: true)
                try stage.deliver(stage.handle(.loaded(empty)), to: &puppets)
            default: break
            }
        }
        puppet = puppets[0]
    }

    private static func valid(
        to tag: SpaceTag, runs: [Run], using generator: inout SeededGenerator
    ) -> SessionMessage {
        let isKnown = generator.next() % 6 != 0
        let tag = isKnown ? tag : SpaceTag(raw: Bytes8(word: generator.next()))
        let numbers: [UInt64] = [0, 1, 2, 1_000, .max, .max - 1]
        let number = numbers.randomElement(using: &generator) ?? 0
        let entries = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            Entry(log: generator.next(), length: number, head: generator.next())
        }
        switch generator.next() % 12 {
        case 0:
            let digest = Bytes16(generator.bytes(16)) ?? Frontier().digest
            return .offer(Offer(space: tag, digest: digest))
        case 1: return .offer(Offer(space: tag, digest: Frontier().digest))
        case 2:
            return .ranges(
                space: tag,
                [FrontierRange(end: nil, content: .entries(entries, answer: number == 0))])
        case 3: return .want(space: tag, entries.map { Need(log: $0.log, from: number) })
        case 4: return .serving(space: tag, commits: number, bytes: number)
        case 5, 6: return .chunk(chunk(tag, runs, number, using: &generator))
        case 7: return .have(space: tag, entries)
        case 8: return .credit(bytes: number)
        case 9: return .pong(nonce: number)
        case 10:
            return .withheld(
                space: tag, logs: entries.map(\.log),
                Reason.allCases.randomElement(using: &generator) ?? .unknown)
        default: return .ping(nonce: number)
        }
    }

    private static func chunk(
        _ tag: SpaceTag, _ runs: [Run], _ number: UInt64, using generator: inout SeededGenerator
    ) -> Chunk {
        var runs = runs
        for index in runs.indices {
            switch generator.next() % 4 {
            case 0: runs[index].first = number
            case 1: runs[index].commits.removeFirst()
            case 2: runs[index].signature = Bytes64(generator.bytes(64)) ?? runs[index].signature
            default: break
            }
        }
        return Chunk(space: tag, runs: runs, isFinal: generator.next() % 4 == 0)
    }
}
