import Foundation
import Merge
import TestKit
import Testing

@Suite("Vectors of chapter 18")
struct TextVectorTests {
    private struct Vectors: Decodable {
        struct Batch: Decodable {
            var author: String
            var bytes: String
            var first: Int
        }

        struct Scenario: Decodable {
            var name: String
            var batches: [Batch]
            var text: String
        }

        struct Refused: Decodable {
            var bytes: String
            var reason: String
        }

        var scenarios: [Scenario]
        var refused: [Refused]
    }

    private func load() throws -> Vectors {
        let file = SharedFolder.repository.appendingPathComponent("Protocol/Vectors/text.json")
        return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
    }

    private func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.count, by: 2).compactMap { place in
            let start = hex.index(hex.startIndex, offsetBy: place)
            return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16)
        }
    }

    @Test("Each scenario ends with its text, in the order of the file and in others")
    func scenarios() throws {
        let scenarios = try load().scenarios
        #expect(scenarios.count == 6)
        for scenario in scenarios {
            let end = String(decoding: bytes(scenario.text), as: UTF8.self)
            let batches = try scenario.batches.map { batch in
                let author = try #require(TextAuthor(bytes(batch.author)))
                let decoded = try TextBatch.decode(bytes(batch.bytes), author: author)
                #expect(decoded.first == batch.first && decoded.encoded() == bytes(batch.bytes))
                return decoded
            }
            #expect(!batches.isEmpty)
            forAll(cases: 5, scenario.name) { generator in
                var text = TextDocument()
                var waiting = batches.shuffled(using: &generator)
                while !waiting.isEmpty {
                    var later: [TextBatch] = []
                    for batch in waiting {
                        if case .waiting = try text.merge(batch) { later.append(batch) }
                    }
                    guard later.count < waiting.count else { return false }
                    waiting = later
                }
                return text.text == end
            }
        }
    }

    @Test func refused() throws {
        let refused = try load().refused
        #expect(refused.count == 12)
        for case let (index, batch) in refused.enumerated() {
            #expect(throws: TextError.self, "\(index): \(batch.reason)") {
                try TextBatch.decode(bytes(batch.bytes), author: author(0))
            }
        }
    }
}
