import Foundation
import Keys
import Ledger
import Sync
import TestKit
import Testing
import Wire

/// Plays each side of the comparisons of `Protocol/Vectors/reconciliation.json` against the file.
@Suite struct VectorTests {
    struct File: Decodable {
        struct Log: Decodable {
            var log: String
            var length: UInt64
            var hash: String
        }
        struct Found: Decodable {
            var log: String
            var length: UInt64
            var head: String
        }
        struct Message: Decodable { var from, message: String }
        struct Comparison: Decodable {
            var name: String
            var dialler, other: [Log]
            var tag: String
            var messages: [Message]
            var diallerFinds, otherFinds: [Found]
        }
        struct Tag: Decodable { var handshakeHash, space, tag: String }
        struct Discovery: Decodable { var networkKey, instance, tag: String }

        var comparisons: [Comparison]
        var tags: [Tag]
        var discovery: [Discovery]
    }

    private func file() throws -> File {
        let url = SharedFolder.repository.appendingPathComponent(
            "Protocol/Vectors/reconciliation.json")
        return try JSONDecoder().decode(File.self, from: try Data(contentsOf: url))
    }

    private func frontier(_ logs: [File.Log]) throws -> Frontier {
        var frontier = Frontier()
        for item in logs {
            let log = try #require(LogID(hex: item.log))
            let hash = try #require(Bytes32(hex: item.hash))
            frontier.set(log: log, head: Head(length: item.length, hash: hash))
        }
        return frontier
    }

    @Test func bothSidesSayWhatTheFileSays() throws {
        let comparisons = try file().comparisons
        #expect(comparisons.count == 7)
        for comparison in comparisons {
            try play(comparison, as: "dialler", comparison.dialler, finds: comparison.diallerFinds)
            try play(comparison, as: "other", comparison.other, finds: comparison.otherFinds)
        }
    }

    private func play(
        _ comparison: File.Comparison, as side: String, _ logs: [File.Log], finds: [File.Found]
    ) throws {
        let frontier = try frontier(logs)
        let tag = try #require(SpaceTag(hex: comparison.tag))
        var machine = Reconciliation(frontier, isStarter: side == "dialler")
        var said: [SessionMessage] = []
        if side == "dialler" { said.append(.offer(Offer(space: tag, digest: machine.digest))) }
        for message in comparison.messages {
            let bytes = try #require(Hex.decode(message.message))
            guard message.from != side else {
                #expect(said.removeFirst().encoded() == bytes, "\(comparison.name), \(side)")
                continue
            }
            switch try SessionMessage.decode(bytes) {
            case .offer(let offer):
                let ranges = try machine.receive(offer: offer.digest)
                if !ranges.isEmpty {
                    said.append(.ranges(space: tag, ranges))
                } else if side == "other" {
                    said.append(.offer(Offer(space: tag, digest: machine.digest)))
                }
            case .ranges(_, let ranges):
                let answer = try machine.receive(ranges)
                if !answer.isEmpty { said.append(.ranges(space: tag, answer)) }
            default: Issue.record("another message in \(comparison.name)")
            }
        }
        #expect(said.isEmpty && machine.isSettled, "\(comparison.name), \(side)")
        let found = machine.differences.values.sorted { $0.log < $1.log }
        #expect(found.map(\.length) == finds.map(\.length))
        #expect(found.map { Hex.encode(bigEndianBytes($0.log)) } == finds.map(\.log))
        #expect(found.map { Hex.encode(bigEndianBytes($0.head)) } == finds.map(\.head))
    }

    @Test func tagsAreKeyedHashes() throws {
        let file = try file()
        for vector in file.tags {
            let hash = try #require(Hex.decode(vector.handshakeHash))
            let space = try #require(Hex.decode(vector.space))
            let tag = Hash.keyed(hash, .tag, [space]).bytes.prefix(8)
            #expect(Hex.encode(tag) == vector.tag)
        }
        for vector in file.discovery {
            let key = try #require(Hex.decode(vector.networkKey))
            let tag = Hash.keyed(key, .discovery, [Bytes(vector.instance.utf8)]).bytes.prefix(8)
            #expect(Hex.encode(tag) == vector.tag)
        }
    }
}
